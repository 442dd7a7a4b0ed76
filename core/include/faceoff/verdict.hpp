// What the panel, the prices and the limits say, and the answer that follows from them.
//
// In: a valid document (at most limits::contenders and limits::reviewers), the reader's deal breakers, today.
// Out: typed readings with reason codes; no words. Every reading is the same whatever the order of contenders
// and reviewers in the document: lists of the answer go by contender and reviewer id, not by position.
// Cost: O(pairs x reviewers); `decide` decides again under each single change, some 3,000 times at the
// limits, on bit masks. Never reads prose, a licence's name, or the readers' votes.
#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "faceoff/list.hpp"
#include "faceoff/model.hpp"
#include "faceoff/statistics.hpp"

namespace faceoff {

using contender_index = std::uint8_t;
using reviewer_index = std::uint8_t;

// An index or none in one byte: std::optional's two are passed by address on WebAssembly. Inlined by force,
// here and below: Emscripten's -Oz inlines nothing before the link, and a value made by a call lives in
// memory.
class index_or_none {
 public:
  [[gnu::always_inline]] index_or_none() = default;
  [[gnu::always_inline]] index_or_none(unsigned index) : next_(static_cast<std::uint8_t>(index + 1)) {}
  [[gnu::always_inline]] index_or_none(const std::optional<std::uint8_t>& from) : next_() {
    if (from) *this = *from;
  }

  [[gnu::always_inline]] explicit operator bool() const { return next_ != 0; }
  [[gnu::always_inline]] unsigned operator*() const { return next_ - 1u; }  // there must be one
  [[gnu::always_inline]] friend bool operator==(index_or_none a, index_or_none b) {
    return a.next_ == b.next_;
  }
  // Else std::optional's own comparison would be taken, for which two that are none differ.
  template <class Index>
  friend bool operator==(index_or_none a, const std::optional<Index>& b) {
    return a == index_or_none(b);
  }
  template <class Index>
  friend bool operator==(const std::optional<Index>& a, index_or_none b) {
    return b == a;
  }

 private:
  std::uint8_t next_ = 0;  // 0: none
};

// A set of indices or codes, a bit for each; gone through in rising order.
template <class Member, class Bits>
class set_of {
 public:
  struct iterator {
    Bits left;
    [[gnu::always_inline]] Member operator*() const { return static_cast<Member>(std::countr_zero(left)); }
    [[gnu::always_inline]] iterator& operator++() {
      left &= left - 1;
      return *this;
    }
    [[gnu::always_inline]] bool operator==(const iterator&) const = default;
  };

  set_of() = default;
  [[gnu::always_inline]] explicit set_of(Bits bits) : bits_(bits) {}
  set_of(std::initializer_list<Member> from) {
    for (const Member one : from) add(one);
  }

  [[gnu::always_inline]] void add(Member one) { bits_ |= Bits{1} << static_cast<unsigned>(one); }
  [[gnu::always_inline]] bool has(std::size_t one) const { return bits_ >> one & 1; }
  [[gnu::always_inline]] std::size_t size() const { return static_cast<std::size_t>(std::popcount(bits_)); }
  [[gnu::always_inline]] bool empty() const { return bits_ == 0; }
  [[gnu::always_inline]] iterator begin() const { return {bits_}; }
  [[gnu::always_inline]] iterator end() const { return {0}; }
  friend bool operator==(const set_of&, const set_of&) = default;

