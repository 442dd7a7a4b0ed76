#include <doctest/doctest.h>

#include "faceoff/verdict.hpp"

using namespace faceoff;

TEST_CASE("none is an index of its own, below 0 as well as above 63") {
  const index_or_none none, first = 0u, last = 63u;
  CHECK_FALSE(none);
  REQUIRE(first);
  CHECK(*first == 0);
  CHECK(*last == 63);
  CHECK(none == index_or_none());
  CHECK_FALSE(none == first);
  CHECK_FALSE(first == last);
  CHECK(last == contender_index{63});
}

TEST_CASE("two that are none are the same, though the other is std's") {
  const std::optional<std::uint8_t> nobody, somebody = std::uint8_t{3};
  CHECK(index_or_none() == nobody);
  CHECK(nobody == index_or_none());
  CHECK(index_or_none(3u) == somebody);
  CHECK_FALSE(index_or_none(3u) == nobody);
  CHECK_FALSE(index_or_none() == somebody);
  CHECK(index_or_none(somebody) == index_or_none(3u));
}

TEST_CASE("a set is gone through in rising order, up to its last bit") {
  reviewer_set who{63, 0, 5};
  who.add(5);
  CHECK(who.size() == 3);
  CHECK(who.has(63));
  CHECK_FALSE(who.has(62));
  list<reviewer_index> seen;
  for (const reviewer_index one : who) seen.push_back(one);
  CHECK(seen == list<reviewer_index>{0, 5, 63});
  CHECK(who == reviewer_set{0, 5, 63});
  CHECK_FALSE(who == reviewer_set{0, 5});
  CHECK(reviewer_set().empty());
  CHECK(reviewer_set().begin() == reviewer_set().end());
}
