// What a reader can press or follow beside the vote buttons: differences, limits that matter, links,
// forgetting.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "faceoff/compare.hpp"
#include "faceoff/feed.hpp"
#include "faceoff/tally.hpp"
#include "verdict_random.hpp"

using namespace faceoff;

namespace {

// Two kites; three reviewers prefer Jib. `jib` and `more` add members to Jib and to the head.
std::string kites(const std::string& jib = "", const std::string& more = "") {
  return R"({"faceoff":1,"id":"kites",)" + more + R"("contenders":[{"id":"jib","name":"Jib")" + jib +
         R"(},{"id":"luff","name":"Luff","license":{"name":"MIT","url":"https://luff.example/mit"}}],)"
         R"("reviewers":[{"id":"a","name":"Ana"},{"id":"b","name":"Ben"},{"id":"c","name":"Cleo"}],)"
         R"("reviews":[{"reviewer":"a","contender":"jib","verdict":"ship"},)"
         R"({"reviewer":"b","contender":"jib","verdict":"ship"},{"reviewer":"c","contender":"jib","verdict":"ship"},)"
         R"({"reviewer":"a","contender":"luff","verdict":"skip"},)"
         R"({"reviewer":"b","contender":"luff","verdict":"skip"},)"
         R"({"reviewer":"c","contender":"luff","verdict":"ship"}]})";
}

// A row in which both say the same, from other sources and days; one in which they differ.
const char* const criteria =
    R"("criteria":[{"id":"frame","name":"Frame","values":[)"
    R"({"contender":"jib","text":"ash","source_url":"https://jib.example/","checked_on":"2026-01-02"},)"
    R"({"contender":"luff","text":"ash","source_url":"https://luff.example/"}]},)"
    R"({"id":"tail","name":"Tail","values":[{"contender":"jib","text":"long"},)"
    R"({"contender":"luff","text":"long","disputed":true}]}],)";
const char* const mit = R"(,"license":{"name":"MIT","url":"https://jib.example/mit"})";

std::string html_of(const std::string& document, const std::string& options = "",
                    const std::string& tally = "", const std::string& own = "") {
  const compare_result got = compare_texts(document, tally, own, options);
  REQUIRE(got.usable);
  return got.html;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at++) count++;
  return count;
}

// The codes of the toggles, each with a '+' where it is pressed.
std::string toggles(const std::string& document, const std::string& options = "") {
  const std::string html = html_of(document, options), start = "data-limit=\"";
  std::string found;
  for (std::size_t at = 0; (at = html.find(start, at)) != html.npos;) {
    at += start.size();
    const std::size_t end = html.find('"', at);
    found += (found.empty() ? "" : " ") + html.substr(at, end - at);
    if (html.compare(end, 21, "\" aria-pressed=\"true\"") == 0) found += '+';
  }
  return found;
}

const char* const voting = R"("poll":{"votes":"https://votes.example/"},)";

}  // namespace

TEST_CASE("facts that all contenders share are marked, wherever they say so, and can be left out") {
  const std::string html = html_of(kites(mit, criteria));
  CHECK(count_of(html, " data-same>") == 2);  // the licence and the frame; a disputed tail is another one
  CHECK(has(
      html,
      "<tr role=\"row\" data-same><th scope=\"row\" role=\"rowheader\"><span class=\"q\">Licence</span>"));
  CHECK(has(html, "data-action=\"differences\" aria-pressed=\"false\">Differences only</button>"));
  const std::string fewer = html_of(kites(mit, criteria), R"({"differences":true})");
  CHECK(has(fewer, "data-action=\"differences\" aria-pressed=\"true\""));
  for (const char* same : {"Licence</span>", "Frame", "data-same"}) CHECK_FALSE(has(fewer, same));
  CHECK(has(fewer, "Tail"));
}

TEST_CASE("differences can be asked for only where some facts differ and some do not") {
  // Only Luff names a licence, so the one row there is differs.
  CHECK_FALSE(has(html_of(kites()), "data-action=\"differences\""));
  CHECK(has(html_of(kites(), R"({"differences":true})"), "Licence"));
  // The one row there is is the same of both: it is not left out.
  CHECK_FALSE(has(html_of(kites(mit)), "data-action=\"differences\""));
  CHECK(has(html_of(kites(mit), R"({"differences":true})"), "Licence"));
  CHECK_FALSE(has(html_of(kites(mit, criteria), R"({"purpose":"feed"})"), "Differences only"));
}

