// The first sentence of a text.
#include "faceoff/html.hpp"

namespace faceoff {
namespace {

string on_one_line(std::string_view text) {
  string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Bytes of a sentence's end at `at`: 1 for . ! ? before a space or the end, 3 for the fullwidth ones; else 0.
std::size_t end_of_sentence(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  for (const std::string_view wide : {"\u3002", "\uff01", "\uff1f"}) {
    if (rest.starts_with(wide)) return wide.size();
  }
  if (rest[0] != '.' && rest[0] != '!' && rest[0] != '?') return 0;
  if (rest.size() > 1 && rest[1] != ' ') return 0;
  // "e.g. ", "J. Smith"
  if (rest[0] == '.' && rest.size() > 1 && at >= 1 &&
      (at == 1 || text[at - 2] == ' ' || text[at - 2] == '.')) {
    return 0;
  }
  return 1;
}

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

}  // namespace

string first_sentence(std::string_view given, std::size_t limit) {
  const string line = on_one_line(given);
  const std::string_view text = line;
  std::size_t points = 0;
  std::size_t last_space = 0;  // a byte offset that leaves room for the ellipsis
  std::size_t hard_cut = 0;
  for (std::size_t i = 0; i < text.size(); i++) {
    if (!starts_code_point(text[i])) continue;
    if (points++ == limit) {
      string cut = text.substr(0, last_space > 0 ? last_space : hard_cut);
      while (!cut.empty() && std::string_view(",;: -").find(cut.back()) != std::string_view::npos)
        cut.pop_back();
      return cut + "\u2026";
    }
    if (text[i] == ' ') last_space = i;
    if (points == limit) hard_cut = i;
    if (const std::size_t bytes = end_of_sentence(text, i)) return text.substr(0, i + bytes);
  }
  return text;
}

}  // namespace faceoff
