#include "terminal.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace faceoff::cli {
namespace {

bool coloured(std::FILE* stream) {
  const char* refused = std::getenv("NO_COLOR");
  if (refused != nullptr && *refused != '\0') return false;
  const char* kind = std::getenv("TERM");
  if (kind == nullptr || std::strcmp(kind, "dumb") == 0) return false;
  return isatty(fileno(stream)) != 0;
}

// One code point of `text` at `at`, moving `at` past it; 0xFFFFFFFF for a byte that is no UTF-8.
std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  const std::uint32_t first = byte(at++);
  if (first < 0x80) return first;
  const std::size_t more = first >= 0xF0 && first < 0xF5 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
  if (more == 0 || first >= 0xF5 || at + more > text.size()) return 0xFFFFFFFF;
  std::uint32_t point = first & (0x3FU >> more);
  for (std::size_t index = at; index < at + more; ++index) {
    if ((byte(index) & 0xC0U) != 0x80) return 0xFFFFFFFF;
    point = (point << 6) | (byte(index) & 0x3FU);
  }
  at += more;
  return point;
}

bool harmful(std::uint32_t point) {
  if (point < 0x20 || (point >= 0x7F && point < 0xA0)) return true;
  if (point == 0x61C || point == 0x200E || point == 0x200F) return true;
  return (point >= 0x2028 && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0xFFFFFFFF;
}

void tell(tone how, std::string_view word, std::string_view message, std::string_view hint) {
  std::string out = "faceoff: " + toned(stderr, how, std::string(word) + ":") + " ";
  out.append(message).append("\n");
  if (!hint.empty()) out.append("  " + toned(stderr, tone::hint, "hint:") + " ").append(hint).append("\n");
  std::fwrite(out.data(), 1, out.size(), stderr);
}

}  // namespace

std::string toned(std::FILE* stream, tone how, std::string_view text) {
  if (!coloured(stream)) return std::string(text);
  const char* code = how == tone::error     ? "\x1b[1;31m"
                     : how == tone::warning ? "\x1b[1;35m"
                     : how == tone::hint    ? "\x1b[1;36m"
                                            : "\x1b[1m";
  return std::string(code).append(text).append("\x1b[0m");
}

std::string visible(std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    std::uint32_t point = next_code_point(text, at);
    if (!harmful(point)) {
      out.append(text.substr(start, at - start));
      continue;
    }
    if (point == 0xFFFFFFFF) point = static_cast<unsigned char>(text[start]);
    out.append("\\u{");
    for (int shift = point > 0xFF ? 12 : 4; shift >= 0; shift -= 4)
      out.push_back(digits[(point >> shift) & 15]);
    out.push_back('}');
  }
  return out;
}

void complain(std::string_view message, std::string_view hint) { tell(tone::error, "error", message, hint); }
void warn(std::string_view message, std::string_view hint) { tell(tone::warning, "warning", message, hint); }

bool answer(std::string_view text) {
  const bool whole =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!whole) {
    complain(std::string("cannot write the answer: ") + std::strerror(errno),
             "check that standard output is open and its disk has room");
  }
  return whole;
}

}  // namespace faceoff::cli
