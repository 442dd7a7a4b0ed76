#include <doctest/doctest.h>

#include "faceoff/limits.hpp"
#include "faceoff/statistics.hpp"

using namespace faceoff;

namespace {

constexpr std::uint64_t most = limits::exact_integer;

int tenths(std::uint64_t ship, std::uint64_t skip) { return share_of(ship, skip).tenths; }
bool decimal(std::uint64_t ship, std::uint64_t skip) { return share_of(ship, skip).one_decimal; }
share_label label(std::uint64_t ship, std::uint64_t skip) { return share_of(ship, skip).label; }

}  // namespace

TEST_CASE("nobody asked is no share") {
  const share none = share_of(0, 0);
  CHECK(none.n == 0);
  CHECK(none.label == share_label::none);
}

TEST_CASE("percentages are rounded half up") {
  CHECK(tenths(2, 2) == 500);
  CHECK(tenths(4, 0) == 1000);
  CHECK(tenths(0, 4) == 0);
  CHECK(tenths(1, 2) == 330);    // 33.3
  CHECK(tenths(2, 1) == 670);    // 66.7
  CHECK(tenths(1, 7) == 130);    // 12.5
  CHECK(tenths(41, 12) == 770);  // 77.36
}

TEST_CASE("a share that is not all or nothing never reads as 0 or 100") {
  CHECK(tenths(1, 999) == 10);
  CHECK(tenths(999, 1) == 990);
  CHECK(tenths(1, most) == 10);
  CHECK(tenths(most, 1) == 990);
  CHECK(tenths(most, 0) == 1000);
  CHECK(tenths(0, most) == 0);
}

TEST_CASE("a lead that would read as 50 shows one decimal and never 50.0") {
  CHECK(decimal(101, 100));
  CHECK(tenths(101, 100) == 502);  // 50.25 -> 50.2: 50.2487...
  CHECK(tenths(100, 101) == 498);  // 49.75...
  CHECK(tenths(10'001, 10'000) == 501);
  CHECK(tenths(10'000, 10'001) == 499);
  CHECK(tenths(most, most - 1) == 501);
  CHECK(tenths(most - 1, most) == 499);
  CHECK_FALSE(decimal(100, 100));
  CHECK(tenths(most, most) == 500);
  CHECK_FALSE(decimal(51, 49));
  CHECK(tenths(51, 49) == 510);
  CHECK(tenths(99, 101) == 495);  // 49.5 rounds up to 50, so it is told apart
  CHECK(decimal(99, 101));
  CHECK(tenths(101, 99) == 510);  // 50.5 rounds up to 51
}

TEST_CASE("the label follows the counts, not the percentage") {
  CHECK(label(2, 2) == share_label::mixed);
  CHECK(label(most, most - 1) == share_label::ship);
  CHECK(label(most - 1, most) == share_label::skip);
  CHECK(label(1, 0) == share_label::ship);
  CHECK(label(0, 1) == share_label::skip);
}

// In integers of 128 bits there is nothing to overflow.
TEST_CASE("shares up to 2^53-1 agree with wide arithmetic") {
  std::uint64_t seed = 1;
  for (int i = 0; i < 20'000; ++i) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    const std::uint64_t ship = (seed >> 11) >> (i % 53);
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    const std::uint64_t skip = (seed >> 11) >> (i * 7 % 53);
    if (ship + skip == 0) continue;
    using wide = unsigned __int128;
    const wide n = wide{ship} + skip;
    int percent = static_cast<int>((200 * wide{ship} + n) / (2 * n));
    if (ship != 0 && skip != 0) percent = percent < 1 ? 1 : percent > 99 ? 99 : percent;
    int expected = 10 * percent;
    if (percent == 50 && ship != skip) {
      expected = static_cast<int>((2000 * wide{ship} + n) / (2 * n));
      if (expected == 500) expected = ship > skip ? 501 : 499;
    }
    REQUIRE(tenths(ship, skip) == expected);
  }
}

TEST_CASE("what a community count lets one say grows with it") {
  CHECK(read_community(0, 0).state == community_state::none);
  CHECK(read_community(1, 0).state == community_state::counts_only);
  CHECK(read_community(2, 2).state == community_state::counts_only);
  CHECK(read_community(3, 2).state == community_state::early);
  CHECK(read_community(0, 19).state == community_state::early);
  CHECK(read_community(10, 10).state == community_state::full);
  CHECK(read_community(18, 2).range.low == wilson(18, 20).low);
  CHECK(read_community(18, 2).range.high == wilson(18, 20).high);
}
