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
  if (own.epoch == snapshot.epoch) {
    const bool full = own.counted.size() >= remembered_ballots;
    if (full && own.counted.front().revision > snapshot.revision) return out;
    for (const counted_ballot& each : own.counted) {
      if (each.revision <= snapshot.revision) fold(held, each.cast);
      fold(whole, each.cast);
    }
    fold(whole, newest);
    // A forgotten ballot may have been the first decisive one.
    if (full) whole.firsts = held.firsts = {};
  } else {
    fold(whole, newest);
  }
  remove(out, held);
  add(out, whole);
  return out;
}

}  // namespace faceoff
