#include "faceoff/version.hpp"

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("the version is three numbers") {
  const auto version = faceoff::version();
  CHECK(std::count(version.begin(), version.end(), '.') == 2);
  CHECK(version.find_first_not_of("0123456789.") == version.npos);
}
