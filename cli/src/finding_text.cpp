#include "finding_text.hpp"

#include "terminal.hpp"

namespace faceoff::cli {
namespace {

constexpr std::size_t shown_before = 50;  // code points left of the place
constexpr std::size_t shown_after = 40;   // and right of it: 90 and the margin fit a line of 110

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80; }

std::string_view line_of(std::string_view source, std::uint32_t line) {
  std::size_t start = 0;
  for (std::uint32_t at = 1; at < line; ++at) {
    const std::size_t end = source.find('\n', start);
    if (end == std::string_view::npos) return {};
    start = end + 1;
  }
  return source.substr(start, source.find_first_of("\r\n", start) - start);
}

// Byte offset of code point `count` (from 0) in `text`, or its size.
std::size_t offset_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && !starts_code_point(text[at])) ++at;
    --count;
  }
  return at;
}

std::string flat(std::string_view text) {
  std::string out = visible(text);
  for (std::size_t at = out.find("\\u{09}"); at != std::string::npos; at = out.find("\\u{09}", at)) {
    out.replace(at, 6, " ");
  }
  return out;
}

std::size_t width(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += starts_code_point(byte) ? 1 : 0;
  return count;
}

// The line with a caret under the place; nothing for a place without a line of its own.
std::string excerpt(std::string_view source, const finding& found) {
  const std::string_view line = line_of(source, found.line);
  if (found.line == 0 || line.find_first_not_of(" \t") == std::string_view::npos) return {};
  const std::size_t column = found.column == 0 ? 0 : found.column - 1;
  const std::size_t from = offset_of(line, column > shown_before ? column - shown_before : 0);
  const std::size_t place = offset_of(line, column);
  const std::size_t to = offset_of(line, column + shown_after);
  const std::string before = (from > 0 ? "..." : "") + flat(line.substr(from, place - from));
  const std::string after = flat(line.substr(place, to - place)) + (to < line.size() ? "..." : "");
  const std::string number = std::to_string(found.line);
  const std::string margin(number.size() < 6 ? 6 - number.size() : 0, ' ');
  return margin + number + " | " + before + after + "\n" + std::string(margin.size() + number.size(), ' ') +
         " | " + std::string(width(before), ' ') + "^\n";
}

}  // namespace

std::string finding_text(std::string_view name, std::string_view source, const finding& found,
                         std::FILE* colours) {
  std::string place(name);
  if (found.line != 0) place += ":" + std::to_string(found.line) + ":" + std::to_string(found.column);
  const bool error = found.level == severity::error;
  std::string word = error ? "error[" : "warning[";
  word.append(rule_id(found.what)).append("]:");
  std::string out = toned(colours, tone::place, place + ":") + " " +
                    toned(colours, error ? tone::error : tone::warning, word) + " " +
                    visible(sentence(found)) + "\n";
  out += excerpt(source, found);
  if (!found.pointer.empty()) out += "  at: " + visible(found.pointer) + "\n";
  const std::string remedy = visible(advice(found));
  if (!remedy.empty()) out += "  " + toned(colours, tone::hint, "hint:") + " " + remedy + "\n";
  return out;
}

}  // namespace faceoff::cli
