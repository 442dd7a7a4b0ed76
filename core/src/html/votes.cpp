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

std::string share_word(const page& p, bool ship) {
  const call_words& own = ship ? p.doc.words.ship : p.doc.words.skip;
  if (p.same_language && !own.share.empty()) return own.share;
  return p.words.text(ship ? message::ship_share : message::skip_share);
}

void count_and_word(page& p, const reader_count& count) {
  const bool pick = p.doc.poll.mode == poll_mode::pick;
  arguments with;
  with.number(slot::n, count.yes).number(slot::of, count.yes + count.no);
  if (!pick) with.ours(slot::text, share_word(p, true));
  say_in(p, tag::span, "of", pick ? message::count_of : message::count_word, with);
}

std::string whole_percent(const page& p, double fraction) {
  return p.words.percent(static_cast<std::uint32_t>(fraction * 100 + 0.5) * 10, false);
}

void how_sure(page& p, std::size_t contender, const community_reading& reading) {
  p.out.open(tag::details, "sure");
  p.out.set(attribute::data_fold, "-sure-" + p.at(contender).id);
  identify(p, "sure", p.at(contender).id);
  say_in(p, tag::summary, {}, message::how_sure);
  arguments with;
  with.ours(slot::text, whole_percent(p, reading.range.low));
  with.ours(slot::unit, whole_percent(p, reading.range.high));
  with.number(slot::n, reading.votes.n);
  say_in(p, tag::span, "of", message::interval, with);
  p.out.close();
}

// The own call on a contender; unset: none. In a poll that asks for one, ship is the chosen one.
verdict_code own_call(const page& p, std::size_t contender) {
  if (!p.in.own) return verdict_code::unset;
  const std::string& id = p.at(contender).id;
  if (p.in.own->pick == id) return verdict_code::ship;
  for (const contender_call& call : p.in.own->calls) {
    if (call.contender == id) return call.call == call_code::ship ? verdict_code::ship : verdict_code::skip;
  }
  return verdict_code::unset;
}

struct vote_button {
  std::string_view call;
  verdict_code verdict;
  const call_words* own;  // the publisher's words; null: none
  message word;
  message name;
};

void button(page& p, std::size_t contender, const vote_button& is) {
  const std::string& name = p.at(contender).name;
  const bool own_words = is.own && p.same_language && !is.own->action.empty();
  const std::string word = own_words ? is.own->action : p.words.text(is.word);
  arguments with;
  with.foreign(slot::name, name).ours(slot::text, word);
  const bool pressed = own_call(p, contender) == is.verdict;
  p.out.open(tag::button, is.verdict == verdict_code::ship ? "vote ship" : "vote skip");
  p.out.set(attribute::type, "button");
  identify(p, "vote", p.at(contender).id, is.call);
  p.out.set(attribute::data_contender, p.at(contender).id).set(attribute::data_call, is.call);
  p.out.set(attribute::aria_pressed, pressed ? "true" : "false");
  p.out.set(attribute::aria_label, p.words.text(own_words ? message::act_name : is.name, with));
  verdict_mark(p, is.verdict);
  p.out.text(word).close();
}

// The day a moment falls on in UTC: days since 1970 to a civil date, by 400-year eras of 146,097 days.
date day_of(const instant& moment) {
  const std::int64_t days = (moment.seconds - (moment.seconds % 86400 + 86400) % 86400) / 86400 + 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t of_era = days - era * 146097;
  const std::int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;  // months since March
  date day;
  day.month = static_cast<std::uint8_t>(shifted < 10 ? shifted + 3 : shifted - 9);
  day.day = static_cast<std::uint8_t>(of_year - (153 * shifted + 2) / 5 + 1);
  day.year = static_cast<std::int16_t>(year + era * 400 + (day.month <= 2 ? 1 : 0));
  return day;
}

// Problem codes of the protocol that a reader can do something about.
message refusal_words(std::string_view code) {
  const struct {
    std::string_view code;
    message words;
  } known[] = {{"closed", message::refused_closed},
               {"not_open", message::refused_early},
               {"other_definition", message::refused_definition},
               {"unknown_contender", message::refused_definition},
               {"wrong_mode", message::refused_definition},
               {"unknown_poll", message::refused_unknown},
               {"not_found", message::refused_unknown},
               {"unavailable", message::refused_busy},
               {"too_many_requests", message::refused_busy}};
  for (const auto& one : known) {
    if (one.code == code) return one.words;
  }
  return message::refused_other;
}

