// JSON text to a tree and back, for untrusted input.
//
// In: bytes from outside. Out: a tree that remembers where each value stood, or one finding with line and
// column. Cost: linear in the input, memory bounded by the bounds given. Never recurses on the input's depth
// beyond `bounds::depth`, never keeps a value it was not asked for, never accepts a NUL byte, a lone
// surrogate, a byte order mark, a duplicate key, invalid UTF-8 or anything after the value.
#pragma once

#include <cstdint>
#include <string_view>

#include "faceoff/error.hpp"
#include "faceoff/list.hpp"
#include "faceoff/result.hpp"
#include "faceoff/string.hpp"

namespace faceoff::json {

enum class kind : std::uint8_t { null, boolean, integer, other_number, string, array, object };

struct value {
  kind type = kind::null;
  bool boolean = false;
  std::uint64_t integer = 0;     // kind::integer: an exact integer in 0..2^53-1
  std::uint32_t offset = 0;      // byte at which the value starts
  std::uint32_t key_offset = 0;  // byte at which a member's key starts; of an element, its index in the text
  string key;                    // for a member of an object
  string text;                   // kind::string, and the spelling of kind::other_number
  list<value> items;             // elements or members, in the text's order

  // The member named so, or null. Linear: objects here are small.
  const value* find(const char* name) const;
  const value* find(std::string_view name) const;
};

struct bounds {
  std::size_t bytes;
  std::size_t depth;
  std::size_t values;
};

// Chooses among the elements of one list of the top-level object, so that a long feed costs the memory of one
// item: an element is dropped as soon as it is read unless `keep` wants it. `bounds::values` then counts per
// element.
struct list_filter {
  std::string_view list;
  bool (*keep)(void* context, const value& element) = nullptr;
  void* context = nullptr;
};

// The whole text. Numbers that are no exact integer in 0..2^53-1 come as other_number; whoever reads them
// refuses.
result<value, finding> parse(std::string_view text, const bounds& within, const list_filter& filter = {});

struct place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;  // in code points
};
place place_of(std::string_view text, std::uint32_t offset);

// The JSON Pointer (RFC 6901) of a value within its own tree; "" for the root.
string pointer_of(const value& root, const value& target);

// "42".
string decimal(std::uint64_t number);

// Compact JSON, keys in the tree's order, strings escaped minimally and with '<' as \u003c, so that the text
// can stand inside a <script> element.
string write(const value& tree);

// Writes JSON piece by piece; commas and escapes are its business, nesting is the caller's.
class writer {
 public:
  writer& begin_object();
  writer& end_object();
  writer& begin_array();
  writer& end_array();
  writer& key(const char* name);
  writer& key(std::string_view name);
  writer& text(const char* content);
  writer& text(const string& content);
  template <class From>
  requires(std::convertible_to<const From&, std::string_view>&& std::is_class_v<From>) writer& text(
      const From& content) {
    const std::string_view view = content;
    return quoted(view.data(), view.size());
  }
  writer& integer(std::uint64_t number);
  writer& boolean(bool value);
  writer& null();
  writer& tree(const value& whole);
  // Shortest decimal that a human would write for a fraction of 0..1 with six places, trailing zeros cut.
  writer& fraction(double value);

  string take() { return std::move(out_); }

 private:
  writer& begin(const char* bare);
  writer& quoted(const char* from, std::size_t bytes);

  string out_;
};

}  // namespace faceoff::json
