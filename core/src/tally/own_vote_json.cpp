#include "../ballot/ballot_json.hpp"
#include "faceoff/error_rules.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/tally.hpp"

namespace faceoff {
namespace {

using json::kind;
using json::value;

void write_kept(json::writer& out, const ballot& cast) {
  out.begin_object().key("faceoff").integer(1);
  write_ballot_members(out, cast);
  out.end_object();
}

bool read_kept(const value& from, ballot& into) {
  const value* format = from.find("faceoff");
  if (!format || format->integer != 1 || read_ballot(from, into)) return false;
  sort_calls(into);
  return true;
}

bool read_counted(const value& from, own_vote& into) {
  counted_ballot next;
  const value* revision = from.find("revision");
  const value* cast = from.find("ballot");
  if (!revision || revision->type != kind::integer || !cast || !read_kept(*cast, next.cast)) return false;
  next.revision = revision->integer;
  if (!into.counted.empty() && into.counted.back().revision > next.revision) return false;
  into.counted.push_back(std::move(next));
  return into.counted.size() <= remembered_ballots;
}

bool read_own(const value& from, own_vote& into) {
  const value* epoch = from.find("epoch");
  if (!epoch || epoch->type != kind::string) return false;
  into.epoch = epoch->text;
  const value* counted = from.find("counted");
  if (!counted || counted->type != kind::array) return false;
  for (const value& each : counted->items) {
    if (!read_counted(each, into)) return false;
  }
  const value* pending = from.find("pending");
  return !pending || pending->type == kind::null || read_kept(*pending, into.pending.emplace());
}

}  // namespace

string write_own_vote(const own_vote& own) {
  json::writer out;
  out.begin_object().key("epoch").text(own.epoch).key("counted").begin_array();
  for (const counted_ballot& each : own.counted) {
    out.begin_object().key("revision").integer(each.revision).key("ballot");
    write_kept(out, each.cast);
    out.end_object();
  }
  out.end_array().key("pending");
  if (own.pending) {
    write_kept(out, *own.pending);
  } else {
    out.null();
  }
  return out.end_object().take();
}

result<own_vote, finding> parse_own_vote(std::string_view text) {
  finding unreadable;
  unreadable.what = rule::own_invalid;
  const auto parsed = json::parse(text, {limits::tally_bytes, limits::depth, limits::values});
  if (!parsed) return unreadable;
  own_vote out;
  if (!read_own(*parsed, out)) return unreadable;
  return out;
}

}  // namespace faceoff
