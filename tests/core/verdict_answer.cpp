#include <doctest/doctest.h>

#include "verdict_documents.hpp"

using namespace faceoff;
using namespace faceoff::testing;

namespace {

void set_status(comparison& document, std::size_t index, status_code value) {
  document.contenders[index].status.value = value;
}

// r0 and r1 prefer c0, r2 rates both the same: 3 of 3 against 1 of 3.
comparison clear_pair() { return panel_of({"ship skip", "ship skip", "ship ship"}); }

}  // namespace

TEST_CASE(
    "the panel of four personas: the second is picked, whatever the first one's release turns out to be") {
  const comparison document = persona_panel();
  const answer given = decide(document, {}, {});
  CHECK(said(document, given) == "pick c1");
  CHECK(reasons_of(document, given) == lines{"dominance c1 c0 2/4", "other_limited c1 c0 non_commercial",
                                             "other_not_released c1 c0", "share c1 4/4"});
  CHECK(caveats_of(document, given) == lines{"unconfirmed c0", "would_not_change c0", "all_ai"});
  // With any one of them judging otherwise the second leads by one: its four of four keep it a lean.
  CHECK(changes_of(document, given) ==
        lines{"one_reviewer r0 c1 skip -> lean c1", "one_reviewer r1 c0 ship -> lean c1",
              "one_reviewer r2 c1 skip -> lean c1", "one_reviewer r3 c0 ship -> lean c1"});
  CHECK(said(document, {limit_code::non_commercial}) == "pick c1");
  CHECK(said(document, {limit_code::seats}) == "pick c1");
}

TEST_CASE("two bare names have no panel, and one review more would not make an answer") {
  const comparison document = contenders(2);
  const answer given = decide(document, {}, {});
  CHECK(said(document, given) == "no_panel");
  CHECK(given.reasons.empty());
  CHECK(given.caveats.empty());
  CHECK(changes_of(document, given) ==
        lines{"more_reviews c0 ship -> too_close", "more_reviews c1 ship -> too_close"});
}

TEST_CASE("a panel of mixed verdicts alone says neither ship nor skip") {
  CHECK(said(panel_of({"mixed mixed", "mixed abstain"})) == "no_panel");
}

TEST_CASE("a pick needs two who prefer it and nobody against") {
  CHECK(said(panel_of({"ship mixed", "ship mixed", "ship ship"})) == "pick c0");
  const comparison close = panel_of({"ship mixed", "ship ship", "ship ship"});
  CHECK(said(close) == "too_close");
  CHECK(reasons_of(close, decide(close, {}, {})) == lines{"dominance c0 c1 1/3", "few_deciders c0 c1"});
}

TEST_CASE("a majority that survives leaving out any one is a lean, one that does not is too close") {
  const comparison lean = panel_of({"ship mixed", "ship mixed", "ship mixed", "mixed ship", "- ship"});
  CHECK(said(lean) == "lean c0");
  CHECK(reasons_of(lean, decide(lean, {}, {})) == lines{"majority c0 c1 3/4", "share c0 3/3"});
  const comparison close = panel_of({"ship mixed", "ship mixed", "mixed ship"});
  CHECK(said(close) == "too_close");
  CHECK(reasons_of(close, decide(close, {}, {})) == lines{"majority c0 c1 2/3", "fragile c0 c1"});
}

TEST_CASE("level, or judged by nobody together, is too close") {
  const comparison level = panel_of({"ship skip", "skip ship", "ship ship"});
  CHECK(said(level) == "too_close");
  CHECK(reasons_of(level, decide(level, {}, {})) == lines{"level c0 c1 1/3"});
  const comparison apart = panel_of({"ship -", "- ship"});
  CHECK(said(apart) == "too_close");
  CHECK(reasons_of(apart, decide(apart, {}, {})) == lines{"no_overlap c0 c1"});
}

TEST_CASE("exactly half of the panel is enough, less is not") {
  CHECK(said(panel_of({"ship skip", "ship skip", "skip skip", "skip skip"})) == "pick c0");
  const comparison below = panel_of({"ship skip", "ship skip", "skip skip", "skip skip", "skip skip"});
  CHECK(said(below) == "neither");
  CHECK(reasons_of(below, decide(below, {}, {})) ==
        lines{"other_below_half c0 2/5", "other_below_half c1 0/5"});
}

