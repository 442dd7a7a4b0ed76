#include "shown.hpp"

#include "faceoff/error.hpp"

namespace faceoff::json {

namespace {

unsigned byte_at(const char* at) { return static_cast<unsigned char>(*at); }

bool continues(const char* at) { return (byte_at(at) & 0xC0) == 0x80; }

bool in_word(char c) {
  const int lower = c | 0x20;
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' ||
         c == '_';
}

}  // namespace

std::size_t sequence_length(const char* at, const char* end) {
  const unsigned lead = byte_at(at);
  if (lead < 0x80) return 1;
  const unsigned length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (lead < 0xC2 || lead > 0xF4 || end - at < static_cast<std::ptrdiff_t>(length)) return 0;
  unsigned code = lead & (0x7F >> length);
  for (unsigned i = 1; i < length; ++i) {
    if (!continues(at + i)) return 0;
    code = code << 6 | (byte_at(at + i) & 63);
  }
  const bool too_long = length > 2 && code < (length == 3 ? 0x800U : 0x10000U);
  return too_long || code >> 11 == 0xD800 >> 11 || code > 0x10FFFF ? 0 : length;
}

bool is_control(const char* at, const char* end) {
  const unsigned byte = byte_at(at);
  if (byte == 0xC2) return at + 1 != end && byte_at(at + 1) < 0xA0;
  return byte < 0x20 || byte == 0x7F;
}

string code_point_name(const char* at) {
  if constexpr (!findings_told) return {};
  if (byte_at(at) == 0xC2) ++at;  // of U+0080..U+00BF
  string name = "U+00";
  for (const unsigned digit : {byte_at(at) >> 4, byte_at(at) & 15}) name += "0123456789ABCDEF"[digit];
  return name;
}

string shown(const char* at, const char* end) {
  if constexpr (!findings_told) return {};
  if (at == end) return {};
  if (byte_at(at) < 0x20 || byte_at(at) == 0x7F) return code_point_name(at);
  std::size_t length = 0;
  while (at + length != end && length < 32 && in_word(at[length])) ++length;
  if (length == 0) length = sequence_length(at, end);
  if (length == 0) return "a byte that is not UTF-8";
  return std::string_view(at, length);
}

string shortened(const string& text) {
  if constexpr (!findings_told) return {};
  constexpr std::size_t most = 80, room = most - 3;
  if (text.size() <= most) return printable(text);
  std::size_t end = room;
  while (continues(text.data() + end)) --end;
  return printable({text.data(), end}) += "\xE2\x80\xA6";
}

string printable(std::string_view text) {
  if constexpr (!findings_told) return {};
  string out;
  for (const char *at = text.data(), *const end = at + text.size(); at != end; ++at) {
    if (is_control(at, end)) {
      out += "\xEF\xBF\xBD";
      at += byte_at(at) == 0xC2;
    } else {
      out += *at;
    }
  }
  return out;
}

}  // namespace faceoff::json