TEST_CASE("a fact that differs of the third alone is a difference") {
  const auto html = [](const char* first, const char* second, const char* third) {
    std::string contenders;
    for (const char* limit : {first, second, third}) {
      const std::string id(1, static_cast<char>('a' + count_of(contenders, "id")));
      contenders += (contenders.empty() ? R"({"id":")" : R"(,{"id":")") + id + R"(","name":")" + id +
                    R"(","limits":[")" + limit + R"("],"license":{"spdx":"MIT"}})";
    }
    return html_of(R"({"faceoff":1,"id":"x","contenders":[)" + contenders + "]}");
  };
  CHECK(count_of(html("seats", "seats", "seats"), "data-same") == 2);
  CHECK(count_of(html("seats", "seats", "quota"), "data-same") == 1);
  CHECK(count_of(html("quota", "seats", "seats"), "data-same") == 1);
}

TEST_CASE("each limit that could decide has a toggle, and keeps it while it is pressed") {
  const std::string two = R"(,"limits":["non_commercial","seats"])";
  CHECK(toggles(kites(R"(,"limits":["non_commercial"])")) == "non_commercial");
  CHECK(toggles(kites(two)) == "non_commercial seats");
  CHECK(toggles(kites(two), R"({"deal_breakers":["non_commercial"]})") == "non_commercial+ seats");
  CHECK(toggles(kites(two), R"({"deal_breakers":["seats","non_commercial"]})") == "non_commercial+ seats+");
  CHECK(has(html_of(kites(two)),
            "role=\"group\" aria-labelledby=\"fo-kites-matters\"><span class=\"q\" "
            "id=\"fo-kites-matters\">Does it matter to you?</span>"));
  // Pressed, it changes the answer: without Jib nobody is left whom half of the panel would ship.
  CHECK(has(html_of(kites(two)), "<strong><bdi>Jib</bdi></strong>, unless you sell what you build"));
  CHECK(has(html_of(kites(two), R"({"deal_breakers":["seats"]})"), "Neither."));
}

TEST_CASE("a limit that cannot decide has no toggle") {
  CHECK(toggles(kites()).empty());
  CHECK_FALSE(has(html_of(kites()), "Does it matter to you?"));
  CHECK(toggles(kites(), R"({"deal_breakers":["seats"]})").empty());  // which no contender has
  // Luff's, whom nobody would choose anyway.
  std::string luff = kites();
  luff.insert(luff.find(R"(,"license")"), R"(,"limits":["seats"])");
  CHECK(toggles(luff).empty());
  const std::string limited = kites(R"(,"limits":["non_commercial"])");
  CHECK_FALSE(has(html_of(limited, R"({"purpose":"feed"})"), "Does it matter to you?"));
}

TEST_CASE("the toggles are the limits that decide, asked one by one, on 2,000 random documents") {
  testing::document_source source(424);
  int some = 0;
  for (int round = 0; round < 2000; ++round) {
    const comparison document = source.next(4, 5);
    const list<limit_code> said = source.breakers();
    const auto answers = [&](const list<limit_code>& breakers) {
      const answer given = decide(document, breakers, {});
      return std::pair(given.outcome, given.contender);
    };
    const answer given = decide(document, said, {});
    for (int number = 1; number < int(limit_code::unknown); ++number) {
      const auto code = limit_code(number);
      const bool pressed = std::find(said.begin(), said.end(), code) != said.end();
      bool had = false;
      for (const contender& one : document.contenders) {
        for (const limit& each : one.limits) had |= each.code == code;
      }
      // No contender has `region`: whoever says it says that nothing else matters.
      const bool alone = (had || pressed) && answers({code}) != answers({limit_code::region});
      const bool beside =
          std::any_of(given.changes.begin(), given.changes.end(), [&](const change_item& each) {
            return each.what == answer_change::limit_matters && each.limit == code;
          });
      REQUIRE(given.may_matter.has(std::size_t(number)) == (alone || beside || (pressed && had)));
      some += alone;
    }
  }
  CHECK(some > 300);
}

