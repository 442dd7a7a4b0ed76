#include "field.hpp"

namespace faceoff::verdict_detail {
namespace {

std::optional<answer_caveat> caveat_of(status_code status) {
  switch (status) {
    case status_code::unconfirmed:
      return answer_caveat::unconfirmed;
    case status_code::announced:
      return answer_caveat::announced;
    case status_code::discontinued:
      return answer_caveat::discontinued;
    case status_code::unknown:
      return answer_caveat::status_unknown;
    default:
      return {};
  }
}

answer_caveat if_released(const field& among, const ruling& found, contender_index index) {
  field real = among;
  real.seats[index].released = true;
  const ruling then = judge(real);
  if (then.contender == index) return answer_caveat::would_lead;
  return then.same_answer(found) ? answer_caveat::would_not_change : answer_caveat::would_unsettle;
}

// Seven for each contender, the limits of the answer's, its price, and who speaks.
constexpr std::size_t most_caveats = 8 * 7 + 10 + 2;

struct caveat_list {
  const comparison& document;
  const field& among;
  const ruling& found;
  gathered<caveat_item, most_caveats> list{};

  void add(answer_caveat what, std::optional<contender_index> contender,
           limit_code limit = limit_code::unset) {
    list.add({what, contender, limit});
  }

  void add_release(contender_index index);
  void add_interest(contender_index index);
  void add_panel(contender_index index);
  void add_limits(contender_index index);
  void add_speakers();
};

void caveat_list::add_release(contender_index index) {
  const status& given = document.contenders[index].status;
  if (const auto what = caveat_of(given.value)) add(*what, index);
  if (may_be_released(given.value)) add(if_released(among, found, index), index);
  if (given.disputed) add(answer_caveat::disputed, index);
}

void caveat_list::add_interest(contender_index index) {
  switch (document.contenders[index].relationship) {
    case relationship_code::own_product:
      add(answer_caveat::own_product, index);
      break;
    case relationship_code::affiliate:
    case relationship_code::sponsored:
    case relationship_code::gifted:
      add(answer_caveat::paid, index);
      break;
    default:
      break;
  }
}

void caveat_list::add_panel(contender_index index) {
  const seat& one = among.seats[index];
  const unsigned decided = one.decided();
  if (decided > 0 && decided < 3) add(answer_caveat::few_reviewers, index);
}

void caveat_list::add_limits(contender_index index) {
  auto rest = static_cast<limit_mask>(among.seats[index].limits);
  if (found.what == outcome::conditional) rest &= static_cast<limit_mask>(~bit_of(found.condition));
  for (; rest; rest &= static_cast<limit_mask>(rest - 1))
    add(answer_caveat::limited, index, static_cast<limit_code>(std::countr_zero(rest)));
}

void caveat_list::add_speakers() {
  const panel_reading panel = read_panel(document);
  if (panel.ai_personas && !panel.humans && !panel.labs && !panel.crowds && !panel.undeclared)
    add(answer_caveat::all_ai, {});
}

}  // namespace

list<caveat_item> find_caveats(const comparison& document, const field& among, const ruling& found,
                               const date& today) {
  caveat_list told{document, among, found};
  for (std::size_t place = 0; place < among.size; ++place) told.add_release(among.by_id[place]);
  if (found.contender) {
    const contender_index picked = *found.contender;
    told.add_limits(picked);
    const auto days = days_since_checked(document.contenders[picked].price, today);
    if (days && *days > price_days) told.add(answer_caveat::old_price, picked);
  }
  for (std::size_t place = 0; place < among.size; ++place) {
    const contender_index index = among.by_id[place];
    const bool concerned = !found.contender || *found.contender == index;
    if (concerned) told.add_interest(index);
    if (concerned) told.add_panel(index);
    if (found.what != outcome::no_panel && !among.seats[index].judged())
      told.add(answer_caveat::not_reviewed, index);
    if (found.contender && among.seats[*found.contender].apart & bit_of(index))
      told.add(answer_caveat::other_job, index);
  }
  told.add_speakers();
  return told.list.all();
}

}  // namespace faceoff::verdict_detail
