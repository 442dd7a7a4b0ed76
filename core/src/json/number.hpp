// Whether a number's spelling is an exact integer in 0..2^53-1.
//
// In: a number as RFC 8259 spells it. Out: the integer, also for 1.0, 1e2 and 250e-1 written for 25; nothing
// for fractions, negative numbers and anything larger. Decimal arithmetic on the digits: no rounding, no
// strtod.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace faceoff::json {

std::optional<std::uint64_t> exact_integer(std::string_view spelling);

}  // namespace faceoff::json
