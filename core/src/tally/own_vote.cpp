#include "faceoff/limits.hpp"
#include "own_ballots.hpp"

namespace faceoff {
namespace {

std::size_t casts_of(const own_vote& own) { return own.counted.size() + own.pending.has_value(); }

void count(tally& sum, const ballot& cast, bool up) {
  if (cast.withdrawn() || !same(cast.definition, sum.definition)) return;
  step(sum.ballots, up);
  count_contenders(sum.tallies, cast, up);
}

}  // namespace

void step(std::uint64_t& count, bool up) {
  if (up && count < limits::exact_integer) ++count;
  if (!up && count > 0) --count;
}

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

const ballot& cast_at(const own_vote& own, std::size_t index) {
  return index < own.counted.size() ? own.counted[index].cast : *own.pending;
}

const ballot* newest_ballot(const own_vote& own) {
  const std::size_t casts = casts_of(own);
  return casts == 0 ? nullptr : &cast_at(own, casts - 1);
}

own_range range_of(const tally& snapshot, const own_vote& own) {
  own_range range;
  const ballot* newest = newest_ballot(own);
  if (!newest || !same(newest->definition, snapshot.definition)) return range;
  const std::size_t counted = own.counted.size();
  if (own.epoch == snapshot.epoch) {
    while (range.held < counted && own.counted[range.held].revision <= snapshot.revision) ++range.held;
    if (range.held == 0 && counted >= remembered_ballots) return range;
  } else {
    range.first = casts_of(own) - 1;
  }
  range.end = casts_of(own);
  return range;
}

void count_own_vote(tally& snapshot, const own_vote& own) {
  const own_range range = range_of(snapshot, own);
  if (range.end == 0) return;
  if (range.held != 0) count(snapshot, cast_at(own, range.held - 1), false);
  count(snapshot, cast_at(own, range.end - 1), true);
}

}  // namespace faceoff
