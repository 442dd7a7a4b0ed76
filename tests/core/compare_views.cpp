// How much is shown, for whom, at which level of heading.
#include <doctest/doctest.h>

#include <string>

#include "faceoff/compare.hpp"

using namespace faceoff;

namespace {

// Two lamps, two reviewers who prefer Lumen; `more` adds members to the head, `count` takes the first lamps.
std::string lamps(const std::string& more = "") {
  return R"({"faceoff":1,"id":"lamps","label":"Light","summary":"Both glow.",)" + more +
         R"("contenders":[{"id":"tarn","name":"Tarn","tagline":"Low."},{"id":"lumen","name":"Lumen"}],)"
         R"("reviewers":[{"id":"a","name":"Ana"},{"id":"b","name":"Ben"}],)"
         R"("reviews":[{"reviewer":"a","contender":"tarn","verdict":"skip","reason":"Dim."},)"
         R"({"reviewer":"b","contender":"tarn","verdict":"skip"},)"
         R"({"reviewer":"a","contender":"lumen","verdict":"ship"},)"
         R"({"reviewer":"b","contender":"lumen","verdict":"ship"}],)"
         R"("responses":[{"contender":"tarn","by":"Tarn Ltd","text":"It is dim by design."}]})";
}

const char* const voting = R"("poll":{"mode":"verdicts","votes":"https://votes.example/"},)";

std::string html_of(const std::string& document, const std::string& options = "") {
  const compare_result got = compare_texts(document, "", "", options);
  REQUIRE(got.usable);
  return got.html;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

std::string without(std::string text, const std::string& part) {
  for (std::size_t at; (at = text.find(part)) != text.npos;) text.erase(at, part.size());
  return text;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at++) count++;
  return count;
}

}  // namespace

TEST_CASE("the fallback is the widget's HTML, with what needs the script hidden and its buttons disabled") {
  const std::string pick =
      R"("poll":{"mode":"pick","votes":"https://votes.example/","reveal":"after_vote"},)";
  const std::string third = R"({"id":"wick","name":"Wick"},{"id":"tarn")";
  for (std::string document : {lamps(), lamps(voting), lamps(pick)}) {
    for (const int contenders : {2, 3}) {
      if (contenders == 3) document.replace(document.find(R"({"id":"tarn")"), 12, third);
      const std::string widget = html_of(document);
      const std::string fallback = html_of(document, R"({"purpose":"fallback"})");
      CHECK(without(without(fallback, " hidden"), " disabled") == widget);
      CHECK(count_of(fallback, "<button") == count_of(fallback, " disabled"));
      CHECK_FALSE(has(widget, " hidden"));
    }
  }
  const std::string two = html_of(lamps(voting), R"({"purpose":"fallback"})");
  CHECK(count_of(two, " disabled") == 4);  // ship and skip, twice
  CHECK(count_of(two, " hidden") == 2);    // the row, the state line
}

TEST_CASE("HTML for feeds has neither a vote row nor a state line") {
  const std::string html = html_of(lamps(voting), R"({"purpose":"feed"})");
  CHECK_FALSE(has(html, "<button"));
  CHECK_FALSE(has(html, "Your vote"));
  CHECK_FALSE(has(html, "A vote can be changed"));
}

TEST_CASE("the view of the poll alone has the title, two rows and the state line") {
  const std::string html = html_of(lamps(voting), R"({"view":"vote"})");
  CHECK(has(html, "<article class=\"root poll\""));
  for (const char* part : {"<bdi>Tarn</bdi> vs <bdi>Lumen</bdi>", ">Readers<", ">Your vote<",
                           "aria-label=\"Skip Tarn\"", "role=\"status\""}) {
    INFO(part);
    CHECK(has(html, part));
  }
  for (const char* part : {">Panel<", "Light", "Low.", "Reviewer scorecard", "Both glow.", "<footer",
                           "Entry price", "Which one should"}) {
    INFO(part);
    CHECK_FALSE(has(html, part));
  }
}

TEST_CASE("the poll alone and the verdict of one comparison share no id, so that both may stand on a page") {
  const std::string html = html_of(lamps(voting), R"({"view":"vote"})");
  CHECK(count_of(html, " id=\"") > 0);
  CHECK(count_of(html, " id=\"fov-lamps-") == count_of(html, " id=\""));
  CHECK_FALSE(has(html_of(lamps(voting)), "fov-"));
}

TEST_CASE("a badge is one contender in a line: name, verdict, count, and a link where the page is known") {
  const std::string html = html_of(lamps(), R"({"view":"badge","contender":"tarn"})");
  CHECK(html.starts_with(
      "<span class=\"root badge\" lang=\"en\" dir=\"ltr\" data-id=\"lamps\" data-digest=\""));
  CHECK(has(html, "<bdi>Tarn</bdi> <span class=\"chip skip\""));
  CHECK(has(html, "0 of 2"));
  for (const char* block : {"<div", "<p>", "<h2", "<section", "<a ", " id="}) CHECK_FALSE(has(html, block));
  const std::string linked =
      html_of(lamps(R"("url":"/lamps",)"),
              R"({"view":"badge","contender":"tarn","base":"https://site.example/a/x.json"})");
  CHECK(has(linked, "<a class=\"name\" href=\"https://site.example/lamps\"><bdi>Tarn</bdi></a>"));
}

TEST_CASE(
    "a badge of nobody in particular is the answer's, else the first one's; of an unknown one, nothing") {
  CHECK(has(html_of(lamps(), R"({"view":"badge"})"), "Lumen"));
  const std::string bare =
      R"({"faceoff":1,"id":"x","contenders":[{"id":"a","name":"Ayr"},{"id":"b","name":"Bute"}]})";
  CHECK(has(html_of(bare, R"({"view":"badge"})"), "Ayr"));
  CHECK(html_of(bare, R"({"view":"badge","contender":"c"})").empty());
  CHECK_FALSE(html_of(bare, R"({"contender":"c"})").empty());
}

TEST_CASE("headings start at the level asked for and stop at six") {
  const auto levels = [](const std::string& options) {
    const std::string html = html_of(lamps(), options);
    std::string found;
    for (std::size_t at = 0; (at = html.find("<h", at)) != html.npos; at++) {
      if (html[at + 2] >= '0' && html[at + 2] <= '9') found += html[at + 2];
    }
    return found;
  };
  // Title; question, scorecard, the contenders; Tarn among them; replies; Tarn's.
  CHECK(levels("") == "2333434");
  CHECK(levels(R"({"heading":1})") == "1222323");
  CHECK(levels(R"({"heading":4})") == "4555656");
  CHECK(levels(R"({"heading":6})") == "6666666");
  for (const char* wrong :
       {R"({"heading":0})", R"({"heading":7})", R"({"heading":"4"})", R"({"heading":1.5})"}) {
    CHECK(levels(wrong) == "2333434");
  }
}
