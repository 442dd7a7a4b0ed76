// What readers said, the reader's own vote, and the state line.
#include "page.hpp"

namespace faceoff {
namespace {

struct reader_count {
  std::uint64_t yes = 0;
  std::uint64_t no = 0;
};

// In a poll that asks for one, "no" is a vote for another.
reader_count count_of(const page& p, std::size_t contender) {
  const bool pick = p.doc.poll.mode == poll_mode::pick;
  reader_count found;
  for (const contender_tally& one : p.in.counts->tallies) {
    const bool this_one = one.contender == p.at(contender).id;
    if (pick) {
      (this_one ? found.yes : found.no) += one.picks;
    } else if (this_one) {
      found = {one.ship, one.skip};
    }
  }
  return found;
}

bool asks_for_one(const page& p) { return p.doc.poll.mode == poll_mode::pick; }

// Rounded half up.
string whole_percent(const page& p, double fraction) {
  return p.words.percent((static_cast<std::uint32_t>(fraction * 200) + 1) / 2 * 10, false);
}

void how_sure(page& p, std::size_t contender, const community_reading& reading) {
  const string& id = p.at(contender).id;
  p.open(tag::details, "sure").set(attribute::data_fold, "-sure-" + id);
  p.identify("sure", &id);
  p.say_in(tag::summary, nullptr, message::how_sure);
  const string low = whole_percent(p, reading.range.low);
  const string high = whole_percent(p, reading.range.high);
  p.with.ours(slot::text, low).ours(slot::unit, high);
  p.numbers(reading.votes.n).say_in(tag::span, "of", message::interval);
  p.close();
}

// The own call on a contender; unset: none. In a poll that asks for one, ship is the chosen one.
verdict_code own_call(const page& p, std::size_t contender) {
  if (!p.in.own) return verdict_code::unset;
  const string& id = p.at(contender).id;
  if (p.in.own->pick == id) return verdict_code::ship;
  for (const contender_call& call : p.in.own->calls) {
    if (call.contender == id) return call.call == call_code::ship ? verdict_code::ship : verdict_code::skip;
  }
  return verdict_code::unset;
}

enum class call : std::uint8_t { ship, skip, pick };

// By call, and after it the accessible name.
constexpr message call_words[] = {message::ship, message::skip, message::choose};
constexpr message call_names[] = {message::ship_name, message::skip_name, message::choose_name};

void button(page& p, std::size_t contender, call is) {
  const char* const codes[] = {"ship", "skip", "pick"};
  const char* code = codes[std::size_t(is)];
  const verdict_code verdict = is == call::skip ? verdict_code::skip : verdict_code::ship;
  const string& id = p.at(contender).id;
  const string& own = is == call::skip ? p.doc.words.skip.action : p.doc.words.ship.action;
  const bool own_words = is != call::pick && p.same_language && !own.empty();
  p.open_button(is == call::skip ? "vote skip" : "vote ship");
  p.set(attribute::part, "vote");
  p.identify("vote", &id, code);
  p.set(attribute::data_contender, id).set(attribute::data_call, code);
  p.set(attribute::aria_pressed, own_call(p, contender) == verdict ? "true" : "false");
  p.name(contender).with.ours(slot::text, own);
  p.set(attribute::aria_label,
        p.words.text(own_words ? message::act_name : call_names[std::size_t(is)], p.with));
  p.verdict_mark(verdict);
  if (own_words) {
    p.text(own);
  } else {
    p.say(call_words[std::size_t(is)]);
  }
  p.close();
}

// The day a moment falls on in UTC, counted up: by whole years, whole months, days.
date day_of(const instant& moment) {
  const std::int64_t days = (moment.seconds - (moment.seconds % 86400 + 86400) % 86400) / 86400;
  date day{1, 1, 1};
  while (days_since_epoch({std::int16_t(day.year + 1), 1, 1}) <= days) day.year++;
  while (day.month < 12 && days_since_epoch({day.year, std::uint8_t(day.month + 1), 1}) <= days) day.month++;
  day.day = static_cast<std::uint8_t>(days - days_since_epoch(day) + 1);
  return day;
}

// Problem codes of the protocol that a reader can do something about.
message refusal_words(std::string_view code) {
  const struct {
    const char* code;
    message words;
  } known[] = {{"closed", message::refused_closed},
               {"not_open", message::refused_early},
               {"other_definition", message::refused_definition},
               {"unknown_contender", message::refused_definition},
               {"wrong_mode", message::refused_definition},
               {"unknown_poll", message::refused_unknown},
               {"not_found", message::refused_unknown},
               {"unavailable", message::refused_busy}};
  for (const auto& one : known) {
    if (code == one.code) return one.words;
  }
  return message::refused_other;
}

// What the state line is about.
vote_state told(const page& p) { return p.in.forget == vote_state::not_voted ? p.in.state : p.in.forget; }

// The messages stand in the codes' order.
static_assert(int(message::state_not_forgotten) - int(message::state_not_voted) ==
              int(vote_state::not_forgotten));

// Whether a moment the document gives can still come, or has come: on the day itself both. The feed decides,
// whatever the document says of it: what contradicts it is not told. Without a day nothing does.
struct timing {
  bool later = false;
  bool past = false;
};

timing timing_of(const instant& moment, const date& today) {
  if (!moment.given || !today.given()) return {moment.given, moment.given};
  const std::int32_t days = days_since_epoch(day_of(moment)) - days_since_epoch(today);
  return {days >= 0, days <= 0};
}

void state_words(page& p) {
  const poll_settings& poll = p.doc.poll;
  const vote_state state = told(p);
  if (state == vote_state::closed && timing_of(poll.closes, p.in.today).past) {
    return p.time_of(message::state_closed_on, day_of(poll.closes));
  }
  if (state == vote_state::not_open && timing_of(poll.opens, p.in.today).later) {
    return p.time_of(message::state_opens_on, day_of(poll.opens));
  }
  p.with.phrase(slot::text, refusal_words(p.in.refusal));
  p.say(message(int(message::state_not_voted) + int(state)));
}

}  // namespace

std::string_view name_of(vote_state state) {
  constexpr const char* names[] = {"not_voted", "sending",    "counted",   "waiting",
                                   "refused",   "off",        "local",     "closed",
                                   "not_open",  "forgetting", "forgotten", "not_forgotten"};
  return names[static_cast<std::size_t>(state)];
}

void readers_note(page& p) {
  const bool nowhere = p.in.state == vote_state::off || p.in.state == vote_state::local;
  if (p.counts_hidden || (!p.in.counts && nowhere)) return;
  if (p.in.counts && p.in.offline) return p.say(message::last_known);
  p.say(p.in.counts && p.in.counts->ballots > 0 ? message::among : message::anyone);
}

void readers_cell(page& p, std::size_t contender) {
  if (!p.in.counts) {
    return p.nothing(p.in.state == vote_state::off     ? message::voting_off
                     : p.in.state == vote_state::local ? message::not_collected
                     : p.in.offline                    ? message::not_reachable
                                                       : message::not_loaded);
  }
  if (p.counts_hidden) return p.nothing(message::after_vote);
  const reader_count count = count_of(p, contender);
  const community_reading reading = read_community(count.yes, count.no);
  if (reading.state == community_state::none) return p.nothing(message::no_votes);
  p.share_word(slot::text, true);
  if (reading.state == community_state::counts_only && !asks_for_one(p)) {
    p.share_word(slot::unit, false);
    return p.numbers(count.yes, count.no).say(message::counts);
  }
  p.open(tag::span, "num");
  if (reading.state > community_state::counts_only) {
    p.element(tag::strong, "fig", p.words.percent(reading.votes.tenths, reading.votes.one_decimal));
    p.space();
  }
  p.numbers(count.yes, count.yes + count.no);
  p.say_in(tag::span, "of", asks_for_one(p) ? message::count_of : message::count_word);
  p.close();
  if (reading.state == community_state::early) {
    p.say_after(tag::span, "tag", message::early);
  }
  if (reading.state == community_state::full) how_sure(p, contender, reading);
}

void badge_votes(page& p, std::size_t contender) {
  if (!p.in.counts || p.counts_hidden) return;
  const reader_count count = count_of(p, contender);
  if (count.yes + count.no == 0) return;
  p.text(" \u00b7 ");
  p.numbers(count.yes + count.no).say_in(tag::span, "of", message::badge_votes);
}

void vote_note(page& p) {
  const bool first = p.in.state == vote_state::not_voted && p.in.counts && p.in.counts->ballots == 0;
  if (first) p.say(message::be_first);
  const instant& closes = p.doc.poll.closes;
  if (p.in.state >= vote_state::off || !timing_of(closes, p.in.today).later) return;
  if (first) p.space();
  p.time_of(message::closes_on, day_of(closes));
}

void vote_cell(page& p, std::size_t contender) {
  if (p.in.state >= vote_state::closed) {
    const verdict_code own = own_call(p, contender);
    if (own == verdict_code::unset) return p.dash();
    if (!asks_for_one(p)) return p.chip(own);
    p.open(tag::span, "chip ship");
    p.verdict_mark(own);
    p.say(message::your_vote);
    return p.close(1);
  }
  p.open(tag::div, "votes");
  if (asks_for_one(p)) {
    button(p, contender, call::pick);
  } else {
    button(p, contender, call::ship);
    button(p, contender, call::skip);
  }
  p.close();
}

void state_line(page& p) {
  const vote_state state = told(p);
  p.open(tag::p, "state").set(attribute::data_state, name_of(state)).set(attribute::role, "status");
  p.identify("state");
  p.needs_script();
  state_words(p);
  const bool forget = state == vote_state::not_forgotten;
  if (forget || state == vote_state::waiting || state == vote_state::refused) {
    p.space();
    p.open_button("link");
    p.identify("retry");
    p.set(attribute::data_action, forget ? "forget" : "retry");
    p.say(message::retry);
    p.close();
  }
  p.close();
}

}  // namespace faceoff