TEST_CASE("only what is released is eligible: an absent status counts as released, an unknown one does not") {
  for (const status_code status : {status_code::unset, status_code::released}) {
    comparison document = clear_pair();
    set_status(document, 0, status);
    CHECK(said(document) == "pick c0");
  }
  for (const status_code status :
       {status_code::announced, status_code::unconfirmed, status_code::discontinued, status_code::unknown}) {
    comparison document = clear_pair();
    set_status(document, 0, status);
    CHECK(said(document) == "neither");
    CHECK(reasons_of(document, decide(document, {}, {})) ==
          lines{"other_not_released c0", "other_below_half c1 1/3"});
  }
}

TEST_CASE("an unreleased one is never picked, but told what would hold if it were real") {
  comparison document = clear_pair();
  set_status(document, 0, status_code::unconfirmed);
  answer given = decide(document, {}, {});
  CHECK(caveats_of(document, given) == lines{"unconfirmed c0", "would_lead c0"});
  CHECK(changes_of(document, given)[0] == "release_confirmed c0 -> pick c0");
  set_status(document, 0, status_code::announced);
  given = decide(document, {}, {});
  CHECK(caveats_of(document, given) == lines{"announced c0", "would_lead c0"});
  set_status(document, 0, status_code::unknown);
  CHECK(caveats_of(document, decide(document, {}, {})) == lines{"status_unknown c0", "would_lead c0"});
  set_status(document, 0, status_code::discontinued);
  given = decide(document, {}, {});
  CHECK(caveats_of(document, given) == lines{"discontinued c0"});
  for (const std::string line : changes_of(document, given))
    CHECK(line.find("release_confirmed") == line.npos);
}

TEST_CASE("a release that would unsettle the answer without winning it") {
  // c1 alone is released and leans on its three of three; were c0 real, they would be level.
  comparison document = panel_of({"ship ship", "ship ship", "ship ship"});
  set_status(document, 0, status_code::unconfirmed);
  const answer given = decide(document, {}, {});
  CHECK(said(document, given) == "lean c1");
  CHECK(reasons_of(document, given) ==
        lines{"only_eligible c1", "level c1 c0 0/3", "other_not_released c1 c0", "share c1 3/3"});
  CHECK(caveats_of(document, given) == lines{"unconfirmed c0", "would_unsettle c0"});
  CHECK(changes_of(document, given) == lines{"release_confirmed c0 -> too_close"});
}

TEST_CASE("all unconfirmed: neither, and each is told what it would be if it alone were real") {
  comparison document = clear_pair();
  set_status(document, 0, status_code::unconfirmed);
  set_status(document, 1, status_code::unconfirmed);
  const answer given = decide(document, {}, {});
  CHECK(said(document, given) == "neither");
  CHECK(reasons_of(document, given) ==
        lines{"other_not_released c0", "other_not_released c1", "other_below_half c1 1/3"});
  CHECK(caveats_of(document, given) ==
        lines{"unconfirmed c0", "would_lead c0", "unconfirmed c1", "would_not_change c1"});
  CHECK(changes_of(document, given)[0] == "release_confirmed c0 -> pick c0");
}

TEST_CASE("a lone eligible one preferred by fewer leans on its own share, and the other would lead") {
  comparison document = panel_of({"ship mixed", "ship mixed", "ship ship", "ship ship"});
  set_status(document, 0, status_code::unconfirmed);
  const answer given = decide(document, {}, {});
  CHECK(said(document, given) == "lean c1");
  CHECK(reasons_of(document, given) ==
        lines{"only_eligible c1", "dominance c0 c1 2/4", "other_not_released c1 c0", "share c1 2/2"});
  CHECK(caveats_of(document, given) == lines{"unconfirmed c0", "would_lead c0", "few_reviewers c1"});
}

TEST_CASE("a lone eligible one whose half hangs on one reviewer is no answer") {
  const comparison one = panel_of({"ship -"});
  CHECK(said(one) == "too_close");
  CHECK(reasons_of(one, decide(one, {}, {})) ==
        lines{"only_eligible c0", "share_fragile c0 1/1", "other_no_share c1"});
  const comparison half = panel_of({"ship skip", "skip skip", "ship ship", "skip -"});
  CHECK(said(half) == "too_close");
  CHECK(reasons_of(half, decide(half, {}, {})) == lines{"only_eligible c0", "share_fragile c0 2/4",
                                                        "dominance c0 c1 1/3", "few_deciders c0 c1",
                                                        "other_below_half c1 1/3"});
}

