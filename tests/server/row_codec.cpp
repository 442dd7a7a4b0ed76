#include "row_codec.hpp"

#include <doctest/doctest.h>

#include <random>

#include "scratch.hpp"

namespace faceoff::server {
namespace {

voter_row some_row(std::mt19937& random) {
  poll polls[] = {poll_with("a", {"ink", "chalk", "wax"}).asked,
                  poll_with("a", {"ink", "wax", "coal"}).asked};
  voter_row row;
  for (int ballots = 1 + static_cast<int>(random() % 4); ballots > 0; --ballots) {
    const poll& asked = polls[random() % 2];
    ballot cast = ballot_of(asked, 1 + random() % 300, {});
    for (const faceoff::string& contender : asked.contenders) {
      auto call = static_cast<call_code>(random() % 3);
      if (call != call_code::none) cast.calls.push_back({contender, call});
    }
    if (random() % 8 == 0) cast.calls.clear(), cast.pick = asked.contenders[0];
    fold(row, cast);
  }
  return row;
}

}  // namespace

TEST_CASE("a voter's row comes back from its record as it was") {
  std::mt19937 random(1);
  for (int i = 0; i < 500; ++i) {
    voter_row row = some_row(random);
    auto back = decode_row(encode_row(row));
    REQUIRE(back.has_value());
    REQUIRE(*back == row);
  }
}

TEST_CASE("a record that is cut short or longer than it says is refused") {
  std::mt19937 random(2);
  for (int i = 0; i < 50; ++i) {
    std::string record = encode_row(some_row(random));
    for (std::size_t size = 0; size < record.size(); ++size) {
      REQUIRE_FALSE(decode_row(std::string_view(record).substr(0, size)).has_value());
    }
    REQUIRE_FALSE(decode_row(record + '\0').has_value());
  }
}

TEST_CASE("no damaged byte makes a record crash the reader") {
  std::mt19937 random(3);
  int refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string record = encode_row(some_row(random));
    record[random() % record.size()] = static_cast<char>(random());
    refused += decode_row(record).has_value() ? 0 : 1;
  }
  CHECK(refused > 1000);
}

TEST_CASE("a record of another format version is refused") {
  std::mt19937 random(4);
  std::string record = encode_row(some_row(random));
  record[0] = 2;
  CHECK_FALSE(decode_row(record).has_value());
}

TEST_CASE("a first vote on two contenders takes under 80 bytes") {
  voter_row row;
  fold(row, ballot_of(poll_with("a", {"ink", "chalk"}).asked, 1,
                      {{"chalk", call_code::ship}, {"ink", call_code::skip}}));
  CHECK(row.firsts.size() == 1);
  CHECK(encode_row(row).size() < 80);
}

}  // namespace faceoff::server
