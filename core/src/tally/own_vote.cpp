#include "faceoff/limits.hpp"
#include "faceoff/tally.hpp"

namespace faceoff {
namespace {

void step(std::uint64_t& count, bool up) {
  if (up && count < limits::exact_integer) ++count;
  if (!up && count > 0) --count;
}

// A pick ships its contender and skips every other one.
call_code said(const ballot& cast, const string& contender) {
  for (const contender_call& each : cast.calls) {
    if (each.contender == contender) return each.call;
  }
  if (cast.pick.empty()) return call_code::none;
  return cast.pick == contender ? call_code::ship : call_code::skip;
}

void count_contenders(list<contender_tally>& tallies, const ballot& cast, bool up) {
  const bool picks = !cast.pick.empty();
  for (contender_tally& each : tallies) {
    const call_code call = said(cast, each.contender);
    if (call == call_code::ship) step(picks ? each.picks : each.ship, up);
    if (call == call_code::skip && !picks) step(each.skip, up);
  }
}

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
    if (each.definition != cast.definition) continue;
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

void count(tally& sum, const ballot& cast, bool up) {
  if (cast.withdrawn()) return;
  if (cast.definition != sum.definition) return forget_earlier(sum.previous, cast);
  step(sum.ballots, up);
  count_contenders(sum.tallies, cast, up);
  count_pairs(sum.preferences, cast, up);
}

std::size_t casts_of(const own_vote& own) { return own.counted.size() + own.pending.has_value(); }

const ballot& cast_at(const own_vote& own, std::size_t index) {
  return index < own.counted.size() ? own.counted[index].cast : *own.pending;
}

// The first decisive ballot of each pair, unless it is among the first `held`: those are in the snapshot.
void count_firsts(tally& sum, const own_vote& own, std::size_t first, std::size_t held) {
  for (pair_tally& each : sum.preferences) {
    for (std::size_t i = first; i < casts_of(own); ++i) {
      const ballot& cast = cast_at(own, i);
      if (cast.definition != sum.definition) continue;
      const call_code a = said(cast, each.a);
      const call_code b = said(cast, each.b);
      if (a == call_code::none || b == call_code::none || a == b) continue;
      if (i >= held) step(a == call_code::ship ? each.first_a : each.first_b, true);
      break;
    }
  }
}

}  // namespace

const ballot* newest_ballot(const own_vote& own) {
  const std::size_t casts = casts_of(own);
  return casts == 0 ? nullptr : &cast_at(own, casts - 1);
}

void count_own_vote(tally& snapshot, const own_vote& own) {
  const ballot* newest = newest_ballot(own);
  if (!newest || newest->definition != snapshot.definition) return;
  std::size_t first = 0;
  std::size_t held = 0;  // those of the counted that the snapshot holds
  if (own.epoch == snapshot.epoch) {
    while (held < own.counted.size() && own.counted[held].revision <= snapshot.revision) ++held;
    if (held == 0 && own.counted.size() >= remembered_ballots) return;
  } else {
    first = casts_of(own) - 1;
  }
  if (held != 0) count(snapshot, own.counted[held - 1].cast, false);
  count(snapshot, *newest, true);
  // One that is not known may be in the snapshot, counted without an answer, and may have been decisive.
  bool all_known = true;  // every ballot this device ever cast: revisions 1, 2, 3 ...
  for (std::size_t i = first; i < casts_of(own); ++i) all_known &= cast_at(own, i).rev == i - first + 1;
  if (all_known) count_firsts(snapshot, own, first, held);
}

}  // namespace faceoff
