#include <algorithm>

#include "field.hpp"

namespace faceoff::verdict_detail {
namespace {

constexpr verdict_code tried[] = {verdict_code::ship, verdict_code::skip};

// Reviewers in the order of their ids.
struct reviewer_order {
  reviewer_index by_id[limits::reviewers]{};
  std::size_t size = 0;

  explicit reviewer_order(const list<reviewer>& all) : size(std::min(all.size(), limits::reviewers)) {
    for (std::size_t index = 0; index < size; ++index) {
      std::size_t place = index;
      for (; place > 0 && all[index].id < all[by_id[place - 1]].id; --place) by_id[place] = by_id[place - 1];
      by_id[place] = static_cast<reviewer_index>(index);
    }
  }
};

// Two for each contender and each of its limits, one for each limit and each reviewer.
constexpr std::size_t most_changes = 8 * (2 + 9) + 9 + limits::reviewers;

struct change_list {
  const comparison& document;
  const field& among;
  const ruling& found;
  reviewer_order reviewers{document.reviewers};
  gathered<change_item, most_changes> list{};

  // Decides `changed` and notes `what` when the answer is another; true then.
  bool note(const field& changed, change_item what) {
    const ruling then = judge(changed);
    if (then.same_answer(found)) return false;
    what.then = then.what;
    what.then_contender = then.contender;
    list.add(what);
    return true;
  }

  void try_release(contender_index index);
  void try_lifting(contender_index index);
  void try_breaker(limit_code code);
  void try_reviewer(reviewer_index index);
  void try_more(contender_index index);
};

void set_verdict(seat& judged, reviewer_mask bit, verdict_code verdict) {
  judged.mixed &= ~bit;
  judged.ship = verdict == verdict_code::ship ? judged.ship | bit : judged.ship & ~bit;
  judged.skip = verdict == verdict_code::skip ? judged.skip | bit : judged.skip & ~bit;
}

void change_list::try_release(contender_index index) {
  if (!may_be_released(document.contenders[index].status.value)) return;
  field changed = among;
  changed.seats[index].released = true;
  note(changed, {.what = answer_change::release_confirmed, .contender = index});
}

void change_list::try_lifting(contender_index index) {
  for (limit_mask rest = among.seats[index].limits; rest; rest &= static_cast<limit_mask>(rest - 1)) {
    const auto code = static_cast<limit_code>(std::countr_zero(rest));
    field changed = among;
    changed.seats[index].limits &= static_cast<limit_mask>(~bit_of(code));
    note(changed, {.what = answer_change::limit_lifted, .contender = index, .limit = code});
  }
}

void change_list::try_breaker(limit_code code) {
  field changed = among;
  changed.breakers ^= bit_of(code);
  note(changed, {.what = answer_change::limit_matters, .limit = code});
}

// A reviewer's ship become skip, skip become ship, mixed become either: the first that changes the answer.
void change_list::try_reviewer(reviewer_index index) {
  const reviewer_mask bit = reviewer_mask{1} << index;
  for (std::size_t place = 0; place < among.size; ++place) {
    const contender_index of = among.by_id[place];
    const seat& judged = among.seats[of];
    if (!(judged.judged() & bit)) continue;
    for (const verdict_code verdict : tried) {
      if ((verdict == verdict_code::ship ? judged.ship : judged.skip) & bit) continue;
      field changed = among;
      set_verdict(changed.seats[of], bit, verdict);
      if (note(changed,
               {.what = answer_change::one_reviewer, .contender = of, .reviewer = index, .verdict = verdict}))
        return;
    }
  }
}

// One more ship or skip: by a new reviewer who judges nothing else, else by one who has not judged it yet.
void change_list::try_more(contender_index index) {
  for (std::size_t place = 0; place <= reviewers.size; ++place)
    for (const verdict_code verdict : tried) {
      change_item what{.what = answer_change::more_reviews, .contender = index, .verdict = verdict};
      field changed = among;
      seat& judged = changed.seats[index];
      if (!place) {
        ++(verdict == verdict_code::ship ? judged.more_ship : judged.more_skip);
      } else {
        what.reviewer = reviewers.by_id[place - 1];
        const reviewer_mask bit = reviewer_mask{1} << *what.reviewer;
        if (judged.judged() & bit) break;
        set_verdict(judged, bit, verdict);
      }
      if (note(changed, what)) return;
    }
}

}  // namespace

list<change_item> find_changes(const comparison& document, const field& among, const ruling& found) {
  change_list told{document, among, found};
  limit_mask known = among.breakers;
  for (std::size_t place = 0; place < among.size; ++place) {
    known |= among.seats[place].limits;
    told.try_release(among.by_id[place]);
  }
  known &= static_cast<limit_mask>(~bit_of(limit_code::unknown));
  for (std::size_t place = 0; place < among.size; ++place) told.try_lifting(among.by_id[place]);
  for (; known; known &= static_cast<limit_mask>(known - 1))
    told.try_breaker(static_cast<limit_code>(std::countr_zero(known)));
  for (std::size_t place = 0; place < told.reviewers.size; ++place)
    told.try_reviewer(told.reviewers.by_id[place]);
  for (std::size_t place = 0; place < among.size; ++place) told.try_more(among.by_id[place]);
  return told.list.all();
}

}  // namespace faceoff::verdict_detail
