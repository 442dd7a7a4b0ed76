// Comma-separated header values (RFC 9110 section 5.6.1) and tokens without regard to case.
//
// In: a header's value. Out: its elements, trimmed, empty ones left out; a comma inside a quoted string (an
// entity tag) does not part. Cost: linear, no allocation.
#pragma once

#include <string_view>

namespace faceoff::server {

inline std::string_view trimmed(std::string_view text) {
  auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

inline bool same_token(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

template <class Take>
void each_element(std::string_view list, Take take) {
  bool quoted = false;
  std::size_t start = 0;
  for (std::size_t at = 0; at <= list.size(); ++at) {
    if (at < list.size() && list[at] == '"') quoted = !quoted;
    if (at < list.size() && (quoted || list[at] != ',')) continue;
    std::string_view element = trimmed(list.substr(start, at - start));
    if (!element.empty()) take(element);
    start = at + 1;
  }
}

}  // namespace faceoff::server
