// Decimal amounts as written, compared exactly: no floating point, so 0.1 + 0.2 never decides what is
// cheaper.
//
// In: digits with at most one '.', at least one digit. Out: their order. Cost: linear. Never rounds.
// Internal to the verdict stage.
#pragma once

#include <string_view>

namespace faceoff::verdict_detail {

// Below 0, 0 or above 0 as a is less than, equal to or more than b. "7", "07" and "7.00" are equal.
int compare_decimals(std::string_view a, std::string_view b);

}  // namespace faceoff::verdict_detail
