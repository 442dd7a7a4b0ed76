// What the parts of the HTML share: the writer, the input, and the small pieces they are made of.
//
// In: html_input. Out: HTML in the writer. Internal to the stage. Functions take pointers, references and
// numbers rather than views and temporary objects, and sentences take their arguments from one place: on
// WebAssembly each view costs twenty bytes a call, and this stage is mostly calls.
#pragma once

#include <optional>
#include <string_view>

#include "faceoff/html.hpp"
#include "faceoff/html_writer.hpp"
#include "faceoff/list.hpp"
#include "faceoff/string.hpp"

namespace faceoff {

struct page final : html_writer {
  explicit page(const html_input& input);

  const html_input& in;
  const comparison& doc;
  const catalog& words;
  arguments with;      // of the next sentence; say() forgets them
  string prefix;       // of every id: "fo-<comparison>-"; of a poll alone "fov-<comparison>-"
  std::size_t count;   // of contenders
  bool same_language;  // our words are in the document's language
  bool vote_row;       // a row of buttons, or of the own vote
  bool counts_hidden;  // reveal: after_vote, and this reader has not voted
  bool plain = false;  // without where a fact is from and when it was checked

  // What needs the script is written, but hidden: never by a page's module.
#ifdef FACEOFF_LIVE_HTML
  bool inert() const { return false; }
#else
  bool inert() const { return in.purpose == html_purpose::fallback; }
#endif
  const contender& at(std::size_t index) const { return doc.contenders[index]; }

  // What {name}, {other}, {n} and {of} stand for in the next sentence.
  page& name(std::size_t contender);
  page& other(std::size_t contender);
  page& numbers(std::uint64_t n, std::uint64_t of = 0);

  void say(message key);
  void say_in(tag name, const char* class_name, message key);
  void say_after(tag name, const char* class_name, message key);  // a space before it
  void space() { text(" "); }

  // A heading's tag: 0 the title's, 1 a part's, 2 a smaller one's.
  tag heading(unsigned depth) const;
  // Of the element just opened: it needs the script.
  void needs_script();
  void open_button(const char* class_name);

  // An id of ours for a part of the page, to be set on the element just opened.
  void identify(const char* part);
  void identify(const char* part, const string* of, const char* call = nullptr, attribute as = attribute::id);
  // A link to what has that id, up to its text.
  void open_anchor(const char* part, const string* of);
  void label_by(const char* part);  // the name of the element just opened is that part
  // Of the element just opened: the number between two literals.
  void set_number(attribute name, const char* before, std::uint64_t number, const char* after);

  // Foreign text: inline (isolated, backticks as code); as one block; as paragraphs; as a list if not empty.
  void inline_text(const string& content);
  void block(tag name, const char* class_name, const string& content);
  void paragraphs(const string& content);
  void bullet_list(message heading, const list<string>& items);

  // A link where the address is allowed, else its text alone. kind says whether it is paid.
  std::optional<safe_url> address_of(const string& url) const;
  void link(const string& url, message content);
  void link(const string& url, const string& content, link_kind kind = link_kind::unset);
  void time_of(message key, const date& day);  // key says {text}; nothing if the day is not given

  void verdict_word(verdict_code verdict);  // the publisher's, if any
  void share_word(slot where, bool ship);   // what {text} or {unit} is: what a share is called
  void verdict_mark(verdict_code verdict);  // its shape alone
  void chip(verdict_code verdict);
  void segments(std::uint64_t ship, std::uint64_t of);
  void dash();
  void nothing(message why);  // a dash and why

  // A table whose columns are the contenders; a row of it.
  void open_columns(const char* class_name, const char* label);
  void column_heads();
  // Up to the label in its head; of a reviewer, with an id; the same of all contenders.
  void open_row(const string* reviewer = nullptr, bool same = false);
  using cell_writer = void (*)(page& p, std::size_t contender, const void* what);
  void cells(cell_writer cell, const void* what);

  // Isolated; the day of time_of() as <time>.
  void foreign(const string& content, bool strong) override;

 private:
  const date* day_ = nullptr;  // what the foreign text of the sentence is, if a day

  void foreign_language();
  void with_code(std::string_view content);
  void block_of(tag name, const char* class_name, std::string_view content);
  void svg(const char* class_name, std::uint64_t width);
};

message limit_words(limit_code code);
message status_words(status_code code);
message price_words(const price_pair& pair);  // with `cheaper`, {name} is the cheaper one
verdict_code verdict_of(share_label label);

// The root with what tells it apart, up to its content.
void open_root(page& p, tag name, const char* class_name);

// The parts, in the page's order.
void write_answer(page& p);
void write_answer_details(page& p);
void write_summary(page& p);
void write_scorecard(page& p);
void write_details(page& p);
void write_footer(page& p);
void write_poll_footer(page& p);
void write_badge(page& p);

// Cells of the summary.
void panel_cell(page& p, std::size_t contender);
void readers_cell(page& p, std::size_t contender);
void vote_cell(page& p, std::size_t contender);
void badge_votes(page& p, std::size_t contender);
void readers_note(page& p);
void vote_note(page& p);
void state_line(page& p);

}  // namespace faceoff
