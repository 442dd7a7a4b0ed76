#include <doctest/doctest.h>

#include <random>

#include "verdict_documents.hpp"

using namespace faceoff;
using namespace faceoff::testing;

namespace {

contender_split column(const list<faceoff::string>& rows) { return read_split(panel_of(rows)).contenders[0]; }

using indices = reviewer_set;

// Above 0, 0 or below 0 as the reviewer prefers a, neither or b; none unless both are judged.
std::optional<int> preference(const comparison& document, std::size_t reviewer, const head_to_head& pair) {
  int rank_a = 0, rank_b = 0;  // 1 skip, 2 mixed, 3 ship
  for (const review& given : document.reviews) {
    if (given.reviewer != reviewer) continue;
    const verdict_code verdict = counted_verdict(document, given);
    const int rank = verdict == verdict_code::ship    ? 3
                     : verdict == verdict_code::mixed ? 2
                     : verdict == verdict_code::skip  ? 1
                                                      : 0;
    if (given.contender == pair.a) rank_a = rank;
    if (given.contender == pair.b) rank_b = rank;
  }
  if (!rank_a || !rank_b) return {};
  return rank_a - rank_b;
}

int lead_without(const comparison& document, const head_to_head& pair, std::size_t left_out) {
  int lead = 0;
  for (std::size_t reviewer = 0; reviewer < document.reviewers.size(); ++reviewer) {
    if (reviewer == left_out) continue;
    const int liking = preference(document, reviewer, pair).value_or(0);
    lead += (liking > 0) - (liking < 0);
  }
  return lead;
}

// By the words of the header: counted, sorted and left out one by one.
void check_pair(const comparison& document, const head_to_head& pair) {
  const std::size_t nobody = document.reviewers.size();
  indices prefer_a, prefer_b, same;
  for (std::size_t reviewer = 0; reviewer < nobody; ++reviewer) {
    const std::optional<int> liking = preference(document, reviewer, pair);
    if (!liking) continue;
    (*liking > 0 ? prefer_a : *liking < 0 ? prefer_b : same).add(static_cast<reviewer_index>(reviewer));
  }
  REQUIRE(pair.prefer_a == prefer_a);
  REQUIRE(pair.prefer_b == prefer_b);
  REQUIRE(pair.same == same);
  const int lead = lead_without(document, pair, nobody);
  index_or_none leader;
  if (lead) leader = lead > 0 ? pair.a : pair.b;
  REQUIRE(pair.leader == leader);
  REQUIRE(pair.dominant == (lead && (lead > 0 ? prefer_b : prefer_a).empty()));
  bool survives = lead != 0;
  for (std::size_t left_out = 0; left_out < nobody; ++left_out) {
    const int rest = lead_without(document, pair, left_out);
    survives = survives && (lead > 0 ? rest > 0 : rest < 0);
  }
  REQUIRE(pair.survives == survives);
}

}  // namespace

TEST_CASE("a contender's panel is unanimous, a majority, tied, a single voice or none") {
  CHECK(column({"ship", "ship", "abstain"}).kind == agreement::unanimous);
  CHECK(column({"ship", "ship"}).most_ship);
  CHECK(column({"skip", "skip", "skip"}).kind == agreement::unanimous);
  CHECK_FALSE(column({"skip", "skip", "skip"}).most_ship);
  const contender_split majority = column({"ship", "skip", "skip", "abstain"});
  CHECK(majority.kind == agreement::majority);
  CHECK(majority.most == 2);
  CHECK(majority.least == 1);
  CHECK_FALSE(majority.most_ship);
  CHECK(column({"ship", "skip"}).kind == agreement::tied);
  CHECK(column({"ship", "-"}).kind == agreement::single);
  CHECK(column({"ship", "-"}).most_ship);
  CHECK(column({"mixed", "mixed"}).kind == agreement::none);
}

TEST_CASE("beside a mixed verdict nobody is unanimous or alone") {
  const contender_split two = column({"ship", "ship", "mixed"});
  CHECK(two.kind == agreement::majority);
  CHECK(two.most == 2);
  CHECK(two.least == 0);
  CHECK(column({"skip", "mixed"}).kind == agreement::majority);
  CHECK(column({"skip", "ship", "mixed"}).kind == agreement::tied);
}

TEST_CASE("nobody prefers the first, two prefer the second, two rate them the same, and the lead survives") {
  const split_reading split = read_split(persona_panel());
  CHECK(split.contenders[0].kind == agreement::tied);
  CHECK(split.contenders[1].kind == agreement::unanimous);
  REQUIRE(split.pairs.size() == 1);
  const head_to_head& pair = split.pairs[0];
  CHECK(pair.prefer_a.empty());
  CHECK(pair.prefer_b == indices{1, 3});
  CHECK(pair.same == indices{0, 2});
  CHECK(pair.leader == contender_index{1});
  CHECK(pair.dominant);
  CHECK(pair.survives);
}

TEST_CASE("ship goes before mixed before skip, and who judged one alone has no preference") {
  const split_reading split =
      read_split(panel_of({"ship mixed", "skip mixed", "abstain ship", "ship -", "mixed mixed"}));
  const head_to_head& pair = split.pairs[0];
  CHECK(pair.prefer_a == indices{0});
  CHECK(pair.prefer_b == indices{1});
  CHECK(pair.same == indices{4});
  CHECK_FALSE(pair.leader);
  CHECK_FALSE(pair.dominant);
  CHECK_FALSE(pair.survives);
}

TEST_CASE("a lead of one hangs on one reviewer, with or without dissent") {
  const head_to_head lone = read_split(panel_of({"ship skip", "ship ship"})).pairs[0];
  CHECK(lone.leader == contender_index{0});
  CHECK(lone.dominant);
  CHECK_FALSE(lone.survives);
  const head_to_head close = read_split(panel_of({"ship skip", "ship skip", "skip ship"})).pairs[0];
  CHECK_FALSE(close.dominant);
  CHECK_FALSE(close.survives);
  const head_to_head clear =
      read_split(panel_of({"ship skip", "ship skip", "ship skip", "skip ship"})).pairs[0];
  CHECK_FALSE(clear.dominant);
  CHECK(clear.survives);
}

TEST_CASE("no reviewer of both: no leader") {
  const head_to_head pair = read_split(panel_of({"ship -", "- skip"})).pairs[0];
  CHECK(pair.same.empty());
  CHECK_FALSE(pair.leader);
}

TEST_CASE("head to head agrees with counting and leaving out one by one, on 3,000 random panels") {
  std::mt19937 random(20261125);
  const char* const codes[] = {"ship", "ship", "skip", "mixed", "abstain", "-"};
  for (int round = 0; round < 3000; ++round) {
    list<faceoff::string> rows(1 + random() % 7);
    const std::size_t size = 2 + random() % 3;
    for (faceoff::string& row : rows)
      for (std::size_t index = 0; index < size; ++index) (row += codes[random() % 6]) += " ";
    const comparison document = panel_of(rows);
    const split_reading split = read_split(document);
    REQUIRE(split.pairs.size() == size * (size - 1) / 2);
    for (const head_to_head& pair : split.pairs) check_pair(document, pair);
  }
}
