#include "field.hpp"

namespace faceoff::verdict_detail {
namespace {

using index_or_none = std::optional<contender_index>;

std::uint16_t size_of(reviewer_mask mask) { return static_cast<std::uint16_t>(std::popcount(mask)); }

// Two for each pair and, for each contender, a line for each limit and two more.
constexpr std::size_t most_reasons = 28 * 2 + 8 * 12 + 1;

struct reason_list {
  const field& among;
  contender_mask eligible;
  gathered<reason_item, most_reasons> list{};

  void add(answer_reason what, index_or_none contender, index_or_none other = {}, unsigned count = 0,
           unsigned of = 0) {
    list.add({what, contender, other, limit_code::unset, static_cast<std::uint16_t>(count),
              static_cast<std::uint16_t>(of)});
  }
  void add_limits(limit_mask limits, index_or_none contender, contender_index other) {
    for (; limits; limits &= static_cast<limit_mask>(limits - 1))
      list.add({answer_reason::other_limited, contender, other,
                static_cast<limit_code>(std::countr_zero(limits)), 0, 0});
  }

  void add_duel(contender_index x, contender_index y);
  void add_against(contender_index other, index_or_none winner, limit_mask limits);
  void explain_winner(contender_index x);
  void explain_lone(contender_index x, bool answer);
  void explain_close();
  void explain_apart();
  void explain_excluded();
};

// What the reviewers of both say, and what is weak about it.
void reason_list::add_duel(contender_index x, contender_index y) {
  const duel pair = match(among.seats[x], among.seats[y]);
  const std::uint16_t of = size_of(pair.both), count = size_of(pair.prefer_x);
  const int lead = pair.lead();
  if (lead < 0) return add_duel(y, x);
  if (!of) return add(answer_reason::no_overlap, x, y);
  if (!lead) return add(answer_reason::level, x, y, count, of);
  add(pair.prefer_y ? answer_reason::majority : answer_reason::dominance, x, y, count, of);
  if (lead == 1) add(pair.prefer_y ? answer_reason::fragile : answer_reason::few_deciders, x, y);
}

// Everything that speaks against `other`, whatever reviewers of both say.
void reason_list::add_against(contender_index other, index_or_none winner, limit_mask limits) {
  const seat& one = among.seats[other];
  add_limits(one.limits & limits, winner, other);
  if (!one.released) add(answer_reason::other_not_released, winner, other);
  if (!one.decided())
    add(answer_reason::other_no_share, winner, other);
  else if (!one.at_least_half())
    add(answer_reason::other_below_half, winner, other, one.ships(), one.decided());
}

// Of the rivals judged beside x, the one it has the smallest lead over, or the largest; the first by id of
// equal ones.
enum class nearness : int { closest = 1, furthest = -1 };
index_or_none find_rival(const field& among, contender_mask rivals, contender_index x, nearness which) {
  index_or_none found;
  int least = 0;
  for (std::size_t place = 0; place < among.size; ++place) {
    const contender_index y = among.by_id[place];
    const duel pair = match(among.seats[x], among.seats[y]);
    const int lead = pair.lead() * static_cast<int>(which);
    if (!(rivals & bit_of(y)) || !pair.both || (found && lead >= least)) continue;
    found = y;
    least = lead;
  }
  return found;
}

// A lone eligible one stands on being alone, on whom it beats, and on its share; who comes close is told.
void reason_list::explain_lone(contender_index x, bool answer) {
  const contender_mask rivals = rivals_of(among, eligible, x);
  const index_or_none furthest = find_rival(among, rivals, x, nearness::furthest);
  const index_or_none closest = find_rival(among, rivals, x, nearness::closest);
  const bool beats = furthest && match(among.seats[x], among.seats[*furthest]).beats();
  if (among.size > 2 || !beats) add(answer_reason::only_eligible, x);
  if (!answer) add(answer_reason::share_fragile, x, {}, among.seats[x].ships(), among.seats[x].decided());
  if (beats) add_duel(x, *furthest);
  if (closest && !match(among.seats[x], among.seats[*closest]).beats()) add_duel(x, *closest);
}

void reason_list::explain_winner(contender_index x) {
  const contender_mask rivals = rivals_of(among, eligible, x);
  const auto beaten = static_cast<unsigned>(std::popcount(rivals));
  if (std::has_single_bit(eligible)) {
    explain_lone(x, true);
  } else {
    if (beaten > 1) add(answer_reason::beats_all, x, {}, beaten);
    add_duel(x, *find_rival(among, rivals, x, nearness::closest));
  }
  const limit_mask weighs = barred_by(among.breakers) | among.matters;
  for (std::size_t place = 0; place < among.size; ++place)
    if (among.by_id[place] != x)
      add_against(among.by_id[place], x, static_cast<limit_mask>(weighs & ~among.seats[x].limits));
  add(answer_reason::share, x, {}, among.seats[x].ships(), among.seats[x].decided());
}

// Every eligible one that no other is ahead of, against those it is not clearly ahead of; nobody: a cycle.
void reason_list::explain_close() {
  if (std::has_single_bit(eligible))
    return explain_lone(static_cast<contender_index>(std::countr_zero(eligible)), false);
  contender_mask unbeaten = eligible;
  for (contender_index x = 0; x < among.size; ++x)
    for (contender_index y = 0; y < among.size; ++y)
      if (eligible & bit_of(x) && match(among.seats[x], among.seats[y]).lead() > 0)
        unbeaten &= static_cast<contender_mask>(~bit_of(y));
  if (!unbeaten) add(answer_reason::cycle, {});
  contender_mask told = 0;
  for (std::size_t place = 0; place < among.size; ++place) {
    const contender_index x = among.by_id[place];
    if (!(unbeaten & bit_of(x))) continue;
    told |= bit_of(x);
    for (std::size_t next = 0; next < among.size; ++next) {
      const contender_index y = among.by_id[next];
      if (eligible & bit_of(y) & ~told && !match(among.seats[x], among.seats[y]).beats()) add_duel(x, y);
    }
  }
}

void reason_list::explain_apart() {
  add(answer_reason::disjoint_jobs, {});
  for (std::size_t place = 0; place < among.size; ++place) {
    const seat& one = among.seats[among.by_id[place]];
    if (eligible & bit_of(among.by_id[place]))
      add(answer_reason::share, among.by_id[place], {}, one.ships(), one.decided());
  }
}

void reason_list::explain_excluded() {
  const auto out = static_cast<contender_mask>(among.everybody() & ~eligible);
  for (std::size_t place = 0; place < among.size; ++place)
    if (out & bit_of(among.by_id[place])) add_against(among.by_id[place], {}, barred_by(among.breakers));
}

}  // namespace

list<reason_item> find_reasons(const field& among, const ruling& found) {
  reason_list told{among, eligible_in(among)};
  switch (found.what) {
    case outcome::no_panel:
      if (all_apart(among, among.everybody())) told.add(answer_reason::disjoint_jobs, {});
      break;
    case outcome::different_jobs:
      told.explain_apart();
      told.explain_excluded();
      break;
    case outcome::too_close:
      told.explain_close();
      told.explain_excluded();
      break;
    case outcome::neither:
      told.explain_excluded();
      break;
    default:
      told.explain_winner(*found.contender);
      break;
  }
  return told.list.all();
}

}  // namespace faceoff::verdict_detail
