#include "../../core/src/verdict/decimal.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using faceoff::verdict_detail::compare_decimals;

namespace {

int sign(int value) { return (value > 0) - (value < 0); }

}  // namespace

TEST_CASE("amounts are compared as numbers, not as text") {
  CHECK(compare_decimals("9", "10") < 0);
  CHECK(compare_decimals("10", "9.99") > 0);
  CHECK(compare_decimals("2.5", "2.49") > 0);
  CHECK(compare_decimals("0.9", "0.10") > 0);
}

TEST_CASE("zeros that say nothing count for nothing") {
  CHECK(compare_decimals("7", "7.00") == 0);
  CHECK(compare_decimals("007", "7") == 0);
  CHECK(compare_decimals("0", "0.000") == 0);
  CHECK(compare_decimals(".5", "0.50") == 0);
  CHECK(compare_decimals("5.", "5") == 0);
}

TEST_CASE("digits beyond any floating point number still decide") {
  CHECK(compare_decimals("9007199254740993", "9007199254740992") > 0);
  CHECK(compare_decimals("0.10000000000000000001", "0.1") > 0);
  CHECK(compare_decimals("123456789012345678901234567890", "123456789012345678901234567891") < 0);
}

TEST_CASE("the order is that of whole thousandths") {
  const auto spelled = [](unsigned thousandths) {
    std::string rest = std::to_string(thousandths % 1000);
    rest.insert(0, 3 - rest.size(), '0');
    return std::to_string(thousandths / 1000) + "." + rest;
  };
  for (unsigned a = 0; a < 12'000; a += 37)
    for (unsigned b = 0; b < 12'000; b += 101)
      REQUIRE(sign(compare_decimals(spelled(a), spelled(b))) == (a > b) - (a < b));
}
