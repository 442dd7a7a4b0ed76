#include "voter_index.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "scratch.hpp"

namespace faceoff::server {
namespace {

std::set<std::int64_t> found(const voter_index& index, std::uint64_t tag) {
  std::set<std::int64_t> rows;
  index.each(tag, [&](std::int64_t row) {
    rows.insert(row);
    return false;
  });
  return rows;
}

}  // namespace

TEST_CASE("the voter index finds what a map finds, through its growth") {
  voter_index index(7);
  std::map<std::uint64_t, std::set<std::int64_t>> oracle;
  for (int i = 1; i <= 5000; ++i) {
    index.reserve(1);
    // Every seventh voter has a tag that another one has too.
    std::uint64_t tag = index.tag_of(i % 3, voter_number(i % 7 == 0 ? i - 1 : i));
    index.put(tag, i);
    oracle[tag].insert(i);
  }
  CHECK(index.size() == 5000);
  for (const auto& [tag, rows] : oracle) REQUIRE(found(index, tag) == rows);
  CHECK(found(index, index.tag_of(1, voter_number(-1))).empty());
}

TEST_CASE("puts taken back in reverse leave the voter index as it was") {
  voter_index index(8);
  index.reserve(600);
  std::vector<std::uint64_t> tags;
  for (int i = 1; i <= 600; ++i) tags.push_back(index.tag_of(1, voter_number(i)));
  for (int i = 1; i <= 300; ++i) index.put(tags[static_cast<std::size_t>(i) - 1], i);
  for (int i = 301; i <= 600; ++i) index.put(tags[static_cast<std::size_t>(i) - 1], i);
  for (int i = 600; i > 300; --i) index.take_back(tags[static_cast<std::size_t>(i) - 1], i);
  CHECK(index.size() == 300);
  for (int i = 1; i <= 600; ++i) {
    auto rows = found(index, tags[static_cast<std::size_t>(i) - 1]);
    REQUIRE(rows == (i <= 300 ? std::set<std::int64_t>{i} : std::set<std::int64_t>{}));
  }
}

TEST_CASE("the same voter has another tag in another poll and in another process") {
  voter_index one(1), other(2);
  CHECK(one.tag_of(1, voter_number(1)) != one.tag_of(2, voter_number(1)));
  CHECK(one.tag_of(1, voter_number(1)) != other.tag_of(1, voter_number(1)));
}

}  // namespace faceoff::server
