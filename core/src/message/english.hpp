// The compiled-in English patterns.
//
// Out: where each message's pattern starts, ended by NUL. One that depends on a count is marked:
// english_form, the plural category's digit, its form, and so on. A catalog's own forms are marked by
// own_form likewise, for they go by its own rules.
#pragma once

#include <string_view>

#include "faceoff/message.hpp"

namespace faceoff {

inline constexpr char english_form = '\1';
inline constexpr char own_form = '\2';

// Into message_count pointers: they are found anew for each catalog, as a table of them would be a third of a
// kilobyte of a budget of 45.
void english_patterns(const char** starts);
// The message a catalog names so; message_count: none, or not a native program.
std::size_t message_named(std::string_view name);

}  // namespace faceoff
