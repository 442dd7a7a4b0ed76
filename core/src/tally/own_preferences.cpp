#include "own_ballots.hpp"

namespace faceoff {
namespace {

void count_pairs(list<pair_tally>& pairs, const ballot& cast, bool up) {
  for (pair_tally& each : pairs) {
    const call_code a = said(cast, each.a);
    const call_code b = said(cast, each.b);
    if (a == call_code::none || b == call_code::none) continue;
    std::uint64_t& with_a = b == call_code::ship ? each.both : each.only_a;
    std::uint64_t& without_a = b == call_code::ship ? each.only_b : each.neither;
    step(a == call_code::ship ? with_a : without_a, up);
  }
}

// Only ever taken away: the newest ballot is of the tally's own definition.
void forget_earlier(list<previous_tally>& previous, const ballot& cast) {
  for (previous_tally& each : previous) {
    if (!same(each.definition, cast.definition)) continue;
    step(each.ballots, false);
    count_contenders(each.tallies, cast, false);
    for (std::size_t i = each.tallies.size(); i-- > 0;) {
      const contender_tally& left = each.tallies[i];
      if (left.ship + left.skip + left.picks == 0) each.tallies.erase(&left);
    }
    if (each.ballots == 0) previous.erase(&each);
    return;
  }
}

// The first decisive ballot of each pair, unless it is in the snapshot already.
void count_firsts(tally& sum, const own_vote& own, const own_range& range) {
  for (pair_tally& each : sum.preferences) {
    for (std::size_t i = range.first; i < range.end; ++i) {
      const ballot& cast = cast_at(own, i);
      if (!same(cast.definition, sum.definition)) continue;
      const call_code a = said(cast, each.a);
      const call_code b = said(cast, each.b);
      if (a == call_code::none || b == call_code::none || a == b) continue;
      if (i >= range.held) step(a == call_code::ship ? each.first_a : each.first_b, true);
      break;
    }
  }
}

}  // namespace

void count_own_preferences(tally& snapshot, const own_vote& own) {
  const own_range range = range_of(snapshot, own);
  if (range.end == 0) return;
  if (range.held != 0) {
    const ballot& held = cast_at(own, range.held - 1);
    if (same(held.definition, snapshot.definition)) {
      count_pairs(snapshot.preferences, held, false);
    } else if (!held.withdrawn()) {
      forget_earlier(snapshot.previous, held);
    }
  }
  count_pairs(snapshot.preferences, cast_at(own, range.end - 1), true);
  // One that is not known may be in the snapshot, counted without an answer, and may have been decisive.
  bool all_known = true;  // every ballot this device ever cast: revisions 1, 2, 3 ...
  for (std::size_t i = range.first; i < range.end; ++i)
    all_known &= cast_at(own, i).rev == i - range.first + 1;
  if (all_known) count_firsts(snapshot, own, range);
}

}  // namespace faceoff
