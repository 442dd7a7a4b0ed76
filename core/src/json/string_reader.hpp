// One string of a JSON text.
//
// In: the text and where the opening quote stands. Out: the characters, or what is wrong and where: a raw
// control character, a bad escape, half a surrogate pair, a NUL, a byte that is no UTF-8, a missing closing
// quote. Cost: linear in the string.
#pragma once

#include <cstddef>
#include <string_view>

#include "faceoff/error_rules.hpp"
#include "faceoff/string.hpp"

namespace faceoff::json {

struct string_end {
  std::size_t at = 0;  // behind the closing quote, or at the fault
  bool failed = false;
  rule what{};     // means nothing unless failed
  string subject;  // of the finding
};

string_end read_string(std::string_view text, std::size_t quote, string& into);

// The word or character at `at`, as a finding shows it.
string shown(std::string_view text, std::size_t at);
// "U+009B" for the control character at `at`.
string code_point_name(std::string_view text, std::size_t at);
// At most 80 bytes, cut between characters, with an ellipsis, and printable.
string shortened(std::string_view text);
// Without C0 and C1 control characters, which a terminal would obey: each becomes U+FFFD.
string printable(std::string_view text);

}  // namespace faceoff::json
