#include "shapes.hpp"

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

constexpr repeat may_repeat{{}, {}, {}}, by_id{"id", {}, rule::id_twice},
    by_contender{"contender", {}, rule::contender_twice},
    by_pair{"contender", "reviewer", rule::review_twice};

template <class Entry>
void* make(void* vector, std::size_t entries) {
  auto& made = *static_cast<list<Entry>*>(vector);
  made = list<Entry>(entries);
  return made.data();
}

// clang-format off
#define TEXT(s, key, member, limit) {key, holds::text, false, offsetof(s, member), limit, nullptr, {}}
#define NEED(s, key, member, limit) {key, holds::text, true, offsetof(s, member), limit, nullptr, {}}
#define LINK(s, key, member) {key, holds::url, false, offsetof(s, member), url_limit, nullptr, {}}
#define FIELD(s, key, what, member) {key, holds::what, false, offsetof(s, member), 0, nullptr, {}}
#define REFER(s, key, what, member) {key, holds::what, true, offsetof(s, member), id_limit, nullptr, {}}
#define CODE(s, key, member, words) {key, holds::code, false, offsetof(s, member), code_limit, nullptr, words}
#define TEXTS(s, key, member, limit) {key, holds::texts, false, offsetof(s, member), limit, nullptr, {}}
#define OBJECT(s, key, member, shape) {key, holds::object, false, offsetof(s, member), 0, &shape, {}}
#define FLAT(key, shape) {key, holds::object, false, 0, 0, &shape, {}}
#define LIST(s, key, member, shape, most) {key, holds::list, false, offsetof(s, member), most, &shape, {}}
#define SHAPE(s, fields, check, unique) {fields, sizeof(s), &make<s>, check, unique}
#define PLAIN(s, fields, check) {fields, sizeof(s), nullptr, check, {}}

constexpr field publisher_fields[] = {
  TEXT(named_link, "name", name, name_limit),
  LINK(named_link, "url", url),
};
constexpr shape publisher_shape = SHAPE(named_link, publisher_fields, nullptr, may_repeat);

constexpr field related_fields[] = {
  TEXT(named_link, "title", name, name_limit),
  LINK(named_link, "url", url),
};
constexpr shape related_shape = SHAPE(named_link, related_fields, nullptr, may_repeat);

constexpr field subscribe_fields[] = {
  TEXT(subscribe, "title", title, name_limit),
  TEXT(subscribe, "text", text, line_limit),
  TEXT(subscribe, "note", note, line_limit),
  LINK(subscribe, "url", url),
};
constexpr shape subscribe_shape = PLAIN(subscribe, subscribe_fields, nullptr);

constexpr field link_fields[] = {
  TEXT(contender_link, "label", label, name_limit),
  LINK(contender_link, "url", url),
  CODE(contender_link, "kind", kind, codes::links),
};
constexpr shape link_shape = SHAPE(contender_link, link_fields, nullptr, may_repeat);

constexpr field rate_fields[] = {
  TEXT(price_rate, "label", label, name_limit),
  FIELD(price_rate, "amount", amount, amount),
  TEXT(price_rate, "per", per, code_limit),
};
constexpr shape rate_shape = SHAPE(price_rate, rate_fields, nullptr, may_repeat);

constexpr field price_fields[] = {
  CODE(price, "kind", kind, codes::prices),
  FIELD(price, "amount", amount, amount),
  FIELD(price, "currency", currency, currency),
  TEXT(price, "per", per, code_limit),
  TEXT(price, "billing", billing, name_limit),
  LIST(price, "rates", rates, rate_shape, list_limit),
  TEXT(price, "label", label, name_limit),
  FIELD(price, "checked_on", day, checked_on),
  LINK(price, "source_url", source_url),
};
constexpr shape price_shape = PLAIN(price, price_fields, check_price);

constexpr field license_fields[] = {
  TEXT(license, "spdx", spdx, code_limit),
  TEXT(license, "name", name, name_limit),
  LINK(license, "url", url),
};
constexpr shape license_shape = PLAIN(license, license_fields, nullptr);

constexpr field limit_fields[] = {
  {"code", holds::code, true, offsetof(limit, code), code_limit, nullptr, codes::limits},
  TEXT(limit, "text", text, line_limit),
  LINK(limit, "source_url", source_url),
};
constexpr shape limit_shape = SHAPE(limit, limit_fields, nullptr, may_repeat);

