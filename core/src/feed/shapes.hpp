// The format as tables: every object's keys, what each holds and where it goes in the model.
//
// One table drives reading, required keys, limits, suggestions for unknown keys, and the test that holds the
// published JSON Schema to the same names. Offsets are into the struct named beside each table.
#pragma once

#include <cstddef>
#include <cstdint>

#include "faceoff/error_rules.hpp"
#include "faceoff/json.hpp"

namespace faceoff::feed {

class reader;

enum class holds : std::uint8_t {
  ignored,    // accepted, not read
  format,     // the format's version: 1; a higher one has been told before
  flag,       // bool
  percent,    // std::optional<std::uint8_t>, 0..100
  count,      // std::optional<std::uint64_t>
  object,     // `inner`, at `offset` (0: its fields are the outer struct's own)
  list,       // list of `inner`
  codes,      // as list; a plain string stands for an object whose first key alone is given
  texts,      // as list, of plain strings alone
  code,       // an enum of one byte; `words` names its values
  contender,  // std::uint8_t, an index
  reviewer,   // std::uint8_t, an index
  pick,       // std::optional<std::uint8_t>: a contender's index, or none for "none"
  day,        // date
  moment,     // instant
  text,       // string, as all that follow
  id,
  url,
  identity,  // a URL or registry:name
  language,
  amount,
  currency,
};

struct shape;

struct field {
  holds what;
  bool required;
  std::uint16_t offset;
  std::uint16_t limit;  // bytes of a text; entries of a list
  union {
    const shape* inner;
    const char* words;  // see codes.hpp
  };
};

struct shape {
  const char* keys;  // one a field, parted by spaces: words as in codes.hpp
  const field* fields;
  std::uint16_t size;  // bytes of its struct
  rule unique;  // of a list's entries: what is told of one that repeats another; the first rule: nothing
  void (*check)(reader& reading, const json::value& object, void* into);  // what no single field can tell
};

extern const shape comparison_shape;

}  // namespace faceoff::feed
