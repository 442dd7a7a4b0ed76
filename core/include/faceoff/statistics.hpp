// Shares and intervals from counts.
//
// In: counts. Out: numbers and what may be said of them. Only + - * / and sqrt, so every platform gives the
// same bits. A count of zero is never a percentage.
#pragma once

#include <cstdint>

namespace faceoff {

enum class share_label : std::uint8_t { none, ship, mixed, skip };

// ship of n. n = 0: label none, percent means nothing.
struct share {
  std::uint64_t ship = 0;
  std::uint64_t n = 0;       // ship + skip
  std::uint16_t tenths = 0;  // ship's percentage in tenths of a percent; a multiple of 10 unless one_decimal
  bool one_decimal = false;  // print the tenth: a whole number would be 50 although ship != skip
  share_label label = share_label::none;  // more than half ship, half mixed, less skip: from the counts
};

// percent = floor((200 ship + n) / 2n), clamped to 1..99 when 0 < ship < n. Where that is 50 but ship !=
// skip, one decimal, floor((2000 ship + n) / 2n) / 10; where even that is 50.0, it is 50.1 or 49.9, so that a
// lead never reads as a tie. The skip percentage is 100 less ship's as printed. Counts up to 2^53-1 each.
share share_of(std::uint64_t ship, std::uint64_t skip);

// A share's lies in 0..1, a difference's in -1..1.
struct interval {
  double low = 0;
  double high = 1;
};

// Wilson score interval, 95% (z = 1.959963984540054), ends clamped to 0..1 and exact at ship = 0 and ship =
// n. Source: Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857, method 3. n must not be 0.
interval wilson(std::uint64_t ship, std::uint64_t n);

// Difference a - b of two shares of the same readers, 95%, within -1..1. Source: Newcombe 1998, Statistics in
// Medicine 17:2635, method 10 (Wilson limits, phi corrected for continuity). The four cells must not all be
// 0.
interval paired_difference(std::uint64_t both, std::uint64_t only_a, std::uint64_t only_b,
                           std::uint64_t neither);

// What a community count lets one say.
enum class community_state : std::uint8_t { none, counts_only, early, full };  // 0; 1..4; 5..19; 20 and more

struct community_reading {
  community_state state = community_state::none;
  share votes;
  interval range;  // means something only in state full
};

community_reading read_community(std::uint64_t ship, std::uint64_t skip);

}  // namespace faceoff
