// The summary grid: Panel, Readers, Entry price, Your vote. Two contenders are columns; more are rows, so
// that every number is in view at every width.
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
  const struct {
    std::uint16_t count;
    message words;
  } kinds[] = {{panel.humans, message::humans},
               {panel.ai_personas, message::ai_personas},
               {panel.labs, message::labs},
               {panel.crowds, message::crowds},
               {panel.undeclared, message::undeclared}};
  bool any = false;
  for (const auto& kind : kinds) {
    if (kind.count == 0) continue;
    if (any) say(p, message::list_comma);
    any = true;
    say(p, kind.words, arguments().number(slot::n, kind.count));
  }
  if (!any) say(p, message::no_reviewers);
}

void told_not_counted(page& p, std::uint16_t count, message words) {
  if (count == 0) return;
  say(p, message::list_comma);
  say(p, words, arguments().number(slot::n, count));
}

void panel_cell(page& p, std::size_t contender) {
  const contender_panel& panel = p.in.panel.contenders[contender];
  const share& votes = panel.votes;
  if (votes.n == 0) {
    const bool some = panel.mixed + panel.abstain > 0;
    if (!some) return nothing(p, message::not_reviewed);
    if (panel.mixed > 0) chip(p, verdict_code::mixed);
  } else {
    chip(p, verdict_of(votes.label));
  }
  p.out.text(" ").open(tag::span, "num");
  if (panel.percentage) {
    p.out.element(tag::strong, "fig", p.words.percent(votes.tenths, votes.one_decimal)).text(" ");
  }
  p.out.open(tag::span, "of");
  say(p, message::count_of, arguments().number(slot::n, votes.ship).number(slot::of, votes.n));
  told_not_counted(p, panel.mixed, message::n_mixed);
  told_not_counted(p, panel.abstain, message::n_abstain);
  p.out.close().close();
  segments(p, votes.ship, votes.n);
}

message price_words(price_reason reason) {
  switch (reason) {
    case price_reason::missing:
      return message::missing;
    case price_reason::different_rights:
      return message::different_rights;
    case price_reason::different_kinds:
      return message::different_kinds;
    case price_reason::not_stated:
      return message::not_stated;
    case price_reason::several_rates:
      return message::several_rates;
    case price_reason::different_units:
      return message::different_units;
    case price_reason::same_amount:
      return message::same_amount;
    default:
      return message::not_comparable;
  }
}

// How two prices compare; more than two are compared pair by pair below.
void price_note(page& p) {
  if (p.in.prices.pairs.size() != 1) return;
  const price_pair& pair = p.in.prices.pairs[0];
  if (pair.cheaper) {
    say(p, message::cheaper, arguments().foreign(slot::name, p.at(*pair.cheaper).name));
  } else if (pair.reason != price_reason::none) {
    say(p, price_words(pair.reason));
  }
}

std::string amount_text(const page& p, std::string_view amount, std::string_view currency) {
  const struct {
    std::string_view code, sign;
  } signs[] = {{"USD", "$"}, {"EUR", "\u20ac"}, {"GBP", "\u00a3"}, {"JPY", "\u00a5"}};
  arguments with;
  with.ours(slot::text, p.words.decimal(amount));
  if (currency.empty()) return p.words.decimal(amount);
  for (const auto& one : signs) {
    if (one.code == currency) return p.words.text(message::money_sign, with.ours(slot::unit, one.sign));
  }
  return p.words.text(message::money_code, with.ours(slot::unit, currency));
}

void price_amount(page& p, std::size_t contender) {
  const price& is = p.at(contender).price;
  const auto rate = p.in.prices.contenders[contender].rate;
  const bool of_rates = rate && *rate < is.rates.size();
  const std::string& per = of_rates ? is.rates[*rate].per : is.per;
  arguments with;
  with.ours(slot::text, amount_text(p, of_rates ? is.rates[*rate].amount : is.amount, is.currency));
  p.out.open(tag::span, "num");
  say_in(p, tag::strong, "fig", is.kind == price_kind::one_time ? message::amount : message::from, with);
  if (!per.empty()) {
    p.out.text(" ");
    say_in(p, tag::span, "of", message::per, arguments().foreign(slot::text, per));
  }
  p.out.close();
}

void price_age(page& p, std::size_t contender) {
  const date& checked = p.at(contender).price.checked_on;
  if (!checked.given()) return;
  p.out.open(tag::span, "of");
  time_of(p, message::checked, checked);
  if (p.in.prices.contenders[contender].out_of_date) {
    p.out.text("; ");
    say(p, message::out_of_date);
  }
  p.out.close();
}

// What stands under the price: its limits, else the licence.
void price_terms(page& p, std::size_t contender) {
  const struct contender& is = p.at(contender);
  if (is.limits.empty()) {
    block(p, tag::span, "of", is.license.spdx.empty() ? is.license.name : is.license.spdx);
    return;
  }
  p.out.open(tag::span, "of");
  std::string said;
  for (const limit& one : is.limits) {
    const std::string words = p.words.text(limit_words(one.code));
    if (said.find(words) != said.npos) continue;
    if (!said.empty()) p.out.text("; ");
    said += words;
    p.out.text(words);
  }
  p.out.close();
}

