// What the command says to a person: to stderr for troubles, to stdout for answers.
//
// Colours only where the stream is a terminal and NO_COLOR is unset or empty (no-color.org). Foreign text
// passes through `visible`, so that a document cannot move the cursor or turn the reading direction.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace faceoff::cli {

enum class tone { error, warning, hint, place };

// `text` between the colour's codes for that stream, or bare.
std::string toned(std::FILE* stream, tone how, std::string_view text);

// The text with control characters (C0, C1, DEL), bidirectional controls and invalid UTF-8 as "\u{1b}".
std::string visible(std::string_view text);

// "faceoff: error: MESSAGE" and "  hint: HINT" on stderr; no hint line for an empty one.
void complain(std::string_view message, std::string_view hint);
// The same as a warning.
void warn(std::string_view message, std::string_view hint);

// Writes the whole answer to stdout and flushes; false (after complaining) when it cannot be written.
bool answer(std::string_view text);

}  // namespace faceoff::cli
