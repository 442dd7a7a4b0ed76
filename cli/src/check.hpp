// `faceoff check`: what is wrong with documents and feeds, and what to do about it.
#pragma once

#include <string>
#include <vector>

#include "exit_code.hpp"

namespace faceoff::cli {

enum class report_format { text, json };

struct check_options {
  std::vector<std::string> files;  // "-" is standard input
  report_format format = report_format::text;
  std::string item;     // of a feed: only this one
  bool strict = false;  // warnings are errors
};

// Findings on stdout, unreadable files on stderr. Every file is looked at, whatever became of the ones
// before.
exit_code check(const check_options& options);

}  // namespace faceoff::cli