TEST_CASE("the comparison and each reviewer's row can be linked to") {
  const std::string html = html_of(kites());
  CHECK(has(html, "<article class=\"root\""));
  CHECK(has(html, " id=\"fo-kites-whole\""));
  CHECK(has(html, "<a class=\"anchor\" href=\"#fo-kites-whole\">Link to this comparison</a>"));
  for (const char* id : {"a", "b", "c"}) {
    CHECK(has(html, std::string("<tr role=\"row\" id=\"fo-kites-review-") + id + "\">"));
    CHECK(has(html, std::string("<a class=\"anchor\" href=\"#fo-kites-review-") + id + "\""));
  }
  CHECK(has(html, "aria-label=\"Link to the verdicts by Ben\">#</a>"));
  CHECK_FALSE(has(html_of(kites(), R"({"purpose":"feed"})"), "Link to"));
}

TEST_CASE("votes can be forgotten where something is remembered, and never in static HTML") {
  const std::string button = "data-action=\"forget\">Forget my votes on this site</button>";
  CHECK_FALSE(has(html_of(kites("", voting)), button));
  CHECK(has(html_of(kites("", voting), R"({"remembers":true})"), button));
  CHECK(has(html_of(kites(), R"({"remembers":true})"), button));  // votes on other comparisons
  CHECK(has(html_of(kites("", voting), R"({"remembers":true,"view":"vote"})"), button));
  CHECK_FALSE(has(html_of(kites("", voting), R"({"remembers":true,"purpose":"fallback"})"), button));
}

TEST_CASE("each state of forgetting is told, and takes nothing from what the poll allows") {
  const struct {
    const char *state, *words;
    bool again;
  } all[] = {{"forgetting", "Withdrawing your votes", false},
             {"forgotten", "Withdrawn and erased.", false},
             {"not_forgotten", "cannot be withdrawn just now", true}};
  for (const auto& one : all) {
    INFO(one.state);
    const std::string options = std::string(R"({"state":")") + one.state + "\"}";
    const std::string html = html_of(kites("", voting), options);
    CHECK(has(html, std::string("data-state=\"") + one.state + "\""));
    CHECK(has(html, one.words));
    CHECK(has(html, "data-action=\"forget\">Try again</button>") == one.again);
    CHECK(count_of(html, "data-call=\"ship\"") == 2);
    const std::string off = html_of(kites(), options);
    CHECK(has(off, one.words));
    CHECK_FALSE(has(off, "data-call"));
    const std::string closed =
        html_of(kites("", R"("poll":{"votes":"https://votes.example/","closes":"2026-01-01"},)"),
                std::string(R"({"today":"2026-02-01","state":")") + one.state + "\"}");
    CHECK(has(closed, one.words));
    CHECK_FALSE(has(closed, "data-call"));
  }
}

TEST_CASE("where voting on one of them is closed, the own choice is not called a verdict") {
  const std::string document =
      kites("", R"("poll":{"mode":"pick","votes":"https://votes.example/","closes":"2026-01-01"},)");
  own_vote own;
  own.pending = ballot{1, poll_of(*parse_feed(document, {}).document).definition, {}, "luff"};
  const std::string html = html_of(document, R"({"today":"2026-02-01"})", "", write_own_vote(own));
  const std::size_t row = html.find(">Your vote</span>");
  REQUIRE(row != html.npos);
  const std::string cells = html.substr(row, html.find("</tr>", row) - row);
  CHECK(has(cells, "</svg>Your vote</span>"));
  CHECK_FALSE(has(cells, "Ship"));
}

TEST_CASE("a badge tells how many voted on it, unless counts are hidden") {
  const auto badge = [](const char* poll) {
    const std::string document = kites("", poll);
    tally sum = empty_tally(poll_of(*parse_feed(document, {}).document));
    sum.epoch = "e";
    sum.ballots = 9;
    sum.tallies[0].ship = 5;
    sum.tallies[0].skip = 3;
    return html_of(document, R"({"view":"badge","contender":"jib"})", write_tally(sum));
  };
  CHECK(has(badge(voting), "<span class=\"of\">8 votes</span>"));
  CHECK_FALSE(has(badge(R"("poll":{"votes":"https://votes.example/","reveal":"after_vote"},)"), "8 votes"));
}
