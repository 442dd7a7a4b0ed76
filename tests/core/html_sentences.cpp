// What the page says by itself is true of the document: a case for each sentence that once was not.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "faceoff/compare.hpp"

using namespace faceoff;

namespace {

using texts = std::vector<std::string>;

// A line per reviewer, a word per contender A, B, ...; `about` adds members to each contender, `more` to the
// head.
std::string document(const texts& reviewers, const texts& about, const std::string& more = "") {
  std::string contenders, people, reviews;
  for (std::size_t i = 0; i < about.size(); i++) {
    const char letter = static_cast<char>('a' + i), name = static_cast<char>('A' + i);
    contenders += std::string(i ? "," : "") + R"({"id":")" + letter + R"(","name":")" + name + '"' +
                  (about[i].empty() ? "" : ",") + about[i] + "}";
  }
  for (std::size_t i = 0; i < reviewers.size(); i++) {
    const std::string id = "r" + std::to_string(i);
    people += std::string(i ? "," : "") + R"({"id":")" + id + R"(","name":")" + id + R"("})";
    char letter = 'a';
    for (std::size_t at = 0; at < reviewers[i].size(); letter++) {
      const std::size_t end = std::min(reviewers[i].find(' ', at), reviewers[i].size());
      reviews += std::string(reviews.empty() ? "" : ",") + R"({"reviewer":")" + id + R"(","contender":")" +
                 letter + R"(","verdict":")" + reviewers[i].substr(at, end - at) + R"("})";
      at = end + 1;
    }
  }
  return R"({"faceoff":1,"id":"invented",)" + more + R"("contenders":[)" + contenders + R"(],"reviewers":[)" +
         people + R"(],"reviews":[)" + reviews + "]}";
}

std::string html_of(const std::string& document, const std::string& options = "") {
  const compare_result got = compare_texts(document, "", "", options);
  REQUIRE(got.usable);
  CHECK(got.findings.empty());
  return got.html;
}

// What is left without the tags.
std::string text_of(const std::string& document, const std::string& options = "") {
  std::string text;
  bool inside = false;
  for (const char c : html_of(document, options)) {
    inside = inside || c == '<';
    if (!inside) text += c;
    if (c == '>') inside = false;
  }
  return text;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

const char* const free_price = R"("price":{"kind":"free"})";
const char* const paid_price =
    R"("price":{"kind":"subscription","amount":"5","currency":"USD","per":"month"})";

}  // namespace

TEST_CASE("\"3 of 3 reviewers are for A\" was said of four, one of them mixed") {
  const std::string text =
      text_of(document({"ship skip", "ship skip", "ship mixed", "mixed skip"}, {"", ""}));
  CHECK(has(text, "3 of 3 ship-or-skip verdicts are for A."));
  CHECK(has(text, "B: 0 of 3 ship-or-skip verdicts for it"));
  CHECK_FALSE(has(text, "3 of 3 reviewers"));
}

TEST_CASE("\"fewer than three verdicts\" was said of two and a mixed one") {
  const std::string text = text_of(document({"ship skip", "ship skip", "mixed skip"}, {"", ""}));
  CHECK(has(text, "A: fewer than three ship-or-skip verdicts"));
}

TEST_CASE("\"no verdict on it\" was said beside three mixed ones") {
  const std::string text = text_of(document({"ship mixed", "ship mixed", "ship mixed"}, {"", ""}));
  CHECK(has(text, "B: no ship or skip verdict"));
  CHECK_FALSE(has(text, "no verdict on it"));
}

TEST_CASE("\"A alone is released\" was said where a deal breaker leaves the others out") {
  const std::string barred = R"("limits":["non_commercial"])";
  const std::string text = text_of(document({"ship ship skip", "ship ship skip"}, {"", barred, ""}),
                                   R"({"deal_breakers":["non_commercial"]})");
  CHECK(has(text, "Only A qualifies."));
}

TEST_CASE("\"each of the other 2\" was said with three others, one of which does not qualify") {
  const texts rows = {"ship skip ship skip", "ship ship skip ship", "ship skip ship skip",
                      "ship ship skip skip"};
  const std::string text = text_of(document(rows, {"", "", "", ""}));
  CHECK(has(text, "A is preferred to each of the 2 others that qualify."));
}

TEST_CASE("\"no two of them do the same job\" was said where one left out shares a job") {
  const texts about = {R"("job":["writing"])", R"("job":["drawing"])", R"("job":["writing"])"};
  const std::string text = text_of(document({"ship ship skip", "ship ship skip"}, about));
  CHECK(has(text, "Those in question do different jobs."));
}

