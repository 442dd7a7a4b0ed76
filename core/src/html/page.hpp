// What the parts of the HTML share: the writer, the input, and the small pieces they are made of.
//
// In: html_input. Out: HTML in `page::out`. Internal to the stage.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "faceoff/html.hpp"
#include "faceoff/html_writer.hpp"

namespace faceoff {

struct page {
  explicit page(const html_input& input);

  const html_input& in;
  const comparison& doc;
  const catalog& words;
  html_writer out;
  std::string prefix;          // of every id: "fo-<comparison>-"
  bool same_language;          // our words are in the document's language
  bool vote_row = false;       // a row of buttons, or of the own vote
  bool counts_hidden = false;  // reveal: after_vote, and this reader has not voted

  const contender& at(std::size_t index) const { return doc.contenders[index]; }
  std::size_t size() const { return doc.contenders.size(); }
};

// Our words.
void say(page& p, message key, const arguments& with = {});
void say(page& p, const sentence_pieces& parts);
void say_in(page& p, tag name, std::string_view class_name, message key, const arguments& with = {});
// An id of ours for a part of the page, to be set on the element just opened.
void identify(page& p, std::string_view part, std::string_view of = {}, std::string_view call = {});

// Foreign text: inline (isolated, backticks as code); as one block; as paragraphs; as a list if not empty.
void inline_text(page& p, std::string_view text);
void block(page& p, tag name, std::string_view class_name, std::string_view text);
void paragraphs(page& p, std::string_view text);
void bullet_list(page& p, message heading, const std::vector<std::string>& items);
// The language of foreign text, on the element just opened.
void foreign_language(page& p);

std::optional<safe_url> address_of(const page& p, std::string_view url);
// A link where the address is allowed, else its text alone. kind says whether it is paid.
void link(page& p, std::string_view url, message text);
void link(page& p, std::string_view url, std::string_view text, link_kind kind = link_kind::unset);
void time_of(page& p, message key, const date& day);  // key says {text}

std::string verdict_word(const page& p, verdict_code verdict);
void verdict_mark(page& p, verdict_code verdict);  // its shape alone
void chip(page& p, verdict_code verdict);
verdict_code verdict_of(share_label label);
void segments(page& p, std::uint64_t ship, std::uint64_t of);
void nothing(page& p, message why);  // a dash and why
message limit_words(limit_code code);
message status_words(status_code code);
std::string limit_text(const page& p, const limit& given);

// A table whose columns are the contenders.
void open_columns(page& p, std::string_view class_name, std::string_view label_id);
void column_heads(page& p);
using cell_writer = void (*)(page& p, std::size_t contender, const void* what);
void column_cells(page& p, cell_writer write, const void* what, std::string_view class_name = {});

// The parts, in the page's order.
void write_answer(page& p);
void write_answer_details(page& p);
void write_summary(page& p);
void write_scorecard(page& p);
void write_details(page& p);
void write_footer(page& p);

// Cells of the summary.
void readers_cell(page& p, std::size_t contender);
void vote_cell(page& p, std::size_t contender);
void readers_note(page& p);
void vote_note(page& p);
void state_line(page& p);

}  // namespace faceoff
