// Bad input that publishers and attackers are known to send: nothing crashes, and each message names the
// place and the remedy, word for word.
#include <doctest/doctest.h>

#include <string>

#include "faceoff/error_rules.hpp"
#include "faceoff/feed.hpp"

namespace {

// Every finding as "line:column pointer sentence advice", one a line.
std::string told(std::string_view text, std::string_view item = {}) {
  std::string lines;
  const faceoff::parsed_feed parsed = faceoff::parse_feed(text, {item, false});
  for (const faceoff::finding& found : parsed.findings) {
    if (!lines.empty()) lines += '\n';
    lines += std::to_string(found.line) + ":" + std::to_string(found.column) + " " + found.pointer + " " +
             faceoff::sentence(found) + " " + faceoff::advice(found);
    if (found.level == faceoff::severity::error) CHECK(!parsed.document);
  }
  return lines;
}

std::string with(std::string_view more) {
  return std::string(R"({"id":"x","contenders":[{"id":"a","name":"A"},{"id":"b","name":"B"}],)")
             .append(more) +
         "}";
}

constexpr std::string_view markup = "</script><img onerror=alert(1)>";

}  // namespace

TEST_CASE("bad input: an empty file") {
  CHECK(told("") == "1:1  The text is empty. Put a comparison document here.");
}

TEST_CASE("bad input: a NUL byte") {
  CHECK(told(std::string_view("{\"id\":\"a\0\"}", 11)) ==
        "1:9  The text holds a NUL byte. Save it as plain UTF-8 text.");
}

TEST_CASE("bad input: nested 200,000 deep") {
  CHECK(told(std::string(200'000, '[')).ends_with(" The values are nested too deeply. Keep to 16 levels."));
  std::string objects;
  for (int i = 0; i < 200'000; ++i) objects += "{\"a\":";
  CHECK(told(objects).ends_with(" The values are nested too deeply. Keep to 16 levels."));
}

TEST_CASE("bad input: 1 MiB of distinct keys") {
  std::string text = "{";
  for (int i = 0; text.size() < (1 << 20); ++i) text += "\"" + std::to_string(i) + "\":0,";
  text.back() = '}';
  CHECK(told(text) == "1:188890 /19999 There are too many values. Keep to 20000.");
}

TEST_CASE("bad input: duplicate keys") {
  CHECK(told("{\"id\":\"x\",\n \"id\":\"y\"}") ==
        "2:2 /id The key \"id\" stands twice in one object. Keep one of the two.");
}

TEST_CASE("bad input: counts of 2^64-1 and 2.5") {
  const std::string text = with(
      R"("reviewers":[{"id":"r","name":"R","record":{"reviewed":18446744073709551615,"positive":2.5}}])");
  CHECK(
      told(text) ==
      "1:125 /reviewers/0/record/reviewed 18446744073709551615 is out of range. Use a whole number from 0 to "
      "9007199254740991.\n1:157 /reviewers/0/record/positive 2.5 is out of range. Use a whole number from 0 "
      "to "
      "9007199254740991.");
}

TEST_CASE("bad input: a lone surrogate") {
  CHECK(told(R"({"id":"\ud800"})") ==
        "1:8 /id \\ud800 is half a surrogate pair. Write the character itself, or both halves.");
}

TEST_CASE("bad input: a byte order mark") {
  CHECK(told("\xEF\xBB\xBF{}") ==
        "1:1  The text starts with a byte order mark. Save it as UTF-8 without one.");
}

TEST_CASE("bad input: nine contenders") {
  std::string nine;
  for (char c = 'a'; c <= 'i'; ++c) nine += std::string(R"({"id":")") + c + R"(","name":"N"},)";
  nine.pop_back();
  CHECK(told("{\"id\":\"x\",\"contenders\":[" + nine + "]}") ==
        "1:24 /contenders The list has 9 entries. Keep it to 8.");
}

TEST_CASE("bad input: a review of an unknown contender, and two reviews by one reviewer of one contender") {
  const std::string text = with(
      "\n\"reviewers\":[{\"id\":\"r\",\"name\":\"R\"}],\n\"reviews\":["
      "{\"reviewer\":\"r\",\"contender\":\"inka\",\"verdict\":\"ship\"},"
      "\n{\"reviewer\":\"r\",\"contender\":\"a\",\"verdict\":\"ship\"},"
      "\n{\"reviewer\":\"r\",\"contender\":\"a\",\"verdict\":\"skip\"}]");
  CHECK(told(text) ==
        "3:40 /reviews/0/contender No entry has the id \"inka\". Known: a b\n"
        "5:1 /reviews/2 \"r\" reviews this contender twice. Keep one; the other is /reviews/1.");
}

TEST_CASE("bad input: javascript: and //evil addresses") {
  CHECK(told(with(R"x("url":"javascript:alert(1)","discuss_url":"//evil.example")x")) ==
        "1:76 /url \"javascript:alert(1)\" is no address a page may point to. Use https://, or a path "
        "relative to "
        "the document.\n1:112 /discuss_url \"//evil.example\" is no address a page may point to. Use "
        "https://, or "
        "a path relative to the document.");
}

TEST_CASE("bad input: markup in every text field is text, and is refused where no text belongs") {
  std::string text = with(R"("title":"@","question":"@","summary":"@","label":"@","url":"@","language":"@",
    "reviewers":[{"id":"r","name":"@","viewpoint":"@"}],"our_pick":{"contender":"a","reason":"@","by":"@"},
    "reviews":[{"reviewer":"r","contender":"a","verdict":"@","quote":"@","reason":"@"}])");
  for (std::size_t at; (at = text.find('@')) != text.npos;) text.replace(at, 1, markup);
  const faceoff::parsed_feed parsed = faceoff::parse_feed(text, {});
  REQUIRE(parsed.findings.size() == 3);
  CHECK(parsed.findings[0].what == faceoff::rule::url_refused);
  CHECK(parsed.findings[1].what == faceoff::rule::language_format);
  CHECK(parsed.findings[2].what == faceoff::rule::code_unknown);
}

TEST_CASE("bad input: HTML instead of JSON") {
  CHECK(told("<!doctype html><title>404</title>") ==
        "1:1  This is an HTML page, not JSON. Is the address right? It must lead to the JSON file itself.");
}

TEST_CASE("bad input: a feed without the item") {
  CHECK(told(R"({"items":[{"id":"cameras"},{"id":"phones"}]})", "camera") ==
        "1:10 /items The feed has no item \"camera\". Did you mean cameras?");
}

TEST_CASE(
    "bad input: keys and ids that would command a terminal are shown without their control characters") {
  const std::string out = told(with(R"("\u001b[2J":0,"a\u009bb.c":0)"));
  CHECK(out.find('\x1b') == out.npos);
  CHECK(out.find("\xC2\x9B") == out.npos);
}
