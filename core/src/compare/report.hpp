// The report: everything computed, as JSON for programs.
//
// In: what compare computed. Out: the JSON that compare.hpp describes. Internal to the stage.
#pragma once

#include "faceoff/html.hpp"
#include "faceoff/string.hpp"

namespace faceoff {

struct report_input {
  const html_input& page;
  const poll& asked;
  std::string_view votes;  // the attribute or poll.votes; "" none
};

string write_report(const report_input& input);

}  // namespace faceoff
