// From a text to a comparison: what is recognised, and how findings are told.
#include <doctest/doctest.h>

#include <string>

#include "faceoff/error_rules.hpp"
#include "faceoff/feed.hpp"
#include "faceoff/limits.hpp"

namespace {

using faceoff::feed_options;
using faceoff::finding;
using faceoff::parsed_feed;
using faceoff::rule;
using faceoff::severity;

constexpr std::string_view two_names =
    R"({"id":"x","contenders":[{"id":"a","name":"A"},{"id":"b","name":"B"}]})";

parsed_feed read(std::string_view text, std::string_view item = {}) {
  return faceoff::parse_feed(text, {item, false});
}

// The only finding there is.
finding only(const parsed_feed& parsed) {
  REQUIRE_MESSAGE(parsed.findings.size() == 1, faceoff::findings_json(parsed.findings));
  return parsed.findings.front();
}

std::string item(std::string_view id, std::string_view comparison) {
  return std::string(R"({"id":")").append(id) + R"(","_faceoff":{"comparison":)" + std::string(comparison) +
         "}}";
}

std::string named(std::string_view id, std::string_view more = "") {
  return std::string(R"({"id":")").append(id) + "\"" + std::string(more) +
         R"(,"contenders":[{"id":"a","name":"A"},{"id":"b","name":"B"}]})";
}

std::string feed_of(std::string_view items) {
  return std::string(R"({"version":"https://jsonfeed.org/version/1.1","title":"t","items":[)").append(items) +
         "]}";
}

}  // namespace

TEST_CASE("two contender names are a complete, valid document") {
  const parsed_feed parsed = read(two_names);
  CHECK(parsed.findings.empty());
  REQUIRE(parsed.document);
  CHECK(parsed.document->id == "x");
  CHECK(parsed.document->contenders[1].name == "B");
  CHECK(parsed.document->reviewers.empty());
  CHECK(!parsed.document->poll.given);
  CHECK(!parsed.document->our_pick.given);
  CHECK(parsed.canonical == two_names);
}

TEST_CASE("the digest is of the canonical text, so that spaces and spellings do not matter") {
  const parsed_feed spaced = read(R"( { "id" : "\u0078",
    "contenders":[{"id":"a","name":"A"},{"id":"b","name":"B"}] } )");
  CHECK(spaced.canonical == two_names);
  CHECK(faceoff::document_digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a higher format version leaves everything else unread") {
  const parsed_feed parsed = read(R"({"faceoff":2,"contenders":17,"a.b":[]})");
  CHECK(parsed.newer_format);
  CHECK(!parsed.document);
  CHECK(only(parsed).what == rule::format_newer);
  CHECK(only(parsed).pointer == "/faceoff");
}

TEST_CASE("what is neither a comparison nor a feed is told so") {
  for (const char* text : {"{}", "[]", "1", "\"x\"", "null", R"({"title":"x"})", R"({"items":{}})"}) {
    INFO(text);
    CHECK(only(read(text)).what == rule::not_comparison);
  }
}

TEST_CASE("strict makes warnings errors") {
  const std::string text = named("x", R"(,"lable":"y")");
  CHECK(read(text).document);
  CHECK(only(read(text)).level == severity::warning);
  const parsed_feed strict = faceoff::parse_feed(text, {"", true});
  CHECK(!strict.document);
  CHECK(only(strict).level == severity::error);
}

TEST_CASE("a feed with one comparison needs no item") {
  const parsed_feed parsed = read(feed_of(R"({"id":"1","content_text":"news"},)" + item("2", two_names)));
  CHECK(parsed.findings.empty());
  REQUIRE(parsed.document);
  CHECK(parsed.document->id == "x");
  CHECK(parsed.canonical == two_names);
}

TEST_CASE("an item is found by its own id, the comparison's id or an alias, in this order") {
  const std::string text =
      feed_of(item("one", named("first", R"(,"aliases":["two","old"])")) + "," +
              item("two", named("second", R"(,"aliases":["first"])")) + "," + item("three", named("one")));
  CHECK(read(text, "one").document->id == "first");
  CHECK(read(text, "two").document->id == "second");
  CHECK(read(text, "second").document->id == "second");
  CHECK(read(text, "first").document->id == "first");
  CHECK(read(text, "old").document->id == "first");
}

TEST_CASE("a feed without the item names the nearest id") {
  const std::string text = feed_of(item("cameras", named("cams")) + "," + item("phones", named("fones")));
  const parsed_feed parsed = read(text, "phone");
  CHECK(!parsed.document);
  CHECK(only(parsed).what == rule::item_missing);
  CHECK(only(parsed).pointer == "/items");
  CHECK(faceoff::sentence(only(parsed)) == "The feed has no item \"phone\".");
  CHECK(faceoff::advice(only(parsed)) == "Did you mean phones?");
  CHECK(only(read(text, "zzz")).what == rule::item_missing);
  CHECK(only(read(text)).what == rule::item_needed);
  CHECK(only(read(feed_of(""))).what == rule::item_empty);
  CHECK(only(read(feed_of(R"({"id":"a"})"), "a")).what == rule::item_empty);
}

TEST_CASE("findings in a feed's comparison point into the feed") {
  const std::string text = feed_of(R"({"id":"0"},{"id":"1"},)" + item("x", R"({"id":"X","contenders":[]})"));
  const parsed_feed parsed = read(text);
  REQUIRE(parsed.findings.size() == 2);
  CHECK(parsed.findings[0].pointer == "/items/2/_faceoff/comparison/id");
  CHECK(parsed.findings[1].pointer == "/items/2/_faceoff/comparison/contenders");
  CHECK(text.substr(parsed.findings[0].column - 1, 3) == "\"X\"");
}

TEST_CASE("an item may point to its document") {
  const auto with = [](std::string_view attachment) {
    return feed_of(R"({"id":"i","attachments":[{"url":"a.mp3","mime_type":"audio/mpeg"},)" +
                   std::string(attachment) + "]}");
  };
  CHECK(read(with(R"({"url":"x.json","mime_type":"application/vnd.faceoff+json"})")).attachment == "x.json");
  CHECK(read(with(R"({"url":"https://a.example/x.faceoff.json?v=1#z","mime_type":"application/json"})"), "i")
            .attachment == "https://a.example/x.faceoff.json?v=1#z");
  CHECK(only(read(with(R"({"url":"//evil/x.faceoff.json"})"))).what == rule::url_refused);
  CHECK(only(read(with(R"({"url":"x.json"})"))).what == rule::item_empty);
}

TEST_CASE("of a feed only the limits of one item count, and 500 items are the most") {
  std::string items;
  for (int i = 0; i < 500; ++i) items += R"({"id":"n)" + std::to_string(i) + R"(","tags":["a","b","c"]},)";
  const std::string last = item("last", two_names);
  CHECK(read(feed_of(items.substr(0, items.rfind("{\"id\"")) + last)).document);
  CHECK(only(read(feed_of(items + last), "last")).what == rule::list_too_long);
  const std::string big =
      named("x", ",\"_pad\":{\"p\":\"" + std::string(faceoff::limits::document_bytes, 'x') + "\"}");
  CHECK(only(read(big)).what == rule::json_too_large);
  CHECK(only(read(feed_of(item("i", big)))).what == rule::json_too_large);
}

TEST_CASE("at most 100 findings are told, errors before warnings, in the text's order") {
  std::string keys;
  for (int i = 0; i < 300; ++i) keys += ",\"k" + std::to_string(i) + "\":0";
  const parsed_feed parsed = read(named("X", keys + ",\"a.b\":0"));
  CHECK(!parsed.document);
  REQUIRE(parsed.findings.size() == 100);
  CHECK(parsed.findings.front().what == rule::id_format);
  CHECK(parsed.findings.back().what == rule::key_shape);
  for (std::size_t i = 1; i < 100; ++i) CHECK(parsed.findings[i - 1].column < parsed.findings[i].column);
}
