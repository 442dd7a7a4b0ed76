// Findings as a compiler would print them.
//
// In: a finding and the text it was found in. Out: lines for a terminal:
//   name:12:7: error[model.unknown-contender]: sentence
//        12 |     "contender": "haikuu",
//           |                  ^
//     at: /reviews/0/contender
//     hint: advice
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "faceoff/error.hpp"

namespace faceoff::cli {

// `colours` is the stream the text will go to; see terminal.hpp.
std::string finding_text(std::string_view name, std::string_view source, const finding& found,
                         std::FILE* colours);

}  // namespace faceoff::cli
