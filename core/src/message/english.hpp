// The compiled-in English patterns.
//
// In: a message. Out: its pattern. One that depends on a count is marked: \1, the plural category's digit,
// its form, and so on; a plain one has no \1.
#pragma once

#include <string_view>

#include "faceoff/message.hpp"

namespace faceoff {

std::string_view english_pattern(message key);
// The message a catalog names so; message_count: none. A name that is none of ours may, one time in 300, be
// taken for one: catalogs come with the program, and a test holds them to the list.
std::size_t message_named(std::string_view name);

}  // namespace faceoff