TEST_CASE("nobody reviewed the other: the one that was leans on its share alone") {
  const comparison document = panel_of({"ship -", "ship -", "skip -", "ship -"});
  const answer given = decide(document, {}, {});
  CHECK(said(document, given) == "lean c0");
  CHECK(reasons_of(document, given) == lines{"only_eligible c0", "other_no_share c0 c1", "share c0 3/4"});
  CHECK(caveats_of(document, given) == lines{"not_reviewed c1"});
}

TEST_CASE("a limit that matters makes a pick conditional and says whom to take where it does") {
  comparison document = panel_of({"ship mixed", "ship mixed", "ship ship", "ship ship"});
  add_limit(document.contenders[0], limit_code::non_commercial);
  const answer given = decide(document, {}, {});
  CHECK(said(document, given) == "conditional c0 non_commercial else c1");
  CHECK(given.otherwise_leans);
  CHECK(caveats_of(document, given).empty());
  CHECK(said(document, {limit_code::non_commercial}) == "lean c1");
  CHECK(said(document, {limit_code::seats}) == "pick c0");
  CHECK(caveats_of(document, decide(document, {limit_code::seats}, {})) ==
        lines{"limited c0 non_commercial"});
  const lines changes = changes_of(document, given);
  CHECK(changes[0] == "limit_lifted c0 non_commercial -> pick c0");
  CHECK(changes[1] == "limit_matters non_commercial -> lean c1");
}

TEST_CASE("a limit speaks against another only where the answer's own contender has it not") {
  comparison document = panel_of({"ship mixed", "ship mixed", "ship ship", "ship ship"});
  for (contender& one : document.contenders) add_limit(one, limit_code::non_commercial);
  add_limit(document.contenders[1], limit_code::region);
  const answer given = decide(document, {}, {});
  CHECK(said(document, given) == "conditional c0 non_commercial");
  CHECK(reasons_of(document, given) ==
        lines{"dominance c0 c1 2/4", "other_limited c0 c1 region", "share c0 4/4"});
}

TEST_CASE("quota, time, other and unknown limits never make a condition, the rest do") {
  for (unsigned value = 1; value <= static_cast<unsigned>(limit_code::unknown); ++value) {
    const auto code = static_cast<limit_code>(value);
    comparison document = clear_pair();
    add_limit(document.contenders[0], code);
    const bool quiet = code == limit_code::quota || code == limit_code::time || code == limit_code::other ||
                       code == limit_code::unknown;
    CHECK(said(document) ==
          (quiet ? std::string("pick c0") : "conditional c0 " + std::string(name_of(code))));
    if (quiet)
      CHECK(caveats_of(document, decide(document, {}, {})) ==
            lines{"limited c0 " + std::string(name_of(code))});
  }
}

TEST_CASE("a lean stays a lean, its limits are caveats") {
  comparison document = panel_of({"ship mixed", "ship mixed", "ship mixed", "mixed ship", "- ship"});
  add_limit(document.contenders[0], limit_code::region);
  add_limit(document.contenders[0], limit_code::quota);
  CHECK(said(document) == "lean c0");
  CHECK(caveats_of(document, decide(document, {}, {})) == lines{"limited c0 region", "limited c0 quota"});
}

TEST_CASE("who may not sell is barred by a deal breaker on research use alone only the other way round") {
  comparison document = clear_pair();
  add_limit(document.contenders[0], limit_code::research_only);
  CHECK(said(document, {limit_code::non_commercial}) == "neither");
  CHECK(reasons_of(document, decide(document, {limit_code::non_commercial}, {}))[0] ==
        "other_limited c0 research_only");
  document.contenders[0].limits[0].code = limit_code::non_commercial;
  CHECK(said(document, {limit_code::research_only}) == "pick c0");
}

TEST_CASE("deal breakers nobody knows are not said") {
  comparison document = clear_pair();
  add_limit(document.contenders[0], limit_code::seats);
  CHECK(said(document, {limit_code::unknown, limit_code::unset}) == "conditional c0 seats");
}

