#include "codes.hpp"

#include "faceoff/model.hpp"

namespace faceoff {

namespace codes {

std::string_view take_word(const char*& words) {
  const char* const first = words;
  while (*words != ' ' && *words != '\0') ++words;
  const std::string_view word(first, static_cast<std::size_t>(words - first));
  if (*words != '\0') ++words;
  return word;
}

std::string_view word(const char* words, unsigned code) {
  if (code == 0) return {};
  while (--code != 0) take_word(words);
  return *words == '\0' ? "unknown" : take_word(words);
}

unsigned number(const char* words, std::string_view name) {
  unsigned code = 1;
  while (*words != '\0' && take_word(words) != name) ++code;
  return code;
}

bool lists(const char* words, std::string_view name) { return number(words, name) < number(words, {}); }

}  // namespace codes

namespace {

template <class Code>
std::string_view named(const char* words, Code code) {
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
