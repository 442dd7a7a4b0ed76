#include "../ballot/ballot_json.hpp"
#include "../ballot/members.hpp"
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

bool read_kept(const value* from, ballot& into) {
  const value* format = from ? from->find("faceoff") : nullptr;
  if (!format || format->integer != 1 || read_ballot(*from, into)) return false;
  sort_calls(into);
  return true;
}

constexpr member counted_members[] = {{holds::count, offsetof(counted_ballot, revision), "revision"}, {}};
constexpr member own_members[] = {{holds::text, offsetof(own_vote, epoch), "epoch"}, {}};

bool read_counted(const value& from, list<counted_ballot>& into) {
  counted_ballot& next = into.add();
  if (read_members(from, counted_members, &next) || !read_kept(from.find("ballot"), next.cast)) return false;
  const bool rising = into.size() == 1 || (&next)[-1].revision <= next.revision;
  return rising && into.size() <= remembered_ballots;
}

}  // namespace

bool read_own_vote(std::string_view text, own_vote& into) {
  const auto parsed = json::parse(text, {limits::tally_bytes, limits::depth, limits::values});
  if (!parsed || read_members(*parsed, own_members, &into)) return false;
  const value* counted = parsed->find("counted");
  if (!counted || counted->type != kind::array) return false;
  for (const value& each : counted->items) {
    if (!read_counted(each, into.counted)) return false;
  }
  const value* pending = parsed->find("pending");
  return !pending || pending->type == kind::null || read_kept(pending, into.pending.emplace());
}

result<own_vote, finding> parse_own_vote(std::string_view text) {
  own_vote out;
  if (read_own_vote(text, out)) return out;
  finding unreadable;
  unreadable.what = rule::own_invalid;
  return unreadable;
}

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

}  // namespace faceoff
