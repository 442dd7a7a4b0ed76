#include "faceoff/tally.hpp"

namespace faceoff {

tally with_own_vote(const tally& snapshot, const own_vote& own) {
  tally out = snapshot;
  if (!own.pending && own.counted.empty()) return out;
  const ballot& newest = own.pending ? *own.pending : own.counted.back().cast;
  if (newest.definition != snapshot.definition) return out;

  // The own row as the snapshot holds it, and as it will be: the store's own fold, so the same result.
  voter_row held;
  voter_row whole;
  std::uint64_t known = 0;
  bool all_known = true;  // every ballot this device ever cast: revisions 1, 2, 3 ...
  const auto take = [&](const ballot& cast) {
    fold(whole, cast);
    all_known &= cast.rev == ++known;
  };
  if (own.epoch == snapshot.epoch) {
    const bool full = own.counted.size() >= remembered_ballots;
    if (full && own.counted.front().revision > snapshot.revision) return out;
    for (const counted_ballot& each : own.counted) {
      if (each.revision <= snapshot.revision) fold(held, each.cast);
      take(each.cast);
    }
    if (own.pending) take(newest);
  } else {
    take(newest);
  }
  // One that is not known may be in the snapshot, counted without an answer, and may have been decisive.
  if (!all_known) whole.firsts = held.firsts = {};
  remove(out, held);
  add(out, whole);
  return out;
}

}  // namespace faceoff