 private:
  Bits bits_ = 0;
};
using reviewer_set = set_of<reviewer_index, std::uint64_t>;
using limit_set = set_of<limit_code, std::uint32_t>;

// ---- Panel: counts, never an interval.

struct contender_panel {
  share votes;                     // ship and skip only
  std::uint16_t mixed = 0;         // told, not counted
  std::uint16_t abstain = 0;       // told, not counted
  std::uint16_t not_reviewed = 0;  // reviewers without a verdict (or with one of an unknown code) on it
  bool percentage = false;         // at least three verdicts: a percentage may be shown
};

struct panel_reading {
  list<contender_panel> contenders;  // by contender index
  // Who speaks: the reviewers with at least one verdict, an abstention included.
  std::uint16_t humans = 0, ai_personas = 0, labs = 0, crowds = 0, undeclared = 0;
};

panel_reading read_panel(const comparison& document);

// ---- Pricing.

// free: kind free without limits. free_limited: kind free with any limit, freemium, trial. from:
// subscription, usage or one_time with an amount (or rates of one unit). A missing price never becomes free.
enum class entry_price : std::uint8_t { unknown, free, free_limited, from, contact };
// Why prices can or cannot be compared: one reason, the first that applies in this order. What the publisher
// says under `comparable` can forbid a comparison (no) but never make unequal things equal (yes, partly).
enum class price_reason : std::uint8_t {
  none,
  said_not_comparable,  // comparable: no
  missing,              // a price is not known
  on_request,           // a price is told on request only (contact)
  different_rights,     // one is limited where the other is not, or by another amount
  different_kinds,      // one is free in part (freemium) or for a while (trial), the other is not so
  not_stated,           // an amount without currency or unit, or two free parts of unsaid size
  several_rates,        // a price made of rates: none of them is the price
  different_units,      // currency, kind, per or billing differ
  same_amount,          // both free for the same use, or equal amounts
  lower_amount,         // free before paid; else the amounts as exact decimals
};
enum class price_order : std::uint8_t { unknown, not_comparable, same, cheaper };

struct contender_price {
  entry_price entry = entry_price::unknown;
  std::optional<std::uint16_t>
      checked_days;          // days between checked_on and today, 0 if later; none without either
  bool out_of_date = false;  // over 90 days
  // With `from`: the lowest of price.rates, all of one unit; none: price.amount and price.per.
  index_or_none rate;
};

struct price_pair {
  contender_index a = 0, b = 0;  // a < b as indices
  price_order order = price_order::unknown;
  index_or_none cheaper;  // with price_order::cheaper
  price_reason reason = price_reason::none;
  // With different_rights: the limits that one has and the other has not. A code in both
  // lists: both are limited so, by another amount or one that is not stated (seats, region, quota, time,
  // other are the same only where their texts are).
  limit_set only_a_limits, only_b_limits;
};

struct price_reading {
  list<contender_price> contenders;
  list<price_pair> pairs;  // every a < b
};

price_reading read_prices(const comparison& document, const date& today);

// ---- Reviewer split.

// Of ship and skip verdicts: none; one; two or more, all alike; more of the one; as many of each. A mixed
// verdict takes no side, but beside it one is not single and none are unanimous: k to 0 is a majority then.
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
  contender_index a = 0, b = 0;  // a < b as indices
  reviewer_set prefer_a;         // the deciders for a
  reviewer_set prefer_b;
  reviewer_set same;
  index_or_none leader;   // more deciders; none when level or nobody judged both
  bool dominant = false;  // nobody prefers the other, and at least one prefers the leader
  bool survives = false;  // there is a leader and leaving out any one reviewer it still strictly leads
};

struct split_reading {
  list<contender_split> contenders;
  list<head_to_head> pairs;  // every a < b
};

split_reading read_split(const comparison& document);

// ---- The answer.
//
// Eligible: released (an absent status is taken as released; `unknown` is not), no limit the reader called a
// deal breaker (non_commercial also bars research_only), and a panel share of at least half.
// X beats Y: more reviewers of both prefer X, by two at least, so that leaving out any one X still leads.
//   no_panel        nobody said ship or skip of any contender
//   neither         none is eligible
//   different_jobs  all eligible ones (with a lone one: all contenders) give jobs, and no two share one
//   pick            X beats every other eligible one, and nobody prefers any of them. A lone eligible one: it
//                   beats, with nobody against, at least one other contender
//   conditional     as pick, but X has a limit that matters, and the reader named no deal breakers
//   lean            X beats every other eligible one. A lone eligible one: it beats at least one other, or
//                   keeps its half of the panel whoever is left out
//   too_close       anything else: level, a cycle, a lead (or a lone one's half of the panel) that hangs on
//                   one reviewer, no reviewer of both
// A limit matters unless it is quota, time or other (those are told as caveats).

enum class outcome : std::uint8_t { no_panel, different_jobs, neither, too_close, lean, conditional, pick };