TEST_CASE("\"the answer would be open\" was said where another release changes it") {
  const texts about = {R"("status":{"value":"unconfirmed"})", ""};
  const std::string text = text_of(document({"ship ship", "ship ship", "ship ship"}, about));
  CHECK(has(text, "If A were released, the answer would change."));
}

TEST_CASE("\"this agrees\" was said of a publisher who picks none where nothing is clear") {
  const std::string none = R"("our_pick":{"contender":"none"},)";
  const texts level = {"ship skip", "skip ship"}, poor = {"skip skip", "skip skip"};
  CHECK_FALSE(has(text_of(document(level, {"", ""}, none)), "This agrees"));
  CHECK_FALSE(has(text_of(document(level, {"", ""}, none)), "This differs"));
  CHECK(has(text_of(document(poor, {"", ""}, none)), "This agrees"));
  const std::string a = R"("our_pick":{"contender":"a"},)";
  CHECK(has(text_of(document({"ship skip", "ship skip"}, {"", ""}, a)), "This agrees"));
  CHECK(has(text_of(document(level, {"", ""}, a)), "This differs"));
  CHECK_FALSE(has(text_of(document({}, {"", ""}, none)), "This "));
}

TEST_CASE("\"then B\" was said where B is only a lean") {
  const texts rows = {"ship ship", "ship ship", "ship ship", "ship skip", "ship skip"};
  const std::string text = text_of(document(rows, {R"("limits":["non_commercial"])", ""}));
  CHECK(has(text, "A, unless you sell what you build: then probably B."));
}

TEST_CASE("a panel of mixed verdicts only was called Mixed, 0 of 0") {
  const std::string text = text_of(document({"ship mixed", "ship mixed", "ship abstain"}, {"", ""}));
  CHECK(has(text, "\u2014 2 mixed, 1 without verdict"));
  CHECK_FALSE(has(text, "0 of 0"));
}

TEST_CASE("prices of three contenders were compared nowhere") {
  const std::string limited = R"("limits":["non_commercial"],)" + std::string(free_price);
  const std::string text = text_of(document({"ship ship ship ship"}, {paid_price, free_price, limited, ""}));
  CHECK(has(text, "B and A: B is cheaper"));
  CHECK(has(text, "B and C: not equivalent"));
  CHECK_FALSE(has(text, "and D:"));  // whose price is not known
}

TEST_CASE("why prices compare was read and never shown") {
  const std::string more = R"("comparable":{"value":"no","reason":"One is rented <b>"},)";
  CHECK(has(html_of(document({}, {free_price, free_price}, more)),
            "The publisher: \u201c<bdi>One is rented &lt;b"));
  CHECK(has(text_of(document({}, {free_price, free_price}, more)), "A and B: not comparable"));
  const std::string three = text_of(document({}, {free_price, free_price, ""}, more));
  CHECK(has(three, "Entry price not comparable"));
  CHECK(has(three, "One is rented"));
  CHECK_FALSE(has(three, "A and B:"));  // the same of every pair
}

TEST_CASE("three without an answer had an empty paragraph for their split") {
  const texts rows = {"ship mixed skip", "skip ship mixed", "mixed skip ship"};
  const std::string cycle = text_of(document(rows, {"", "", ""}));
  CHECK(has(cycle, "A over B: 2 to 1. C over A: 2 to 1. B over C: 2 to 1."));
  CHECK_FALSE(has(html_of(document({"ship ship ship"}, {"", "", ""})), "<p></p>"));
}

TEST_CASE("\"too close to call\" was said of contenders that no reviewer judged both of") {
  const std::string cycle = text_of(
      document({"ship mixed skip ship", "skip ship mixed skip", "mixed skip ship skip"}, {"", "", "", ""}));
  CHECK(has(cycle, "No clear answer."));
  CHECK(has(cycle, "Each that qualifies is beaten by another."));
  CHECK_FALSE(has(cycle, "Too close"));
}

TEST_CASE("\"free in part\" was said of two that are both free in part") {
  const std::string trial = R"("price":{"kind":"trial"})", freemium = R"("price":{"kind":"freemium"})";
  CHECK(has(text_of(document({}, {trial, freemium})), "not free in the same way"));
  CHECK(has(text_of(document({}, {paid_price, freemium})), "not free in the same way"));
}

TEST_CASE("two bare names had a row for prices of which nothing is known") {
  CHECK_FALSE(has(text_of(document({}, {"", ""})), "Entry price"));
  CHECK(has(text_of(document({}, {free_price, ""})), "a price is missing"));
  CHECK_FALSE(has(text_of(document({}, {"", "", ""})), "Entry price"));
}
