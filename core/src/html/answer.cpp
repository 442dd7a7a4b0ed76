// The answer box: the publisher's pick, the computed reading, at most two reasons; and what else bears on it.
#include <algorithm>
#include <iterator>

#include "page.hpp"

namespace faceoff {
namespace {

// By outcome.
constexpr message outcome_words[] = {message::no_panel,  message::different_jobs, message::neither,
                                     message::too_close, message::lean,           message::pick,
                                     message::pick};
static_assert(std::size(outcome_words) == std::size_t(outcome::pick) + 1);

void headline(page& p, outcome what, index_or_none whom) {
  if (whom) p.with.strong(slot::name, p.at(*whom).name);
  const bool many = what == outcome::neither && p.count > 2;
  p.say(many ? message::none_of_them : outcome_words[std::size_t(what)]);
}

// Only limits that matter condition an answer; their messages stand in the codes' order.
message condition_words(limit_code code) {
  return message(int(message::if_non_commercial) + int(code) - int(limit_code::non_commercial));
}

void answer_headline(page& p) {
  const answer& is = p.in.reading;
  if (is.outcome != outcome::conditional || !is.contender || is.condition > limit_code::region) {
    return headline(p, is.outcome, is.contender);
  }
  p.with.strong(slot::name, p.at(*is.contender).name).phrase(slot::text, condition_words(is.condition));
  if (!is.otherwise) return p.say(message::unless);
  p.other(*is.otherwise).say(is.otherwise_leans ? message::unless_leans : message::unless_other);
}

// A reason or a caveat as what it comes down to: a sentence, or a fact about one contender.
struct note {
  message key{};
  index_or_none subject = {};  // of a fact; none: a sentence
  index_or_none contender = {}, other = {};
  std::uint16_t count = 0, of = 0;
  bool starts = false;  // begins a bullet
  bool shown = false;   // in the box; else in the fold below
};

// By answer_reason; facts are told of the other one.
constexpr message reason_words[] = {
    message::dominance,     message::majority,     message::beats_all,  message::only_eligible,
    message::panel_share,   message::limit_other,  message::released,   message::below_half,
    message::no_share,      message::level,        message::cycle,      message::fragile,
    message::share_fragile, message::few_deciders, message::no_overlap, message::disjoint_jobs};
static_assert(std::size(reason_words) == std::size_t(answer_reason::disjoint_jobs) + 1);

note note_of(const page& p, const reason_item& why) {
  note is{.key = reason_words[std::size_t(why.what)], .contender = why.contender, .other = why.other};
  is.count = why.count;
  is.of = why.of;
  if (why.what >= answer_reason::other_limited && why.what <= answer_reason::other_no_share) {
    is.subject = why.other ? why.other : why.contender;
  }
  if (why.what == answer_reason::other_limited) is.key = limit_words(why.limit);
  if (why.what == answer_reason::other_not_released) is.key = status_words(p.at(*is.subject).status.value);
  if (why.what == answer_reason::level && why.count == 0) is.key = message::level_none;
  return is;
}

// By answer_caveat.
constexpr message caveat_words[] = {
    message::unconfirmed,     message::announced,        message::discontinued,   message::status_unknown,
    message::would_lead,      message::would_not_change, message::would_unsettle, message::limit_other,
    message::status_disputed, message::own_product,      message::sponsored,      message::few_reviewers,
    message::no_share,        message::other_job,        message::all_ai,         message::old_price};
static_assert(std::size(caveat_words) == std::size_t(answer_caveat::old_price) + 1);

note note_of(const page& p, const caveat_item& mind) {
  note is{
      .key = caveat_words[std::size_t(mind.what)], .subject = mind.contender, .contender = mind.contender};
  if (mind.what >= answer_caveat::would_lead && mind.what <= answer_caveat::would_unsettle) is.subject = {};
  if (mind.what == answer_caveat::limited) is.key = limit_words(mind.limit);
  if (mind.what == answer_caveat::paid && mind.contender) {
    const relationship_code code = p.at(*mind.contender).relationship;
    if (code == relationship_code::affiliate) is.key = message::affiliate;
    if (code == relationship_code::gifted) is.key = message::gifted;
  }
  return is;
}

bool doubts_release(const note& is) {
  return is.key >= message::announced && is.key <= message::status_unknown;
}

// Reasons first, then caveats. The first two bullets stand in the box; then, a third one at most, what makes
// a release doubtful. A fact joins the bullet that is already about its contender.
struct note_list {
  note notes[100];  // more than eight contenders can give: seven facts each, and the sentences
  std::size_t count = 0;

