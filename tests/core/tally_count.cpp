#include <doctest/doctest.h>

#include "faceoff/tally.hpp"
#include "random_ballots.hpp"
#include "recount.hpp"

using namespace faceoff;
using namespace faceoff::test;

namespace {

const poll verdicts = poll_with(poll_mode::verdicts, {"chalk", "ink", "lead", "wax"}, "now");
const poll choice = poll_with(poll_mode::pick, {"chalk", "ink", "lead"}, "choice");
const poll earlier_poll = poll_with(poll_mode::verdicts, {"chalk", "slate"}, "earlier");

ballot of(const poll& asked, std::uint64_t rev, list<contender_call> calls, std::string pick = "") {
  ballot out;
  out.rev = rev;
  out.definition = asked.definition;
  out.calls = std::move(calls);
  out.pick = std::move(pick);
  return out;
}

tally counted(const poll& asked, const list<ballots_of_voter>& voters) {
  tally sum = empty_tally(asked);
  for (const ballots_of_voter& casts : voters) {
    voter_row row;
    for (const ballot& cast : casts) fold(row, cast);
    add(sum, row);
  }
  return sum;
}

const pair_tally& pair(const tally& sum, std::string_view a, std::string_view b) {
  for (const pair_tally& each : sum.preferences) {
    if (each.a == a && each.b == b) return each;
  }
  FAIL("no such pair");
  return sum.preferences.front();
}

constexpr call_code ship = call_code::ship, skip = call_code::skip;

}  // namespace

TEST_CASE("an empty tally names every contender and every pair once, sorted") {
  const tally sum = empty_tally(verdicts);
  REQUIRE(sum.tallies.size() == 4);
  CHECK(sum.tallies[0].contender == "chalk");
  CHECK(sum.tallies[3].contender == "wax");
  REQUIRE(sum.preferences.size() == 6);
  CHECK(sum.preferences[0].a == "chalk");
  CHECK(sum.preferences[0].b == "ink");
  CHECK(sum.preferences[5].a == "lead");
  CHECK(sum.preferences[5].b == "wax");
  CHECK(sum.ballots == 0);
}

// Anna ships chalk and skips ink; Ben ships both, then skips chalk; Cleo calls chalk alone; Dan withdraws
// what he said first.
TEST_CASE("four readers are counted as one would by hand") {
  const tally sum = counted(
      verdicts,
      {{of(verdicts, 1, {{"chalk", ship}, {"ink", skip}})},
       {of(verdicts, 1, {{"chalk", ship}, {"ink", ship}}), of(verdicts, 2, {{"chalk", skip}, {"ink", ship}})},
       {of(verdicts, 1, {{"chalk", ship}})},
       {of(verdicts, 1, {{"chalk", ship}, {"ink", skip}}), of(verdicts, 2, {})}});
  CHECK(sum.ballots == 3);
  CHECK(sum.tallies[0] == contender_tally{"chalk", 2, 1, 0});
  CHECK(sum.tallies[1] == contender_tally{"ink", 1, 1, 0});
  CHECK(sum.tallies[2] == contender_tally{"lead", 0, 0, 0});
  // Cleo is in no cell; Dan's first preference stays with Anna's, Ben's is for ink.
  CHECK(pair(sum, "chalk", "ink") == pair_tally{"chalk", "ink", 0, 1, 1, 0, 2, 1});
  CHECK(pair(sum, "chalk", "wax") == pair_tally{"chalk", "wax", 0, 0, 0, 0, 0, 0});
}

TEST_CASE("a pick is a preference over every other contender, and a third one's is neither") {
  const tally sum = counted(choice, {{of(choice, 1, {}, "ink")},
                                     {of(choice, 1, {}, "ink"), of(choice, 2, {}, "lead")},
                                     {of(choice, 1, {}, "chalk"), of(choice, 2, {})}});
  CHECK(sum.ballots == 2);
  CHECK(sum.tallies[1] == contender_tally{"ink", 0, 0, 1});
  CHECK(pair(sum, "chalk", "ink") == pair_tally{"chalk", "ink", 0, 0, 1, 1, 1, 2});
  CHECK(pair(sum, "ink", "lead") == pair_tally{"ink", "lead", 0, 1, 1, 0, 2, 0});
  // The second reader chose between chalk and lead for the first time in the second ballot.
  CHECK(pair(sum, "chalk", "lead") == pair_tally{"chalk", "lead", 0, 0, 1, 1, 1, 1});
}

TEST_CASE("ballots of an earlier definition are kept apart until their reader votes again") {
  const ballot old = of(earlier_poll, 1, {{"chalk", ship}, {"slate", skip}});
  const tally before = counted(verdicts, {{old}, {of(verdicts, 1, {{"ink", ship}})}});
  CHECK(before.ballots == 1);
  CHECK(before.tallies[0].ship == 0);
  REQUIRE(before.previous.size() == 1);
  CHECK(before.previous[0].definition == earlier_poll.definition);
  CHECK(before.previous[0].ballots == 1);
  CHECK(before.previous[0].tallies == list<contender_tally>{{"chalk", 1, 0, 0}, {"slate", 0, 1, 0}});
  const tally after = counted(verdicts, {{old, of(verdicts, 2, {{"chalk", skip}})}});
  CHECK(after.previous.empty());
  CHECK(after.tallies[0].skip == 1);
  CHECK(counted(verdicts, {{old, of(verdicts, 2, {})}}) == empty_tally(verdicts));
}

TEST_CASE("a definition that comes back finds its first preferences") {
  const tally sum = counted(
      verdicts, {{of(verdicts, 1, {{"chalk", ship}, {"ink", skip}}), of(earlier_poll, 2, {{"slate", ship}}),
                  of(verdicts, 3, {{"chalk", skip}, {"ink", ship}})}});
  CHECK(pair(sum, "chalk", "ink") == pair_tally{"chalk", "ink", 0, 0, 1, 0, 1, 0});
}

TEST_CASE("random stores count like a recount of every ballot, and emptying them leaves nothing") {
  dice random(3);
  for (int round = 0; round < 300; ++round) {
    const poll& asked = random.one_in(2) ? verdicts : choice;
    list<ballots_of_voter> voters(1 + random.below(12));
    list<voter_row> rows(voters.size());
    tally sum = empty_tally(asked);
    for (int step = 0; step < 40; ++step) {
      const std::size_t who = random.below(voters.size());
      const poll& about = random.one_in(4) ? earlier_poll : asked;
      voters[who].push_back(random_ballot(random, about, 1 + random.below(6)));
      remove(sum, rows[who]);
      fold(rows[who], voters[who].back());
      add(sum, rows[who]);
    }
    REQUIRE(sum == recount(asked, voters));
    for (const voter_row& row : rows) remove(sum, row);
    REQUIRE(sum == empty_tally(asked));
  }
}

TEST_CASE("counts never leave 0 to 2^53-1") {
  voter_row row;
  fold(row, of(verdicts, 1, {{"chalk", ship}, {"ink", skip}}));
  tally sum = empty_tally(verdicts);
  remove(sum, row);
  CHECK(sum == empty_tally(verdicts));
  sum.ballots = (std::uint64_t{1} << 53) - 1;
  add(sum, row);
  CHECK(sum.ballots == (std::uint64_t{1} << 53) - 1);
}