constexpr field status_fields[] = {
  CODE(status, "value", value, codes::statuses),
  LINK(status, "source_url", source_url),
  FIELD(status, "checked_on", day, checked_on),
  FIELD(status, "disputed", flag, disputed),
};
constexpr shape status_shape = PLAIN(status, status_fields, nullptr);

constexpr field contender_fields[] = {
  REFER(contender, "id", id, id),
  NEED(contender, "name", name, name_limit),
  TEXTS(contender, "former_names", former_names, name_limit),
  FIELD(contender, "same_as", identity, same_as),
  TEXT(contender, "category", category, name_limit),
  TEXTS(contender, "job", jobs, code_limit),
  TEXT(contender, "tagline", tagline, line_limit),
  TEXT(contender, "description", description, text_limit),
  LINK(contender, "url", url),
  LIST(contender, "links", links, link_shape, list_limit),
  LINK(contender, "logo", logo),
  OBJECT(contender, "price", price, price_shape),
  OBJECT(contender, "license", license, license_shape),
  {"limits", holds::codes, false, offsetof(contender, limits), list_limit, &limit_shape, {}},
  TEXTS(contender, "best_for", best_for, line_limit),
  TEXTS(contender, "not_for", not_for, line_limit),
  TEXTS(contender, "pros", pros, line_limit),
  TEXTS(contender, "cons", cons, line_limit),
  OBJECT(contender, "status", status, status_shape),
  CODE(contender, "relationship", relationship, codes::relationships),
  TEXT(contender, "disclosure", disclosure, line_limit),
};
constexpr shape contender_shape = SHAPE(contender, contender_fields, nullptr, by_id);

constexpr field record_fields[] = {
  FIELD(reviewer, "reviewed", count, reviewed),
  FIELD(reviewer, "positive", count, positive),
};
constexpr shape record_shape = PLAIN(reviewer, record_fields, check_record);

constexpr field reviewer_fields[] = {
  REFER(reviewer, "id", id, id),
  NEED(reviewer, "name", name, name_limit),
  CODE(reviewer, "kind", kind, codes::reviewers),
  TEXT(reviewer, "viewpoint", viewpoint, line_limit),
  LINK(reviewer, "url", url),
  FLAT("record", record_shape),
};
constexpr shape reviewer_shape = SHAPE(reviewer, reviewer_fields, nullptr, by_id);

constexpr field review_fields[] = {
  REFER(review, "reviewer", reviewer, reviewer),
  REFER(review, "contender", contender, contender),
  CODE(review, "verdict", verdict, codes::verdicts),
  FIELD(review, "score", percent, score),
  TEXT(review, "reason", reason, line_limit),
  TEXT(review, "quote", quote, text_limit),
  LINK(review, "url", url),
  FIELD(review, "date", day, day),
};
constexpr shape review_shape = SHAPE(review, review_fields, check_review, by_pair);

constexpr field value_fields[] = {
  REFER(criterion_value, "contender", contender, contender),
  TEXT(criterion_value, "text", text, line_limit),
  LINK(criterion_value, "source_url", source_url),
  FIELD(criterion_value, "checked_on", day, checked_on),
  FIELD(criterion_value, "disputed", flag, disputed),
};
constexpr shape value_shape = SHAPE(criterion_value, value_fields, nullptr, by_contender);

constexpr field criterion_fields[] = {
  REFER(criterion, "id", id, id),
  NEED(criterion, "name", name, name_limit),
  LIST(criterion, "values", values, value_shape, limits::contenders),
};
constexpr shape criterion_shape = SHAPE(criterion, criterion_fields, nullptr, by_id);

constexpr field comparable_fields[] = {
  CODE(comparison, "value", comparable, codes::comparables),
  TEXT(comparison, "reason", comparable_reason, line_limit),
};
constexpr shape comparable_shape = PLAIN(comparison, comparable_fields, nullptr);

constexpr field choose_fields[] = {
  REFER(choose_if, "contender", contender, contender),
  NEED(choose_if, "when", when, line_limit),
};
constexpr shape choose_shape = SHAPE(choose_if, choose_fields, nullptr, may_repeat);

