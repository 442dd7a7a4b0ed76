#include "decision.hpp"

namespace faceoff::verdict_detail {
namespace {

void add(decision& on, answer_caveat what, index_or_none contender, limit_code limit = limit_code::unset) {
  caveat_item& item = on.given.caveats.add();
  item.what = what;
  item.contender = contender;
  item.limit = limit;
}

// By status_code from `announced`: what is not released, and what would come of it if it were.
void add_status(decision& on, contender_index index) {
  constexpr answer_caveat words[] = {answer_caveat::announced, answer_caveat::unconfirmed,
                                     answer_caveat::discontinued, answer_caveat::status_unknown};
  const status& given = on.document.contenders[index].status;
  if (given.value >= status_code::announced) {
    add(on, words[static_cast<unsigned>(given.value) - static_cast<unsigned>(status_code::announced)], index);
    if (given.value != status_code::discontinued) {
      on.changed.seats[index].released = true;
      const change_item* const then = try_change(on, answer_change::release_confirmed, index);
      add(on,
          !then                           ? answer_caveat::would_not_change
          : then->then_contender == index ? answer_caveat::would_lead
                                          : answer_caveat::would_unsettle,
          index);
    }
  }
  if (given.disputed) add(on, answer_caveat::disputed, index);
}

// What touches whoever may be the answer.
void add_interest(decision& on, contender_index index) {
  const relationship_code relationship = on.document.contenders[index].relationship;
  if (relationship == relationship_code::own_product)
    add(on, answer_caveat::own_product, index);
  else if (relationship >= relationship_code::affiliate && relationship <= relationship_code::gifted)
    add(on, answer_caveat::paid, index);
  const unsigned decided = on.among.seats[index].decided();
  if (decided > 0 && decided < 3) add(on, answer_caveat::few_reviewers, index);
}

bool all_ai(const decision& on) {
  for (const reviewer_index one : reviewer_set(on.among.speak))
    if (on.document.reviewers[one].kind != reviewer_kind::ai_persona) return false;
  return on.among.speak;
}

}  // namespace

void find_caveats(decision& on, const date& today) {
  const ruling& found = on.among.found;
  contender_mask apart = 0;
  for (const contender_index index : on.contenders) add_status(on, index);
  if (found.contender) {
    const seat& picked = on.among.seats[*found.contender];
    apart = picked.apart;
    for (const limit_code code : limit_set(picked.limits))
      if (code != found.condition) add(on, answer_caveat::limited, found.contender, code);
    if (days_since_checked(on.document.contenders[*found.contender].price, today) > price_days)
      add(on, answer_caveat::old_price, found.contender);
  }
  for (const contender_index index : on.contenders) {
    if (!found.contender || found.contender == index) add_interest(on, index);
    if (found.what != outcome::no_panel && !on.among.seats[index].judged())
      add(on, answer_caveat::not_reviewed, index);
    if (apart & bit_of(index)) add(on, answer_caveat::other_job, index);
  }
  if (all_ai(on)) add(on, answer_caveat::all_ai, {});
}

}  // namespace faceoff::verdict_detail
