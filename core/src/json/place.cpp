#include "faceoff/json.hpp"

namespace faceoff::json {

const value* value::find(std::string_view name) const {
  for (const value& member : items) {
    if (member.key == name) return type == kind::object ? &member : nullptr;
  }
  return nullptr;
}

place place_of(std::string_view text, std::uint32_t offset) {
  place at;
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++at.line;
      at.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++at.column;
    }
  }
  return at;
}

string pointer_token(std::string_view key) {
  string token = "/";
  for (const char c : key) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

}  // namespace faceoff::json
