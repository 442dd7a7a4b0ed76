// The reviewer scorecard: how the panel splits in words, then a row and one fold per reviewer.
#include <algorithm>

#include "page.hpp"

namespace faceoff {
namespace {

const review* find_review(const page& p, std::size_t reviewer, std::size_t contender) {
  for (const review& one : p.doc.reviews) {
    if (one.reviewer == reviewer && one.contender == contender) return &one;
  }
  return nullptr;
}

bool among(const std::vector<reviewer_index>& list, std::size_t reviewer) {
  return std::find(list.begin(), list.end(), reviewer) != list.end();
}

// With two contenders: whoever prefers one. With more: whoever prefers the answer's to another, or the other
// way round.
bool decides(const page& p, std::size_t reviewer) {
  for (const head_to_head& pair : p.in.split.pairs) {
    const auto& answer = p.in.reading.contender;
    if (p.size() > 2 && answer != pair.a && answer != pair.b) continue;
    if (among(pair.prefer_a, reviewer) || among(pair.prefer_b, reviewer)) return true;
  }
  return false;
}

void preference(page& p, contender_index contender, const std::vector<reviewer_index>& who) {
  arguments with;
  with.foreign(slot::name, p.at(contender).name).number(slot::n, who.size());
  if (who.empty()) return say(p, message::nobody_prefers, with);
  if (who.size() > 4) return say(p, message::many_prefer, with);
  std::vector<std::string_view> names;
  for (const reviewer_index one : who) names.push_back(p.doc.reviewers[one].name);
  say(p, message::list_prefers, with.pieces(slot::text, p.words.list(names)));
}

void pair_sentences(page& p, const head_to_head& pair) {
  arguments names;
  names.foreign(slot::name, p.at(pair.a).name).foreign(slot::other, p.at(pair.b).name);
  if (pair.prefer_a.size() + pair.prefer_b.size() + pair.same.size() == 0) {
    return say(p, message::no_overlap, names);
  }
  preference(p, pair.a, pair.prefer_a);
  p.out.text(" ");
  preference(p, pair.b, pair.prefer_b);
  p.out.text(" ");
  if (!pair.same.empty()) say(p, message::rate_same, arguments().number(slot::n, pair.same.size()));
  if (!pair.leader) return;
  p.out.text(" ");
  arguments leader;
  leader.foreign(slot::name, p.at(*pair.leader).name);
  say(p, pair.survives ? message::survives : message::hangs, leader);
}

// "A over B: 3 to 1." for each of the answer's pairs.
void answer_pairs(page& p) {
  const auto answer = p.in.reading.contender;
  for (const head_to_head& pair : p.in.split.pairs) {
    const bool judged = pair.prefer_a.size() + pair.prefer_b.size() + pair.same.size() > 0;
    if (!judged || (answer != pair.a && answer != pair.b)) continue;
    const bool first = answer == pair.a;
    arguments with;
    with.foreign(slot::name, p.at(*answer).name).foreign(slot::other, p.at(first ? pair.b : pair.a).name);
    with.number(slot::n, first ? pair.prefer_a.size() : pair.prefer_b.size());
    with.number(slot::of, first ? pair.prefer_b.size() : pair.prefer_a.size());
    say(p, message::over, with);
    p.out.text(" ");
  }
}

message kind_words(reviewer_kind kind) {
  switch (kind) {
    case reviewer_kind::ai_persona:
      return message::ai_persona;
    case reviewer_kind::lab:
      return message::lab;
    case reviewer_kind::crowd:
      return message::crowd;
    default:
      return message::human;
  }
}

void reviewer_head(page& p, std::size_t index) {
  const reviewer& is = p.doc.reviewers[index];
  p.out.open(tag::th).set(attribute::scope, "row");
  p.out.open(tag::span, "q");
  if (is.url.empty()) {
    inline_text(p, is.name);
  } else {
    link(p, is.url, is.name);
  }
  p.out.close();
  if (is.kind > reviewer_kind::unset && is.kind < reviewer_kind::unknown) {
    p.out.text(" ");
    say_in(p, tag::small, {}, kind_words(is.kind));
  }
  block(p, tag::small, "view", is.viewpoint);
  if (is.reviewed && is.positive) {
    arguments with;
    with.number(slot::n, *is.reviewed).number(slot::of, *is.positive);
    say_in(p, tag::small, "view", message::record, with);
  }
  if (decides(p, index)) {
    p.out.text(" ");
    say_in(p, tag::span, "tag", message::decides);
  }
  p.out.close();
}

// The one line under a verdict: the reason, else the quote's first sentence as a quotation.
void one_line(page& p, const review& is) {
  if (!is.reason.empty()) return block(p, tag::span, "line", is.reason);
  if (is.quote.empty()) return;
  say_in(p, tag::span, "line", message::quoted, arguments().foreign(slot::text, first_sentence(is.quote)));
}

void review_cell(page& p, std::size_t contender, const void* what) {
  const review* is = find_review(p, *static_cast<const std::size_t*>(what), contender);
  if (!is) return chip(p, verdict_code::unset);
  p.out.open(tag::span, "mine");
  const verdict_code verdict = counted_verdict(p.doc, *is);
  if (verdict != verdict_code::unset) chip(p, verdict);
  if (is->score) {
    p.out.text(" ");
    say_in(p, tag::span, "of", message::scored, arguments().number(slot::n, *is->score));
  }
  p.out.close().text(" ");
  one_line(p, *is);
}

bool says_more(const page& p, const review& is) {
  if (is.day.given() || !is.url.empty()) return true;
  if (p.size() > 4 && !is.reason.empty()) return true;  // there a wide table has no room for the line
  return !is.quote.empty() && (!is.reason.empty() || first_sentence(is.quote).size() < is.quote.size());
}

void whole_review(page& p, const review& is) {
  p.out.open(tag::div, "full");
  block(p, tag::h4, {}, p.at(is.contender).name);
  block(p, tag::p, {}, is.reason);
  if (!is.quote.empty()) {
    p.out.open(tag::blockquote);
    paragraphs(p, is.quote);
    p.out.close();
  }
  if (is.day.given() || !is.url.empty()) {
    p.out.open(tag::p, "of");
    if (is.day.given()) time_of(p, message::amount, is.day);
    p.out.text(" ");
    link(p, is.url, message::read_source);
    p.out.close();
  }
  p.out.close();
}

void fold(page& p, std::size_t index) {
  bool any = false;
  for (const review& one : p.doc.reviews) any |= one.reviewer == index && says_more(p, one);
  if (!any) return;
  const reviewer& is = p.doc.reviewers[index];
  p.out.open(tag::tr, "fold").open(tag::td).set(attribute::colspan, std::to_string(p.size() + 1));
  p.out.open(tag::details).set(attribute::data_fold, is.id);
  identify(p, "fold", is.id);
  say_in(p, tag::summary, {}, message::read_in_full, arguments().foreign(slot::name, is.name));
  p.out.open(tag::div, "fulls");
  for (std::size_t contender = 0; contender < p.size(); contender++) {
    const review* one = find_review(p, index, contender);
    if (one && says_more(p, *one)) whole_review(p, *one);
  }
  p.out.close().close().close().close();
}

void split_cell(page& p, std::size_t contender, const void*) {
  const contender_split& is = p.in.split.contenders[contender];
  arguments with;
  with.number(slot::n, is.most).number(slot::of, is.least);
  switch (is.kind) {
    case agreement::none:
      return p.out.element(tag::span, "none", "\u2014"), void();
    case agreement::single:
      return say(p, message::single);
    case agreement::unanimous:
      return say(p, message::unanimous);
    case agreement::majority:
      return say(p, message::split_to, with);
    case agreement::tied:
      return say(p, message::tied, with);
  }
}

}  // namespace

void write_scorecard(page& p) {
  if (p.doc.reviews.empty()) return write_answer_details(p);
  p.out.open(tag::section, "scores").open(tag::h3);
  identify(p, "scores");
  say(p, message::scorecard);
  p.out.close();
  p.out.open(tag::p);
  if (p.size() == 2) {
    pair_sentences(p, p.in.split.pairs[0]);
  } else if (p.in.reading.contender) {
    answer_pairs(p);
  }
  p.out.close();
  open_columns(p, "card", "scores");
  column_heads(p);
  p.out.open(tag::tbody);
  for (std::size_t i = 0; i < p.doc.reviewers.size(); i++) {
    p.out.open(tag::tr);
    reviewer_head(p, i);
    column_cells(p, review_cell, &i);
    p.out.close();
    fold(p, i);
  }
  p.out.open(tag::tr).open(tag::th).set(attribute::scope, "row");
  say_in(p, tag::span, "q", message::together);
  p.out.close();
  column_cells(p, split_cell, nullptr);
  p.out.close().close().close();
  write_answer_details(p);
  p.out.close();
}

}  // namespace faceoff
