#include "field.hpp"

#include <algorithm>

namespace faceoff::verdict_detail {
namespace {

bool disjoint(const list<string>& a, const list<string>& b) {
  if (a.empty() || b.empty()) return false;  // no job given: no claim
  for (const string& job : a)
    for (const string& other : b)
      if (job == other) return false;
  return true;
}

limit_mask mask_of(const list<limit>& given) {
  limit_mask mask = 0;
  for (const limit& one : given) mask |= bit_of(one.code);
  return static_cast<limit_mask>(mask & ~bit_of(limit_code::unset));
}

void place(field& among, const comparison& document, contender_index index) {
  const contender& one = document.contenders[index];
  seat& taken = among.seats[index];
  taken.released = one.status.value == status_code::unset || one.status.value == status_code::released;
  taken.limits = mask_of(one.limits);
  std::size_t before = 0;
  for (std::size_t other = 0; other < among.size; ++other) {
    const contender& rival = document.contenders[other];
    if (rival.id < one.id) ++before;
    if (other != index && disjoint(one.jobs, rival.jobs))
      taken.apart |= bit_of(static_cast<contender_index>(other));
  }
  among.by_id[before] = index;
}

// The rivals that x beats, and those among them whom nobody prefers to x.
struct standing {
  contender_mask beaten = 0, swept = 0;
};

standing stand(const field& among, contender_mask rivals, contender_index x) {
  standing found;
  for (contender_index y = 0; y < among.size; ++y) {
    if (!(rivals & bit_of(y))) continue;
    const duel pair = match(among.seats[x], among.seats[y]);
    if (pair.beats()) found.beaten |= bit_of(y);
    if (pair.sweeps()) found.swept |= bit_of(y);
  }
  return found;
}

ruling award(const field& among, contender_index winner, bool swept) {
  if (!swept) return {outcome::lean, winner};
  const auto open = static_cast<limit_mask>(among.seats[winner].limits & among.matters);
  if (!open) return {outcome::pick, winner};
  return {outcome::conditional, winner, static_cast<limit_code>(std::countr_zero(open))};
}

}  // namespace

field make_field(const comparison& document, const list<limit_code>& deal_breakers) {
  field made;
  made.size = std::min(document.contenders.size(), limits::contenders);
  for (std::size_t index = 0; index < made.size; ++index)
    place(made, document, static_cast<contender_index>(index));
  for (const review& given : document.reviews) {
    if (given.contender >= made.size || given.reviewer >= limits::reviewers) continue;
    seat& judged = made.seats[given.contender];
    const reviewer_mask bit = reviewer_mask{1} << given.reviewer;
    switch (counted_verdict(document, given)) {
      case verdict_code::ship:
        judged.ship |= bit;
        break;
      case verdict_code::mixed:
        judged.mixed |= bit;
        break;
      case verdict_code::skip:
        judged.skip |= bit;
        break;
      default:
        break;
    }
  }
  for (const limit_code code : deal_breakers)
    if (code != limit_code::unset && code != limit_code::unknown) made.breakers |= bit_of(code);
  if (!made.breakers) made.matters = limits_that_matter;
  return made;
}

limit_mask barred_by(limit_mask breakers) {
  if (breakers & bit_of(limit_code::non_commercial)) breakers |= bit_of(limit_code::research_only);
  return breakers;
}

contender_mask eligible_in(const field& among) {
  const limit_mask barred = barred_by(among.breakers);
  contender_mask found = 0;
  for (contender_index x = 0; x < among.size; ++x) {
    const seat& one = among.seats[x];
    if (one.released && !(one.limits & barred) && one.at_least_half()) found |= bit_of(x);
  }
  return found;
}

contender_mask rivals_of(const field& among, contender_mask eligible, contender_index x) {
  const contender_mask others = std::has_single_bit(eligible) ? among.everybody() : eligible;
  return static_cast<contender_mask>(others & ~bit_of(x));
}

duel match(const seat& x, const seat& y) {
  return {(x.ship & (y.mixed | y.skip)) | (x.mixed & y.skip),
          (y.ship & (x.mixed | x.skip)) | (y.mixed & x.skip), x.judged() & y.judged()};
}

bool all_apart(const field& among, contender_mask eligible) {
  const contender_mask all = std::has_single_bit(eligible) ? among.everybody() : eligible;
  for (contender_index x = 0; x < among.size; ++x)
    if (all & bit_of(x) && all & ~bit_of(x) & ~among.seats[x].apart) return false;
  return true;
}

ruling judge(const field& among) {
  unsigned decided = 0;
  for (std::size_t x = 0; x < among.size; ++x) decided += among.seats[x].decided();
  if (!decided) return {outcome::no_panel, {}};
  const contender_mask eligible = eligible_in(among);
  if (!eligible) return {outcome::neither, {}};
  if (all_apart(among, eligible)) return {outcome::different_jobs, {}};
  for (contender_index x = 0; x < among.size; ++x) {
    if (!(eligible & bit_of(x))) continue;
    const contender_mask rivals = rivals_of(among, eligible, x);
    const standing found = stand(among, rivals, x);
    if (std::has_single_bit(eligible)) {
      if (found.beaten || among.seats[x].keeps_half()) return award(among, x, found.swept);
    } else if (found.beaten == rivals) {
      return award(among, x, found.swept == rivals);
    }
  }
  return {outcome::too_close, {}};
}

bool may_be_released(status_code status) {
  return status == status_code::unconfirmed || status == status_code::announced ||
         status == status_code::unknown;
}

}  // namespace faceoff::verdict_detail
