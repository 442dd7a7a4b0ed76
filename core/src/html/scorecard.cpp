// The reviewer scorecard: how the panel splits in words, then a row and one fold per reviewer.
#include "page.hpp"

namespace faceoff {
namespace {

const review* find_review(const page& p, std::size_t reviewer, std::size_t contender) {
  for (const review& one : p.doc.reviews) {
    if (one.reviewer == reviewer && one.contender == contender) return &one;
  }
  return nullptr;
}

// With two contenders: whoever prefers one. With more: whoever prefers the answer's to another, or the other
// way round.
bool decides(const page& p, std::size_t reviewer) {
  for (const head_to_head& pair : p.in.split.pairs) {
    const auto& answer = p.in.reading.contender;
    if (p.count > 2 && answer != pair.a && answer != pair.b) continue;
    if (pair.prefer_a.has(reviewer) || pair.prefer_b.has(reviewer)) return true;
  }
  return false;
}

void preference(page& p, contender_index contender, reviewer_set who) {
  p.name(contender).numbers(who.size());
  if (who.empty()) return p.say(message::nobody_prefers);
  if (who.size() > 4) return p.say(message::many_prefer);
  list<const string*> names;
  for (const reviewer_index one : who) names.add() = &p.doc.reviewers[one].name;
  p.with.names(slot::text, names);
  p.say(message::list_prefers);
}

bool judged(const head_to_head& pair) {
  return !pair.prefer_a.empty() || !pair.prefer_b.empty() || !pair.same.empty();
}

void pair_sentences(page& p, const head_to_head& pair) {
  if (!judged(pair)) return p.name(pair.a).other(pair.b).say(message::no_overlap);
  preference(p, pair.a, pair.prefer_a);
  p.space();
  preference(p, pair.b, pair.prefer_b);
  if (!pair.same.empty()) {
    p.space();
    p.numbers(pair.same.size()).say(message::rate_same);
  }
  if (!pair.leader) return;
  p.space();
  p.name(*pair.leader).say(pair.survives ? message::survives : message::hangs);
}

// "A over B: 3 to 1." for each of the answer's pairs; without an answer, for each pair that has a leader,
// unless there are too many to read in a row.
void split_sentences(page& p) {
  const auto answer = p.in.reading.contender;
  if (!answer && p.count > 4) return;
  bool any = false;
  for (const head_to_head& pair : p.in.split.pairs) {
    if (!judged(pair) || (answer && answer != pair.a && answer != pair.b)) continue;
    const auto ahead = answer ? answer : pair.leader;
    if (!ahead) continue;
    if (!any) p.open(tag::p);
    any = true;
    const bool first = ahead == pair.a;
    const std::size_t over = first ? pair.prefer_a.size() : pair.prefer_b.size();
    p.name(*ahead).other(first ? pair.b : pair.a);
    p.numbers(over, pair.prefer_a.size() + pair.prefer_b.size() - over).say(message::over);
    p.space();
  }
  if (any) p.close();
}

void reviewer_head(page& p, std::size_t index) {
  const reviewer& is = p.doc.reviewers[index];
  p.open_row(&is.id);
  p.link(is.url, is.name);
  p.close();
  if (!p.bare()) {
    p.space();
    p.open_anchor("review", &is.id);
    p.with.foreign(slot::name, is.name);
    p.set(attribute::aria_label, p.words.text(message::link_review, p.with));
    p.with.clear();
    p.text("#").close();
  }
  if (is.kind > reviewer_kind::unset && is.kind < reviewer_kind::unknown) {
    p.say_after(tag::small, nullptr, message(int(message::human) + int(is.kind) - int(reviewer_kind::human)));
  }
  p.block(tag::div, "view", is.viewpoint);
  if (is.reviewed && is.positive) {
    p.numbers(*is.reviewed, *is.positive).say_in(tag::div, "view", message::record);
  }
  if (decides(p, index)) {
    p.say_after(tag::span, "tag", message::decides);
  }
  p.close();
}

bool says_more(const page& p, const review& is) {
  if (is.day.given() || !is.url.empty()) return true;
  if (p.count > 4 && !is.reason.empty()) return true;  // there a wide table has no room for the line
  return !is.quote.empty() && (!is.reason.empty() || first_sentence(is.quote).size() < is.quote.size());
}

// The one line under a verdict: the reason, else the quote's first sentence as a quotation. Styles may cut it
// short only where the fold says all of it.
void one_line(page& p, const review& is) {
  const char* class_name = says_more(p, is) ? "line brief" : "line";
  if (!is.reason.empty()) return p.block(tag::div, class_name, is.reason);
  if (is.quote.empty()) return;
  const string first = first_sentence(is.quote);
  p.with.foreign(slot::text, first);
  p.say_in(tag::div, class_name, message::quoted);
}

void review_cell(page& p, std::size_t contender, const void* what) {
  const review* is = find_review(p, *static_cast<const std::size_t*>(what), contender);
  if (!is) return p.chip(verdict_code::unset);
  p.open(tag::span, "mine");
  const verdict_code verdict = counted_verdict(p.doc, *is);
  if (verdict != verdict_code::unset) p.chip(verdict);
  if (is->score) {
    p.numbers(*is->score).say_after(tag::span, "of", message::scored);
  }
  p.close();
  one_line(p, *is);
}

void whole_review(page& p, const review& is) {
  p.open(tag::div, "full");
  p.block(p.heading(2), "sub", p.at(is.contender).name);
  p.block(tag::p, nullptr, is.reason);
  if (!is.quote.empty()) {
    p.open(tag::blockquote);
    p.paragraphs(is.quote);
    p.close();
  }
  if (is.day.given() || !is.url.empty()) {
    p.open(tag::p, "of");
    p.time_of(message::amount, is.day);
    p.space();
    p.link(is.url, message::read_source);
    p.close();
  }
  p.close();
}

void fold(page& p, std::size_t index) {
  bool any = false;
  for (const review& one : p.doc.reviews) any |= one.reviewer == index && says_more(p, one);
  if (!any) return;
  const reviewer& is = p.doc.reviewers[index];
  p.open(tag::tr, "fold").open(tag::td);
  p.set_number(attribute::colspan, "", p.count + 1, "");
  p.open(tag::details).set(attribute::data_fold, is.id);
  p.identify("fold", &is.id);
  p.with.foreign(slot::name, is.name);
  p.say_in(tag::summary, nullptr, message::read_in_full);
  p.open(tag::div, "fulls");
  for (std::size_t contender = 0; contender < p.count; contender++) {
    const review* one = find_review(p, index, contender);
    if (one && says_more(p, *one)) whole_review(p, *one);
  }
  p.close(4);
}

void split_cell(page& p, std::size_t contender, const void*) {
  const contender_split& is = p.in.split.contenders[contender];
  if (is.kind == agreement::none) return p.nothing(message::no_share);
  if (is.kind == agreement::single) return p.say(message::single);
  if (is.kind == agreement::unanimous) return p.say(message::unanimous);
  p.share_word(slot::text, true);
  p.share_word(slot::unit, false);
  p.numbers(is.most_ship ? is.most : is.least, is.most_ship ? is.least : is.most).say(message::counts);
}

}  // namespace

void write_scorecard(page& p) {
  if (p.doc.reviews.empty()) return write_answer_details(p);
  p.open(tag::section, "scores").open(p.heading(1), "part");
  p.identify("scores");
  p.say(message::scorecard);
  p.close();
  if (p.count == 2) {
    p.open(tag::p);
    pair_sentences(p, p.in.split.pairs[0]);
    p.close();
  } else {
    split_sentences(p);
  }
  p.open_columns(p.count > 4 ? "card many" : p.count > 2 ? "card few" : "card two", "scores");
  p.column_heads();
  for (std::size_t i = 0; i < p.doc.reviewers.size(); i++) {
    reviewer_head(p, i);
    p.cells(review_cell, &i);
    p.close();
    fold(p, i);
    p.close().open(tag::tbody);  // a reviewer is a group of rows: the verdicts, and what is folded
  }
  p.open_row();
  p.say(message::together);
  p.close(2);
  p.cells(split_cell, nullptr);
  p.close(3);
  write_answer_details(p);
  p.close();
}

}  // namespace faceoff
