// The only clock of the command: everything below it takes the day as an argument.
#pragma once

#include "faceoff/model.hpp"

namespace faceoff::cli {

// The current day in UTC.
date utc_today();

}  // namespace faceoff::cli