TEST_CASE("disjoint jobs are no contest, an ungiven job claims nothing") {
  comparison document = clear_pair();
  document.contenders[1] = panel_of({"ship ship"}).contenders[1];
  document.contenders[0].jobs = {"edit", "record"};
  CHECK(said(document) == "pick c0");
  document.contenders[1].jobs = {"print"};
  const answer given = decide(document, {}, {});
  CHECK(said(document, given) == "different_jobs");
  CHECK(reasons_of(document, given) == lines{"disjoint_jobs", "share c0 3/3", "other_below_half c1 1/3"});
  document.contenders[1].jobs.push_back("record");
  CHECK(said(document) == "pick c0");
  comparison unjudged = contenders(2);
  unjudged.contenders[0].jobs = {"edit"};
  unjudged.contenders[1].jobs = {"print"};
  CHECK(said(unjudged) == "no_panel");
  CHECK(reasons_of(unjudged, decide(unjudged, {}, {})) == lines{"disjoint_jobs"});
}

TEST_CASE("beside a lone eligible one, two others of one job are a contest") {
  comparison document = panel_of({"ship skip skip", "ship skip skip", "ship skip skip"});
  document.contenders[0].jobs = {"a"};
  document.contenders[1].jobs = {"b"};
  document.contenders[2].jobs = {"b"};
  CHECK(said(document) == "pick c0");
  CHECK(caveats_of(document, decide(document, {}, {})) == lines{"other_job c1", "other_job c2"});
  document.contenders[2].jobs = {"c"};
  CHECK(said(document) == "different_jobs");
}

TEST_CASE("of three, jobs apart in every eligible pair are different jobs, else the odd one is told") {
  comparison document = panel_of({"ship mixed mixed", "ship mixed mixed", "ship ship ship"});
  document.contenders[0].jobs = {"a"};
  document.contenders[1].jobs = {"b"};
  CHECK(said(document) == "pick c0");
  document.contenders[2].jobs = {"a"};
  CHECK(said(document) == "pick c0");
  CHECK(caveats_of(document, decide(document, {}, {})) == lines{"other_job c1"});
  document.contenders[2].jobs = {"c"};
  CHECK(said(document) == "different_jobs");
}

TEST_CASE("of three or more, the answer beats every other eligible one") {
  const comparison document = panel_of({"ship mixed skip", "ship mixed skip", "ship ship skip"});
  const answer given = decide(document, {}, {});
  CHECK(said(document, given) == "pick c0");
  CHECK(reasons_of(document, given) ==
        lines{"dominance c0 c1 2/3", "other_below_half c0 c2 0/3", "share c0 3/3"});
  const comparison three =
      panel_of({"ship mixed mixed", "ship mixed mixed", "ship ship mixed", "- ship ship"});
  CHECK(said(three) == "pick c0");
  CHECK(reasons_of(three, decide(three, {}, {})) ==
        lines{"beats_all c0 2", "dominance c0 c1 2/3", "share c0 3/3"});
  const comparison level = panel_of({"ship ship mixed", "ship ship mixed", "ship ship ship"});
  CHECK(said(level) == "too_close");
  CHECK(reasons_of(level, decide(level, {}, {})) == lines{"level c0 c1 0/3"});
}

TEST_CASE("a cycle of three is too close") {
  // c0 before c1 before c2 before c0, two of three each time.
  const comparison document = panel_of({"ship mixed skip", "skip ship mixed", "mixed skip ship"});
  CHECK(said(document) == "too_close");
  CHECK(reasons_of(document, decide(document, {}, {})) == lines{"cycle"});
}

TEST_CASE("a cycle below one that beats them all does not matter") {
  // c1 before c2 before c3 before c1, one of three each time; c0 before each of them, two of three.
  const comparison document =
      panel_of({"ship ship mixed skip", "ship skip ship mixed", "ship mixed skip ship"});
  CHECK(said(document) == "pick c0");
  CHECK(reasons_of(document, decide(document, {}, {})) ==
        lines{"beats_all c0 3", "dominance c0 c1 2/3", "share c0 3/3"});
}

