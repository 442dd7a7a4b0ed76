// Reads the members of a JSON object into a struct by a table: what ballots and tallies have in common.
//
// In: a parsed object, a table of keys with what each holds and where it goes. Out: the struct, or the first
// member that is wrong. Cost: linear in table times members. Never reads lists: their readers know more.
#pragma once

#include <cstddef>

#include "faceoff/json.hpp"

namespace faceoff {

enum class holds : std::uint8_t {
  nothing,       // the table's end
  count,         // std::uint64_t
  text,          // string
  text_or_null,  // string; "" where it is null or missing
  hash,          // hash256, as 64 hex digits
};

// The key stands in place: a table of pointers would be larger on WebAssembly than the whole text.
struct member {
  holds what = holds::nothing;
  std::uint8_t offset = 0;  // in the struct named beside the table
  char key[14] = "";
};

// Null: nothing is wrong. Else the value that is, or the object that lacks one; `row` is then its row.
const json::value* read_members(const json::value& object, const member* table, void* into,
                                const member** row = nullptr);
const char* expected_of(const member& row);

}  // namespace faceoff
