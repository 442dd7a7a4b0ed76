#include <doctest/doctest.h>

#include <charconv>
#include <string>

#include "cldr_plurals.hpp"
#include "faceoff/message.hpp"

using faceoff::plural_rule_holds;

namespace {

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// "0 2~4 100" is 0, 2, 3, 4, 100.
faceoff::list<std::uint64_t> samples_of(std::string_view text) {
  faceoff::list<std::uint64_t> all;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const std::size_t range = word.find('~');
    const std::uint64_t low = number_of(word.substr(0, range));
    const std::uint64_t high = range == word.npos ? low : number_of(word.substr(range + 1));
    for (std::uint64_t n = low; n <= high; n++) all.push_back(n);
  }
  return all;
}

}  // namespace

TEST_CASE("every whole number CLDR gives as a sample falls into its category and no other") {
  int numbers = 0;
  for (const cldr_plural& wanted : cldr_plurals) {
    for (const std::uint64_t n : samples_of(wanted.samples)) {
      for (const cldr_plural& rule : cldr_plurals) {
        if (rule.language != wanted.language || rule.category == "other") continue;
        INFO(rule.language, " ", rule.category, " of ", n);
        CHECK(plural_rule_holds(rule.rule, n) == (rule.category == wanted.category));
      }
      numbers++;
    }
  }
  CHECK(numbers > 1'000);
}

TEST_CASE("a rule joins with `and` before `or`, takes remainders, ranges and lists, and may be negated") {
  // Polish "few" as CLDR 48 states it.
  const char* few = "v = 0 and i % 10 = 2..4 and i % 100 != 12..14";
  CHECK(plural_rule_holds(few, 22));
  CHECK_FALSE(plural_rule_holds(few, 12));
  CHECK(plural_rule_holds("n = 1 or n = 5 and n = 6", 1));
  CHECK_FALSE(plural_rule_holds("n = 1 or n = 5 and n = 6", 5));
  CHECK(plural_rule_holds("n != 1,3..5", 2));
  CHECK_FALSE(plural_rule_holds("n != 1,3..5", 4));
}

TEST_CASE("samples after @ are ignored") { CHECK(plural_rule_holds("n = 1 @integer 1 @decimal 1.0", 1)); }

TEST_CASE("a malformed rule never holds") {
  for (const char* rule : {"", " ", "n", "n =", "n = x", "x = 1", "n = 1 and", "n = 1 or", "n = 1 n = 1",
                           "n % 0 = 0", "n = 1,", "n = 1..", "= 1", "n == 1", "n = 1;"}) {
    INFO(rule);
    CHECK_FALSE(plural_rule_holds(rule, 1));
    CHECK_FALSE(plural_rule_holds(rule, 0));
  }
}

TEST_CASE("a rule takes the largest count") { CHECK(plural_rule_holds("i % 10 = 1", 9'007'199'254'740'991)); }
