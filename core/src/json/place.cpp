#include "faceoff/error.hpp"
#include "faceoff/json.hpp"

namespace faceoff::json {

const value* value::find(const char* name) const { return find(std::string_view(name)); }

const value* value::find(std::string_view name) const {
  for (const value& member : items) {
    if (member.key == name) return type == kind::object ? &member : nullptr;
  }
  return nullptr;
}

place place_of(std::string_view text, std::uint32_t offset) {
  place at;
  if constexpr (!findings_told) return at;
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

// Values stand in the text's order, so the way to the target leads through the last one not behind it.
string pointer_of(const value& root, const value& target) {
  string out;
  if constexpr (!findings_told) return out;
  for (const value* at = &root; at != &target;) {
    const value* next = at->items.begin();
    for (const value& item : at->items) {
      if (item.offset <= target.offset) next = &item;
    }
    const string index = decimal(next->key_offset);
    out += '/';
    for (const char c : at->type == kind::object ? next->key : index) {
      out += c == '/' ? '~' : c;
      if (c == '~' || c == '/') out += c == '~' ? '0' : '1';
    }
    at = next;
  }
  return out;
}

}  // namespace faceoff::json
