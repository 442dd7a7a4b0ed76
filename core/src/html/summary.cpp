// The summary grid: Panel, Readers, Entry price, Your vote. Two contenders are columns; more are rows, so
// that every number is in view at every width.
#include <iterator>

#include "page.hpp"

namespace faceoff {
namespace {

struct question {
  message label;
  void (*note)(page& p);
  void (*cell)(page& p, std::size_t contender);
};

void panel_note(page& p) {
  const panel_reading& panel = p.in.panel;
  const std::uint16_t counts[] = {panel.humans, panel.ai_personas, panel.labs, panel.crowds,
                                  panel.undeclared};
  bool any = false;
  for (int i = 0; i < 5; i++) {
    if (counts[i] == 0) continue;
    if (any) p.say(message::list_comma);
    any = true;
    p.numbers(counts[i]).say(message(int(message::humans) + i));
  }
  if (!any) p.say(message::no_reviewers);
}

// What is told but not counted: "3 mixed, 1 without verdict", after a count if there is one.
void told_not_counted(page& p, const contender_panel& panel, bool after) {
  const std::uint16_t counts[] = {panel.mixed, panel.abstain};
  for (int i = 0; i < 2; i++) {
    if (counts[i] == 0) continue;
    if (after) p.say(message::list_comma);
    after = true;
    p.numbers(counts[i]).say(message(int(message::n_mixed) + i));
  }
}

}  // namespace

void panel_cell(page& p, std::size_t contender) {
  const contender_panel& panel = p.in.panel.contenders[contender];
  const share& votes = panel.votes;
  if (votes.n + panel.mixed + panel.abstain == 0) return p.nothing(message::not_reviewed);
  if (votes.n == 0) {  // no share, so no word for one either
    p.dash();
    p.space();
    p.open(tag::span, "of");
    told_not_counted(p, panel, false);
    return p.close(1);
  }
  p.chip(verdict_of(votes.label));
  p.space();
  p.open(tag::span, "num");
  if (panel.percentage) {
    p.element(tag::strong, "fig", p.words.percent(votes.tenths, votes.one_decimal));
    p.space();
  }
  p.open(tag::span, "of");
  p.numbers(votes.ship, votes.n).say(message::count_of);
  told_not_counted(p, panel, true);
  p.close(2);
  if (p.in.view == html_view::verdict) p.segments(votes.ship, votes.n);
}

namespace {

// How two prices compare; more are compared pair by pair among the facts.
void price_note(page& p) {
  const price_pair& pair = p.in.prices.pairs[0];
  if (p.count > 2 && pair.reason != price_reason::said_not_comparable) return;
  if (pair.cheaper) p.name(*pair.cheaper);
  p.say(price_words(pair));
}

void price_amount(page& p, std::size_t contender) {
  const price& is = p.at(contender).price;
  const auto rate = p.in.prices.contenders[contender].rate;
  const price_rate* of_rates = rate && *rate < is.rates.size() ? &is.rates[*rate] : nullptr;
  const string& per = of_rates ? of_rates->per : is.per;
  p.open(tag::span, "num");
  const string text = p.words.money(of_rates ? of_rates->amount : is.amount, is.currency);
  p.with.ours(slot::text, text);
  p.say_in(tag::strong, "fig", is.kind == price_kind::one_time ? message::amount : message::from);
  if (!per.empty()) {
    p.with.foreign(slot::text, per);
    p.say_after(tag::span, "of", message::per);
  }
  p.close();
}

void price_age(page& p, std::size_t contender) {
  const date& checked = p.at(contender).price.checked_on;
  if (!checked.given()) return;
  p.open(tag::div, "of");
  p.time_of(message::checked, checked);
  if (p.in.prices.contenders[contender].out_of_date) {
    p.say(message::also);
    p.say(message::out_of_date);
  }
  p.close();
}

// What stands under the price: its limits, else the licence.
void price_terms(page& p, std::size_t contender) {
  const struct contender& is = p.at(contender);
  if (is.limits.empty()) {
    return p.block(tag::div, "of", is.license.spdx.empty() ? is.license.name : is.license.spdx);
  }
  p.open(tag::div, "of");
  unsigned said = 0;  // a bit per limit code
  for (const limit& one : is.limits) {
    const unsigned bit = 1u << unsigned(one.code);
    if (said & bit) continue;
    if (said) p.say(message::also);
    said |= bit;
    p.say(limit_words(one.code));
  }
  p.close();
}

// By entry_price.
constexpr message entry_words[] = {message::price_unknown, message::free, message::free_limited,
                                   message::from, message::contact};
static_assert(std::size(entry_words) == std::size_t(entry_price::contact) + 1);

void price_cell(page& p, std::size_t contender) {
  const entry_price entry = p.in.prices.contenders[contender].entry;
  if (entry == entry_price::unknown) {
    p.nothing(message::price_unknown);
  } else if (entry == entry_price::from) {
    price_amount(p, contender);
  } else {
    p.say_in(tag::strong, "fig", entry_words[std::size_t(entry)]);
  }
  price_terms(p, contender);
  price_age(p, contender);
}

const question questions[] = {
    {message::panel, panel_note, panel_cell},
    {message::readers, readers_note, readers_cell},
    {message::entry_price, price_note, price_cell},
    {message::your_vote, vote_note, vote_cell},
};

bool priced(const contender& is) {
  return is.price.kind != price_kind::unset || is.price.checked_on.given() || !is.price.label.empty() ||
         !is.limits.empty() || !is.license.spdx.empty() || !is.license.name.empty();
}

// Nothing known of any price is no row; nor are votes that cannot be given. A poll alone has no others.
bool asked(const page& p, const question& is) {
  if (is.label == message::your_vote) return p.vote_row;
  if (is.label == message::readers) return true;
  if (p.in.view == html_view::vote) return false;
  if (is.label == message::panel) return true;
  for (const contender& one : p.doc.contenders) {
    if (priced(one)) return true;
  }
  return false;
}

// Of the row, or the cell, just opened.
void mark_if_vote(page& p, const question& of) {
  if (of.label == message::your_vote) p.needs_script();
}

void question_label(page& p, const question& of) {
  p.say_in(tag::span, "q", of.label);
  p.space();
  p.open(tag::small);
  of.note(p);
  p.close();
}

void mark(page& p, message words, const char* class_name) {
  p.say_in(tag::span, class_name, words);
  p.space();
}

// By relationship_code, from affiliate to own_product.
constexpr message relationship_words[] = {message::affiliate, message::sponsored, message::gifted,
                                          message::own_product};
static_assert(std::size(relationship_words) ==
              std::size_t(relationship_code::own_product) - std::size_t(relationship_code::affiliate) + 1);

// What must stand with the name: a doubtful release, a dispute, money.
void name_marks(page& p, const contender& is) {
  if (is.status.value > status_code::released) mark(p, status_words(is.status.value), "tag doubt");
  if (is.status.disputed) mark(p, message::status_disputed, "tag doubt");
  const int paid = int(is.relationship) - int(relationship_code::affiliate);
  if (paid >= 0 && paid < 4) mark(p, relationship_words[paid], "tag");
}

std::string_view origin_of(std::string_view url) {
  const std::size_t host = url.find("://");
  return host == url.npos ? std::string_view() : url.substr(0, url.find_first_of("/?#", host + 3));
}

// Only from the document's own origin: a picture from elsewhere would tell a third party who reads this.
void logo(page& p, const contender& is) {
  const auto found = p.address_of(is.logo);
  if (!found || origin_of(found->text()) != origin_of(p.in.base_url)) return;
  p.open(tag::img, "logo").set(address::src, *found).set(attribute::alt, "");
  p.set(attribute::width, "24").set(attribute::height, "24").close();
}

void contender_head(page& p, std::size_t index, const char* scope) {
  const contender& is = p.at(index);
  p.open(tag::th)
      .set(attribute::scope, scope)
      .set(attribute::abbr, is.name)
      .set(attribute::part, "contender");
  const bool all = p.in.view == html_view::verdict;
  if (all) p.block(tag::div, "of wide", is.category);
  logo(p, is);
  p.block(tag::div, "name", is.name);
  name_marks(p, is);
  if (all) p.block(tag::div, "of wide", is.tagline);
  p.close();
}

// A row per question, a column per contender.
void write_columns(page& p) {
  p.open_columns("grid two", "title");
  p.open(tag::thead).open(tag::tr).open(tag::td);
  if (!p.bare()) p.say(message::versus);  // between the names, where these face each other
  p.close();
  for (std::size_t i = 0; i < p.count; i++) contender_head(p, i, "col");
  p.close(2);
  p.open(tag::tbody);
  for (const question& row : questions) {
    if (!asked(p, row)) continue;
    p.open(tag::tr);
    mark_if_vote(p, row);
    p.open(tag::th).set(attribute::scope, "row");
    question_label(p, row);
    p.close();
    for (std::size_t i = 0; i < p.count; i++) {
      p.open(tag::td);
      row.cell(p, i);
      p.close();
    }
    p.close();
  }
  p.close(2);
}

// A row per contender, a column per question.
void write_rows(page& p) {
  p.open_columns("grid list", "title");
  p.open(tag::thead).open(tag::tr).open(tag::th).set(attribute::scope, "col");
  p.say(message::contender);
  p.close();
  for (const question& row : questions) {
    if (!asked(p, row)) continue;
    p.open(tag::th).set(attribute::scope, "col");
    mark_if_vote(p, row);
    question_label(p, row);
    p.close();
  }
  p.close(2);
  p.open(tag::tbody);
  for (std::size_t i = 0; i < p.count; i++) {
    p.open(tag::tr);
    contender_head(p, i, "row");
    for (const question& row : questions) {
      if (!asked(p, row)) continue;
      p.open(tag::td);
      mark_if_vote(p, row);
      if (!p.bare()) p.say_in(tag::div, "who", row.label);
      row.cell(p, i);
      p.close();
    }
    p.close();
  }
  p.close(2);
}

}  // namespace

// By price_reason; what is not known compares as little as what is missing.
message price_words(const price_pair& pair) {
  constexpr message words[] = {message::missing,     message::not_comparable,   message::missing,
                               message::on_request,  message::different_rights, message::different_kinds,
                               message::not_stated,  message::several_rates,    message::different_units,
                               message::same_amount, message::cheaper};
  static_assert(std::size(words) == std::size_t(price_reason::lower_amount) + 1);
  return words[std::size_t(pair.reason)];
}

void write_summary(page& p) {
  p.open(tag::section, "summary");
  if (p.count == 2) {
    write_columns(p);
  } else {
    write_rows(p);
  }
  if (p.vote_row || p.in.forget != vote_state::not_voted) state_line(p);
  p.close();
}

}  // namespace faceoff
