// Small comparison documents for the verdict tests, written the way one reads a table.
//
//   panel_of({"skip ship", "ship ship"})   two reviewers r0 and r1, two contenders c0 and c1
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "faceoff/verdict.hpp"

namespace faceoff::testing {

inline verdict_code verdict_named(const std::string& word) {
  for (const verdict_code code :
       {verdict_code::ship, verdict_code::skip, verdict_code::mixed, verdict_code::abstain})
    if (word == name_of(code)) return code;
  return verdict_code::unset;  // "-": did not review
}

inline list<faceoff::string> words_of(const std::string& line) {
  list<faceoff::string> words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end > at) words.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// `count` contenders c0, c1, ... and nobody who judges them.
inline comparison contenders(std::size_t count) {
  comparison document;
  document.id = "invented";
  for (std::size_t index = 0; index < count; ++index) {
    contender one;
    one.id = "c" + std::to_string(index);
    one.name = "Contender " + std::to_string(index);
    document.contenders.push_back(one);
  }
  return document;
}

// A line per reviewer (humans r0, r1, ...), a word per contender: ship, mixed, skip, abstain or "-".
inline comparison panel_of(const list<faceoff::string>& lines) {
  comparison document = contenders(words_of(lines[0]).size());
  for (std::size_t row = 0; row < lines.size(); ++row) {
    reviewer speaker;
    speaker.id = "r" + std::to_string(row);
    speaker.kind = reviewer_kind::human;
    document.reviewers.push_back(speaker);
    const list<faceoff::string> words = words_of(lines[row]);
    for (std::size_t column = 0; column < words.size(); ++column) {
      review given;
      given.reviewer = static_cast<std::uint8_t>(row);
      given.contender = static_cast<std::uint8_t>(column);
      given.verdict = verdict_named(words[column]);
      if (given.verdict != verdict_code::unset) document.reviews.push_back(given);
    }
  }
  return document;
}

inline void add_limit(contender& one, limit_code code, const std::string& text = "") {
  limit given;
  given.code = code;
  given.text = text;
  one.limits.push_back(given);
}

// Four personas; the first contender is free for non-commercial use and its release unconfirmed, the second
// is free and released: shipped by two of four and by four of four.
inline comparison persona_panel() {
  comparison document = panel_of({"ship ship", "skip ship", "ship ship", "skip ship"});
  for (reviewer& one : document.reviewers) one.kind = reviewer_kind::ai_persona;
  contender& open_weights = document.contenders[0];
  open_weights.price.kind = price_kind::free;
  open_weights.status.value = status_code::unconfirmed;
  add_limit(open_weights, limit_code::non_commercial);
  contender& open_source = document.contenders[1];
  open_source.price.kind = price_kind::free;
  open_source.license.spdx = "Apache-2.0";
  open_source.status.value = status_code::released;
  return document;
}

// What the items of an answer say in one line each, in codes: "dominance c1 c0 2/4".
inline std::string at(const comparison& document, index_or_none index) {
  return index ? " " + std::string(document.contenders[*index].id) : std::string();
}
inline std::string coded(limit_code code) {
  return code == limit_code::unset ? std::string() : " " + std::string(name_of(code));
}

inline list<faceoff::string> reasons_of(const comparison& document, const answer& given) {
  list<faceoff::string> lines;
  for (const reason_item& item : given.reasons) {
    std::string line(name_of(item.what));
    line += at(document, item.contender) + at(document, item.other) + coded(item.limit);
    if (item.of)
      line += " " + std::to_string(item.count) + "/" + std::to_string(item.of);
    else if (item.count)
      line += " " + std::to_string(item.count);
    lines.push_back(line);
  }
  return lines;
}

inline list<faceoff::string> caveats_of(const comparison& document, const answer& given) {
  list<faceoff::string> lines;
  for (const caveat_item& item : given.caveats)
    lines.push_back(std::string(name_of(item.what)) + at(document, item.contender) + coded(item.limit));
  return lines;
}

inline list<faceoff::string> changes_of(const comparison& document, const answer& given) {
  list<faceoff::string> lines;
  for (const change_item& item : given.changes) {
    std::string line(name_of(item.what));
    if (item.reviewer) line += " " + document.reviewers[*item.reviewer].id;
    line += at(document, item.contender) + coded(item.limit);
    if (item.verdict != verdict_code::unset) line += " " + std::string(name_of(item.verdict));
    lines.push_back(line + " -> " + std::string(name_of(item.then)) + at(document, item.then_contender));
  }
  return lines;
}

// "pick c1"; "conditional c0 non_commercial else c1".
inline std::string said(const comparison& document, const answer& given) {
  return std::string(name_of(given.outcome)) + at(document, given.contender) + coded(given.condition) +
         (given.otherwise ? " else" + at(document, given.otherwise) : "");
}
inline std::string said(const comparison& document, const list<limit_code>& breakers = {}) {
  return said(document, decide(document, breakers, {}));
}

using lines = list<faceoff::string>;

}  // namespace faceoff::testing
