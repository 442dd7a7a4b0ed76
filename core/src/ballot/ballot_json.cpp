#include "ballot_json.hpp"

#include "members.hpp"

namespace faceoff {
namespace {

using json::kind;
using json::value;

constexpr member ballot_members[] = {
    {holds::count, offsetof(ballot, rev), "rev"},
    {holds::hash, offsetof(ballot, definition), "definition"},
    {holds::text_or_null, offsetof(ballot, pick), "pick"},
    {},
};

constexpr member call_members[] = {{holds::text, offsetof(contender_call, contender), "contender"}, {}};

const value* read_call(const value& from, list<contender_call>& into) {
  contender_call& next = into.add();
  if (const value* wrong = read_members(from, call_members, &next)) return wrong;
  for (const contender_call& each : into) {
    if (next.contender.empty() || (&each != &next && each.contender == next.contender)) {
      return from.find("contender");
    }
  }
  const value* call = from.find("call");
  if (!call) return &from;
  if (call->text == "ship") next.call = call_code::ship;
  if (call->text == "skip") next.call = call_code::skip;
  return next.call == call_code::none ? call : nullptr;
}

}  // namespace

const value* read_ballot(const value& object, ballot& into) {
  if (const value* wrong = read_members(object, ballot_members, &into)) return wrong;
  if (into.rev == 0) return object.find("rev");
  const value* pick = object.find("pick");
  if (pick && pick->type == kind::string && into.pick.empty()) return pick;
  const value* calls = object.find("calls");
  if (!calls) return nullptr;
  if (calls->type != kind::array) return calls;
  for (const value& each : calls->items) {
    if (const value* wrong = read_call(each, into.calls)) return wrong;
  }
  return nullptr;
}

void sort_calls(ballot& cast) {
  insertion_sort(cast.calls, [](const contender_call& left, const contender_call& right) {
    return left.contender < right.contender;
  });
}

void write_ballot_members(json::writer& out, const ballot& cast) {
  out.key("rev").integer(cast.rev).key("definition").text(to_hex(cast.definition));
  out.key("calls").begin_array();
  for (const contender_call& each : cast.calls) {
    out.begin_object().key("contender").text(each.contender);
    out.key("call").text(each.call == call_code::ship ? "ship" : "skip").end_object();
  }
  out.end_array().key("pick");
  if (cast.pick.empty()) {
    out.null();
  } else {
    out.text(cast.pick);
  }
}

}  // namespace faceoff
