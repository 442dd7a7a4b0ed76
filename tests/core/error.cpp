#include "faceoff/error.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "faceoff/error_rules.hpp"

using faceoff::finding;
using faceoff::rule;

TEST_CASE("every rule has its own id, a sentence and advice") {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < faceoff::rule_count; ++i) {
    finding found;
    found.what = static_cast<rule>(i);
    found.subject = "subject-word";
    found.expected = "expected-word";
    const std::string_view id = faceoff::rule_id(found.what);
    INFO(id);
    CHECK(ids.insert(id).second);
    CHECK(id.find('.') != id.npos);
    for (const faceoff::string& text : {faceoff::sentence(found), faceoff::advice(found)}) {
      REQUIRE(!text.empty());
      CHECK((text.back() == '.' || text.back() == '?' || text == found.expected));
      CHECK(text.view().find('{') == std::string_view::npos);
    }
  }
}

TEST_CASE("a placeholder inside a subject is left as it is") {
  finding found;
  found.what = rule::json_duplicate_key;
  found.subject = "{expected}{subject}";
  CHECK(faceoff::sentence(found) == "The key \"{expected}{subject}\" stands twice in one object.");
}

TEST_CASE("findings are told as JSON") {
  finding found{rule::json_depth, faceoff::severity::error, "/a", 2, 3, "", "16"};
  CHECK(
      faceoff::findings_json({found}) ==
      R"([{"rule":"json.depth","severity":"error","pointer":"/a","line":2,"column":3,"subject":"","expected":"16",)"
      R"("sentence":"The values are nested too deeply.","advice":"Keep to 16 levels."}])");
  CHECK(faceoff::findings_json({}) == "[]");
}