enum class answer_reason : std::uint8_t {
  dominance,      // nobody prefers `other`; `count` of the `of` reviewers of both prefer `contender`
  majority,       // `count` of the `of` reviewers of both prefer `contender` to `other`, some prefer `other`
  beats_all,      // it beats every other eligible one (`count` of them, two at least)
  only_eligible,  // `contender` alone is eligible
  share,          // panel share of `contender`: `count` of `of`
  other_limited,  // `other` has limit `limit`, `contender` (when given) has not
  other_not_released,  // `other` is announced, unconfirmed, discontinued or of an unknown status
  other_below_half,    // `other` has less than half of the panel: `count` of `of`
  other_no_share,      // nobody said ship or skip of `other`
  level,          // `count` of `of` prefer `contender`, as many prefer `other` (0: all rate them the same)
  cycle,          // three or more eligible, and each has another that more reviewers prefer to it
  fragile,        // the lead of `contender` over `other` hangs on one reviewer
  share_fragile,  // the half of the panel of `contender`, `count` of `of`, hangs on one reviewer
  few_deciders,   // one reviewer alone prefers `contender`, nobody prefers `other`
  no_overlap,     // no reviewer judged both `contender` and `other`
  disjoint_jobs,  // no two do the same job
};

enum class answer_caveat : std::uint8_t {
  unconfirmed,       // `contender`'s release is unconfirmed
  announced,         // `contender` is only announced
  discontinued,      // `contender` is discontinued
  status_unknown,    // `contender` has a status this version does not know
  would_lead,        // decided again as if `contender` were released: the answer would be `contender`
  would_not_change,  // ... the same outcome and contender
  would_unsettle,    // ... another outcome, or a third one
  limited,           // the answer's `contender` has limit `limit` (besides the condition)
  disputed,          // the status of `contender` is disputed
  own_product,       // `contender` is the publisher's own
  paid,              // `contender`: affiliate, sponsored or gifted (see its relationship)
  few_reviewers,     // `contender` has one or two verdicts of ship or skip
  not_reviewed,      // no reviewer judged `contender`
  other_job,         // `contender` does another job than the answer's
  all_ai,            // everybody who speaks is an AI persona
  old_price,         // the price of the answer's `contender` was checked over 90 days ago
};

enum class answer_change : std::uint8_t {
  release_confirmed,  // if `contender` were released
  limit_lifted,       // if `contender` had not `limit`
  limit_matters,      // if `limit` were a deal breaker too; if it is one already: were it none
  one_reviewer,       // if `reviewer` had said `verdict` of `contender`
  // If `reviewer`, who has not judged it, had said `verdict` of `contender`; none: one who judges nothing
  // else.
  more_reviews,
};

struct reason_item {
  answer_reason what{};
  index_or_none contender{}, other{};
  limit_code limit = limit_code::unset;
  std::uint16_t count = 0, of = 0;
};

struct caveat_item {
  answer_caveat what{};
  index_or_none contender{};
  limit_code limit = limit_code::unset;
};

// One thing that, changed alone, gives another outcome or contender: decided again, not guessed.
struct change_item {
  answer_change what{};
  index_or_none contender{};
  index_or_none reviewer{};
  limit_code limit = limit_code::unset;
  verdict_code verdict = verdict_code::unset;
  outcome then = outcome::no_panel;  // what it would be
  index_or_none then_contender{};
};

struct answer {
  faceoff::outcome outcome = outcome::no_panel;
  index_or_none contender;                   // with pick, conditional, lean
  limit_code condition = limit_code::unset;  // with conditional: the limit of `contender` that may matter
  index_or_none otherwise;                   // with conditional: whom to take where it matters; none: nobody
  bool otherwise_leans = false;              // that one is a lean only
  list<reason_item> reasons;                 // most important first; the HTML shows at most two
  list<caveat_item> caveats;                 // a would_... stands right after the status it speaks of
  list<change_item> changes;                 // at most one per limit, per reviewer, per contender and kind
  // Limits to ask the reader about: as a deal breaker, alone or beside those said, each gives another answer;
  // and those said that a contender has.
  limit_set may_matter;
  // The publisher's own pick differs from this outcome (naming one where this names none is a difference);
  // means nothing without our_pick, false with no_panel.
  bool differs_from_our_pick = false;
};

// deal_breakers: limit codes the reader said matter to them: then no other limit does. Empty: not said.
// unset and unknown are ignored. An answer's `contender` is always eligible.
answer decide(const comparison& document, const list<limit_code>& deal_breakers, const date& today);

// ---- Stable snake_case codes for programs, as in the report's JSON.

std::string_view name_of(share_label code);
std::string_view name_of(community_state code);
std::string_view name_of(entry_price code);
std::string_view name_of(price_reason code);
std::string_view name_of(price_order code);
std::string_view name_of(agreement code);
std::string_view name_of(outcome code);
std::string_view name_of(answer_reason code);
std::string_view name_of(answer_caveat code);
std::string_view name_of(answer_change code);

}  // namespace faceoff