void state_words(page& p) {
  const poll_settings& poll = p.doc.poll;
  switch (p.in.state) {
    case vote_state::not_voted:
      return say(p, message::state_not_voted);
    case vote_state::sending:
      return say(p, message::state_sending);
    case vote_state::counted:
      return say(p, message::state_counted);
    case vote_state::waiting:
      return say(p, message::state_waiting);
    case vote_state::local:
      return say(p, message::state_local);
    case vote_state::refused:
      return say(p, message::state_refused,
                 arguments().ours(slot::text, p.words.text(refusal_words(p.in.refusal))));
    case vote_state::closed:
      return poll.closes.given ? time_of(p, message::state_closed_on, day_of(poll.closes))
                               : say(p, message::state_closed);
    case vote_state::not_open:
      return poll.opens.given ? time_of(p, message::state_opens_on, day_of(poll.opens))
                              : say(p, message::state_not_open);
    case vote_state::off:
      break;
  }
}

}  // namespace

std::string_view name_of(vote_state state) {
  constexpr std::string_view names[] = {"not_voted", "sending", "counted", "waiting", "refused",
                                        "off",       "local",   "closed",  "not_open"};
  return names[static_cast<std::size_t>(state)];
}

void readers_note(page& p) {
  if (p.counts_hidden ||
      (!p.in.counts && (p.in.state == vote_state::off || p.in.state == vote_state::local))) {
    return;
  }
  if (p.in.counts && p.in.offline) return say(p, message::last_known);
  say(p, p.in.counts && p.in.counts->ballots > 0 ? message::among : message::anyone);
}

void readers_cell(page& p, std::size_t contender) {
  if (!p.in.counts) {
    return nothing(p, p.in.state == vote_state::off     ? message::voting_off
                      : p.in.state == vote_state::local ? message::not_collected
                      : p.in.offline                    ? message::not_reachable
                                                        : message::not_loaded);
  }
  if (p.counts_hidden) return nothing(p, message::after_vote);
  const reader_count count = count_of(p, contender);
  const community_reading reading = read_community(count.yes, count.no);
  if (reading.state == community_state::none) return nothing(p, message::no_votes);
  if (reading.state == community_state::counts_only && p.doc.poll.mode != poll_mode::pick) {
    arguments with;
    with.number(slot::n, count.yes).ours(slot::text, share_word(p, true));
    with.number(slot::of, count.no).ours(slot::unit, share_word(p, false));
    return say(p, message::counts, with);
  }
  p.out.open(tag::span, "num");
  if (reading.state > community_state::counts_only) {
    p.out.element(tag::strong, "fig", p.words.percent(reading.votes.tenths, reading.votes.one_decimal));
    p.out.text(" ");
  }
  count_and_word(p, count);
  p.out.close();
  if (reading.state == community_state::early) {
    p.out.text(" ");
    say_in(p, tag::span, "tag", message::early);
  }
  if (reading.state == community_state::full) how_sure(p, contender, reading);
}

void vote_note(page& p) {
  const bool first = p.in.state == vote_state::not_voted && p.in.counts && p.in.counts->ballots == 0;
  if (first) say(p, message::be_first);
}

void vote_cell(page& p, std::size_t contender) {
  if (p.in.state == vote_state::closed || p.in.state == vote_state::not_open) {
    const verdict_code own = own_call(p, contender);
    if (own == verdict_code::unset) {
      p.out.element(tag::span, "none", "\u2014");
    } else {
      chip(p, own);
    }
    return;
  }
  const words& own = p.doc.words;
  p.out.open(tag::div, "votes");
  if (p.doc.poll.mode == poll_mode::pick) {
    button(p, contender, {"pick", verdict_code::ship, nullptr, message::choose, message::choose_name});
  } else {
    button(p, contender, {"ship", verdict_code::ship, &own.ship, message::ship, message::ship_name});
    button(p, contender, {"skip", verdict_code::skip, &own.skip, message::skip, message::skip_name});
  }
  p.out.close();
}

void state_line(page& p) {
  p.out.open(tag::p, "state").set(attribute::data_state, name_of(p.in.state)).set(attribute::role, "status");
  identify(p, "state");
  state_words(p);
  if (p.in.state == vote_state::waiting || p.in.state == vote_state::refused) {
    p.out.text(" ").open(tag::button, "link").set(attribute::type, "button");
    identify(p, "retry");
    p.out.set(attribute::data_action, "retry");
    say(p, message::retry);
    p.out.close();
  }
  p.out.close();
}

}  // namespace faceoff
