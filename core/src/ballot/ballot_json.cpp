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

struct spelled_call {
  string contender;
  string call;
};

constexpr member call_members[] = {
    {holds::text, offsetof(spelled_call, contender), "contender"},
    {holds::text, offsetof(spelled_call, call), "call"},
    {},
};

const value* read_call(const value& from, ballot& into) {
  spelled_call read;
  if (const value* wrong = read_members(from, call_members, &read).at) return wrong;
  const bool ship = read.call == "ship";
  if (!ship && !(read.call == "skip")) return from.find("call");
  for (const contender_call& each : into.calls) {
    if (each.contender == read.contender) read.contender.clear();
  }
  if (read.contender.empty()) return from.find("contender");
  contender_call& next = into.calls.add();
  next.contender = std::move(read.contender);
  next.call = ship ? call_code::ship : call_code::skip;
  return nullptr;
}

}  // namespace

const value* read_ballot(const value& object, ballot& into) {
  if (const value* wrong = read_members(object, ballot_members, &into).at) return wrong;
  if (into.rev == 0) return object.find("rev");
  const value* pick = object.find("pick");
  if (pick && pick->type == kind::string && into.pick.empty()) return pick;
  const value* calls = object.find("calls");
  if (!calls) return nullptr;
  if (calls->type != kind::array) return calls;
  for (const value& each : calls->items) {
    if (const value* wrong = read_call(each, into)) return wrong;
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