TEST_CASE("four contenders with missing parts") {
  comparison document = panel_of({"ship skip - -", "ship skip - ship", "ship ship - -", "mixed skip - -"});
  set_status(document, 3, status_code::announced);
  document.contenders[3].relationship = relationship_code::sponsored;
  const answer given = decide(document, {}, {});
  CHECK(said(document, given) == "pick c0");
  CHECK(reasons_of(document, given) == lines{"only_eligible c0", "dominance c0 c1 3/4", "level c0 c3 0/1",
                                             "other_below_half c0 c1 1/4", "other_no_share c0 c2",
                                             "other_not_released c0 c3", "share c0 3/3"});
  CHECK(caveats_of(document, given) == lines{"announced c3", "would_unsettle c3", "not_reviewed c2"});
}

TEST_CASE("interest, dispute, an old price and few reviewers are told of the answer's own contender") {
  comparison document = panel_of({"ship mixed", "ship mixed"});
  contender& picked = document.contenders[0];
  picked.relationship = relationship_code::own_product;
  picked.status.disputed = true;
  picked.price.checked_on = {2026, 1, 1};
  document.contenders[1].relationship = relationship_code::affiliate;
  CHECK(caveats_of(document, decide(document, {}, {2026, 4, 1})) ==
        lines{"disputed c0", "own_product c0", "few_reviewers c0"});
  CHECK(caveats_of(document, decide(document, {}, {2026, 4, 2})) ==
        lines{"disputed c0", "old_price c0", "own_product c0", "few_reviewers c0"});
  for (const relationship_code code :
       {relationship_code::affiliate, relationship_code::sponsored, relationship_code::gifted}) {
    picked.relationship = code;
    CHECK(caveats_of(document, decide(document, {}, {})) ==
          lines{"disputed c0", "paid c0", "few_reviewers c0"});
  }
  for (const relationship_code code : {relationship_code::none, relationship_code::unknown}) {
    picked.relationship = code;
    CHECK(caveats_of(document, decide(document, {}, {})) == lines{"disputed c0", "few_reviewers c0"});
  }
}

TEST_CASE("without an answer the interest in every contender is told") {
  comparison document = panel_of({"ship skip", "skip ship", "ship ship"});
  document.contenders[0].relationship = relationship_code::own_product;
  document.contenders[1].relationship = relationship_code::gifted;
  CHECK(caveats_of(document, decide(document, {}, {})) == lines{"own_product c0", "paid c1"});
}

TEST_CASE("a panel with one human is not all personas") {
  comparison document = persona_panel();
  document.reviewers[2].kind = reviewer_kind::human;
  CHECK(caveats_of(document, decide(document, {}, {})) == lines{"unconfirmed c0", "would_not_change c0"});
}

TEST_CASE("score-only reviews decide through ship_from") {
  comparison document = contenders(2);
  for (std::uint8_t row = 0; row < 3; ++row) {
    reviewer speaker;
    speaker.id = "r" + std::to_string(row);
    document.reviewers.push_back(speaker);
    for (std::uint8_t column = 0; column < 2; ++column) {
      review given;
      given.reviewer = row;
      given.contender = column;
      given.score = column == 0 ? 40 : 80;
      document.reviews.push_back(given);
    }
  }
  CHECK(said(document) == "no_panel");
  document.ship_from = 60;
  CHECK(said(document) == "pick c1");
  document.ship_from = 30;
  CHECK(said(document) == "too_close");
}

TEST_CASE("the publisher's own pick differs when it names another, or one where this names none") {
  comparison document = clear_pair();
  const auto differs = [&] { return decide(document, {}, {}).differs_from_our_pick; };
  CHECK_FALSE(differs());
  document.our_pick.given = true;
  CHECK(differs());  // "none" against a pick
  document.our_pick.contender = std::uint8_t{0};
  CHECK_FALSE(differs());
  document.our_pick.contender = std::uint8_t{1};
  CHECK(differs());
  document.reviews.clear();
  CHECK_FALSE(differs());  // nothing was computed
  comparison level = panel_of({"ship skip", "skip ship"});
  level.our_pick.given = true;
  CHECK_FALSE(decide(level, {}, {}).differs_from_our_pick);
  level.our_pick.contender = std::uint8_t{0};
  CHECK(decide(level, {}, {}).differs_from_our_pick);
}
