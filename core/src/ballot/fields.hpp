// Fields hashed with their length before them, so that no two lists of fields have the same bytes.
//
// In: a running hash and one field. Out: the hash after it. Cost: linear, no allocation.
#pragma once

#include <string_view>

#include "faceoff/digest.hpp"

namespace faceoff {

void add_field(sha256& hash, std::string_view field);

}  // namespace faceoff
