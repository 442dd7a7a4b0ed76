// The decision as bits, small enough to be copied, changed in one place and decided again thousands of times.
//
// In: a document and deal breakers. Out: a field, and the ruling that follows from it. Cost: O(pairs) words.
// Internal to the verdict stage.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "faceoff/limits.hpp"
#include "faceoff/list.hpp"
#include "faceoff/verdict.hpp"

namespace faceoff::verdict_detail {

static_assert(limits::contenders <= 8 && limits::reviewers <= 64,
              "a contender is a byte's bit, a reviewer a word's");

using contender_mask = std::uint8_t;  // a bit per contender index
using reviewer_mask = std::uint64_t;  // a bit per reviewer index
using limit_mask = std::uint16_t;     // a bit per limit_code

constexpr limit_mask bit_of(limit_code code) {
  return static_cast<limit_mask>(1u << static_cast<unsigned>(code));
}
constexpr contender_mask bit_of(contender_index one) { return static_cast<contender_mask>(1u << one); }

// Limits that make a pick a conditional one while the reader named no deal breakers: they say who may use a
// thing for what. How much and how long of it (quota, time) is part of its price; `other` and `unknown` name
// no condition one could state.
constexpr limit_mask limits_that_matter =
    bit_of(limit_code::non_commercial) | bit_of(limit_code::research_only) |
    bit_of(limit_code::no_redistribution) | bit_of(limit_code::seats) | bit_of(limit_code::region);

struct seat {
  reviewer_mask ship = 0, mixed = 0, skip = 0;
  std::uint8_t more_ship = 0, more_skip = 0;  // of reviewers who judge nothing else and have no bit
  bool released = false;
  limit_mask limits = 0;
  contender_mask apart = 0;  // contenders with disjoint jobs

  unsigned ships() const { return static_cast<unsigned>(std::popcount(ship)) + more_ship; }
  unsigned skips() const { return static_cast<unsigned>(std::popcount(skip)) + more_skip; }
  unsigned decided() const { return ships() + skips(); }
  bool at_least_half() const { return decided() > 0 && ships() >= skips(); }
  // Still at least half after leaving out any one reviewer.
  bool keeps_half() const { return ships() > 1 && ships() > skips(); }
  reviewer_mask judged() const { return ship | mixed | skip; }
};

struct field {
  seat seats[limits::contenders];
  contender_index by_id[limits::contenders]{};  // indices in the order of ids: what every list goes by
  std::size_t size = 0;
  limit_mask breakers = 0;  // deal breakers, as said
  limit_mask matters = 0;   // limits that make a pick conditional

  contender_mask everybody() const { return static_cast<contender_mask>((1u << size) - 1); }
};

inline std::size_t pairs_of(std::size_t contenders) {
  return contenders * (contenders - (contenders > 0)) / 2;
}

field make_field(const comparison& document, const list<limit_code>& deal_breakers);

// What bars a contender under these deal breakers: who must not earn with a thing for research only may not
// sell what it makes either, so non_commercial bars research_only too.
limit_mask barred_by(limit_mask breakers);
contender_mask eligible_in(const field& among);
// Whom x is measured against: the other eligible ones; a lone eligible one against everybody else.
contender_mask rivals_of(const field& among, contender_mask eligible, contender_index x);

// One pair, ship over mixed over skip.
struct duel {
  reviewer_mask prefer_x = 0, prefer_y = 0, both = 0;

  int lead() const { return std::popcount(prefer_x) - std::popcount(prefer_y); }
  // Leaving out one who prefers x is the worst that leaving out anybody can do, so two ahead survives it.
  bool beats() const { return lead() >= 2; }
  bool sweeps() const { return prefer_y == 0 && beats(); }
};
duel match(const seat& x, const seat& y);

// All eligible ones (with a lone one: everybody) give jobs, and no two share one.
bool all_apart(const field& among, contender_mask eligible);

struct ruling {
  outcome what = outcome::no_panel;
  std::optional<contender_index> contender;
  limit_code condition = limit_code::unset;

  bool same_answer(const ruling& other) const { return what == other.what && contender == other.contender; }
};
ruling judge(const field& among);

// Items gathered on the stack and copied once: a vector that grows costs WebAssembly half a KiB for each
// type. `most` is what the limits on contenders and reviewers allow; what went beyond it would be dropped.
template <class type, std::size_t most>
struct gathered {
  type items[most]{};
  std::size_t size = 0;

  void add(const type& item) {
    if (size < most) items[size++] = item;
  }
  list<type> all() const { return {items, items + size}; }
};

// The parts of an answer, each in the order of ids.
list<reason_item> find_reasons(const field& among, const ruling& found);
list<caveat_item> find_caveats(const comparison& document, const field& among, const ruling& found,
                               const date& today);
list<change_item> find_changes(const comparison& document, const field& among, const ruling& found);

// unconfirmed, announced or of an unknown status: may yet turn out to be released.
bool may_be_released(status_code status);
// Over 90 days between a price's checked_on and today.
std::optional<std::uint16_t> days_since_checked(const price& given, const date& today);
inline constexpr std::uint16_t price_days = 90;

}  // namespace faceoff::verdict_detail
