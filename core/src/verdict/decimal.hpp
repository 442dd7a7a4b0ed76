// Decimal amounts as written, compared exactly: no floating point, so 0.1 + 0.2 never decides what is
// cheaper.
//
// In: digits with at most one '.'; no digit is nothing. Out: their order. Cost: linear. Never rounds.
// Internal to the verdict stage.
#pragma once

#include "faceoff/string.hpp"

namespace faceoff::verdict_detail {

// Below 0, 0 or above 0 as a is less than, equal to or more than b. "7", "07" and "7.00" are equal.
int compare_decimals(const string& a, const string& b);

}  // namespace faceoff::verdict_detail
