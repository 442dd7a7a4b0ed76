// The compiled-in English patterns.
//
// In: a message. Out: its pattern. One that depends on a count is marked: \1, the plural category's digit,
// its form, and so on; a plain one has no \1.
#pragma once

#include <string_view>

#include "faceoff/message.hpp"

namespace faceoff {

std::string_view english_pattern(message key);

}  // namespace faceoff
