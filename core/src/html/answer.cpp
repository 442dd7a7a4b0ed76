// The answer box: the publisher's pick, the computed reading, at most two reasons; and what else bears on it.
#include <algorithm>

#include "page.hpp"

namespace faceoff {
namespace {

// A sentence, or facts about one contender: "Name: fact; fact".
struct bullet {
  std::optional<contender_index> subject;  // of facts
  sentence_pieces text;
  bool shown = false;  // in the box; else in the fold below
};

using bullets = std::vector<bullet>;

message condition_words(limit_code code) {
  switch (code) {
    case limit_code::research_only:
      return message::if_research_only;
    case limit_code::no_redistribution:
      return message::if_no_redistribution;
    case limit_code::seats:
      return message::if_seats;
    case limit_code::region:
      return message::if_region;
    default:
      return message::if_non_commercial;
  }
}

sentence_pieces headline(const page& p, outcome what, std::optional<contender_index> whom) {
  arguments with;
  if (whom) with.strong(slot::name, p.at(*whom).name);
  switch (what) {
    case outcome::pick:
      return p.words.say(message::pick, with);
    case outcome::conditional:
      return p.words.say(message::pick, with);
    case outcome::lean:
      return p.words.say(message::lean, with);
    case outcome::too_close:
      return p.words.say(message::too_close, with);
    case outcome::neither:
      return p.words.say(p.size() == 2 ? message::neither : message::none_of_them, with);
    case outcome::different_jobs:
      return p.words.say(message::different_jobs, with);
    case outcome::no_panel:
      break;
  }
  return p.words.say(message::no_panel, with);
}

sentence_pieces answer_headline(const page& p) {
  const answer& is = p.in.reading;
  if (is.outcome != outcome::conditional || !is.contender) return headline(p, is.outcome, is.contender);
  arguments with;
  with.strong(slot::name, p.at(*is.contender).name);
  with.ours(slot::text, p.words.text(condition_words(is.condition)));
  if (!is.otherwise) return p.words.say(message::unless, with);
  return p.words.say(message::unless_other, with.foreign(slot::other, p.at(*is.otherwise).name));
}

void add_fact(const page& p, bullets& list, std::optional<contender_index> subject, std::string text) {
  if (!subject) return;
  for (bullet& known : list) {
    if (known.subject != subject) continue;
    std::string& facts = known.text.back().text;
    if (facts.find(text) == facts.npos) facts += "; " + text;
    return;
  }
  arguments with;
  with.foreign(slot::name, p.at(*subject).name).ours(slot::text, text);
  list.push_back({subject, p.words.say(message::named, with)});
}

void add_reason(const page& p, bullets& list, const reason_item& why) {
  const auto other = why.other ? why.other : why.contender;
  arguments with;
  if (why.contender) with.foreign(slot::name, p.at(*why.contender).name);
  if (why.other) with.foreign(slot::other, p.at(*why.other).name);
  with.number(slot::n, why.count).number(slot::of, why.of);
  message key = message::cycle;
  switch (why.what) {
    case answer_reason::dominance:
      key = message::dominance;
      break;
    case answer_reason::majority:
      key = message::majority;
      break;
    case answer_reason::beats_all:
      key = message::beats_all;
      break;
    case answer_reason::only_eligible:
      key = message::only_eligible;
      break;
    case answer_reason::share:
      key = message::panel_share;
      break;
    case answer_reason::level:
      key = why.count == 0 ? message::level_none : message::level;
      break;
    case answer_reason::cycle:
      break;
    case answer_reason::fragile:
      key = message::fragile;
      break;
    case answer_reason::share_fragile:
      key = message::share_fragile;
      break;
    case answer_reason::few_deciders:
      key = message::few_deciders;
      break;
    case answer_reason::no_overlap:
      key = message::no_overlap;
      break;
    case answer_reason::disjoint_jobs:
      key = message::disjoint_jobs;
      break;
    case answer_reason::other_limited:
      return add_fact(p, list, other, p.words.text(limit_words(why.limit)));
    case answer_reason::other_not_released:
      return add_fact(p, list, other, p.words.text(status_words(p.at(*other).status.value)));
    case answer_reason::other_below_half:
      return add_fact(p, list, other, p.words.text(message::below_half, with));
    case answer_reason::other_no_share:
      return add_fact(p, list, other, p.words.text(message::no_share));
  }
  list.push_back({{}, p.words.say(key, with)});
}

message paid_words(relationship_code code) {
  if (code == relationship_code::affiliate) return message::affiliate;
  return code == relationship_code::gifted ? message::gifted : message::sponsored;
}

void add_caveat(const page& p, bullets& list, const caveat_item& mind) {
  message key = message::all_ai;
  bool fact = true;
  switch (mind.what) {
    case answer_caveat::unconfirmed:
      key = message::unconfirmed;
      break;
    case answer_caveat::announced:
      key = message::announced;
      break;
    case answer_caveat::discontinued:
      key = message::discontinued;
      break;
    case answer_caveat::status_unknown:
      key = message::status_unknown;
      break;
    case answer_caveat::would_lead:
      key = message::would_lead, fact = false;
      break;
    case answer_caveat::would_not_change:
      key = message::would_not_change, fact = false;
      break;
    case answer_caveat::would_unsettle:
      key = message::would_unsettle, fact = false;
      break;
    case answer_caveat::limited:
      key = limit_words(mind.limit);
      break;
    case answer_caveat::disputed:
      key = message::status_disputed;
      break;
    case answer_caveat::own_product:
      key = message::own_product;
      break;
    case answer_caveat::paid:
      key = paid_words(p.at(*mind.contender).relationship);
      break;
    case answer_caveat::few_reviewers:
      key = message::few_reviewers;
      break;
    case answer_caveat::not_reviewed:
      key = message::no_share;
      break;
    case answer_caveat::other_job:
      key = message::other_job;
      break;
    case answer_caveat::all_ai:
      fact = false;
      break;
    case answer_caveat::old_price:
      key = message::old_price;
      break;
  }
  if (fact) return add_fact(p, list, mind.contender, p.words.text(key));
  arguments with;
  if (mind.contender) with.foreign(slot::name, p.at(*mind.contender).name);
  list.push_back({{}, p.words.say(key, with)});
}

bool about_release(answer_caveat what) { return what <= answer_caveat::status_unknown; }

// Two reasons at most stand in the box, and whatever makes a release doubtful.
bullets collect(const page& p) {
  bullets list;
  for (const reason_item& why : p.in.reading.reasons) add_reason(p, list, why);
  for (std::size_t i = 0; i < list.size() && i < 2; i++) list[i].shown = true;
  for (const caveat_item& mind : p.in.reading.caveats) {
    const std::size_t before = list.size();
    add_caveat(p, list, mind);
    if (list.size() > before && before < 3 && about_release(mind.what)) list.back().shown = true;
  }
  return list;
}

void write_bullets(page& p, const bullets& list, bool shown) {
  bool any = false;
  for (const bullet& one : list) {
    if (one.shown != shown) continue;
    if (!any && !shown) say_in(p, tag::p, "lead", message::keep_in_mind);
    if (!any) p.out.open(tag::ul);
    any = true;
    p.out.open(tag::li);
    say(p, one.text);
    if (one.subject) p.out.text(".");
    p.out.close();
  }
  if (any) p.out.close();
}

void write_their_pick(page& p) {
  const our_pick& pick = p.doc.our_pick;
  const std::string& by = pick.by.empty() ? p.doc.publisher.name : pick.by;
  arguments with;
  if (by.empty()) {
    with.ours(slot::text, p.words.text(message::publisher));
  } else {
    with.foreign(slot::text, by);
  }
  if (pick.contender) with.strong(slot::name, p.at(*pick.contender).name);
  say_in(p, tag::p, "says", pick.contender ? message::their_pick : message::their_none, with);
  block(p, tag::p, {}, pick.reason);
  if (pick.choose.empty()) return;
  p.out.open(tag::ul);
  for (const choose_if& one : pick.choose) {
    arguments parts;
    parts.strong(slot::name, p.at(one.contender).name).foreign(slot::text, one.when);
    say_in(p, tag::li, {}, message::choose_if, parts);
  }
  p.out.close();
}

message change_words(answer_change what, bool is_breaker) {
  switch (what) {
    case answer_change::release_confirmed:
      return message::if_released;
    case answer_change::limit_lifted:
      return message::if_lifted;
    case answer_change::limit_matters:
      return is_breaker ? message::if_not_matters : message::if_matters;
    case answer_change::one_reviewer:
      return message::if_reviewer;
    case answer_change::more_reviews:
      break;
  }
  return message::if_one_more;
}

bool matters_to_reader(const page& p, limit_code code) {
  if (!p.in.deal_breakers) return false;
  const auto& all = *p.in.deal_breakers;
  return std::find(all.begin(), all.end(), code) != all.end();
}

void write_change(page& p, const change_item& change) {
  arguments with;
  if (change.contender) with.foreign(slot::name, p.at(*change.contender).name);
  if (change.reviewer) with.foreign(slot::other, p.doc.reviewers[*change.reviewer].name);
  const bool limit = change.limit != limit_code::unset;
  with.ours(slot::text, limit ? p.words.text(limit_words(change.limit)) : verdict_word(p, change.verdict));
  const bool is_breaker = change.what == answer_change::limit_matters && matters_to_reader(p, change.limit);
  arguments both;
  both.pieces(slot::text, p.words.say(change_words(change.what, is_breaker), with));
  both.pieces(slot::unit, headline(p, change.then, change.then_contender));
  say_in(p, tag::li, {}, message::then, both);
}

}  // namespace

void write_answer(page& p) {
  p.out.open(tag::section, "answer");
  p.out.open(tag::h3, "ask");
  if (p.doc.question.empty()) {
    say(p, message::question);
  } else {
    inline_text(p, p.doc.question);
  }
  p.out.close();
  const bool theirs = p.doc.our_pick.given;
  if (theirs) write_their_pick(p);
  if (theirs) say_in(p, tag::p, "lead", message::our_reading);
  p.out.open(tag::p, theirs ? "reads" : "says");
  say(p, answer_headline(p));
  if (theirs && p.in.reading.outcome != outcome::no_panel) {
    p.out.text(" ");
    say(p, p.in.reading.differs_from_our_pick ? message::differs : message::agrees);
  }
  p.out.close();
  write_bullets(p, collect(p), true);
  p.out.close();
}

void write_answer_details(page& p) {
  const bullets list = collect(p);
  if (p.in.reading.outcome == outcome::no_panel) return;
  bool more = !p.in.reading.changes.empty();
  for (const bullet& one : list) more |= !one.shown;
  if (!more) return;
  p.out.open(tag::details, "more").set(attribute::data_fold, "-answer");
  identify(p, "more");
  say_in(p, tag::summary, {}, message::more);
  write_bullets(p, list, false);
  if (!p.in.reading.changes.empty()) {
    say_in(p, tag::p, "lead", message::changes);
    p.out.open(tag::ul);
    for (const change_item& change : p.in.reading.changes) write_change(p, change);
    p.out.close();
  }
  p.out.close();
}

}  // namespace faceoff
