// The verdict as HTML.
//
// In: a document, its readings, the counts as this reader should see them, the words. Out: one `article` (a
// badge: one `span`), semantic and readable without any style sheet. Cost: linear in the document. Decides
// nothing: every number and every choice is in the readings. Foreign text stands in `bdi` (or a block with
// dir="auto") and carries its language where it is not ours.
#pragma once

#include <cstdint>
#include <string_view>

#include "faceoff/message.hpp"
#include "faceoff/model.hpp"
#include "faceoff/string.hpp"
#include "faceoff/tally.hpp"
#include "faceoff/verdict.hpp"

namespace faceoff {

// What the HTML is for.
enum class html_purpose : std::uint8_t {
  widget,  // the widget's shadow root: with vote buttons and state line
  // Static, between the element's tags: the widget's HTML before a vote, counts left out under reveal:
  // after_vote. What does nothing without the script is `hidden`, its buttons `disabled`; the widget takes
  // both away.
  fallback,
  feed,  // static, for feed readers: without classes, ids, SVG and what needs the script
};

// How much of it.
enum class html_view : std::uint8_t {
  verdict,  // all
  vote,     // the poll alone: title, what readers said, the own vote, the state line
  badge,    // one contender in a line of text: name, panel's verdict and figure, a link to the comparison
};

// What the reader is told under the buttons. `off`, `local`, `closed` and `not_open` are found by the core
// itself; the last three are of "forget my votes" and take nothing from what the poll's own state allows.
enum class vote_state : std::uint8_t {
  not_voted,
  sending,
  counted,
  waiting,
  refused,
  off,
  local,
  closed,
  not_open,
  forgetting,
  forgotten,
  not_forgotten
};
std::string_view name_of(vote_state state);

struct html_input {
  const comparison& document;
  const panel_reading& panel;
  const price_reading& prices;
  const split_reading& split;
  const answer& reading;
  const catalog& words;
  const tally* counts = nullptr;  // with the reader's own vote in it; null: none known
  const ballot* own = nullptr;    // the reader's newest ballot of this definition; null: none
  html_purpose purpose = html_purpose::widget;
  html_view view = html_view::verdict;
  std::size_t contender = 0;  // with view badge: which
  bool chosen = false;        // it was asked for, so the badge says which one it is
  unsigned heading = 2;       // level of the title, 1..6; the parts' are one and two below it, 6 at most
  vote_state state = vote_state::off;         // settled; none of forgetting
  vote_state forget = vote_state::not_voted;  // forgetting, forgotten or not_forgotten: told instead
  std::string_view refusal{};                 // with refused: the problem code
  date today{};                               // not given: what the document says of times is taken as it is
  std::string_view base_url{};                // what the document's addresses resolve against; "" unknown
  std::string_view page_url{};                // where the widget lives, for a feed's link back; "" unknown
  std::string_view digest{};                  // of the document
  const list<limit_code>* deal_breakers = nullptr;  // what the reader said matters
  bool differences = false;  // leave out facts that are the same of all, where others are not
  bool remembers = false;    // something is kept on this device that can be forgotten
  bool offline = false;      // the counts are old, or missing because they could not be fetched
};

string render_html(const html_input& input);

// The title to show: the given one, else the names joined.
string shown_title(const comparison& document, const catalog& words);

// The first sentence of a text, without line breaks: at most `limit` code points, cut at a word and ended by
// an ellipsis when longer. A full stop after a single letter or inside a number ends no sentence.
string first_sentence(std::string_view text, std::size_t limit = 140);

}  // namespace faceoff