void price_cell(page& p, std::size_t contender) {
  switch (p.in.prices.contenders[contender].entry) {
    case entry_price::unknown:
      nothing(p, message::price_unknown);
      break;
    case entry_price::free:
      say_in(p, tag::strong, "fig", message::free);
      break;
    case entry_price::free_limited:
      say_in(p, tag::strong, "fig", message::free_limited);
      break;
    case entry_price::contact:
      say_in(p, tag::strong, "fig", message::contact);
      break;
    case entry_price::from:
      price_amount(p, contender);
      break;
  }
  p.out.text(" ");
  price_terms(p, contender);
  p.out.text(" ");
  price_age(p, contender);
}

const question questions[] = {
    {message::panel, panel_note, panel_cell},
    {message::readers, readers_note, readers_cell},
    {message::entry_price, price_note, price_cell},
    {message::your_vote, vote_note, vote_cell},
};

std::size_t rows_of(const page& p) { return p.vote_row ? 4 : 3; }

void question_label(page& p, const question& of) {
  p.out.open(tag::span, "q");
  say(p, of.label);
  p.out.close().text(" ").open(tag::small);
  of.note(p);
  p.out.close();
}

void tag_line(page& p, message words, std::string_view class_name = "tag") {
  p.out.text(" ");
  say_in(p, tag::span, class_name, words);
}

// What must stand with the name: a doubtful release, a dispute, money.
void name_marks(page& p, const contender& is) {
  if (is.status.value > status_code::released) tag_line(p, status_words(is.status.value), "tag doubt");
  if (is.status.disputed) tag_line(p, message::status_disputed, "tag doubt");
  switch (is.relationship) {
    case relationship_code::affiliate:
      tag_line(p, message::affiliate);
      break;
    case relationship_code::sponsored:
      tag_line(p, message::sponsored);
      break;
    case relationship_code::gifted:
      tag_line(p, message::gifted);
      break;
    case relationship_code::own_product:
      tag_line(p, message::own_product);
      break;
    default:
      break;
  }
}

std::string_view origin_of(std::string_view url) {
  const std::size_t host = url.find("://");
  return host == url.npos ? std::string_view() : url.substr(0, url.find_first_of("/?#", host + 3));
}

// Only from the document's own origin: a picture from elsewhere would tell a third party who reads this.
void logo(page& p, const contender& is) {
  const auto address = address_of(p, is.logo);
  if (!address || origin_of(address->text()) != origin_of(p.in.base_url)) return;
  p.out.open(tag::img, "logo").set(address::src, *address).set(attribute::alt, "");
  p.out.set(attribute::width, "24").set(attribute::height, "24").close();
}

void contender_head(page& p, std::size_t index, std::string_view scope) {
  const contender& is = p.at(index);
  p.out.open(tag::th).set(attribute::scope, scope).set(attribute::abbr, is.name);
  block(p, tag::span, "of wide", is.category);
  logo(p, is);
  block(p, tag::span, "name", is.name);
  name_marks(p, is);
  block(p, tag::span, "of wide", is.tagline);
  p.out.close();
}

// A row per question, a column per contender.
void write_columns(page& p) {
  open_columns(p, "grid", "title");
  p.out.open(tag::thead).open(tag::tr).open(tag::td).close();
  for (std::size_t i = 0; i < p.size(); i++) contender_head(p, i, "col");
  p.out.close().close().open(tag::tbody);
  for (std::size_t row = 0; row < rows_of(p); row++) {
    p.out.open(tag::tr).open(tag::th).set(attribute::scope, "row");
    question_label(p, questions[row]);
    p.out.close();
    for (std::size_t i = 0; i < p.size(); i++) {
      p.out.open(tag::td);
      questions[row].cell(p, i);
      p.out.close();
    }
    p.out.close();
  }
  p.out.close().close();
}

// A row per contender, a column per question.
void write_rows(page& p) {
  p.out.open(tag::table, "grid list");
  if (!p.out.bare()) p.out.set(attribute::aria_labelledby, p.prefix + "title");
  p.out.open(tag::thead).open(tag::tr).open(tag::th).set(attribute::scope, "col");
  say(p, message::contender);
  p.out.close();
  for (std::size_t row = 0; row < rows_of(p); row++) {
    p.out.open(tag::th).set(attribute::scope, "col");
    question_label(p, questions[row]);
    p.out.close();
  }
  p.out.close().close().open(tag::tbody);
  for (std::size_t i = 0; i < p.size(); i++) {
    p.out.open(tag::tr);
    contender_head(p, i, "row");
    for (std::size_t row = 0; row < rows_of(p); row++) {
      p.out.open(tag::td);
      if (!p.out.bare()) say_in(p, tag::span, "who", questions[row].label);
      questions[row].cell(p, i);
      p.out.close();
    }
    p.out.close();
  }
  p.out.close().close();
}

}  // namespace

void write_summary(page& p) {
  p.out.open(tag::section, "summary");
  if (p.size() == 2) {
    write_columns(p);
  } else {
    write_rows(p);
  }
  if (p.vote_row) state_line(p);
  p.out.close();
}

}  // namespace faceoff
