#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "faceoff/tally.hpp"
#include "random_ballots.hpp"
#include "recount.hpp"

using namespace faceoff;
using namespace faceoff::test;

namespace {

const poll two = poll_with(poll_mode::verdicts, {"chalk", "ink"}, "two");
const poll four = poll_with(poll_mode::verdicts, {"chalk", "ink", "lead", "wax"}, "four");
const poll choice = poll_with(poll_mode::pick, {"chalk", "ink", "lead"}, "choice");

ballot calls(std::uint64_t rev, call_code chalk, call_code ink) {
  ballot out;
  out.rev = rev;
  out.definition = two.definition;
  if (chalk != call_code::none) out.calls.push_back({"chalk", chalk});
  if (ink != call_code::none) out.calls.push_back({"ink", ink});
  return out;
}

ballot picks(std::uint64_t rev, const std::string& contender) {
  ballot out;
  out.rev = rev;
  out.definition = choice.definition;
  out.pick = contender;
  return out;
}

voter_row folded(const ballots_of_voter& casts) {
  voter_row row;
  for (const ballot& cast : casts) fold(row, cast);
  return row;
}

// The row by its definition, from a map.
voter_row by_map(const ballots_of_voter& casts) {
  voter_row out;
  std::map<std::tuple<hash256, std::string, std::string>, std::tuple<std::uint64_t, hash256, bool>> firsts;
  const auto keep = [&](const ballot& cast, const std::string& a, const std::string& b, bool prefers_a) {
    const auto value = std::make_tuple(cast.rev, content_hash(cast), prefers_a);
    const auto [place, added] = firsts.try_emplace({cast.definition, a, b}, value);
    if (!added) place->second = std::min(place->second, value);
  };
  for (const ballot& cast : casts) {
    if (out.current.rev == 0 || earlier(out.current, cast)) out.current = cast;
    if (!cast.pick.empty()) keep(cast, cast.pick, "", true);
    for (const contender_call& a : cast.calls) {
      for (const contender_call& b : cast.calls) {
        if (a.contender < b.contender && a.call != b.call) {
          keep(cast, a.contender, b.contender, a.call == call_code::ship);
        }
      }
    }
  }
  if (out.current.rev != 0) out.content = content_hash(out.current);
  for (const auto& [key, value] : firsts) {
    out.firsts.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::get<2>(value),
                          std::get<0>(value), std::get<1>(value)});
  }
  return out;
}

// One voter's ballots over two definitions and few revisions, so that equal revisions meet.
ballots_of_voter random_life(dice& random) {
  ballots_of_voter out;
  const std::size_t size = 1 + random.below(9);
  for (std::size_t i = 0; i < size; ++i) {
    const poll& asked = random.one_in(4) ? two : random.one_in(3) ? choice : four;
    out.push_back(random_ballot(random, asked, 1 + random.below(5)));
  }
  return out;
}

constexpr call_code none = call_code::none, ship = call_code::ship, skip = call_code::skip;

}  // namespace

TEST_CASE("the ballot of the highest revision is the current one, whenever it arrives") {
  const ballot early = calls(1, ship, skip);
  const ballot late = calls(2, skip, ship);
  CHECK(folded({early, late}).current == late);
  CHECK(folded({late, early}).current == late);
}

TEST_CASE("of two ballots with one revision the greater content hash wins everywhere") {
  const ballot one = calls(3, ship, skip);
  const ballot other = calls(3, ship, ship);
  const ballot& greater = content_hash(one) < content_hash(other) ? other : one;
  CHECK(folded({one, other}).current == greater);
  CHECK(folded({other, one}).current == greater);
}

TEST_CASE("the first decisive preference survives changing one's mind and withdrawing") {
  const voter_row row =
      folded({calls(1, ship, none), calls(2, ship, skip), calls(3, skip, ship), calls(4, none, none)});
  REQUIRE(row.firsts.size() == 1);
  CHECK(row.firsts[0].a == "chalk");
  CHECK(row.firsts[0].b == "ink");
  CHECK(row.firsts[0].prefers_a);
  CHECK(row.firsts[0].rev == 2);
  CHECK(row.current.withdrawn());
}

TEST_CASE("both shipped or both skipped is no preference") {
  CHECK(folded({calls(1, ship, ship), calls(2, skip, skip), calls(3, none, skip)}).firsts.empty());
}

TEST_CASE("a fold tells what it changed") {
  voter_row row;
  const fold_change first = fold(row, calls(2, ship, skip));
  CHECK(first.current);
  CHECK(first.firsts);
  CHECK_FALSE(fold(row, calls(2, ship, skip)));  // a replay
  const fold_change late = fold(row, calls(1, skip, ship));
  CHECK_FALSE(late.current);
  CHECK(late.firsts);
  const fold_change same_mind = fold(row, calls(3, ship, skip));
  CHECK(same_mind.current);
  CHECK_FALSE(same_mind.firsts);
}

TEST_CASE("a pick is kept once, as a preference over every other contender") {
  const voter_row row = folded({picks(2, "ink"), picks(3, "chalk"), picks(1, "ink")});
  REQUIRE(row.firsts.size() == 2);
  CHECK(row.firsts[0].a == "chalk");
  CHECK(row.firsts[0].b == "");
  CHECK(row.firsts[0].rev == 3);
  CHECK(row.firsts[1].a == "ink");
  CHECK(row.firsts[1].rev == 1);
}

TEST_CASE("every order of five ballots gives the row that the map gives") {
  ballots_of_voter casts = {calls(1, ship, skip), calls(2, skip, ship), calls(2, skip, skip), picks(1, "ink"),
                            calls(3, none, none)};
  const voter_row expected = by_map(casts);
  list<std::size_t> order = {0, 1, 2, 3, 4};
  int orders = 0;
  do {
    voter_row row;
    for (const std::size_t at : order) fold(row, casts[at]);
    REQUIRE(row == expected);
    for (const std::size_t at : order) REQUIRE_FALSE(fold(row, casts[at]));
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  CHECK(orders == 120);
}

TEST_CASE("random lives fold to the row that the map gives, in any order and repeated") {
  dice random(1);
  for (int round = 0; round < 500; ++round) {
    ballots_of_voter casts = random_life(random);
    const voter_row expected = by_map(casts);
    for (int again = 0; again < 4; ++again) {
      casts.push_back(casts[random.below(casts.size())]);
      random.shuffle(casts);
      REQUIRE(folded(casts) == expected);
    }
  }
}

TEST_CASE("stores that saw parts of a life merge to the whole, in any order and repeated") {
  dice random(2);
  for (int round = 0; round < 500; ++round) {
    const ballots_of_voter casts = random_life(random);
    list<voter_row> stores(1 + random.below(4));
    for (const ballot& cast : casts) {
      fold(stores[random.below(stores.size())], cast);
      if (random.one_in(3)) fold(stores[random.below(stores.size())], cast);
    }
    stores.push_back(stores[random.below(stores.size())]);
    random.shuffle(stores);
    voter_row whole;
    for (const voter_row& each : stores) merge(whole, each);
    REQUIRE(whole == by_map(casts));
    for (const voter_row& each : stores) REQUIRE_FALSE(merge(whole, each));
  }
}

TEST_CASE("an empty row merges without a trace") {
  voter_row row = folded({calls(1, ship, skip)});
  const voter_row before = row;
  CHECK_FALSE(merge(row, voter_row{}));
  CHECK(row == before);
  voter_row fresh;
  CHECK_FALSE(merge(fresh, voter_row{}));
  CHECK(merge(fresh, before));
  CHECK(fresh == before);
}
