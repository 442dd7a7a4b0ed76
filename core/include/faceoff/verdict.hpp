// What the panel, the prices and the limits say, and the answer that follows from them.
//
// In: a valid document, the reader's deal breakers, today. Out: typed readings with reason codes; no words.
// Every reading is the same whatever the order of contenders and reviewers in the document. Cost: O(pairs x
// reviewers).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "faceoff/model.hpp"
#include "faceoff/statistics.hpp"

namespace faceoff {

using contender_index = std::uint8_t;
using reviewer_index = std::uint8_t;

// ---- Panel: counts, never an interval.

struct contender_panel {
  share votes;                     // ship and skip only
  std::uint16_t mixed = 0;         // told, not counted
  std::uint16_t abstain = 0;       // told, not counted
  std::uint16_t not_reviewed = 0;  // reviewers without a verdict on this contender
  bool percentage = false;         // at least three verdicts: a percentage may be shown
};

struct panel_reading {
  std::vector<contender_panel> contenders;                                          // by contender index
  std::uint16_t humans = 0, ai_personas = 0, labs = 0, crowds = 0, undeclared = 0;  // who speaks
};

panel_reading read_panel(const comparison& document);

// ---- Pricing.

enum class entry_price : std::uint8_t { unknown, free, free_limited, from, contact };
// Why prices can or cannot be compared: one reason, the first that applies in this order.
enum class price_reason : std::uint8_t {
  none,
  said_not_comparable,  // comparable: no
  missing,              // a price is not known
  different_rights,     // one may do what the other forbids
  different_units,      // currency, per or billing differ
  not_stated,           // contact, or an amount without a currency
  same_amount,
  lower_amount,
};
enum class price_order : std::uint8_t { unknown, not_comparable, same, cheaper };

struct contender_price {
  entry_price entry = entry_price::unknown;   // a missing price never becomes free
  std::optional<std::uint16_t> checked_days;  // days between checked_on and today; none without either
  bool out_of_date = false;                   // over 90 days
};

struct price_pair {
  contender_index a = 0, b = 0;  // a < b as indices
  price_order order = price_order::unknown;
  std::optional<contender_index> cheaper;  // with price_order::cheaper
  price_reason reason = price_reason::none;
  // With different_rights: the limits that one has and the other has not.
  std::vector<limit_code> only_a_limits, only_b_limits;  // sorted
};

struct price_reading {
  std::vector<contender_price> contenders;
  std::vector<price_pair> pairs;  // every a < b
};

price_reading read_prices(const comparison& document, const date& today);

// ---- Reviewer split.

enum class agreement : std::uint8_t { none, single, unanimous, majority, tied };

struct contender_split {
  agreement kind = agreement::none;
  std::uint16_t most = 0;   // k of "majority k-m": the larger side
  std::uint16_t least = 0;  // m
  bool most_ship = false;   // the larger side says ship; means nothing when tied or none
};

// Two contenders over the reviewers who judged both (ship over mixed over skip; abstain and no verdict leave
// out).
struct head_to_head {
  contender_index a = 0, b = 0;          // a < b as indices
  std::vector<reviewer_index> prefer_a;  // the deciders for a, in the document's order
  std::vector<reviewer_index> prefer_b;
  std::vector<reviewer_index> same;
  std::optional<contender_index> leader;  // more deciders; none when level or nobody judged both
  bool dominant = false;                  // nobody prefers the other, and at least one prefers the leader
  bool survives = false;                  // the leader still leads after leaving out any one reviewer
};

struct split_reading {
  std::vector<contender_split> contenders;
  std::vector<head_to_head> pairs;  // every a < b
};

split_reading read_split(const comparison& document);

// ---- The answer.

enum class outcome : std::uint8_t { no_panel, different_jobs, neither, too_close, lean, conditional, pick };

enum class answer_reason : std::uint8_t {
  dominance,           // nobody prefers the other; `count` of `of` prefer `contender`
  majority,            // `count` of `of` prefer `contender`
  beats_all,           // three or more: it beats every other eligible one
  only_eligible,       // it alone is released and has at least half of the panel
  share,               // panel share `count` of `of`
  other_limited,       // `other` has limit `limit`, `contender` has not
  other_not_released,  // `other` is announced, unconfirmed or discontinued
  other_below_half,    // `other` has less than half of the panel
  level,               // as many prefer the one as the other
  cycle,               // each is beaten by another
  fragile,             // the lead hangs on one reviewer
  few_deciders,        // fewer than two decide
  no_overlap,          // no reviewer judged both
  disjoint_jobs,
};

enum class answer_caveat : std::uint8_t {
  unconfirmed,  // `contender`'s release is unconfirmed
  announced,
  discontinued,
  would_lead,   // if `contender` were real, it would be picked, or lead
  limited,      // `contender` itself has limit `limit`
  disputed,     // its status is disputed
  own_product,  // the publisher's own, or paid: `contender`
  paid,
  few_reviewers,  // fewer than three verdicts
  all_ai,         // every reviewer is an AI persona
  old_price,
};

enum class answer_change : std::uint8_t {
  release_confirmed,  // `contender`'s release
  limit_lifted,       // `limit` of `contender`
  limit_matters,      // if `limit` does not matter to the reader (or does)
  one_reviewer,       // `reviewer` judging otherwise
  more_reviews,       // of `contender`
};

struct reason_item {
  answer_reason what{};
  std::optional<contender_index> contender, other;
  limit_code limit = limit_code::unset;
  std::uint16_t count = 0, of = 0;
};

struct caveat_item {
  answer_caveat what{};
  std::optional<contender_index> contender;
  limit_code limit = limit_code::unset;
};

struct change_item {
  answer_change what{};
  std::optional<contender_index> contender;
  std::optional<reviewer_index> reviewer;
  limit_code limit = limit_code::unset;
};

struct answer {
  faceoff::outcome outcome = outcome::no_panel;
  std::optional<contender_index> contender;  // with pick, conditional, lean
  limit_code condition = limit_code::unset;  // with conditional: the limit of `condition_of` that decides
  std::optional<contender_index>
      condition_of;  // the limited one: the picked one, or the one to take where the limit does not matter
  std::vector<reason_item> reasons;  // most important first; the HTML shows at most two
  std::vector<caveat_item> caveats;
  std::vector<change_item> changes;  // what would change it
  // The publisher's own pick differs from this outcome; means nothing without our_pick.
  bool differs_from_our_pick = false;
};

// deal_breakers: limit codes the reader said matter to them; empty: not said.
answer decide(const comparison& document, const std::vector<limit_code>& deal_breakers, const date& today);

}  // namespace faceoff
