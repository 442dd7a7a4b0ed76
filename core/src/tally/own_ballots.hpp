// A device's own ballots beside a snapshot: what both halves of the own-vote arithmetic start from.
//
// In: a snapshot and the own vote. Out: which of the own ballots are in it and which are to be. Cost: linear
// in the few ballots a device remembers, no allocation.
#pragma once

#include "faceoff/tally.hpp"

namespace faceoff {

// Own ballots by index, the pending one last. Those of first .. held-1 are in the snapshot, those of
// held .. end-1 are not. end 0: the snapshot stays as it is.
struct own_range {
  std::size_t first = 0;
  std::size_t held = 0;
  std::size_t end = 0;
};

own_range range_of(const tally& snapshot, const own_vote& own);
const ballot& cast_at(const own_vote& own, std::size_t index);

// A pick ships its contender and skips every other one.
call_code said(const ballot& cast, const string& contender);
// Counts stay within 0..2^53-1.
void step(std::uint64_t& count, bool up);
// Adds a ballot to the contenders' counts, or takes it away.
void count_contenders(list<contender_tally>& tallies, const ballot& cast, bool up);

}  // namespace faceoff
