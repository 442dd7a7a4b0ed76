#include "decision.hpp"

namespace faceoff::verdict_detail {
namespace {

// `who` (none: a reviewer who judges nothing else) had said ship, or skip: the first that changes the answer.
bool try_verdicts(decision& on, answer_change what, unsigned of, index_or_none who) {
  const reviewer_mask bit = who ? reviewer_mask{1} << *who : 0;
  constexpr auto ship = static_cast<unsigned>(verdict_code::ship);
  constexpr auto skip = static_cast<unsigned>(verdict_code::skip);
  static_assert(skip == ship + 1);
  for (unsigned verdict = ship; verdict <= skip; ++verdict) {
    seat& judged = on.changed.seats[of];
    if (judged.says[verdict] & bit) continue;
    for (reviewer_mask& says : judged.says) says &= ~bit;
    judged.says[verdict] |= bit;
    if (!who) ++judged.more[verdict];
    if (change_item* const item = try_change(on, what, of)) {
      item->reviewer = who;
      item->verdict = static_cast<verdict_code>(verdict);
      return true;
    }
  }
  return false;
}

bool has_judged(const decision& on, unsigned reviewer, unsigned of) {
  return on.among.seats[of].judged() >> reviewer & 1;
}

// A verdict become another.
void try_reviewer(decision& on, unsigned reviewer) {
  for (const contender_index of : on.contenders)
    if (has_judged(on, reviewer, of) && try_verdicts(on, answer_change::one_reviewer, of, reviewer)) return;
}

// One more verdict: by a new reviewer, else by one who has not judged it yet.
void try_more(decision& on, unsigned of) {
  if (try_verdicts(on, answer_change::more_reviews, of, {})) return;
  for (const reviewer_index reviewer : on.reviewers)
    if (!has_judged(on, reviewer, of) && try_verdicts(on, answer_change::more_reviews, of, reviewer)) return;
}

// As a deal breaker alone it gives another answer than if none mattered.
bool decides_alone(decision& on, limit_code code) {
  on.changed.breakers = on.changed.matters = 0;
  judge(on.changed);
  const ruling without = on.changed.found;
  on.changed.breakers = bit_of(code);
  judge(on.changed);
  const bool same = on.changed.found.same_answer(without);
  on.changed = on.among;
  return !same;
}

}  // namespace

void id_order::add(const string& id) {
  unsigned place = size;
  for (; place > 0 && id < *ids[by_id[place - 1]]; --place) by_id[place] = by_id[place - 1];
  by_id[place] = static_cast<std::uint8_t>(size);
  ids[size++] = &id;
}

change_item* try_change(decision& on, answer_change what, index_or_none contender, limit_code limit) {
  judge(on.changed);
  const ruling then = on.changed.found;
  on.changed = on.among;
  if (then.same_answer(on.among.found)) return nullptr;
  change_item& item = on.given.changes.add();
  item.what = what;
  item.contender = contender;
  item.limit = limit;
  item.then = then.what;
  item.then_contender = then.contender;
  return &item;
}

void find_changes(decision& on) {
  limit_mask known = 0;
  for (const contender_index index : on.contenders) {
    known |= on.among.seats[index].limits;
    for (const limit_code code : limit_set(on.among.seats[index].limits)) {
      on.changed.seats[index].limits -= bit_of(code);
      try_change(on, answer_change::limit_lifted, index, code);
    }
  }
  limit_set& may_matter = on.given.may_matter;
  may_matter = limit_set(known & on.among.breakers);
  known |= on.among.breakers;
  for (const limit_code code : limit_set(known & ~bit_of(limit_code::unknown))) {
    on.changed.breakers ^= bit_of(code);
    const bool changes = try_change(on, answer_change::limit_matters, {}, code);
    if (changes || decides_alone(on, code)) may_matter.add(code);
  }
  for (const reviewer_index reviewer : on.reviewers) try_reviewer(on, reviewer);
  for (const contender_index index : on.contenders) try_more(on, index);
}

}  // namespace faceoff::verdict_detail
