// The one entry: a document, a tally and a reader's own vote become a report and HTML.
//
// In: texts as fetched. Out: JSON for programs, HTML for people, findings for the publisher. Cost: parse +
// O(pairs). Pure: today, language and addresses are arguments; the same request gives the same bytes on every
// platform.
#pragma once

#include <optional>
#include <string_view>

#include "faceoff/error.hpp"
#include "faceoff/html.hpp"
#include "faceoff/list.hpp"
#include "faceoff/model.hpp"
#include "faceoff/string.hpp"

namespace faceoff {

struct compare_options {
  std::string_view base_url;  // the document's URL; "" unknown
  std::string_view page_url;  // what is shown links back here from a feed; "" unknown
  std::string_view votes;     // the attribute; overrides poll.votes; "" not given
  std::string_view language;  // wanted language of our own words; "" the document's, else English
  std::string_view catalog;   // a message catalog's text for that language; "" English or a compiled-in one
  date today;                 // not given: nothing is dated
  list<limit_code> deal_breakers;
  html_purpose purpose = html_purpose::widget;
  html_view view = html_view::verdict;
  // With view badge: its id. "": the answer's, else the first; no such one: no HTML.
  std::string_view contender;
  unsigned heading = 2;  // level of the title, 1..6
  // What the sync machine says: not_voted .. refused; or one of forgetting.
  vote_state state = vote_state::not_voted;
  std::string_view refusal;  // with `refused`: the problem code the feed gave
  bool differences = false;  // leave out facts that are the same of all, where others are not
  bool remembers = false;    // offer to forget what is kept on this device
  bool offline = false;      // counts could not be fetched this time: the last known ones, or none, are shown
};

struct compare_request {
  std::string_view document;  // document or feed
  std::string_view item;
  std::string_view tally;  // tally or votes feed; "" none
  std::string_view own;    // write_own_vote; "" none
  compare_options options;
};

// The report's JSON (keys always present, in this order; null where unknown):
// {faceoff, id, first_id, title, question, language, direction, digest,
//  poll: {mode, definition, votes, local, reveal, state} | null,      votes: the URL as written or the
//  attribute contenders: [{id, name, panel: {label, ship, n, percent, mixed, abstain, not_reviewed},
//                community: {state, label, ship, n, percent, low, high}, price: {entry, checked_days,
//                out_of_date}, own: "ship" | "skip" | "pick" | null}],
//  panel: {humans, ai_personas, labs, crowds, undeclared},
//  prices: [{a, b, order, cheaper, reason, only_a_limits, only_b_limits}],
//  split: {contenders: [{kind, most, least, most_ship}], pairs: [{a, b, prefer_a, prefer_b, same, leader,
//  dominant, survives}]}, answer: {outcome, contender, condition, otherwise, reasons, caveats, changes,
//  differs_from_our_pick}, tally: {epoch, revision, ballots, counted_on} | null}
// percent is a string as shown in English ("50%", "50.4%") or null. Ids stand for contenders and reviewers.
// A page's module writes the part that the widget acts on: {id, first_id, language, poll: {mode, definition,
// votes, local, state} | null, contenders: [{id, name}], answer: {outcome, contender}}.
struct compare_result {
  bool usable = false;        // html and report hold a comparison
  bool newer_format = false;  // keep the fallback and say so
  list<finding> findings;     // of the document; a bad tally or own vote is a finding too and is left out
  string attachment;          // fetch this instead (a feed's item points to its document)
  string report;              // JSON; "" unless usable
  string html;                // "" unless usable
};

compare_result compare(const compare_request& request);

// The same for callers that hold nothing but strings (the browser): `options` is a JSON object
// {item, base, page, votes, language, catalog, today, deal_breakers, purpose, view, contender, heading,
// state, refusal, differences, remembers, offline}, all optional; heading is a number. An unknown key or
// value is ignored: the caller is our own code, of this or another version.
compare_result compare_texts(std::string_view document, std::string_view tally, std::string_view own,
                             std::string_view options);

}  // namespace faceoff