constexpr field pick_fields[] = {
  REFER(our_pick, "contender", pick, contender),
  TEXT(our_pick, "reason", reason, line_limit),
  LIST(our_pick, "choose_if", choose, choose_shape, list_limit),
  TEXT(our_pick, "by", by, name_limit),
  FIELD(our_pick, "date", day, day),
};
constexpr shape pick_shape = PLAIN(our_pick, pick_fields, check_pick);

constexpr field poll_fields[] = {
  CODE(poll_settings, "mode", mode, codes::modes),
  LINK(poll_settings, "votes", votes),
  FIELD(poll_settings, "local", flag, local),
  FIELD(poll_settings, "opens", moment, opens),
  FIELD(poll_settings, "closes", moment, closes),
  CODE(poll_settings, "reveal", reveal, codes::reveals),
};
constexpr shape poll_shape = PLAIN(poll_settings, poll_fields, check_poll);

constexpr field call_fields[] = {
  TEXT(call_words, "label", label, code_limit),
  TEXT(call_words, "action", action, code_limit),
  TEXT(call_words, "share", share, code_limit),
};
constexpr shape call_shape = PLAIN(call_words, call_fields, nullptr);

constexpr field words_fields[] = {
  OBJECT(words, "ship", ship, call_shape),
  OBJECT(words, "skip", skip, call_shape),
  OBJECT(words, "mixed", mixed, call_shape),
};
constexpr shape words_shape = PLAIN(words, words_fields, nullptr);

constexpr field response_fields[] = {
  REFER(response, "contender", contender, contender),
  TEXT(response, "by", by, name_limit),
  FIELD(response, "date", day, day),
  TEXT(response, "text", text, text_limit),
  LINK(response, "url", url),
};
constexpr shape response_shape = SHAPE(response, response_fields, nullptr, may_repeat);

constexpr field history_fields[] = {
  FIELD(history_entry, "date", day, day),
  TEXT(history_entry, "text", text, line_limit),
};
constexpr shape history_shape = SHAPE(history_entry, history_fields, nullptr, may_repeat);

// Contenders and reviewers come first: what follows refers to them.
constexpr field comparison_fields[] = {
  {"$schema", holds::ignored, false, 0, 0, nullptr, {}},
  {"faceoff", holds::format, false, 0, 0, nullptr, {}},
  {"id", holds::id, true, offsetof(comparison, id), limits::comparison_id_bytes, nullptr, {}},
  {"contenders", holds::list, true, offsetof(comparison, contenders), limits::contenders, &contender_shape, {}},
  LIST(comparison, "reviewers", reviewers, reviewer_shape, limits::reviewers),
  {"aliases", holds::ids, false, offsetof(comparison, aliases), limits::comparison_id_bytes, nullptr, {}},
  LINK(comparison, "url", url),
  TEXT(comparison, "label", label, name_limit),
  TEXT(comparison, "title", title, name_limit),
  TEXT(comparison, "question", question, line_limit),
  TEXT(comparison, "summary", summary, text_limit),
  FIELD(comparison, "language", language, language),
  FIELD(comparison, "date_published", day, date_published),
  FIELD(comparison, "date_modified", day, date_modified),
  OBJECT(comparison, "publisher", publisher, publisher_shape),
  LIST(comparison, "authors", authors, publisher_shape, list_limit),
  LINK(comparison, "methodology_url", methodology_url),
  LINK(comparison, "corrections_url", corrections_url),
  LINK(comparison, "discuss_url", discuss_url),
  OBJECT(comparison, "section", section, publisher_shape),
  LIST(comparison, "related", related, related_shape, list_limit),
  OBJECT(comparison, "subscribe", subscribe, subscribe_shape),
  FIELD(comparison, "ship_from", percent, ship_from),
  LIST(comparison, "reviews", reviews, review_shape, limits::contenders * limits::reviewers),
  LIST(comparison, "criteria", criteria, criterion_shape, list_limit),
  FLAT("comparable", comparable_shape),
  OBJECT(comparison, "our_pick", our_pick, pick_shape),
  OBJECT(comparison, "poll", poll, poll_shape),
  OBJECT(comparison, "words", words, words_shape),
  LIST(comparison, "responses", responses, response_shape, list_limit),
  LIST(comparison, "history", history, history_shape, list_limit),
};
// clang-format on

}  // namespace

constexpr shape comparison_shape = PLAIN(comparison, comparison_fields, check_comparison);

}  // namespace faceoff::feed
