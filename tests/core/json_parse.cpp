#include "faceoff/json.hpp"

#include <doctest/doctest.h>

#include <string>

#include "faceoff/error_rules.hpp"

namespace {

using faceoff::finding;
using faceoff::rule;
using faceoff::json::kind;
using faceoff::json::value;

constexpr faceoff::json::bounds wide{1 << 20, 16, 20'000};

value parsed(std::string_view text) {
  const auto read = faceoff::json::parse(text, wide);
  REQUIRE_MESSAGE(read, text << ": " << faceoff::sentence(read.error()));
  return *read;
}

finding refused(std::string_view text) {
  const auto read = faceoff::json::parse(text, wide);
  REQUIRE_MESSAGE(!read, text);
  return read.error();
}

struct fault {
  std::string_view text;
  rule what;
  std::uint32_t line, column;
  std::string_view pointer;
};

}  // namespace

TEST_CASE("a JSON tree keeps the text's order, kinds and places") {
  const value tree = parsed("{\"b\": [1, -2, null],\n \"a\": {\"c\": true, \"d\": \"x\"}}");
  REQUIRE(tree.items.size() == 2);
  CHECK(tree.items[0].key == "b");
  CHECK(tree.items[0].key_offset == 1);
  CHECK(tree.items[0].offset == 6);
  CHECK(tree.items[0].items[0].type == kind::integer);
  CHECK(tree.items[0].items[1].type == kind::other_number);
  CHECK(tree.items[0].items[1].text == "-2");
  CHECK(tree.items[0].items[2].type == kind::null);
  CHECK(tree.items[1].key == "a");
  CHECK(tree.items[1].items[0].boolean);
  CHECK(tree.find("a")->find("d")->text == "x");
  CHECK(tree.find("c") == nullptr);
}

TEST_CASE("a number counts as an integer when its spelling is exactly one in 0..2^53-1") {
  const std::pair<std::string_view, std::uint64_t> integers[] = {{"0", 0},
                                                                 {"-0", 0},
                                                                 {"0.000", 0},
                                                                 {"0e999999999999", 0},
                                                                 {"1.0", 1},
                                                                 {"1e2", 100},
                                                                 {"1E+2", 100},
                                                                 {"12.50e1", 125},
                                                                 {"2500e-2", 25},
                                                                 {"100e-2", 1},
                                                                 {"1.20e+003", 1200},
                                                                 {"9007199254740991", 9007199254740991},
                                                                 {"900719925474099.1e1", 9007199254740991},
                                                                 {"90071992547409910e-1", 9007199254740991}};
  for (const auto& one : integers) {
    const auto& spelling = one.first;
    const auto& wanted = one.second;
    INFO(spelling);
    CHECK(parsed(spelling).type == kind::integer);
    CHECK(parsed(spelling).integer == wanted);
  }
  for (const std::string_view other :
       {"-1", "2.5", "9007199254740992", "18446744073709551615", "18446744073709551616", "1e16",
        "1e999999999999", "1e-1", "0.1", "900719925474099.9e1", "9007199254740991.4",
        "1.00000000000000000000001"}) {
    INFO(other);
    CHECK(parsed(other).type == kind::other_number);
    CHECK(parsed(other).text == other);
  }
}

TEST_CASE("escapes and UTF-8 of every length come through") {
  CHECK(parsed(R"("\"\\\/\b\f\n\r\t")").text == "\"\\/\b\f\n\r\t");
  CHECK(parsed(R"("\u0041\u00e9\u20AC\ud83d\ude00\uFFFF")").text ==
        "A\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xEF\xBF\xBF");
  CHECK(parsed("\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF\"").text ==
        "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF");
}

TEST_CASE("every syntax error names its place") {
  const fault faults[] = {
      {"", rule::json_empty, 1, 1, ""},
      {" \n\t", rule::json_empty, 2, 2, ""},
      {"\n<!DOCTYPE html><p>", rule::json_html, 2, 1, ""},
      {"\xEF\xBB\xBF{}", rule::json_byte_order_mark, 1, 1, ""},
      {std::string_view("{\"a\":1}\0x", 9), rule::json_nul, 1, 8, ""},
      {std::string_view("\"\0\"", 3), rule::json_nul, 1, 2, ""},
      {R"({"a":"x\u0000"})", rule::json_nul, 1, 8, "/a"},
      {"{", rule::json_ends_early, 1, 2, ""},
      {"[1,", rule::json_ends_early, 1, 4, "/1"},
      {"{\"a\"", rule::json_ends_early, 1, 5, ""},
      {"\"abc", rule::json_ends_early, 1, 5, ""},
      {"\"abc\\", rule::json_ends_early, 1, 6, ""},
      {"{} x", rule::json_trailing, 1, 4, ""},
      {"1 2", rule::json_trailing, 1, 3, ""},
      {"[1,]", rule::json_unexpected, 1, 4, "/1"},
      {"{\"a\":1,}", rule::json_unexpected, 1, 8, ""},
      {"{\"a\" 1}", rule::json_unexpected, 1, 6, ""},
      {"{a:1}", rule::json_unexpected, 1, 2, ""},
      {"[1 2]", rule::json_unexpected, 1, 4, ""},
      {"[True]", rule::json_unexpected, 1, 2, "/0"},
      {"[NaN]", rule::json_unexpected, 1, 2, "/0"},
      {"[.5]", rule::json_unexpected, 1, 2, "/0"},
      {"[+1]", rule::json_unexpected, 1, 2, "/0"},
      {"['a']", rule::json_unexpected, 1, 2, "/0"},
      {"// note\n{}", rule::json_unexpected, 1, 1, ""},
      {"[01]", rule::json_number, 1, 2, "/0"},
      {"[-]", rule::json_number, 1, 2, "/0"},
      {"[1.]", rule::json_number, 1, 2, "/0"},
      {"[1e]", rule::json_number, 1, 2, "/0"},
      {"[1e+]", rule::json_number, 1, 2, "/0"},
      {"[\"a\nb\"]", rule::json_control, 1, 4, "/0"},
      {R"(["\x41"])", rule::json_escape, 1, 3, "/0"},
      {R"(["\u12g4"])", rule::json_escape, 1, 3, "/0"},
      {R"(["\u12")", rule::json_escape, 1, 3, "/0"},
      {R"(["\ud800"])", rule::json_surrogate, 1, 3, "/0"},
      {R"(["\udc00\ud800"])", rule::json_surrogate, 1, 3, "/0"},
      {R"(["\ud800\u0041"])", rule::json_surrogate, 1, 3, "/0"},
      {"[\"\x80\"]", rule::json_utf8, 1, 3, "/0"},
      {"[\"\xC0\xAF\"]", rule::json_utf8, 1, 3, "/0"},
      {"[\"\xED\xA0\x80\"]", rule::json_utf8, 1, 3, "/0"},
      {"[\"\xF4\x90\x80\x80\"]", rule::json_utf8, 1, 3, "/0"},
      {"[\"\xE2\x82\"]", rule::json_utf8, 1, 3, "/0"},
      {"{\"a/b\":{\"c~d\":[0,tru]}}", rule::json_unexpected, 1, 18, "/a~1b/c~0d/1"},
      {"{\"a\":1,\n  \"a\":2}", rule::json_duplicate_key, 2, 3, "/a"},
      {"{\"x\":{\"a\":1,\"b\":2,\"\\u0061\":3}}", rule::json_duplicate_key, 1, 19, "/x/a"},
      {"[\"\xC3\xA9\xC3\xA9\", x]", rule::json_unexpected, 1, 8, "/1"},
  };
  for (const fault& wanted : faults) {
    INFO(wanted.text);
    const finding found = refused(wanted.text);
    CHECK(faceoff::rule_id(found.what) == faceoff::rule_id(wanted.what));
    CHECK(found.line == wanted.line);
    CHECK(found.column == wanted.column);
    CHECK(found.pointer == wanted.pointer);
  }
}

TEST_CASE("a syntax error's sentence says what was found and what is due") {
  CHECK(faceoff::sentence(refused("[1 2]")) == "Found 2 where a comma or ] is due.");
  CHECK(faceoff::sentence(refused("{\"a\":undefined}")) == "Found undefined where a value is due.");
  CHECK(faceoff::sentence(refused("{\"a\":1")) == "The text ends where a comma or } is due.");
  CHECK(faceoff::sentence(refused("{\"a\":1,\"a\":1}")) == "The key \"a\" stands twice in one object.");
  CHECK(faceoff::sentence(refused("[\"a\tb\"]")) == "A raw U+0009 stands inside a string.");
}

TEST_CASE("nesting beyond the bound is refused at once, however deep the text goes") {
  CHECK(parsed(std::string(16, '[') + std::string(16, ']')).items.size() == 1);
  for (const std::size_t depth : {std::size_t{17}, std::size_t{200'000}}) {
    const finding found = refused(std::string(depth, '['));
    CHECK(found.what == rule::json_depth);
    CHECK(found.column == 17);
  }
}

TEST_CASE("bytes and values are counted against their bounds") {
  using faceoff::json::parse;
  CHECK(parse("[1,2]", {5, 16, 3}));
  CHECK(parse("[1,2]", {4, 16, 3}).error().what == rule::json_too_large);
  CHECK(parse("[1,2]", {5, 16, 2}).error().what == rule::json_values);
  CHECK(parse("[1,2]", {5, 16, 2}).error().pointer == "/1");
}

TEST_CASE("many distinct keys are told apart without comparing every pair") {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) text += "\"k" + std::to_string(i) + "\":1,";
  text += "\"k500\":1}";
  const auto read = faceoff::json::parse(text, {2 << 20, 16, 200'000});
  REQUIRE(!read);
  CHECK(read.error().what == rule::json_duplicate_key);
  CHECK(read.error().pointer == "/k500");
}

TEST_CASE("a list filter keeps what it wants and counts values per element") {
  const auto keep = [](void* wanted, const value& element) {
    return element.integer == *static_cast<std::uint64_t*>(wanted) || element.type == kind::array;
  };
  std::uint64_t wanted = 3;
  const faceoff::json::list_filter filter{"items", keep, &wanted};
  const auto read =
      faceoff::json::parse("{\"items\":[1,2,3,[4,[5]],6],\"other\":[1,2]}", {100, 16, 5}, filter);
  REQUIRE(read);
  const value& items = read->items[0];
  REQUIRE(items.items.size() == 2);
  CHECK(items.items[0].integer == 3);
  CHECK(items.items[1].items.size() == 2);
  CHECK(read->items[1].items.size() == 2);
}

TEST_CASE("a failure behind dropped elements is pointed at by its index in the text") {
  const faceoff::json::list_filter none{"items", [](void*, const value&) { return false; }, nullptr};
  const auto read = faceoff::json::parse("{\"items\":[1,2,{\"a\":x}]}", wide, none);
  REQUIRE(!read);
  CHECK(read.error().pointer == "/items/2/a");
}
