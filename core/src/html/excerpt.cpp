// The first sentence of a text.
#include "faceoff/html.hpp"

namespace faceoff {
namespace {

// Whether a text before a space ends a sentence: . ! ? but not after a single letter ("J. Smith", "e.g. ").
bool ends_sentence(const string& text) {
  const std::size_t size = text.size();
  const char last = text.back();
  if (last != '.') return last == '!' || last == '?';
  return size < 2 || (size > 2 && text[size - 3] != ' ' && text[size - 3] != '.');
}

// The fullwidth marks end one by themselves.
bool ends_at_once(std::string_view text) {
  return text.ends_with("\u3002") || text.ends_with("\uff01") || text.ends_with("\uff1f");
}

string shortened(string text, std::size_t bytes) {
  text.cut(bytes);
  while (!text.empty() && std::string_view(",;: -").find(text.back()) != std::string_view::npos) {
    text.pop_back();
  }
  return text + "\u2026";
}

}  // namespace

string first_sentence(std::string_view given, std::size_t limit) {
  string out;
  std::size_t points = 0;
  std::size_t last_space = 0;  // a byte offset that leaves room for the ellipsis
  std::size_t hard_cut = 0;
  bool space = false;  // one is due before the next character
  for (const char c : given) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      space = !out.empty();
      continue;
    }
    if (space && ends_sentence(out)) return out;
    for (const char next : {' ', c}) {
      if (next == ' ' && !space) continue;
      if ((static_cast<unsigned char>(next) & 0xC0) != 0x80) {  // starts a code point
        if (points == limit) return shortened(std::move(out), last_space > 0 ? last_space : hard_cut);
        if (next == ' ') last_space = out.size();
        if (++points == limit) hard_cut = out.size();
      }
      out += next;
    }
    space = false;
    if (ends_at_once(out)) return out;
  }
  return out;
}

}  // namespace faceoff
