// How the command ends; the numbers are part of its contract (README, "The command line").
#pragma once

#include <cstdint>

namespace faceoff::cli {

enum class exit_code : std::uint8_t {
  fine = 0,
  findings = 1,    // a document has errors; with --strict also warnings
  usage = 2,       // the command line itself is wrong
  unreadable = 3,  // a file, folder or port cannot be had
  internal = 4,    // our own failure, or nowhere to write the answer to
};

// Of two outcomes the one a script must hear about: a higher number hides a lower one.
inline exit_code worse(exit_code one, exit_code other) { return one < other ? other : one; }

}  // namespace faceoff::cli
