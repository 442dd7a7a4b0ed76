#include "shapes.hpp"

#include <array>
#include <iterator>
#include <string_view>

#include "../model/codes.hpp"
#include "checks.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/model.hpp"

// Every struct here is plain; where a library's optional or vector is not standard-layout, offsetof is still
// supported by the compilers we build with.
#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Winvalid-offsetof"
#endif

namespace faceoff::feed {

namespace {

constexpr std::uint16_t name_limit = limits::name_bytes, line_limit = limits::line_bytes,
                        text_limit = limits::text_bytes, url_limit = limits::url_bytes,
                        code_limit = limits::code_bytes, id_limit = limits::id_bytes,
                        list_limit = limits::list_items;

constexpr rule may_repeat{};

// A table as it is written: each field behind its key.
struct row {
  const char* key;
  field known;
};

// What the module carries of a table: the keys as one text, as addresses do not compress.
template <const auto& Rows>
struct packed {
  static constexpr std::size_t count = std::size(Rows);
  static constexpr std::size_t bytes = [] {
    std::size_t sum = 0;
    for (const row& each : Rows) sum += std::string_view(each.key).size() + 1;
    return sum;
  }();
  static constexpr std::array<char, bytes> keys = [] {
    std::array<char, bytes> text{};
    std::size_t at = 0;
    for (const row& each : Rows) {
      if (at != 0) text[at++] = ' ';
      for (const char c : std::string_view(each.key)) text[at++] = c;
    }
    return text;
  }();
  static constexpr std::array<field, count> fields = [] {
    std::array<field, count> all{};
    for (std::size_t i = 0; i < count; ++i) all[i] = Rows[i].known;
    return all;
  }();
};

// clang-format off
#define ROW(s, key, what, member, limit) {key, {holds::what, false, offsetof(s, member), limit, {}}}
#define NEED(s, key, what, member, limit) {key, {holds::what, true, offsetof(s, member), limit, {}}}
#define TEXT(s, key, member, limit) ROW(s, key, text, member, limit)
#define LINK(s, key, member) ROW(s, key, url, member, url_limit)
#define FIELD(s, key, what, member) ROW(s, key, what, member, code_limit)
#define CODE(s, key, member, names) {key, {holds::code, false, offsetof(s, member), code_limit, {.words = names}}}
#define OBJECT(s, key, member, shape) {key, {holds::object, false, offsetof(s, member), 0, {&shape}}}
#define FLAT(key, shape) {key, {holds::object, false, 0, 0, {&shape}}}
#define LIST(s, key, what, member, shape, most) {key, {holds::what, false, offsetof(s, member), most, {&shape}}}
#define TEXTS(s, key, member, shape) LIST(s, key, texts, member, shape, list_limit)
#define SHAPE(s, rows, check, unique) {packed<rows>::keys.data(), packed<rows>::fields.data(), sizeof(s), unique, check}

// The entries of lists of plain texts.
constexpr row code_text[] = {{"", {holds::text, true, 0, code_limit, {}}}};
constexpr shape code_texts = SHAPE(string, code_text, nullptr, may_repeat);
constexpr row name_text[] = {{"", {holds::text, true, 0, name_limit, {}}}};
constexpr shape name_texts = SHAPE(string, name_text, nullptr, may_repeat);
constexpr row line_text[] = {{"", {holds::text, true, 0, line_limit, {}}}};
constexpr shape line_texts = SHAPE(string, line_text, nullptr, may_repeat);
constexpr row alias_text[] = {{"", {holds::id, true, 0, limits::comparison_id_bytes, {}}}};
constexpr shape alias_texts = SHAPE(string, alias_text, nullptr, rule::id_twice);

constexpr row publisher_rows[] = {
  TEXT(named_link, "name", name, name_limit),
  LINK(named_link, "url", url),
};
constexpr shape publisher_shape = SHAPE(named_link, publisher_rows, nullptr, may_repeat);

constexpr row related_rows[] = {
  TEXT(named_link, "title", name, name_limit),
  LINK(named_link, "url", url),
};
constexpr shape related_shape = SHAPE(named_link, related_rows, nullptr, may_repeat);

constexpr row subscribe_rows[] = {
  TEXT(subscribe, "title", title, name_limit),
  TEXT(subscribe, "text", text, line_limit),
  TEXT(subscribe, "note", note, line_limit),
  LINK(subscribe, "url", url),
};
constexpr shape subscribe_shape = SHAPE(subscribe, subscribe_rows, nullptr, may_repeat);

constexpr row link_rows[] = {
  TEXT(contender_link, "label", label, name_limit),
  LINK(contender_link, "url", url),
  CODE(contender_link, "kind", kind, codes::links),
};
constexpr shape link_shape = SHAPE(contender_link, link_rows, nullptr, may_repeat);

constexpr row rate_rows[] = {
  TEXT(price_rate, "label", label, name_limit),
  FIELD(price_rate, "amount", amount, amount),
  TEXT(price_rate, "per", per, code_limit),
};
constexpr shape rate_shape = SHAPE(price_rate, rate_rows, nullptr, may_repeat);

constexpr row price_rows[] = {
  CODE(price, "kind", kind, codes::prices),
  FIELD(price, "amount", amount, amount),
  FIELD(price, "currency", currency, currency),
  TEXT(price, "per", per, code_limit),
  TEXT(price, "billing", billing, name_limit),
  LIST(price, "rates", list, rates, rate_shape, list_limit),
  TEXT(price, "label", label, name_limit),
  FIELD(price, "checked_on", day, checked_on),
  LINK(price, "source_url", source_url),
};
constexpr shape price_shape = SHAPE(price, price_rows, check_price, may_repeat);

constexpr row license_rows[] = {
  TEXT(license, "spdx", spdx, code_limit),
  TEXT(license, "name", name, name_limit),
  LINK(license, "url", url),
};
constexpr shape license_shape = SHAPE(license, license_rows, nullptr, may_repeat);

constexpr row limit_rows[] = {
  {"code", {holds::code, true, offsetof(limit, code), code_limit, {.words = codes::limits}}},
  TEXT(limit, "text", text, line_limit),
  LINK(limit, "source_url", source_url),
};
constexpr shape limit_shape = SHAPE(limit, limit_rows, nullptr, may_repeat);

constexpr row status_rows[] = {
  CODE(status, "value", value, codes::statuses),
  LINK(status, "source_url", source_url),
  FIELD(status, "checked_on", day, checked_on),
  FIELD(status, "disputed", flag, disputed),
};
constexpr shape status_shape = SHAPE(status, status_rows, nullptr, may_repeat);

constexpr row contender_rows[] = {
  NEED(contender, "id", id, id, id_limit),
  NEED(contender, "name", text, name, name_limit),
  TEXTS(contender, "former_names", former_names, name_texts),
  ROW(contender, "same_as", identity, same_as, url_limit),
  TEXT(contender, "category", category, name_limit),
  TEXTS(contender, "job", jobs, code_texts),
  TEXT(contender, "tagline", tagline, line_limit),
  TEXT(contender, "description", description, text_limit),
  LINK(contender, "url", url),
  LIST(contender, "links", list, links, link_shape, list_limit),
  LINK(contender, "logo", logo),
  OBJECT(contender, "price", price, price_shape),
  OBJECT(contender, "license", license, license_shape),
  LIST(contender, "limits", codes, limits, limit_shape, list_limit),
  TEXTS(contender, "best_for", best_for, line_texts),
  TEXTS(contender, "not_for", not_for, line_texts),
  TEXTS(contender, "pros", pros, line_texts),
  TEXTS(contender, "cons", cons, line_texts),
  OBJECT(contender, "status", status, status_shape),
  CODE(contender, "relationship", relationship, codes::relationships),
  TEXT(contender, "disclosure", disclosure, line_limit),
};
constexpr shape contender_shape = SHAPE(contender, contender_rows, nullptr, rule::id_twice);

constexpr row record_rows[] = {
  FIELD(reviewer, "reviewed", count, reviewed),
  FIELD(reviewer, "positive", count, positive),
};
constexpr shape record_shape = SHAPE(reviewer, record_rows, check_record, may_repeat);

constexpr row reviewer_rows[] = {
  NEED(reviewer, "id", id, id, id_limit),
  NEED(reviewer, "name", text, name, name_limit),
  CODE(reviewer, "kind", kind, codes::reviewers),
  TEXT(reviewer, "viewpoint", viewpoint, line_limit),
  LINK(reviewer, "url", url),
  FLAT("record", record_shape),
};
constexpr shape reviewer_shape = SHAPE(reviewer, reviewer_rows, nullptr, rule::id_twice);

constexpr row review_rows[] = {
  NEED(review, "reviewer", reviewer, reviewer, id_limit),
  NEED(review, "contender", contender, contender, id_limit),
  CODE(review, "verdict", verdict, codes::verdicts),
  FIELD(review, "score", percent, score),
  TEXT(review, "reason", reason, line_limit),
  TEXT(review, "quote", quote, text_limit),
  LINK(review, "url", url),
  FIELD(review, "date", day, day),
};
constexpr shape review_shape = SHAPE(review, review_rows, check_review, rule::review_twice);

constexpr row value_rows[] = {
  NEED(criterion_value, "contender", contender, contender, id_limit),
  TEXT(criterion_value, "text", text, line_limit),
  LINK(criterion_value, "source_url", source_url),
  FIELD(criterion_value, "checked_on", day, checked_on),
  FIELD(criterion_value, "disputed", flag, disputed),
};
constexpr shape value_shape = SHAPE(criterion_value, value_rows, nullptr, rule::contender_twice);

constexpr row criterion_rows[] = {
  NEED(criterion, "id", id, id, id_limit),
  NEED(criterion, "name", text, name, name_limit),
  LIST(criterion, "values", list, values, value_shape, limits::contenders),
};
constexpr shape criterion_shape = SHAPE(criterion, criterion_rows, nullptr, rule::id_twice);

constexpr row comparable_rows[] = {
  CODE(comparison, "value", comparable, codes::comparables),
  TEXT(comparison, "reason", comparable_reason, line_limit),
};
constexpr shape comparable_shape = SHAPE(comparison, comparable_rows, nullptr, may_repeat);

constexpr row choose_rows[] = {
  NEED(choose_if, "contender", contender, contender, id_limit),
  NEED(choose_if, "when", text, when, line_limit),
};
constexpr shape choose_shape = SHAPE(choose_if, choose_rows, nullptr, may_repeat);

constexpr row pick_rows[] = {
  NEED(our_pick, "contender", pick, contender, id_limit),
  TEXT(our_pick, "reason", reason, line_limit),
  LIST(our_pick, "choose_if", list, choose, choose_shape, list_limit),
  TEXT(our_pick, "by", by, name_limit),
  FIELD(our_pick, "date", day, day),
};
constexpr shape pick_shape = SHAPE(our_pick, pick_rows, check_pick, may_repeat);

constexpr row poll_rows[] = {
  CODE(poll_settings, "mode", mode, codes::modes),
  LINK(poll_settings, "votes", votes),
  FIELD(poll_settings, "local", flag, local),
  FIELD(poll_settings, "opens", moment, opens),
  FIELD(poll_settings, "closes", moment, closes),
  CODE(poll_settings, "reveal", reveal, codes::reveals),
};
constexpr shape poll_shape = SHAPE(poll_settings, poll_rows, check_poll, may_repeat);

constexpr row call_rows[] = {
  TEXT(call_words, "label", label, code_limit),
  TEXT(call_words, "action", action, code_limit),
  TEXT(call_words, "share", share, code_limit),
};
constexpr shape call_shape = SHAPE(call_words, call_rows, nullptr, may_repeat);

constexpr row words_rows[] = {
  OBJECT(words, "ship", ship, call_shape),
  OBJECT(words, "skip", skip, call_shape),
  OBJECT(words, "mixed", mixed, call_shape),
};
constexpr shape words_shape = SHAPE(words, words_rows, nullptr, may_repeat);

constexpr row response_rows[] = {
  NEED(response, "contender", contender, contender, id_limit),
  TEXT(response, "by", by, name_limit),
  FIELD(response, "date", day, day),
  TEXT(response, "text", text, text_limit),
  LINK(response, "url", url),
};
constexpr shape response_shape = SHAPE(response, response_rows, nullptr, may_repeat);

constexpr row history_rows[] = {
  FIELD(history_entry, "date", day, day),
  TEXT(history_entry, "text", text, line_limit),
};
constexpr shape history_shape = SHAPE(history_entry, history_rows, nullptr, may_repeat);

// Contenders and reviewers come first: what follows refers to them.
constexpr row comparison_rows[] = {
  {"$schema", {holds::ignored, false, 0, 0, {}}},
  {"faceoff", {holds::format, false, 0, 0, {}}},
  NEED(comparison, "id", id, id, limits::comparison_id_bytes),
  {"contenders", {holds::list, true, offsetof(comparison, contenders), limits::contenders, {&contender_shape}}},
  LIST(comparison, "reviewers", list, reviewers, reviewer_shape, limits::reviewers),
  LIST(comparison, "aliases", texts, aliases, alias_texts, limits::aliases),
  LINK(comparison, "url", url),
  TEXT(comparison, "label", label, name_limit),
  TEXT(comparison, "title", title, name_limit),
  TEXT(comparison, "question", question, line_limit),
  TEXT(comparison, "summary", summary, text_limit),
  FIELD(comparison, "language", language, language),
  FIELD(comparison, "date_published", day, date_published),
  FIELD(comparison, "date_modified", day, date_modified),
  OBJECT(comparison, "publisher", publisher, publisher_shape),
  LIST(comparison, "authors", list, authors, publisher_shape, list_limit),
  LINK(comparison, "methodology_url", methodology_url),
  LINK(comparison, "corrections_url", corrections_url),
  LINK(comparison, "discuss_url", discuss_url),
  OBJECT(comparison, "section", section, publisher_shape),
  LIST(comparison, "related", list, related, related_shape, list_limit),
  OBJECT(comparison, "subscribe", subscribe, subscribe_shape),
  FIELD(comparison, "ship_from", percent, ship_from),
  LIST(comparison, "reviews", list, reviews, review_shape, limits::contenders * limits::reviewers),
  LIST(comparison, "criteria", list, criteria, criterion_shape, list_limit),
  FLAT("comparable", comparable_shape),
  OBJECT(comparison, "our_pick", our_pick, pick_shape),
  OBJECT(comparison, "poll", poll, poll_shape),
  OBJECT(comparison, "words", words, words_shape),
  LIST(comparison, "responses", list, responses, response_shape, list_limit),
  LIST(comparison, "history", list, history, history_shape, list_limit),
};
// clang-format on

}  // namespace

constexpr shape comparison_shape = SHAPE(comparison, comparison_rows, check_comparison, may_repeat);

}  // namespace faceoff::feed
