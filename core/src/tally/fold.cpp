#include <algorithm>
#include <tuple>

#include "faceoff/tally.hpp"

namespace faceoff {
namespace {

// The order of one voter's ballots: no clock, so every store agrees.
bool before(std::uint64_t rev, const hash256& content, std::uint64_t other_rev, const hash256& other) {
  return rev != other_rev ? rev < other_rev : content < other;
}

// Keeps the lesser of the two preferences over the same contenders.
bool keep_first(list<first_preference>& firsts, const first_preference& next) {
  const auto place = std::lower_bound(firsts.begin(), firsts.end(), next, [](const auto& x, const auto& y) {
    return std::tie(x.definition, x.a, x.b) < std::tie(y.definition, y.a, y.b);
  });
  if (place == firsts.end() || place->definition != next.definition || place->a != next.a ||
      place->b != next.b) {
    firsts.insert(place, first_preference(next));
    return true;
  }
  if (!before(next.rev, next.content, place->rev, place->content)) return false;
  *place = next;
  return true;
}

bool keep_firsts_of(list<first_preference>& firsts, const ballot& cast, const hash256& content) {
  first_preference next;
  next.definition = cast.definition;
  next.rev = cast.rev;
  next.content = content;
  bool changed = false;
  if (!cast.pick.empty()) {
    next.a = cast.pick;
    next.prefers_a = true;
    changed = keep_first(firsts, next);
  }
  for (std::size_t i = 0; i < cast.calls.size(); ++i) {
    for (std::size_t j = i + 1; j < cast.calls.size(); ++j) {
      if (cast.calls[i].call == cast.calls[j].call) continue;
      next.a = cast.calls[i].contender;
      next.b = cast.calls[j].contender;
      next.prefers_a = cast.calls[i].call == call_code::ship;
      changed |= keep_first(firsts, next);
    }
  }
  return changed;
}

bool keep_current(voter_row& row, const ballot& cast, const hash256& content) {
  if (!before(row.current.rev, row.content, cast.rev, content)) return false;
  row.current = cast;
  row.content = content;
  return true;
}

}  // namespace

fold_change fold(voter_row& row, const ballot& cast) {
  const hash256 content = content_hash(cast);
  fold_change out;
  out.current = keep_current(row, cast, content);
  out.firsts = keep_firsts_of(row.firsts, cast, content);
  return out;
}

fold_change merge(voter_row& row, const voter_row& other) {
  fold_change out;
  out.current = keep_current(row, other.current, other.content);
  for (const first_preference& each : other.firsts) out.firsts |= keep_first(row.firsts, each);
  return out;
}

}  // namespace faceoff
