// Foreign text as a finding shows it: short, and without what a terminal would obey.
//
// In: text from outside. Out: text for a finding. Cost: linear. Never for HTML by itself: the writer escapes.
#pragma once

#include <cstddef>
#include <string_view>

#include "faceoff/string.hpp"

namespace faceoff::json {

// Bytes of the UTF-8 sequence at `at`, before `end`; 0 where it is none (RFC 3629: shortest form, no
// surrogates, at most U+10FFFF).
std::size_t sequence_length(const char* at, const char* end);
// Whether a C0 or C1 control character stands at `at`, before `end`.
bool is_control(const char* at, const char* end);

// The word or character at `at`; "" at the end.
string shown(const char* at, const char* end);
// "U+009B" for the control character at `at`.
string code_point_name(const char* at);
// At most 80 bytes, cut between characters, with an ellipsis, and printable.
string shortened(const string& text);
// Without control characters: each becomes U+FFFD.
string printable(std::string_view text);

}  // namespace faceoff::json
