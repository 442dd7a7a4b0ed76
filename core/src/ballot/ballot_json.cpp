#include "ballot_json.hpp"

#include "faceoff/limits.hpp"

namespace faceoff {
namespace {

using json::kind;
using json::value;

const value* read_call(const value& from, ballot& into) {
  const value* contender = from.find("contender");
  const value* call = from.find("call");
  if (!contender || contender->type != kind::string || contender->text.empty()) {
    return contender ? contender : &from;
  }
  if (!call || call->type != kind::string) return call ? call : &from;
  const bool ship = call->text == "ship";
  if (!ship && call->text != "skip") return call;
  for (const contender_call& each : into.calls) {
    if (each.contender == contender->text) return contender;
  }
  into.calls.push_back({contender->text, ship ? call_code::ship : call_code::skip});
  return nullptr;
}

const value* read_votes(const value& object, ballot& into) {
  if (const value* calls = object.find("calls")) {
    if (calls->type != kind::array) return calls;
    for (const value& each : calls->items) {
      if (const value* wrong = read_call(each, into)) return wrong;
    }
  }
  const value* pick = object.find("pick");
  if (!pick || pick->type == kind::null) return nullptr;
  if (pick->type != kind::string || pick->text.empty()) return pick;
  into.pick = pick->text;
  return nullptr;
}

}  // namespace

const value* read_ballot(const value& object, ballot& into) {
  const value* rev = object.find("rev");
  if (!rev || rev->type != kind::integer || rev->integer == 0) return rev ? rev : &object;
  into.rev = rev->integer;
  const value* definition = object.find("definition");
  if (!definition || definition->type != kind::string) return definition ? definition : &object;
  const std::optional<hash256> hash = from_hex(definition->text);
  if (!hash) return definition;
  into.definition = *hash;
  return read_votes(object, into);
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
