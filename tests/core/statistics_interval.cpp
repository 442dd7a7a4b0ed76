#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "faceoff/limits.hpp"
#include "faceoff/statistics.hpp"

using namespace faceoff;

namespace {

bool near(const interval& found, double low, double high, double tolerance) {
  return std::abs(found.low - low) <= tolerance && std::abs(found.high - high) <= tolerance;
}

constexpr double four_digits = 0.00005 + 1e-12;

}  // namespace

TEST_CASE("Wilson's interval agrees with Newcombe 1998, Statistics in Medicine 17:857, Table I") {
  CHECK(near(wilson(81, 263), 0.2553, 0.3662, four_digits));
  CHECK(near(wilson(15, 148), 0.0624, 0.1605, four_digits));
  CHECK(near(wilson(0, 20), 0, 0.1611, four_digits));
  CHECK(near(wilson(1, 29), 0.0061, 0.1718, four_digits));
}

// R package binom, binom.confint(method = "wilson"), as reprinted in the tests of statsmodels 0.13.5.
TEST_CASE("Wilson's interval agrees with R") {
  CHECK(near(wilson(18, 20), 0.698966354772, 0.972133518786, 1e-9));
  CHECK(near(wilson(4, 20), 0.0806576625798, 0.416017432252, 1e-9));
  CHECK(near(wilson(4, 200), 0.00780442641635, 0.0502870869058, 1e-9));
  CHECK(near(wilson(190, 200), 0.910421851861, 0.972617354399, 1e-9));
  CHECK(near(wilson(1, 30), 0.00590859, 0.16670391, 1e-7));
  CHECK(near(wilson(29, 30), 0.8332961, 0.9940914, 1e-7));
  CHECK(near(wilson(0, 30), 0, 0.11351339, 1e-7));
  CHECK(near(wilson(30, 30), 0.8864866, 1, 1e-7));
}

TEST_CASE("Wilson's interval is exact at its ends, whatever the rounding") {
  for (std::uint64_t n = 1; n <= 5000; ++n) {
    REQUIRE(wilson(0, n).low == 0);
    REQUIRE(wilson(n, n).high == 1);
  }
}

TEST_CASE("Wilson's interval is exact at its ends and stays within 0 and 1") {
  for (const std::uint64_t n :
       {std::uint64_t{1}, std::uint64_t{20}, std::uint64_t{1000}, limits::exact_integer}) {
    CHECK(wilson(0, n).low == 0);
    CHECK(wilson(n, n).high == 1);
    for (const std::uint64_t ship : {std::uint64_t{0}, n / 3, n / 2, n}) {
      const interval range = wilson(ship, n);
      CHECK(range.low >= 0);
      CHECK(range.high <= 1);
      CHECK(range.low < range.high);
    }
  }
}

// The two data sets of Fagerland, Lydersen and Laake, Statistical Analysis of Contingency Tables (2017),
// chapter 8, whose Newcombe interval is method 10. The second is checked against the published expectation of
// the R package contingencytables (tests of chapter 8); the first and the degenerate tables are recomputed by
// tests/vectors/paired_difference.mjs.
TEST_CASE("the paired difference agrees with published examples") {
  CHECK(near(paired_difference(59, 6, 16, 80), -0.1186, -0.0046, four_digits));
  CHECK(near(paired_difference(1, 1, 7, 12), -0.5069, -0.0256, four_digits));
}

TEST_CASE("the paired difference is defined where a cell or a margin is empty") {
  CHECK(near(paired_difference(36, 12, 2, 0), 0.0569, 0.3404, four_digits));
  CHECK(near(paired_difference(20, 12, 2, 16), 0.0562, 0.3292, four_digits));
  CHECK(near(paired_difference(36, 14, 0, 0), 0.1528, 0.4167, four_digits));
  CHECK(near(paired_difference(54, 0, 0, 0), -0.0664, 0.0664, four_digits));
  CHECK(near(paired_difference(53, 0, 1, 0), -0.0977, 0.0496, four_digits));
  CHECK(near(paired_difference(0, 30, 20, 0), -0.0764, 0.4478, four_digits));
}

TEST_CASE("swapping the two sides mirrors the paired difference") {
  for (std::uint64_t both : {0u, 3u, 40u}) {
    for (std::uint64_t only_a : {0u, 1u, 25u}) {
      for (std::uint64_t only_b : {0u, 7u}) {
        for (std::uint64_t neither : {0u, 2u, 90u}) {
          if (both + only_a + only_b + neither == 0) continue;
          const interval one = paired_difference(both, only_a, only_b, neither);
          const interval other = paired_difference(both, only_b, only_a, neither);
          CHECK(near(one, -other.high, -other.low, 1e-15));
          CHECK(one.low >= -1);
          CHECK(one.high <= 1);
        }
      }
    }
  }
}
