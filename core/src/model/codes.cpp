#include "codes.hpp"

#include "faceoff/model.hpp"

namespace faceoff {

namespace codes {

std::string_view word(std::string_view words, unsigned code) {
  if (code == 0) return {};
  while (--code != 0 && !words.empty()) {
    const std::size_t space = words.find(' ');
    words = space == words.npos ? std::string_view{} : words.substr(space + 1);
  }
  return words.empty() ? std::string_view{"unknown"} : words.substr(0, words.find(' '));
}

unsigned count(std::string_view words) {
  unsigned spaces = 0;
  for (const char c : words) spaces += c == ' ';
  return spaces + 1;
}

unsigned number(std::string_view words, std::string_view name) {
  const bool lists_unknown = words.ends_with("unknown");
  unsigned code = 1;
  while (!words.empty()) {
    const std::size_t space = words.find(' ');
    if (words.substr(0, space) == name) return code;
    ++code;
    words = space == words.npos ? std::string_view{} : words.substr(space + 1);
  }
  return lists_unknown ? code - 1 : code;
}

}  // namespace codes

namespace {

template <class Code>
std::string_view named(std::string_view words, Code code) {
  return codes::word(words, static_cast<unsigned>(code));
}

}  // namespace

std::string_view name_of(verdict_code code) { return named(codes::verdicts, code); }
std::string_view name_of(link_kind code) { return named(codes::links, code); }
std::string_view name_of(price_kind code) { return named(codes::prices, code); }
std::string_view name_of(limit_code code) { return named(codes::limits, code); }
std::string_view name_of(status_code code) { return named(codes::statuses, code); }
std::string_view name_of(relationship_code code) { return named(codes::relationships, code); }
std::string_view name_of(reviewer_kind code) { return named(codes::reviewers, code); }
std::string_view name_of(comparable_code code) { return named(codes::comparables, code); }
std::string_view name_of(poll_mode code) { return named(codes::modes, code); }
std::string_view name_of(reveal_code code) { return named(codes::reveals, code); }

const string& first_id(const comparison& document) {
  return document.aliases.empty() ? document.id : document.aliases.front();
}

verdict_code counted_verdict(const comparison& document, const review& given) {
  if (given.verdict != verdict_code::unset) return given.verdict;
  if (!given.score || !document.ship_from) return verdict_code::unset;
  return *given.score >= *document.ship_from ? verdict_code::ship : verdict_code::skip;
}

}  // namespace faceoff