  explicit note_list(const page& p) {
    for (const reason_item& why : p.in.reading.reasons) add(note_of(p, why));
    const std::size_t reasons = count;
    for (const caveat_item& mind : p.in.reading.caveats) add(note_of(p, mind));
    std::size_t in_box = 0;
    for (std::size_t i = 0; i < count; i++) {
      note& is = notes[i];
      std::size_t first = 0;
      while (first < i && !(is.subject && notes[first].subject == is.subject)) first++;
      is.starts = first == i;
      is.shown =
          is.starts ? (i < reasons ? in_box < 2 : in_box < 3 && doubts_release(is)) : notes[first].shown;
      if (is.starts && is.shown) in_box++;
    }
  }

  void add(const note& is) {
    if (count < std::size(notes)) notes[count++] = is;
  }
};

void say_note(page& p, const note& is) {
  if (is.contender) p.name(*is.contender);
  if (is.other) p.other(*is.other);
  p.numbers(is.count, is.of).say(is.key);
}

void write_facts_about(page& p, const note_list& list, std::size_t first) {
  p.name(*list.notes[first].subject).say(message::named);
  for (std::size_t i = first; i < list.count; i++) {
    const note& is = list.notes[i];
    if (is.subject != list.notes[first].subject) continue;
    bool said = false;
    for (std::size_t before = first; before < i; before++) {
      said |= list.notes[before].subject == is.subject && list.notes[before].key == is.key;
    }
    if (said) continue;
    if (i > first) p.say(message::also);
    say_note(p, is);
  }
  p.say(message::full_stop);
}

void write_bullets(page& p, const note_list& list, bool shown) {
  bool any = false;
  for (std::size_t i = 0; i < list.count; i++) {
    if (list.notes[i].shown != shown || !list.notes[i].starts) continue;
    if (!any && !shown) p.say_in(tag::p, "lead", message::keep_in_mind);
    if (!any) p.open(tag::ul);
    any = true;
    p.open(tag::li);
    if (list.notes[i].subject) {
      write_facts_about(p, list, i);
    } else {
      say_note(p, list.notes[i]);
    }
    p.close();
  }
  if (any) p.close();
}

void write_their_pick(page& p) {
  const our_pick& pick = p.doc.our_pick;
  const string& by = pick.by.empty() ? p.doc.publisher.name : pick.by;
  p.with.phrase(slot::text, message::publisher);
  if (!by.empty()) p.with.foreign(slot::text, by);
  if (pick.contender) p.with.strong(slot::name, p.at(*pick.contender).name);
  p.say_in(tag::p, "says", pick.contender ? message::their_pick : message::their_none);
  p.block(tag::p, nullptr, pick.reason);
  if (pick.choose.empty()) return;
  p.open(tag::ul);
  for (const choose_if& one : pick.choose) {
    p.with.strong(slot::name, p.at(one.contender).name).foreign(slot::text, one.when);
    p.say_in(tag::li, nullptr, message::choose_if);
  }
  p.close();
}

// Whether the two name the same one, or both say that it is none; a reading that names none because it is
// not clear neither agrees with a publisher who picks none nor differs.
void compare_with_theirs(page& p) {
  const answer& is = p.in.reading;
  const our_pick& pick = p.doc.our_pick;
  const bool none = is.outcome == outcome::neither && pick.choose.empty();
  const bool agrees = is.contender == pick.contender && (pick.contender || none);
  if (!agrees && !is.differs_from_our_pick) return;
  p.space();
  p.say(agrees ? message::agrees : message::differs);
}

bool matters_to_reader(const page& p, limit_code code) {
  if (!p.in.deal_breakers) return false;
  const auto& all = *p.in.deal_breakers;
  return std::find(all.begin(), all.end(), code) != all.end();
}

// By answer_change.
constexpr message change_words[] = {message::if_released, message::if_lifted, message::if_matters,
                                    message::if_reviewer, message::if_one_more};
static_assert(std::size(change_words) == std::size_t(answer_change::more_reviews) + 1);

void write_change(page& p, const change_item& change) {
  message key = change_words[std::size_t(change.what)];
  if (key == message::if_matters && matters_to_reader(p, change.limit)) key = message::if_not_matters;
  if (key == message::if_one_more && change.reviewer) key = message::if_reviewer;
  if (change.contender) p.name(*change.contender);
  if (change.reviewer) p.with.foreign(slot::other, p.doc.reviewers[*change.reviewer].name);
  p.open(tag::li);
  p.say(key);
  if (change.limit != limit_code::unset) {
    p.say(limit_words(change.limit));
  } else if (change.verdict != verdict_code::unset) {
    p.verdict_word(change.verdict);
  }
  p.say(message::then);
  headline(p, change.then, change.then_contender);
  p.close();
}

// "Does it matter to you?": a button for each limit that could decide.
void write_toggles(page& p) {
  const limit_set codes = p.in.reading.may_matter;
  if (codes.empty() || p.bare()) return;
  p.open(tag::div, "toggles").set(attribute::role, "group");
  p.label_by("matters");
  p.needs_script();
  p.open(tag::span, "q");
  p.identify("matters");
  p.say(message::matters_to_you);
  p.close();
  for (const limit_code code : codes) {
    const string name = name_of(code);
    p.space();
    p.open_button("toggle");
    p.identify("limit", &name);
    p.set(attribute::data_limit, name);
    p.set(attribute::aria_pressed, matters_to_reader(p, code) ? "true" : "false");
    p.say(limit_words(code));
    p.close();
  }
  p.close();
}

}  // namespace

void write_answer(page& p) {
  p.open(tag::section, "answer").set(attribute::part, "answer").open(p.heading(1), "ask");
  if (p.doc.question.empty()) {
    p.say(message::question);
  } else {
    p.inline_text(p.doc.question);
  }
  p.close();
  const bool theirs = p.doc.our_pick.given;
  if (theirs) {
    p.open(tag::div, "theirs");
    write_their_pick(p);
    p.close().open(tag::div, "ours");
    p.say_in(tag::p, "lead", message::our_reading);
  }
  p.open(tag::p, theirs ? "reads" : "says");
  answer_headline(p);
  if (theirs) compare_with_theirs(p);
  p.close();
  write_bullets(p, note_list(p), true);
  if (theirs) p.close();
  if (p.in.reading.outcome != outcome::no_panel) write_toggles(p);
  p.close();
}

void write_answer_details(page& p) {
  if (p.in.reading.outcome == outcome::no_panel) return;
  const note_list list(p);
  const auto& changes = p.in.reading.changes;
  bool hidden = false;
  for (std::size_t i = 0; i < list.count; i++) hidden |= !list.notes[i].shown;
  if (!hidden && changes.empty()) return;
  p.open(tag::details, "more").set(attribute::data_fold, "-answer");
  p.identify("more");
  p.say_in(tag::summary, nullptr, message::more);
  write_bullets(p, list, false);
  if (!changes.empty()) {
    p.say_in(tag::p, "lead", message::changes);
    p.open(tag::ul);
    for (const change_item& change : changes) write_change(p, change);
    p.close();
  }
  p.close();
}

}  // namespace faceoff
