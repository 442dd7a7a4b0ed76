#include "field.hpp"

namespace faceoff::verdict_detail {
namespace {

bool disjoint(const list<string>& a, const list<string>& b) {
  if (a.empty() || b.empty()) return false;  // no job given: no claim
  for (const string& job : a)
    for (const string& other : b)
      if (job == other) return false;
  return true;
}

void take_seat(seat& taken, const contender& one, const list<contender>& all) {
  taken.released = one.status.value <= status_code::released;
  taken.limits = limits_of(one);
  for (unsigned other = 0; other < all.size(); ++other)
    if (&all[other] != &one && disjoint(one.jobs, all[other].jobs)) taken.apart |= bit_of(other);
}

bool all_apart(const field& among, contender_mask all) {
  for (const unsigned x : contender_set(all))
    if (all & ~bit_of(x) & ~among.seats[x].apart) return false;
  return true;
}

// Sets the outcome to what x deserves and is true, or leaves it alone.
bool wins(field& among, unsigned x) {
  ruling& found = among.found;
  const contender_mask rivals = found.measured & ~bit_of(x);
  contender_mask beaten = 0, swept = 0;  // swept: beaten, and nobody prefers them
  for (const unsigned y : contender_set(rivals)) {
    if (!among.beats(x, y)) continue;
    beaten |= bit_of(y);
    if (!among.who_prefer(y, x)) swept |= bit_of(y);
  }
  const bool lone = is_single(found.eligible);
  if (lone ? !beaten && !among.seats[x].keeps_half() : beaten != rivals) return false;
  const limit_mask open = among.seats[x].limits & among.matters;
  found.contender = x;
  found.what = outcome::lean;
  if (lone ? !swept : swept != rivals) return true;
  found.what = open ? outcome::conditional : outcome::pick;
  if (open) found.condition = static_cast<limit_code>(std::countr_zero(open));
  return true;
}

}  // namespace

reviewer_mask field::who_prefer(unsigned x, unsigned y) const {
  const seat& a = seats[x];
  const seat& b = seats[y];
  return (a.who(verdict_code::ship) & (b.who(verdict_code::mixed) | b.who(verdict_code::skip))) |
         (a.who(verdict_code::mixed) & b.who(verdict_code::skip));
}

int field::lead(unsigned x, unsigned y) const {
  return size_of(who_prefer(x, y)) - size_of(who_prefer(y, x));
}

limit_mask limits_of(const contender& one) {
  limit_mask mask = 0;
  for (const limit& given : one.limits) mask |= bit_of(given.code);
  return mask & ~bit_of(limit_code::unset);
}

field make_field(const comparison& document) {
  field made;
  for (const contender& one : document.contenders)
    take_seat(made.seats[made.size++], one, document.contenders);
  for (const review& given : document.reviews) {
    const reviewer_mask bit = reviewer_mask{1} << given.reviewer;
    const verdict_code verdict = counted_verdict(document, given);
    made.seats[given.contender].says[static_cast<unsigned>(verdict)] |= bit;
    if (verdict >= verdict_code::ship && verdict <= verdict_code::abstain) made.speak |= bit;
  }
  return made;
}

limit_mask barred_by(limit_mask breakers) {
  if (breakers & bit_of(limit_code::non_commercial)) breakers |= bit_of(limit_code::research_only);
  return breakers;
}

void judge(field& among) {
  ruling& found = among.found;
  found = {};
  const limit_mask barred = barred_by(among.breakers);
  unsigned decided = 0;
  for (unsigned x = 0; x < among.size; ++x) {
    const seat& one = among.seats[x];
    decided += one.decided();
    if (one.released && !(one.limits & barred) && one.at_least_half()) found.eligible |= bit_of(x);
  }
  const bool several = found.eligible & (found.eligible - 1);
  found.measured = several ? found.eligible : bit_of(among.size) - 1;
  found.apart = all_apart(among, found.measured);
  if (!decided) return;
  found.what = !found.eligible ? outcome::neither
               : found.apart   ? outcome::different_jobs
                               : outcome::too_close;
  if (found.what != outcome::too_close) return;
  for (const unsigned x : contender_set(found.eligible))
    if (wins(among, x)) return;
}

}  // namespace faceoff::verdict_detail
