// The decision as bits, small enough to be copied, changed in one place and decided again thousands of times.
//
// In: a document and deal breakers. Out: a field, and the ruling that follows from it. Cost: O(pairs) words.
// Internal to the verdict stage.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "faceoff/limits.hpp"
#include "faceoff/list.hpp"
#include "faceoff/verdict.hpp"

namespace faceoff::verdict_detail {

static_assert(limits::contenders <= 8 && limits::reviewers <= 64,
              "a contender is a byte's bit, a reviewer a word's");

// Masks and indices are of a machine word, though less would hold them: WebAssembly cuts every result of a
// narrower type.
using contender_mask = unsigned;      // a bit per contender index
using reviewer_mask = std::uint64_t;  // a bit per reviewer index
using limit_mask = unsigned;          // a bit per limit_code

// Of an index or a code.
template <class Member>
[[gnu::always_inline]] constexpr unsigned bit_of(Member one) {
  return 1u << static_cast<unsigned>(one);
}
using contender_set = set_of<contender_index, contender_mask>;
constexpr bool is_single(contender_mask mask) { return std::has_single_bit(mask); }

struct seat {
  reviewer_mask says[6]{};   // by verdict_code: who says so
  std::uint8_t more[3]{};    // by verdict_code: ship and skip of reviewers who judge nothing else: no bit
  bool released = false;     // or without a status
  limit_mask limits = 0;     // without unset
  contender_mask apart = 0;  // contenders with disjoint jobs

  reviewer_mask who(verdict_code what) const { return says[static_cast<unsigned>(what)]; }
  reviewer_mask judged() const {
    return who(verdict_code::ship) | who(verdict_code::mixed) | who(verdict_code::skip);
  }
  unsigned count(verdict_code what) const {
    return static_cast<unsigned>(std::popcount(who(what))) + more[static_cast<unsigned>(what)];
  }
  unsigned ships() const { return count(verdict_code::ship); }
  unsigned skips() const { return count(verdict_code::skip); }
  unsigned decided() const { return ships() + skips(); }
  bool at_least_half() const { return decided() > 0 && ships() >= skips(); }
  // Still at least half after leaving out any one reviewer.
  bool keeps_half() const { return ships() > 1 && ships() > skips(); }
};

struct ruling {
  outcome what = outcome::no_panel;
  bool apart = false;  // all measured ones give jobs, and no two share one
  index_or_none contender;
  limit_code condition = limit_code::unset;
  contender_mask eligible = 0;
  contender_mask measured = 0;  // whom an eligible one is measured against: a lone one against everybody

  bool same_answer(const ruling& other) const { return what == other.what && contender == other.contender; }
};

struct field {
  seat seats[limits::contenders];
  unsigned size = 0;
  limit_mask breakers = 0;  // deal breakers, as said
  limit_mask matters = 0;   // limits that make a pick conditional
  reviewer_mask speak = 0;  // who has a verdict, an abstention included
  ruling found;             // what `judge` found

  // Of the reviewers of both, ship over mixed over skip.
  reviewer_mask who_prefer(unsigned x, unsigned y) const;
  reviewer_mask who_judge_both(unsigned x, unsigned y) const { return seats[x].judged() & seats[y].judged(); }
  // How many more prefer x. Leaving out one who prefers x is the worst that leaving out anybody can do, so
  // two ahead survives it: x beats y.
  int lead(unsigned x, unsigned y) const;
  bool beats(unsigned x, unsigned y) const { return lead(x, y) >= 2; }
};

inline int size_of(reviewer_mask mask) { return std::popcount(mask); }

limit_mask limits_of(const contender& one);
field make_field(const comparison& document);
void judge(field& among);

// What bars a contender under these deal breakers: who must not earn with a thing for research only may not
// sell what it makes either, so non_commercial bars research_only too.
limit_mask barred_by(limit_mask breakers);

// Days between a price's checked_on and today, 0 if later; -1 without either.
std::int32_t days_since_checked(const price& given, const date& today);
inline constexpr std::int32_t price_days = 90;  // more are too many

}  // namespace faceoff::verdict_detail
