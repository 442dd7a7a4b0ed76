#include "faceoff/list.hpp"

#include <doctest/doctest.h>

#include <cstring>

#include "faceoff/model.hpp"

using faceoff::list;
using faceoff::string;

namespace {

list<string> letters() { return {"a", "b", "c"}; }

}  // namespace

TEST_CASE("a list keeps its elements while it grows") {
  list<string> numbers;
  for (int i = 0; i < 100; ++i) numbers.push_back(std::string_view("0123456789").substr(0, 1 + i % 10));
  REQUIRE(numbers.size() == 100);
  for (std::size_t i = 0; i < 100; ++i) CHECK(numbers[i].size() == 1 + i % 10);
}

TEST_CASE("an element of a list may be pushed onto that list") {
  list<string> texts = {"only"};
  for (int i = 0; i < 20; ++i) texts.push_back(texts[0]);
  for (const string& each : texts) CHECK(each == "only");
}

TEST_CASE("a number of a list may be pushed onto that list") {
  list<unsigned> numbers = {7};
  for (int i = 0; i < 20; ++i) numbers.push_back(numbers[0]);
  for (const unsigned each : numbers) CHECK(each == 7);
}

TEST_CASE("a copy is its own, a moved list leaves nothing") {
  list<string> from = letters();
  list<string> copy = from;
  copy[0] = "z";
  CHECK(from == letters());
  const list<string> moved = std::move(from);
  CHECK(moved == letters());
  CHECK(copy == list<string>{"z", "b", "c"});
}

TEST_CASE("elements are inserted and erased anywhere") {
  list<string> texts = letters();
  texts.insert(texts.begin(), "0");
  texts.insert(texts.begin() + 2, "ab");
  texts.insert(texts.end(), "d");
  CHECK(texts == list<string>{"0", "a", "ab", "b", "c", "d"});
  texts.erase(texts.begin());
  texts.erase(texts.begin() + 4);
  texts.erase(texts.begin() + 1);
  CHECK(texts == letters());
}

TEST_CASE("what resize adds is what the type's default is") {
  list<faceoff::contender> contenders;
  contenders.resize(2);
  const faceoff::contender& fresh = contenders[1];
  const faceoff::contender made;
  CHECK(fresh.name.empty());
  CHECK(fresh.jobs.empty());
  CHECK(fresh.price.kind == made.price.kind);
  CHECK(fresh.price.checked_on == made.price.checked_on);
  CHECK(fresh.status.value == made.status.value);
  CHECK(fresh.status.disputed == made.status.disputed);
  CHECK(fresh.relationship == made.relationship);
  list<faceoff::review> reviews;
  reviews.resize(1);
  CHECK(reviews[0].verdict == faceoff::review{}.verdict);
  CHECK(!reviews[0].score);
  contenders.resize(1);
  CHECK(contenders.size() == 1);
}
