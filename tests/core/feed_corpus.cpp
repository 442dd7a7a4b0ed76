// Every document of tests/corpus through the core: exactly the findings that expected.json lists.
// (tests/corpus/schema.mjs holds the JSON Schema to the same list.)
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "faceoff/error_rules.hpp"
#include "faceoff/feed.hpp"

namespace {

std::string file(const std::string& path) {
  std::ifstream in(std::string(FACEOFF_TESTS_DIR "/corpus/") + path, std::ios::binary);
  REQUIRE_MESSAGE(in, path);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// A document too long for a file: one piece, many times.
std::string made(const nlohmann::json& of) {
  std::string text = of["before"];
  const std::string piece = of["piece"];
  for (unsigned left = of["count"]; left > 0; --left) text += piece;
  return text + of["after"].get<std::string>();
}

std::multiset<std::string> told(const faceoff::list<faceoff::finding>& findings) {
  std::multiset<std::string> all;
  for (const faceoff::finding& found : findings) {
    all.insert(std::string(faceoff::rule_id(found.what)) + " " + found.pointer);
  }
  return all;
}

}  // namespace

TEST_CASE("the core says of every document of the corpus exactly what is expected") {
  const auto expected = nlohmann::json::parse(file("expected.json"));
  REQUIRE(expected.size() >= 100);
  for (const auto& one : expected.items()) {
    const std::string& path = one.key();
    const nlohmann::json& wanted = one.value();
    INFO(path);
    const std::string text = wanted.contains("made_of") ? made(wanted["made_of"]) : file(path);
    const faceoff::parsed_feed parsed = faceoff::parse_feed(text, {});
    CHECK(told(parsed.findings) == wanted["findings"].get<std::multiset<std::string>>());
    CHECK(parsed.document.has_value() == path.starts_with("valid/"));
    for (const faceoff::finding& found : parsed.findings) {
      CHECK(!faceoff::sentence(found).empty());
      CHECK(!faceoff::advice(found).empty());
      CHECK(found.line >= 1);
      CHECK((found.level == faceoff::severity::error) == path.starts_with("invalid/"));
    }
  }
}

TEST_CASE("every rule about documents is met in the corpus") {
  std::set<std::string> met;
  const auto expected = nlohmann::json::parse(file("expected.json"));
  for (const auto& wanted : expected) {
    for (const std::string finding : wanted["findings"]) met.insert(finding.substr(0, finding.find(' ')));
  }
  for (std::size_t i = 0; i < faceoff::rule_count; ++i) {
    const std::string id(faceoff::rule_id(static_cast<faceoff::rule>(i)));
    // Tallies and own votes are no documents; feeds and sizes are tested by feed_parse.cpp.
    const bool elsewhere = id.starts_with("tally.") || id.starts_with("own-vote.") ||
                           id.starts_with("feed.item") || id == "json.too-large";
    INFO(id);
    CHECK((elsewhere || met.count(id) == 1));
  }
}
