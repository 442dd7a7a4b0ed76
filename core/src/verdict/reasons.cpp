#include <utility>

#include "decision.hpp"

namespace faceoff::verdict_detail {
namespace {

reason_item& add(decision& on, answer_reason what, index_or_none contender, index_or_none other = {}) {
  reason_item& item = on.given.reasons.add();
  item.what = what;
  item.contender = contender;
  item.other = other;
  return item;
}

// With the panel's share of `other`, without one of `contender`.
void add_share(decision& on, answer_reason what, index_or_none contender, index_or_none other = {}) {
  const seat& one = on.among.seats[other ? *other : *contender];
  reason_item& item = add(on, what, contender, other);
  item.count = static_cast<std::uint16_t>(one.ships());
  item.of = static_cast<std::uint16_t>(one.decided());
}

// What the reviewers of both say, and what is weak about it.
void add_duel(decision& on, unsigned x, unsigned y) {
  const field& among = on.among;
  const int lead = among.lead(x, y);
  if (lead < 0) return add_duel(on, y, x);
  const reviewer_mask both = among.who_judge_both(x, y);
  const bool opposed = among.who_prefer(y, x);
  reason_item& item = add(on,
                          !both     ? answer_reason::no_overlap
                          : !lead   ? answer_reason::level
                          : opposed ? answer_reason::majority
                                    : answer_reason::dominance,
                          x, y);
  item.count = static_cast<std::uint16_t>(size_of(among.who_prefer(x, y)));
  item.of = static_cast<std::uint16_t>(size_of(both));
  if (lead == 1) add(on, opposed ? answer_reason::fragile : answer_reason::few_deciders, x, y);
}

// Everything that speaks against the others, whatever reviewers of both say; against an eligible one that is
// at most a limit which the winner has not.
void add_against_others(decision& on, index_or_none winner) {
  const field& among = on.among;
  limit_mask weighs = barred_by(among.breakers);
  if (winner) weighs = (weighs | among.matters) & ~among.seats[*winner].limits;
  for (const contender_index other : on.contenders) {
    const seat& one = among.seats[other];
    if (winner == other) continue;
    for (const limit_code code : limit_set(one.limits & weighs))
      add(on, answer_reason::other_limited, winner, other).limit = code;
    if (!one.released) add(on, answer_reason::other_not_released, winner, other);
    if (!one.at_least_half())
      add_share(on, one.decided() ? answer_reason::other_below_half : answer_reason::other_no_share, winner,
                other);
  }
}

// Of those measured against x and judged beside it, the one it has the smallest lead over, or the largest;
// the first by id of equal ones.
enum class nearness : int { closest = 1, furthest = -1 };
index_or_none find_rival(const decision& on, unsigned x, nearness which) {
  index_or_none found;
  int least = 0;
  for (const contender_index y : on.contenders) {
    const int lead = on.among.lead(x, y) * static_cast<int>(which);
    if (x == y || !(on.among.found.measured & bit_of(y)) || !on.among.who_judge_both(x, y)) continue;
    if (found && lead >= least) continue;
    found = y;
    least = lead;
  }
  return found;
}

// A lone eligible one stands on being alone, on whom it beats, and on its share; who comes close is told.
void explain_lone(decision& on, unsigned x) {
  const field& among = on.among;
  const index_or_none furthest = find_rival(on, x, nearness::furthest);
  const index_or_none closest = find_rival(on, x, nearness::closest);
  const bool beats = furthest && among.beats(x, *furthest);
  if (among.size > 2 || !beats) add(on, answer_reason::only_eligible, x);
  if (!among.found.contender) add_share(on, answer_reason::share_fragile, x);
  if (beats) add_duel(on, x, *furthest);
  if (closest && !among.beats(x, *closest)) add_duel(on, x, *closest);
}

void explain_winner(decision& on, unsigned x) {
  const int beaten = std::popcount(on.among.found.measured) - 1;
  if (beaten > 1) add(on, answer_reason::beats_all, x).count = static_cast<std::uint16_t>(beaten);
  add_duel(on, x, *find_rival(on, x, nearness::closest));
}

// Every eligible one that no other is ahead of, against those it is not clearly ahead of; nobody: a cycle.
void explain_close(decision& on) {
  const field& among = on.among;
  contender_mask left = among.found.eligible, unbeaten = left;
  for (const unsigned x : contender_set(left))
    for (const unsigned y : contender_set(left))
      if (among.lead(x, y) > 0) unbeaten &= ~bit_of(y);
  if (!unbeaten) add(on, answer_reason::cycle, {});
  for (const contender_index x : on.contenders) {
    if (!(unbeaten & bit_of(x))) continue;
    left &= ~bit_of(x);
    for (const contender_index y : on.contenders)
      if (left & bit_of(y) && !among.beats(x, y)) add_duel(on, x, y);
  }
}

}  // namespace

void find_reasons(decision& on) {
  const ruling& found = on.among.found;
  const bool silent = found.what == outcome::no_panel;
  if (found.what == outcome::different_jobs || (silent && found.apart))
    add(on, answer_reason::disjoint_jobs, {});
  if (silent) return;
  if (found.what == outcome::different_jobs)
    for (const contender_index x : on.contenders)
      if (found.eligible & bit_of(x)) add_share(on, answer_reason::share, x);
  if (found.what >= outcome::too_close) {
    if (is_single(found.eligible))
      explain_lone(on, static_cast<unsigned>(std::countr_zero(found.eligible)));
    else if (found.contender)
      explain_winner(on, *found.contender);
    else
      explain_close(on);
  }
  add_against_others(on, found.contender);
  if (found.contender) add_share(on, answer_reason::share, found.contender);
}

}  // namespace faceoff::verdict_detail
