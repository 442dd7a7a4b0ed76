// A comparison document as plain data: what a publisher wrote, validated and with its references resolved.
//
// In: filled by `feed`. Out: read by every later stage. Every string is valid UTF-8 foreign text, never
// markup. Empty string: not given. Contenders, reviewers and criteria are referred to by index into their
// vectors.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "faceoff/list.hpp"
#include "faceoff/string.hpp"

namespace faceoff {

// A calendar date (proleptic Gregorian). year 0: not given.
struct date {
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 1..12
  std::uint8_t day = 0;    // 1..31

  bool given() const { return year != 0; }
  friend bool operator==(const date&, const date&) = default;
};

// Strict "YYYY-MM-DD" of an existing day in 1..9999.
std::optional<date> parse_date(const string& text);
string to_text(const date& day);                 // "YYYY-MM-DD"; "" when not given
std::int32_t days_since_epoch(const date& day);  // days since 1970-01-01; day must be given

// A moment in seconds since 1970-01-01T00:00:00Z.
struct instant {
  std::int64_t seconds = 0;  // means nothing unless given
  bool given = false;
};

// RFC 3339 with a zone ("2026-11-25T08:00:00Z", "...+01:00"), or a date alone: its midnight in UTC.
std::optional<instant> parse_instant(const string& text);

// Every closed code of the format. `unknown` is what a newer document may bring; `none`/unset is the default.
enum class verdict_code : std::uint8_t { unset, ship, skip, mixed, abstain, unknown };
enum class link_kind : std::uint8_t { unset, official, source, affiliate, sponsored, unknown };
enum class price_kind : std::uint8_t {
  unset,
  free,
  freemium,
  trial,
  subscription,
  usage,
  one_time,
  contact,
  unknown
};
enum class limit_code : std::uint8_t {
  unset,
  non_commercial,
  research_only,
  no_redistribution,
  seats,
  region,
  quota,
  time,
  other,
  unknown
};
enum class status_code : std::uint8_t { unset, released, announced, unconfirmed, discontinued, unknown };
enum class relationship_code : std::uint8_t {
  unset,
  none,
  affiliate,
  sponsored,
  gifted,
  own_product,
  unknown
};
enum class reviewer_kind : std::uint8_t { unset, human, ai_persona, lab, crowd, unknown };
enum class comparable_code : std::uint8_t { unset, yes, partly, no, unknown };
enum class poll_mode : std::uint8_t { unset, verdicts, pick, unknown };
enum class reveal_code : std::uint8_t { unset, always, after_vote, unknown };

// The code as written in a document ("ai_persona"); "" for unset, "unknown" for unknown.
std::string_view name_of(verdict_code code);
std::string_view name_of(link_kind code);
std::string_view name_of(price_kind code);
std::string_view name_of(limit_code code);
std::string_view name_of(status_code code);
std::string_view name_of(relationship_code code);
std::string_view name_of(reviewer_kind code);
std::string_view name_of(comparable_code code);
std::string_view name_of(poll_mode code);
std::string_view name_of(reveal_code code);

struct named_link {
  string name;  // or title, or label
  string url;
};

struct contender_link {
  string label;
  string url;
  link_kind kind = link_kind::unset;
};

struct price_rate {
  string label;
  string amount;  // decimal, as price.amount
  string per;
};

struct price {
  price_kind kind = price_kind::unset;  // unset: no price given; never read as free
  string amount;                        // decimal digits with at most one '.', e.g. "19.90"; "" not given
  string currency;                      // ISO 4217, e.g. "EUR"
  string per;                           // the unit, e.g. "month", "seat", "1M tokens"
  string billing;
  list<price_rate> rates;
  string label;
  date checked_on;
  string source_url;
};

struct license {
  string spdx;
  string name;
  string url;
};

struct limit {
  limit_code code = limit_code::unset;
  string text;
  string source_url;
};

struct status {
  status_code value = status_code::unset;
  string source_url;
  date checked_on;
  bool disputed = false;
};

struct contender {
  string id;
  string name;
  list<string> former_names;  // oldest first
  string same_as;
  string category;
  list<string> jobs;
  string tagline;
  string description;
  string url;
  list<contender_link> links;
  string logo;
  faceoff::price price;
  faceoff::license license;
  list<limit> limits;
  list<string> best_for;
  list<string> not_for;
  list<string> pros;
  list<string> cons;
  faceoff::status status;
  relationship_code relationship = relationship_code::unset;
  string disclosure;
};

struct reviewer {
  string id;
  string name;
  reviewer_kind kind = reviewer_kind::unset;
  string viewpoint;
  string url;
  std::optional<std::uint64_t> reviewed;  // record.reviewed
  std::optional<std::uint64_t> positive;  // record.positive, at most reviewed
};

struct review {
  std::uint8_t reviewer = 0;                   // index
  std::uint8_t contender = 0;                  // index
  verdict_code verdict = verdict_code::unset;  // as written; unset when only a score was given
  std::optional<std::uint8_t> score;           // 0..100
  string reason;
  string quote;
  string url;
  date day;
};

struct criterion_value {
  std::uint8_t contender = 0;  // index
  string text;
  string source_url;
  date checked_on;
  bool disputed = false;
};

struct criterion {
  string id;
  string name;
  list<criterion_value> values;
};

struct choose_if {
  std::uint8_t contender = 0;  // index
  string when;
};

struct our_pick {
  bool given = false;
  std::optional<std::uint8_t> contender;  // index; none: the publisher says "none"
  string reason;
  list<choose_if> choose;
  string by;
  date day;
};

struct poll_settings {
  bool given = false;
  poll_mode mode = poll_mode::unset;  // unset reads as verdicts
  string votes;                       // URL as written; "" not given
  bool local = false;
  instant opens;
  instant closes;
  reveal_code reveal = reveal_code::unset;  // unset reads as always
};

struct call_words {
  string label;   // "Ship"
  string action;  // "Ship {name}"'s verb
  string share;   // what the percentage is called
};

struct words {
  call_words ship;
  call_words skip;
  call_words mixed;
};

struct response {
  std::uint8_t contender = 0;  // index
  string by;
  date day;
  string text;
  string url;
};

struct history_entry {
  date day;
  string text;
};

struct subscribe {
  string title;
  string text;
  string note;
  string url;
};

struct comparison {
  string id;
  list<string> aliases;  // earlier ids, oldest first
  string url;
  string label;
  string title;  // "" not given: the HTML stage joins the names
  string question;
  string summary;
  string language;  // BCP 47; "" not given
  date date_published;
  date date_modified;
  named_link publisher;
  list<named_link> authors;
  string methodology_url;
  string corrections_url;
  string discuss_url;
  named_link section;
  list<named_link> related;
  faceoff::subscribe subscribe;
  std::optional<std::uint8_t> ship_from;  // a score alone counts as ship from here on
  list<contender> contenders;             // 2..8
  list<reviewer> reviewers;               // 0..64
  list<review> reviews;                   // at most one per (reviewer, contender)
  list<criterion> criteria;
  comparable_code comparable = comparable_code::unset;
  string comparable_reason;
  faceoff::our_pick our_pick;
  poll_settings poll;
  faceoff::words words;
  list<response> responses;
  list<history_entry> history;
};

// The oldest alias, else the id: what ballots are bound to, so that a renamed comparison keeps its votes.
const string& first_id(const comparison& document);

// The verdict a review counts as: the written one; else, with a score and ship_from, ship or skip; else
// unset.
verdict_code counted_verdict(const comparison& document, const review& given);

}  // namespace faceoff
