// Our parser beside nlohmann's: same texts accepted, same trees, over a grammar of small texts and random
// mutations. Where we are stricter on purpose the test says so. (nlohmann also refuses numbers no double
// holds, which we keep as they are spelled; these texts hold none.)
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "faceoff/error_rules.hpp"
#include "faceoff/json.hpp"

namespace {

using faceoff::rule;
using faceoff::json::kind;
using faceoff::json::value;
using oracle = nlohmann::ordered_json;

bool same(const value& ours, const oracle& theirs) {
  switch (ours.type) {
    case kind::null:
      return theirs.is_null();
    case kind::boolean:
      return theirs.is_boolean() && theirs.get<bool>() == ours.boolean;
    case kind::integer:
      return theirs.is_number() && theirs.get<double>() == static_cast<double>(ours.integer);
    case kind::other_number:
      return theirs.is_number() && theirs == oracle::parse(ours.text);
    case kind::string:
      return theirs.is_string() && theirs.get_ref<const std::string&>() == ours.text;
    default:
      break;
  }
  if (theirs.is_object() != (ours.type == kind::object) || !theirs.is_structured()) return false;
  if (theirs.size() != ours.items.size()) return false;
  auto at = theirs.begin();
  for (const value& item : ours.items) {
    if (ours.type == kind::object && at.key() != item.key) return false;
    if (!same(item, *at)) return false;
    ++at;
  }
  return true;
}

bool stricter(const faceoff::finding& found) {
  return found.what == rule::json_duplicate_key || found.what == rule::json_nul ||
         found.what == rule::json_depth || found.what == rule::json_byte_order_mark;
}

void agree(const std::string& text) {
  INFO(text);
  const auto ours = faceoff::json::parse(text, {1 << 20, 16, 20'000});
  const oracle theirs = oracle::parse(text, nullptr, false);
  if (ours) {
    REQUIRE(!theirs.is_discarded());
    REQUIRE(same(*ours, theirs));
  } else if (!stricter(ours.error())) {
    REQUIRE(theirs.is_discarded());
  }
}

}  // namespace

TEST_CASE("our parser and nlohmann's read the same of mutated texts") {
  const std::string seeds[] = {
      R"({"a":[1,-2.5e+3,"x\u00e9\ud83d\ude00\n",true,false,null],"b":{"c":{}},"d":[]})",
      R"([0,-0,0.5,1e5,"",[[[[]]]],{"":""},"\\\"\/"])", "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\"", "  12  "};
  const std::string alphabet = "{}[]\",:\\u0123dD89eE+-. \n\ttrfalsn\x01\x7F\x80\xC3\xED\xF0";
  std::mt19937 random(20261125);
  const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (const std::string& seed : seeds) agree(seed);
  for (int round = 0; round < 60'000; ++round) {
    std::string text = seeds[below(std::size(seeds))];
    for (std::size_t edits = 1 + below(3); edits > 0 && !text.empty(); --edits) {
      const std::size_t at = below(text.size());
      switch (below(3)) {
        case 0:
          text.erase(at, 1 + below(4));
          break;
        case 1:
          text.insert(at, 1, alphabet[below(alphabet.size())]);
          break;
        default:
          text[at] = alphabet[below(alphabet.size())];
      }
    }
    agree(text);
  }
}

TEST_CASE("our parser and nlohmann's read the same of every short text over JSON's own characters") {
  const std::string alphabet = "[]{}\",:\\0-.e1 ";
  std::size_t total = 1;
  for (int length = 1; length <= 5; ++length) {
    total *= alphabet.size();
    std::string text(static_cast<std::size_t>(length), ' ');
    for (std::size_t number = 0; number < total; ++number) {
      std::size_t rest = number;
      for (char& c : text) {
        c = alphabet[rest % alphabet.size()];
        rest /= alphabet.size();
      }
      agree(text);
    }
  }
}
