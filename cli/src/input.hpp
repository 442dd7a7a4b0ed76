// Reading what the command line names.
//
// In: a path, or "-" for standard input. Out: its bytes, or what to tell the caller. Never reads more than
// `limit` + 1 bytes: one byte too many lets the parser say so itself, with its rule.
#pragma once

#include <cstddef>
#include <string>

#include "faceoff/result.hpp"

namespace faceoff::cli {

struct input_problem {
  std::string message;
  std::string hint;
};

result<std::string, input_problem> read_input(const std::string& path, std::size_t limit);

// How the input is called in messages: "<stdin>" for "-", else the path, made visible.
std::string input_name(const std::string& path);

}  // namespace faceoff::cli
