// The format as tables: every object's keys, what each holds and where it goes in the model.
//
// One table drives reading, required keys, limits, suggestions for unknown keys, and the test that holds the
// published JSON Schema to the same names. Offsets are into the struct named beside each table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "faceoff/error_rules.hpp"
#include "faceoff/json.hpp"
#include "faceoff/string.hpp"

namespace faceoff::feed {

class reader;

enum class holds : std::uint8_t {
  ignored,    // accepted, not read
  format,     // the format's version: 1; a higher one has been told before
  text,       // string
  url,        // string
  id,         // string
  identity,   // string: a URL or registry:name
  language,   // string
  amount,     // string
  currency,   // string
  day,        // date
  moment,     // instant
  flag,       // bool
  percent,    // std::optional<std::uint8_t>, 0..100
  count,      // std::optional<std::uint64_t>
  code,       // an enum of one byte; `words` names its values
  contender,  // std::uint8_t, an index
  reviewer,   // std::uint8_t, an index
  pick,       // std::optional<std::uint8_t>: a contender's index, or none for "none"
  texts,      // list<string>
  ids,        // list<string>, each of them once
  object,     // `shape`, at `offset` (0: its fields are the outer struct's own)
  list,       // std::vector of `shape`
  codes,      // as list; a plain string stands for an object whose first key alone is given
};

struct shape;

struct field {
  std::string_view key;
  holds what;
  bool required;
  std::uint16_t offset;
  std::uint16_t limit;  // bytes of a text; entries of a list of objects
  const shape* inner;
  std::string_view words;
};

// Entries of a list that may not repeat one another: by the member `key`, or by that and `other`.
struct repeat {
  std::string_view key, other;
  rule what;
};

struct shape {
  std::span<const field> fields;
  std::uint16_t size;  // bytes of its struct
  void* (*make)(void* vector,
                std::size_t entries);  // the first of so many new entries; null: never in a list
  void (*check)(reader& reading, const json::value& object, void* into);  // what no single field can tell
  repeat unique;                                                          // of a list's entries
};

extern const shape comparison_shape;

}  // namespace faceoff::feed
