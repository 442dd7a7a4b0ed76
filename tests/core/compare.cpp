#include "faceoff/compare.hpp"

#include <doctest/doctest.h>

#include <string>

#include "faceoff/feed.hpp"
#include "faceoff/tally.hpp"

using namespace faceoff;

namespace {

// Two contenders, three reviewers; `more` adds members to the head.
std::string lamps(const std::string& more = "") {
  return R"({"faceoff":1,"id":"lamps",)" + more +
         R"("contenders":[{"id":"tarn","name":"Tarn"},{"id":"lumen","name":"Lumen"}],)"
         R"("reviewers":[{"id":"a","name":"Ana"},{"id":"b","name":"Ben"},{"id":"c","name":"Cleo"}],)"
         R"("reviews":[{"reviewer":"a","contender":"tarn","verdict":"ship"},)"
         R"({"reviewer":"b","contender":"tarn","verdict":"ship"},{"reviewer":"c","contender":"tarn","verdict":"skip"},)"
         R"({"reviewer":"a","contender":"lumen","verdict":"skip"}]})";
}

const char* const voting = R"("poll":{"mode":"verdicts","votes":"https://votes.example/"},)";

comparison parsed(const std::string& document) { return *parse_feed(document, {}).document; }

// Counts for Tarn, none for Lumen.
std::string counted(const std::string& document, std::uint64_t ship, std::uint64_t skip,
                    poll_state state = poll_state::open) {
  tally sum = empty_tally(poll_of(parsed(document)));
  sum.ballots = ship + skip;
  sum.epoch = "e";
  sum.state = state;
  sum.ballots_url = "lamps";
  for (contender_tally& one : sum.tallies) {
    if (one.contender == "tarn") one.ship = ship, one.skip = skip;
  }
  return write_tally(sum);
}

std::string own_ship(const std::string& document) {
  own_vote own;
  own.pending = ballot{1, poll_of(parsed(document)).definition, {{"tarn", call_code::ship}}, ""};
  return write_own_vote(own);
}

compare_result run(const std::string& document, const std::string& counts = "",
                   const std::string& options = "", const std::string& own = "") {
  return compare_texts(document, counts, own, options);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("without an endpoint voting is off: no buttons, no state line, no zero") {
  const compare_result got = run(lamps());
  REQUIRE(got.usable);
  CHECK(has(got.html, "Voting is off"));
  CHECK_FALSE(has(got.html, "<button"));
  CHECK_FALSE(has(got.html, "role=\"status\""));
  CHECK_FALSE(has(got.html, "0%"));
}

TEST_CASE("the votes attribute turns voting on where the document has no poll") {
  const compare_result got = run(lamps(), "", R"({"votes":"https://votes.example/"})");
  CHECK(has(got.html, "data-call=\"ship\" aria-pressed=\"false\" aria-label=\"Ship Tarn\""));
  CHECK(has(got.report, R"("votes":"https://votes.example/")"));
}

TEST_CASE("each state of the sync machine has its words") {
  const struct {
    const char *state, *words;
    bool retry;
  } all[] = {{"not_voted", "A vote can be changed or taken back.", false},
             {"sending", "Sending", false},
             {"counted", "Counted.", false},
             {"waiting", "Waiting to sync.", true},
             {"refused", "Not counted: the feed does not accept it.", true}};
  for (const auto& one : all) {
    INFO(one.state);
    const std::string options = std::string(R"({"state":")") + one.state + "\"}";
    const compare_result got = run(lamps(voting), counted(lamps(voting), 3, 1), options);
    CHECK(has(got.html, std::string("data-state=\"") + one.state + "\""));
    CHECK(has(got.html, one.words));
    CHECK(has(got.html, "data-action=\"retry\"") == one.retry);
  }
}

TEST_CASE("a refusal says why") {
  const struct {
    const char *code, *words;
  } all[] = {{"closed", "voting is closed"},
             {"not_open", "voting has not opened yet"},
             {"other_definition", "the question has changed"},
             {"unknown_poll", "there is no such vote here"},
             {"unavailable", "cannot be stored just now"},
             {"never_heard_of", "does not accept it"}};
  for (const auto& one : all) {
    const std::string options = std::string(R"({"state":"refused","refusal":")") + one.code + "\"}";
    CHECK(has(run(lamps(voting), "", options).html, one.words));
  }
}

TEST_CASE("the feed's word on open and closed beats the calendar, which stands in for it") {
  const std::string document =
      lamps(R"("poll":{"votes":"https://votes.example/","opens":"2026-03-01","closes":"2026-04-01"},)");
  const auto state = [&](const char* today, const std::string& counts) {
    const compare_result got = run(document, counts, std::string(R"({"today":")") + today + "\"}");
    const std::string html = got.html;
    const std::size_t at = html.find("data-state=\"") + 12;
    return html.substr(at, html.find('"', at) - at);
  };
  CHECK(state("2026-02-27", "") == "not_open");
  CHECK(state("2026-03-01", "") == "not_voted");
  CHECK(state("2026-03-31", "") == "not_voted");
  CHECK(state("2026-04-01", "") == "closed");
  CHECK(state("2026-05-01", counted(document, 1, 0, poll_state::open)) == "not_voted");
  CHECK(state("2026-03-10", counted(document, 1, 0, poll_state::closed)) == "closed");
  CHECK(has(run(document, "", R"({"today":"2026-05-01"})").html, "1 April 2026"));
}

TEST_CASE("a community of none, few, some and many says no more than it can") {
  const auto html = [](std::uint64_t ship, std::uint64_t skip) {
    return run(lamps(voting), counted(lamps(voting), ship, skip)).html;
  };
  CHECK(has(html(0, 0), "No votes yet"));
  CHECK(has(html(0, 0), "Be the first"));
  CHECK(has(html(3, 1), "3 ship, 1 skip"));
  CHECK_FALSE(has(html(3, 1), "75%"));
  CHECK(has(html(4, 1), "80%"));
  CHECK(has(html(4, 1), "early"));
  CHECK_FALSE(has(html(15, 4), "How sure?"));
  // Wilson 95% of 16 of 20: 0.584 to 0.919 (Newcombe 1998, method 3, worked by hand).
  CHECK(has(html(16, 4), "95% interval: 58% to 92%, from 20 votes here."));
}

TEST_CASE("the own vote is in the counts at once, and its button is pressed") {
  const compare_result got =
      run(lamps(voting), counted(lamps(voting), 0, 0), R"({"state":"waiting"})", own_ship(lamps(voting)));
  CHECK(has(got.html, "1 ship, 0 skip"));
  CHECK(has(got.html, "aria-pressed=\"true\" aria-label=\"Ship Tarn\""));
  CHECK(has(got.report, R"("own":"ship")"));
}

TEST_CASE("votes on another question are not shown as votes on this one") {
  const std::string renamed = lamps(R"("poll":{"mode":"pick","votes":"https://votes.example/"},)");
  const compare_result got = run(lamps(voting), counted(renamed, 900, 1), "", own_ship(renamed));
  CHECK_FALSE(has(got.html, "900"));
  CHECK(has(got.html, "Not loaded"));
  CHECK_FALSE(has(got.html, "aria-pressed=\"true\""));
}

TEST_CASE("a broken tally or own vote is a warning, and the comparison is still shown") {
  const compare_result got = run(lamps(voting), "{\"faceoff\":1", "", "nonsense");
  CHECK(got.usable);
  REQUIRE(got.findings.size() == 2);
  CHECK(got.findings[0].level == severity::warning);
}

TEST_CASE("counts hidden until the vote stay hidden in static HTML, voted or not") {
  const std::string document = lamps(R"("poll":{"votes":"https://votes.example/","reveal":"after_vote"},)");
  const std::string counts = counted(document, 70, 30);
  CHECK_FALSE(has(run(document, counts).html, "70"));
  CHECK(has(run(document, counts, "", own_ship(document)).html, "71 of 101"));
  CHECK_FALSE(has(run(document, counts, R"({"purpose":"fallback"})", own_ship(document)).html, "71 of"));
  CHECK_FALSE(has(run(document, counts, R"({"purpose":"feed"})", own_ship(document)).html, "71 of"));
}

TEST_CASE("HTML for feed readers has no class, id, role, button or SVG") {
  const std::string html = run(lamps(voting), counted(lamps(voting), 9, 3), R"({"purpose":"feed"})").html;
  for (const char* part : {" class=", " id=", " role=", " data-", " aria-", "<button", "<svg", "<details"}) {
    INFO(part);
    const bool only_sure = std::string(part) == "<details";
    if (!only_sure) CHECK_FALSE(has(html, part));
  }
  CHECK(has(html, "<table>"));
}

TEST_CASE("the publisher's words are used only while the widget speaks the document's language") {
  const std::string document =
      lamps(std::string(voting) + R"("language":"en",)"
                                  R"("words":{"ship":{"label":"Buy","action":"Grab","share":"would buy"}},)");
  const std::string english = run(document, counted(document, 9, 3)).html;
  CHECK(has(english, "aria-label=\"Grab Tarn\""));
  CHECK(has(english, "9 of 12 would buy"));
  const std::string german = run(document, counted(document, 9, 3), R"({"language":"de"})").html;
  CHECK(has(german, "aria-label=\"Tarn nehmen\""));
  CHECK_FALSE(has(german, "Buy"));
  CHECK(has(german, "<article class=\"root\" lang=\"de\""));
  CHECK(has(german, "<bdi lang=\"en\">Tarn</bdi>"));
}

TEST_CASE("a regional language finds its catalog, an unknown one speaks English") {
  CHECK(has(run(lamps(), "", R"({"language":"de-AT"})").html, "lang=\"de\""));
  CHECK(has(run(lamps(), "", R"({"language":"xx"})").html, "lang=\"en\""));
}

TEST_CASE("paid links and contenders say so") {
  const std::string document =
      R"({"faceoff":1,"id":"x","contenders":[{"id":"a","name":"A","relationship":"sponsored","links":[)"
      R"({"label":"Shop","url":"https://shop.example/","kind":"affiliate"}]},{"id":"b","name":"B"}]})";
  const std::string html = run(document).html;
  CHECK(has(html, "<a href=\"https://shop.example/\" rel=\"sponsored nofollow noopener\">"));
  CHECK(has(html, "<span class=\"tag\">sponsored</span>"));
}

TEST_CASE("a logo is shown only from the document's own origin") {
  const auto html = [](const char* logo) {
    const std::string document =
        std::string(R"({"faceoff":1,"id":"x","contenders":[{"id":"a","name":"A","logo":")") + logo +
        R"("},{"id":"b","name":"B"}]})";
    return run(document, "", R"({"base":"https://site.example/a/doc.json"})").html;
  };
  CHECK(has(html("/a.png"), "<img class=\"logo\" src=\"https://site.example/a.png\""));
  CHECK_FALSE(has(html("https://tracker.example/a.png"), "<img"));
  CHECK_FALSE(has(html("https://site.example.evil.example/a.png"), "<img"));
}

TEST_CASE("no foreign text becomes markup, whatever the purpose") {
  const std::string evil = R"(</script><img src=x onerror=alert(1)>\"'&`<b>`)";
  const std::string document = R"({"faceoff":1,"id":"x","title":")" + evil + R"(","question":")" + evil +
                               R"(","contenders":[{"id":"a","name":")" + evil + R"(","description":")" +
                               evil + R"("},{"id":"b","name":"B"}]})";
  for (const char* purpose : {"widget", "fallback", "feed"}) {
    const std::string html = run(document, "", std::string(R"({"purpose":")") + purpose + "\"}").html;
    REQUIRE_FALSE(html.empty());
    CHECK_FALSE(has(html, "<img"));
    CHECK_FALSE(has(html, "<b>"));
    CHECK_FALSE(has(html, "</script>"));
  }
}

TEST_CASE("the answer does not change when contenders and reviewers change places") {
  const std::string turned =
      R"({"faceoff":1,"id":"lamps","contenders":[{"id":"lumen","name":"Lumen"},{"id":"tarn","name":"Tarn"}],)"
      R"("reviewers":[{"id":"c","name":"Cleo"},{"id":"b","name":"Ben"},{"id":"a","name":"Ana"}],)"
      R"("reviews":[{"reviewer":"a","contender":"lumen","verdict":"skip"},)"
      R"({"reviewer":"c","contender":"tarn","verdict":"skip"},{"reviewer":"b","contender":"tarn","verdict":"ship"},)"
      R"({"reviewer":"a","contender":"tarn","verdict":"ship"}]})";
  const auto answer = [](const std::string& report) {
    const std::size_t at = report.find("\"answer\"");
    return report.substr(at, report.find("\"tally\"") - at);
  };
  CHECK(answer(run(lamps()).report) == answer(run(turned).report));
}

TEST_CASE("a document of a newer format leaves the fallback and says so") {
  const compare_result got = run(R"({"faceoff":2,"id":"x"})");
  CHECK_FALSE(got.usable);
  CHECK(got.newer_format);
  CHECK(got.html.empty());
}

TEST_CASE("unknown options and values are ignored") {
  CHECK(run(lamps(), "", R"({"purpose":"poster","state":"dancing","deal_breakers":["x",3],"more":1})").html ==
        run(lamps()).html);
}
