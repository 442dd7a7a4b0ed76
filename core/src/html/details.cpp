// What the contenders are, for and against, the table of facts, replies and history.
#include "page.hpp"

namespace faceoff {
namespace {

// A part that is folded where folds work: details come after the numbers, and on demand. id: "part-" and its
// name; the heading is the name alone, the fold "-" and the name.
void open_part(page& p, message words, const char* id) {
  if (p.bare()) {
    p.open(tag::section);
    return p.say_in(p.heading(1), nullptr, words);
  }
  p.open(tag::details, "about").set(attribute::data_fold, id + 4);
  p.identify(id);
  p.open(tag::summary).open(p.heading(1), "part");
  p.identify(id + 5);
  p.say(words);
  p.close(2);
}

void former_names(page& p, const contender& is) {
  if (is.former_names.empty()) return;
  list<const string*> names;
  for (const string& one : is.former_names) names.add() = &one;
  p.with.names(slot::text, names);
  p.say_in(tag::p, "of", message::formerly);
}

void about(page& p, const contender& is) {
  p.open(tag::div, "full");
  p.block(p.heading(2), "sub", is.name);
  former_names(p, is);
  p.block(tag::p, "of", is.disclosure);
  if (!p.bare()) p.block(tag::p, "narrow", is.tagline);
  p.paragraphs(is.description);
  p.bullet_list(message::best_for, is.best_for);
  p.bullet_list(message::not_for, is.not_for);
  p.bullet_list(message::pros, is.pros);
  p.bullet_list(message::cons, is.cons);
  p.close();
}

bool has_about(const contender& is) {
  return !(is.description.empty() && is.tagline.empty() && is.disclosure.empty() && is.best_for.empty() &&
           is.not_for.empty() && is.pros.empty() && is.cons.empty() && is.former_names.empty());
}

void write_about(page& p) {
  bool any = false;
  for (const contender& one : p.doc.contenders) any |= has_about(one);
  if (!any) return;
  open_part(p, message::about, "part-about");
  p.open(tag::div, "fulls");
  for (const contender& one : p.doc.contenders) {
    if (has_about(one)) about(p, one);
  }
  p.close(2);
}

// Where a fact comes from, when it was checked.
void provenance(page& p, const string& source_url, const date& checked) {
  if (p.plain) return;
  if (checked.given()) {
    p.space();
    p.open(tag::span, "of");
    p.time_of(message::checked, checked);
    p.close();
  }
  p.space();
  p.link(source_url, message::read_source);
}

void doubt(page& p, bool disputed) {
  if (disputed) p.say_after(tag::span, "tag doubt", message::disputed);
}

// Each of these writes a contender's cell in the row of one fact, or tells whether there is anything to
// write.
enum class ask : std::uint8_t { whether, write };

bool price_fact(page& p, std::size_t i, ask what) {
  const price& is = p.at(i).price;
  if (what == ask::whether) {
    return !is.label.empty() || !is.rates.empty() || !is.billing.empty() || !is.source_url.empty() ||
           is.checked_on.given();
  }
  p.block(tag::div, nullptr, is.label);
  for (const price_rate& rate : is.rates) {
    p.open(tag::div);
    if (!rate.label.empty()) p.inline_text(rate.label);
    p.space();
    p.text(p.words.money(rate.amount, is.currency));
    if (!rate.per.empty()) {
      p.space();
      p.with.foreign(slot::text, rate.per);
      p.say(message::per);
    }
    p.close();
  }
  p.block(tag::div, nullptr, is.billing);
  provenance(p, is.source_url, is.checked_on);
  return true;
}

bool license_fact(page& p, std::size_t i, ask what) {
  const license& is = p.at(i).license;
  const string& name = is.name.empty() ? is.spdx : is.name;
  if (what == ask::write) p.link(p.plain ? string() : is.url, name);
  return !name.empty();
}

bool limits_fact(page& p, std::size_t i, ask what) {
  const auto& limits = p.at(i).limits;
  if (what == ask::whether) return !limits.empty();
  for (const limit& one : limits) {
    p.open(tag::div);
    if (one.text.empty()) {
      p.say(limit_words(one.code));
    } else {
      p.inline_text(one.text);
    }
    provenance(p, one.source_url, {});
    p.close();
  }
  return true;
}

bool status_fact(page& p, std::size_t i, ask what) {
  const status& is = p.at(i).status;
  if (what == ask::whether) return is.value != status_code::unset;
  p.say(status_words(is.value));
  doubt(p, is.disputed);
  provenance(p, is.source_url, is.checked_on);
  return true;
}

bool links_fact(page& p, std::size_t i, ask what) {
  const contender& is = p.at(i);
  if (what == ask::whether) return !is.url.empty() || !is.links.empty();
  p.open(tag::div);
  p.link(is.url, message::official);
  p.close();
  for (const contender_link& one : is.links) {
    p.open(tag::div);
    p.link(one.url, one.label.empty() ? one.url : one.label, one.kind);
    p.close();
  }
  return true;
}

struct fact {
  message label;
  bool (*cell)(page& p, std::size_t contender, ask what);
};

const fact facts[] = {{message::price, price_fact},
                      {message::license, license_fact},
                      {message::limits, limits_fact},
                      {message::status, status_fact},
                      {message::links, links_fact}};

bool wanted(page& p, const fact& one) {
  bool any = false;
  for (std::size_t i = 0; i < p.count; i++) any |= one.cell(p, i, ask::whether);
  return any;
}

// Of a price whose details are missing the kind may be known: that stands in the summary.
void fact_cell(page& p, std::size_t i, const void* what) {
  const fact& is = *static_cast<const fact*>(what);
  if (is.cell(p, i, ask::whether)) {
    is.cell(p, i, ask::write);
  } else {
    p.nothing(is.label == message::price ? message::not_stated : message::unknown);
  }
}

void criterion_cell(page& p, std::size_t i, const void* what) {
  for (const criterion_value& one : static_cast<const criterion*>(what)->values) {
    if (one.contender != i) continue;
    p.inline_text(one.text);
    doubt(p, one.disputed);
    return provenance(p, one.source_url, one.checked_on);
  }
  p.nothing(message::unknown);
}

// Of two, the grid says how they compare; of more, each pair that can be told apart or not for a reason.
bool told(const page& p, const price_pair& pair) {
  if (p.count == 2) return !p.doc.comparable_reason.empty();
  return pair.order != price_order::unknown && pair.reason != price_reason::said_not_comparable;
}

bool has_price_order(const page& p) {
  bool any = !p.doc.comparable_reason.empty();
  for (const price_pair& pair : p.in.prices.pairs) any |= told(p, pair);
  return any;
}

void price_order_line(page& p, const price_pair& pair) {
  const bool swapped = pair.cheaper == pair.b;
  p.name(swapped ? pair.b : pair.a).other(swapped ? pair.a : pair.b);
  p.with.phrase(slot::text, price_words(pair));
  p.say_in(tag::li, nullptr, message::price_pair);
}

// The pairs, and in the publisher's words why prices can or cannot be compared.
void write_price_order(page& p) {
  if (!has_price_order(p)) return;
  p.say_in(tag::p, "lead", message::prices_compared);
  if (!p.doc.comparable_reason.empty()) {
    p.open(tag::p);
    p.with.phrase(slot::name, message::publisher);
    if (!p.doc.publisher.name.empty()) p.with.foreign(slot::name, p.doc.publisher.name);
    p.say(message::named);
    p.with.foreign(slot::text, p.doc.comparable_reason);
    p.say(message::quoted);
    p.close();
  }
  bool any = false;
  for (const price_pair& pair : p.in.prices.pairs) {
    if (!told(p, pair)) continue;
    if (!any) p.open(tag::ul);
    any = true;
    price_order_line(p, pair);
  }
  if (any) p.close();
}

// A row of the table: a fact of ours, or a criterion of the publisher's.
struct fact_row {
  const fact* ours = nullptr;
  const criterion* theirs = nullptr;
  bool same = false;  // all contenders say the same, wherever they say it
};

page::cell_writer cell_of(const fact_row& row) { return row.ours ? fact_cell : criterion_cell; }
const void* what_of(const fact_row& row) {
  return row.ours ? static_cast<const void*>(row.ours) : row.theirs;
}

bool same_of_all(page& p, const fact_row& row) {
  string first;
  p.plain = true;
  bool same = true;
  for (std::size_t i = 0; i < p.count; i++) {
    const std::size_t start = p.mark();
    cell_of(row)(p, i, what_of(row));
    const string said = p.take_back(start);
    if (i == 0) first = said;
    same &= said == first;
  }
  p.plain = false;
  return same;
}

list<fact_row> fact_rows(page& p) {
  list<fact_row> rows;
  for (const fact& one : facts) {
    if (wanted(p, one)) rows.add().ours = &one;
  }
  for (const criterion& one : p.doc.criteria) rows.add().theirs = &one;
  for (fact_row& row : rows) row.same = same_of_all(p, row);
  return rows;
}

void write_fact_row(page& p, const fact_row& row) {
  p.open_row(nullptr, row.same);
  if (row.ours) {
    p.say(row.ours->label);
  } else {
    p.inline_text(row.theirs->name);
  }
  p.close(2);
  p.cells(cell_of(row), what_of(row));
  p.close();
}

void differences_toggle(page& p) {
  p.open_button("toggle");
  p.needs_script();
  p.identify("differences");
  p.set(attribute::data_action, "differences");
  p.set(attribute::aria_pressed, p.in.differences ? "true" : "false");
  p.say(message::differences_only);
  p.close();
}

void write_fact_table(page& p) {
  const list<fact_row> rows = fact_rows(p);
  std::size_t same = 0;
  for (const fact_row& row : rows) same += row.same;
  const bool both = same > 0 && same < rows.size();
  if (both && !p.bare()) differences_toggle(p);
  p.open_columns(p.count > 4 ? "card many" : p.count > 2 ? "card few" : "card two", "facts");
  p.column_heads();
  for (const fact_row& row : rows) {
    if (!(both && row.same && p.in.differences)) write_fact_row(p, row);
  }
  p.close(2);
}

void write_facts(page& p) {
  bool any = !p.doc.criteria.empty();
  for (const fact& one : facts) any |= wanted(p, one);
  if (!any && !has_price_order(p)) return;
  open_part(p, message::facts, "part-facts");
  if (any) write_fact_table(p);
  write_price_order(p);
  p.close();
}

void open_section(page& p, message words) {
  p.open(tag::section);
  p.say_in(p.heading(1), "part", words);
}

void write_responses(page& p) {
  if (p.doc.responses.empty()) return;
  open_section(p, message::responses);
  for (const response& one : p.doc.responses) {
    p.block(p.heading(2), "sub", p.at(one.contender).name);
    p.open(tag::blockquote);
    p.paragraphs(one.text);
    p.close();
    p.open(tag::p, "of");
    p.inline_text(one.by);
    p.space();
    p.time_of(message::amount, one.day);
    p.space();
    p.link(one.url, message::read_source);
    p.close();
  }
  p.close();
}

void write_history(page& p) {
  if (p.doc.history.empty()) return;
  open_section(p, message::history);
  p.open(tag::ul);
  for (const history_entry& one : p.doc.history) {
    p.open(tag::li);
    p.time_of(message::amount, one.day);
    p.space();
    p.inline_text(one.text);
    p.close();
  }
  p.close(2);
}

}  // namespace

void write_details(page& p) {
  if (!p.doc.summary.empty()) {
    p.open(tag::section, "summing");
    p.paragraphs(p.doc.summary);
    p.close();
  }
  write_about(p);
  write_facts(p);
  write_responses(p);
  write_history(p);
}

}  // namespace faceoff
