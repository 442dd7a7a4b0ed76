// A voter's row as bytes in the store, and back.
//
// In: a row. Out: a compact record, a byte of format version first; a first preference that came with the
// current ballot takes two bytes and the contenders' names. Decoding checks everything: a record from a
// damaged file is refused, never trusted. Cost: linear. Never holds a key, a pseudonym or a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "faceoff/tally.hpp"

namespace faceoff::server {

std::string encode_row(const voter_row& row);
std::optional<voter_row> decode_row(std::string_view record);

}  // namespace faceoff::server
