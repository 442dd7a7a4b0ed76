#include <doctest/doctest.h>

#include "faceoff/limits.hpp"
#include "verdict_documents.hpp"

using namespace faceoff;
using namespace faceoff::testing;

TEST_CASE("four personas: two of four is 50% Mixed, four of four is 100% Ship, and they are declared") {
  const panel_reading panel = read_panel(persona_panel());
  REQUIRE(panel.contenders.size() == 2);
  CHECK(panel.contenders[0].votes.ship == 2);
  CHECK(panel.contenders[0].votes.n == 4);
  CHECK(panel.contenders[0].votes.tenths == 500);
  CHECK(panel.contenders[0].votes.label == share_label::mixed);
  CHECK(panel.contenders[0].percentage);
  CHECK(panel.contenders[1].votes.ship == 4);
  CHECK(panel.contenders[1].votes.tenths == 1000);
  CHECK(panel.contenders[1].votes.label == share_label::ship);
  CHECK(panel.ai_personas == 4);
  CHECK(panel.humans + panel.labs + panel.crowds + panel.undeclared == 0);
}

TEST_CASE("mixed, abstain and no verdict are told and not counted") {
  const panel_reading panel =
      read_panel(panel_of({"ship -", "mixed mixed", "abstain -", "skip abstain", "- -"}));
  CHECK(panel.contenders[0].votes.ship == 1);
  CHECK(panel.contenders[0].votes.n == 2);
  CHECK(panel.contenders[0].mixed == 1);
  CHECK(panel.contenders[0].abstain == 1);
  CHECK(panel.contenders[0].not_reviewed == 1);
  CHECK_FALSE(panel.contenders[0].percentage);
  CHECK(panel.contenders[1].votes.n == 0);
  CHECK(panel.contenders[1].votes.label == share_label::none);
  CHECK(panel.contenders[1].not_reviewed == 3);
}

TEST_CASE("a percentage needs three verdicts of ship or skip") {
  CHECK_FALSE(read_panel(panel_of({"ship", "skip", "mixed"})).contenders[0].percentage);
  CHECK(read_panel(panel_of({"ship", "skip", "skip"})).contenders[0].percentage);
}

TEST_CASE("who speaks is counted by kind, and who says nothing does not speak") {
  comparison document = panel_of({"ship", "abstain", "skip", "mixed", "ship", "-"});
  document.reviewers[0].kind = reviewer_kind::lab;
  document.reviewers[1].kind = reviewer_kind::crowd;
  document.reviewers[2].kind = reviewer_kind::unset;
  document.reviewers[3].kind = reviewer_kind::unknown;
  document.reviewers[5].kind = reviewer_kind::ai_persona;
  const panel_reading panel = read_panel(document);
  CHECK(panel.labs == 1);
  CHECK(panel.crowds == 1);
  CHECK(panel.undeclared == 2);
  CHECK(panel.humans == 1);
  CHECK(panel.ai_personas == 0);
}

TEST_CASE("a score alone counts only through the printed ship_from") {
  comparison document = panel_of({"- ship", "- skip"});
  for (std::uint8_t row = 0; row < 2; ++row) {
    review scored;
    scored.reviewer = row;
    scored.score = row == 0 ? 70 : 69;
    document.reviews.push_back(scored);
  }
  CHECK(read_panel(document).contenders[0].votes.n == 0);
  CHECK(read_panel(document).contenders[0].not_reviewed == 2);
  document.ship_from = 70;
  CHECK(read_panel(document).contenders[0].votes.ship == 1);
  CHECK(read_panel(document).contenders[0].votes.n == 2);
  CHECK(read_panel(document).contenders[0].not_reviewed == 0);
}

TEST_CASE("a verdict of an unknown code is no verdict") {
  comparison document = panel_of({"ship"});
  document.reviews[0].verdict = verdict_code::unknown;
  CHECK(read_panel(document).contenders[0].votes.n == 0);
  CHECK(read_panel(document).contenders[0].not_reviewed == 1);
  CHECK(read_panel(document).humans == 0);
}

TEST_CASE("two bare names have a panel of nobody") {
  const panel_reading panel = read_panel(contenders(2));
  REQUIRE(panel.contenders.size() == 2);
  CHECK(panel.contenders[0].votes.n == 0);
  CHECK(panel.contenders[0].not_reviewed == 0);
  CHECK(panel.humans + panel.ai_personas + panel.labs + panel.crowds + panel.undeclared == 0);
}

TEST_CASE("sixty-four reviewers and eight contenders fit") {
  list<faceoff::string> rows;
  for (std::size_t i = 0; i < limits::reviewers; ++i)
    rows.push_back("ship skip mixed ship skip ship skip ship");
  const panel_reading panel = read_panel(panel_of(rows));
  CHECK(panel.contenders[0].votes.ship == 64);
  CHECK(panel.contenders[1].votes.n == 64);
  CHECK(panel.contenders[2].mixed == 64);
  CHECK(panel.humans == 64);
}
