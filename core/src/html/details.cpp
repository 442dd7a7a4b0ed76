// What the contenders are, for and against, the table of facts, replies and history.
#include "page.hpp"

namespace faceoff {
namespace {

void heading(page& p, message words) { say_in(p, tag::h3, {}, words); }

// A part that is folded where folds work: details come after the numbers, and on demand.
void open_part(page& p, message words, std::string_view name) {
  if (p.out.bare()) {
    p.out.open(tag::section);
    return heading(p, words);
  }
  p.out.open(tag::details, "about").set(attribute::data_fold, "-" + std::string(name));
  identify(p, "part", name);
  p.out.open(tag::summary, "big");
  identify(p, name);
  say(p, words);
  p.out.close();
}

void former_names(page& p, const contender& is) {
  if (is.former_names.empty()) return;
  std::vector<std::string_view> names(is.former_names.begin(), is.former_names.end());
  say_in(p, tag::p, "of", message::formerly, arguments().pieces(slot::text, p.words.list(names)));
}

void about(page& p, const contender& is) {
  p.out.open(tag::div, "full");
  block(p, tag::h4, {}, is.name);
  former_names(p, is);
  block(p, tag::p, "of", is.disclosure);
  if (!p.out.bare()) block(p, tag::p, "narrow", is.tagline);
  paragraphs(p, is.description);
  bullet_list(p, message::best_for, is.best_for);
  bullet_list(p, message::not_for, is.not_for);
  bullet_list(p, message::pros, is.pros);
  bullet_list(p, message::cons, is.cons);
  p.out.close();
}

bool has_about(const contender& is) {
  return !is.description.empty() || !is.tagline.empty() || !is.best_for.empty() || !is.not_for.empty() ||
         !is.pros.empty() || !is.cons.empty() || !is.former_names.empty() || !is.disclosure.empty();
}

void write_about(page& p) {
  bool any = false;
  for (const contender& one : p.doc.contenders) any |= has_about(one);
  if (!any) return;
  open_part(p, message::about, "about");
  p.out.open(tag::div, "fulls");
  for (const contender& one : p.doc.contenders) {
    if (has_about(one)) about(p, one);
  }
  p.out.close().close();
}

// Where a fact comes from, when it was checked, whether somebody disputes it.
void provenance(page& p, const std::string& source_url, const date& checked, bool disputed) {
  if (disputed) {
    p.out.text(" ");
    say_in(p, tag::span, "tag doubt", message::disputed);
  }
  if (checked.given()) {
    p.out.text(" ").open(tag::span, "of");
    time_of(p, message::checked, checked);
    p.out.close();
  }
  if (source_url.empty()) return;
  p.out.text(" ");
  link(p, source_url, message::read_source);
}

void line_break(page& p) { p.out.text(" "); }

void price_fact(page& p, std::size_t i, const void*) {
  const price& is = p.at(i).price;
  block(p, tag::div, {}, is.label);
  for (const price_rate& rate : is.rates) {
    p.out.open(tag::div);
    if (!rate.label.empty()) {
      inline_text(p, rate.label);
      p.out.text(" ");
    }
    p.out.text(p.words.decimal(rate.amount)).text(" ").text(is.currency);
    if (!rate.per.empty()) {
      p.out.text(" ");
      say(p, message::per, arguments().foreign(slot::text, rate.per));
    }
    p.out.close();
  }
  block(p, tag::div, {}, is.billing);
  provenance(p, is.source_url, is.checked_on, false);
}

bool has_price(const contender& is) {
  return !is.price.label.empty() || !is.price.rates.empty() || !is.price.billing.empty() ||
         !is.price.source_url.empty() || is.price.checked_on.given();
}

void license_fact(page& p, std::size_t i, const void*) {
  const license& is = p.at(i).license;
  const std::string& name = is.name.empty() ? is.spdx : is.name;
  if (name.empty()) {
    p.out.element(tag::span, "none", "\u2014");
  } else {
    link(p, is.url, name);
  }
}

bool has_license(const contender& is) { return !is.license.name.empty() || !is.license.spdx.empty(); }

void limits_fact(page& p, std::size_t i, const void*) {
  if (p.at(i).limits.empty()) p.out.element(tag::span, "none", "\u2014");
  for (const limit& one : p.at(i).limits) {
    p.out.open(tag::div);
    if (one.text.empty()) {
      say(p, limit_words(one.code));
    } else {
      inline_text(p, one.text);
    }
    provenance(p, one.source_url, {}, false);
    p.out.close();
  }
}

bool has_limits(const contender& is) { return !is.limits.empty(); }

void status_fact(page& p, std::size_t i, const void*) {
  const status& is = p.at(i).status;
  if (is.value == status_code::unset) {
    p.out.element(tag::span, "none", "\u2014");
  } else {
    say(p, status_words(is.value));
  }
  provenance(p, is.source_url, is.checked_on, is.disputed);
}

bool has_status(const contender& is) { return is.status.value != status_code::unset; }

void links_fact(page& p, std::size_t i, const void*) {
  const contender& is = p.at(i);
  if (!is.url.empty()) {
    p.out.open(tag::div);
    link(p, is.url, message::official);
    p.out.close();
  }
  for (const contender_link& one : is.links) {
    p.out.open(tag::div);
    link(p, one.url, one.label.empty() ? one.url : one.label, one.kind);
    p.out.close();
  }
}

bool has_links(const contender& is) { return !is.url.empty() || !is.links.empty(); }

void criterion_fact(page& p, std::size_t i, const void* what) {
  for (const criterion_value& one : static_cast<const criterion*>(what)->values) {
    if (one.contender != i) continue;
    inline_text(p, one.text);
    return provenance(p, one.source_url, one.checked_on, one.disputed);
  }
  p.out.element(tag::span, "none", "\u2014");
}

struct fact {
  message label;
  bool (*has)(const contender&);
  cell_writer cell;
};

const fact facts[] = {{message::price, has_price, price_fact},
                      {message::license, has_license, license_fact},
                      {message::limits, has_limits, limits_fact},
                      {message::status, has_status, status_fact},
                      {message::links, has_links, links_fact}};

bool wanted(const page& p, const fact& one) {
  for (const contender& is : p.doc.contenders) {
    if (one.has(is)) return true;
  }
  return false;
}

void open_row(page& p) {
  p.out.open(tag::tr).open(tag::th).set(attribute::scope, "row").open(tag::span, "q");
}

void fact_rows(page& p) {
  for (const fact& one : facts) {
    if (!wanted(p, one)) continue;
    open_row(p);
    say(p, one.label);
    p.out.close().close();
    column_cells(p, one.cell, nullptr);
    p.out.close();
  }
  for (const criterion& one : p.doc.criteria) {
    open_row(p);
    inline_text(p, one.name);
    p.out.close().close();
    column_cells(p, criterion_fact, &one);
    p.out.close();
  }
}

void write_facts(page& p) {
  bool any = !p.doc.criteria.empty();
  for (const fact& one : facts) any |= wanted(p, one);
  if (!any) return;
  open_part(p, message::facts, "facts");
  open_columns(p, "card", "facts");
  column_heads(p);
  p.out.open(tag::tbody);
  fact_rows(p);
  p.out.close().close().close();
}

void write_responses(page& p) {
  if (p.doc.responses.empty()) return;
  p.out.open(tag::section);
  heading(p, message::responses);
  for (const response& one : p.doc.responses) {
    block(p, tag::h4, {}, p.at(one.contender).name);
    p.out.open(tag::blockquote);
    paragraphs(p, one.text);
    p.out.close().open(tag::p, "of");
    inline_text(p, one.by);
    line_break(p);
    if (one.day.given()) time_of(p, message::amount, one.day);
    line_break(p);
    link(p, one.url, message::read_source);
    p.out.close();
  }
  p.out.close();
}

void write_history(page& p) {
  if (p.doc.history.empty()) return;
  p.out.open(tag::section);
  heading(p, message::history);
  p.out.open(tag::ul);
  for (const history_entry& one : p.doc.history) {
    p.out.open(tag::li);
    if (one.day.given()) time_of(p, message::amount, one.day);
    line_break(p);
    inline_text(p, one.text);
    p.out.close();
  }
  p.out.close().close();
}

}  // namespace

void write_details(page& p) {
  if (!p.doc.summary.empty()) {
    p.out.open(tag::section, "summing");
    paragraphs(p, p.doc.summary);
    p.out.close();
  }
  write_about(p);
  write_facts(p);
  write_responses(p);
  write_history(p);
}

}  // namespace faceoff
