#include <doctest/doctest.h>

#include "faceoff/error_rules.hpp"
#include "faceoff/json.hpp"
#include "faceoff/tally.hpp"
#include "random_ballots.hpp"

using namespace faceoff;
using namespace faceoff::test;

namespace {

const poll asked = poll_with(poll_mode::verdicts, {"chalk", "ink", "wax"}, "asked");
const poll choice = poll_with(poll_mode::pick, {"chalk", "ink"}, "choice");

std::string with(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  REQUIRE(at != text.npos);
  return text.replace(at, old.size(), now);
}

// 41 and 12 of 53 for chalk; 20 and 33 for ink; nobody on wax.
std::string small() {
  return R"({"faceoff":1,"comparison":"ink-vs-chalk","definition":")" + to_hex(asked.definition) +
         R"(","epoch":"e1","revision":60,"state":"open","counted_on":"2026-11-25","ballots":53,"quarantined":2,)"
         R"("tallies":[{"contender":"chalk","ship":41,"skip":12,"picks":0},)"
         R"({"contender":"ink","ship":20,"skip":33,"picks":0}],)"
         R"("preferences":[{"a":"chalk","b":"ink","both":18,"only_a":23,"only_b":2,"neither":10,"first_a":22,"first_b":4}],)"
         R"("previous":[],"called":null,"ballots_url":"/votes/ink-vs-chalk","events_url":null})";
}

std::string feed_of(const std::string& items) {
  return R"({"version":"https://jsonfeed.org/version/1.1","title":"Votes","items":[)" + items + "]}";
}

std::string item(const std::string& id, const std::string& sum) {
  return R"({"id":")" + id + R"(","content_text":"Chalk 41 ship","_faceoff":{"tally":)" + sum + "}}";
}

void refuses(const std::string& text, rule what, std::string_view pointer) {
  CAPTURE(text);
  const auto read = parse_tally(text, "ink-vs-chalk");
  REQUIRE_FALSE(read);
  CHECK(rule_id(read.error().what) == rule_id(what));
  CHECK(read.error().pointer == pointer);
  CHECK(read.error().level == severity::error);
}

tally random_tally(dice& random) {
  const poll& about = random.one_in(2) ? asked : choice;
  tally sum = empty_tally(about);
  sum.epoch = "epoch \"" + std::to_string(random.below(9));
  sum.revision = random.below(1000);
  sum.state = static_cast<poll_state>(random.below(3));
  if (random.one_in(2)) sum.counted_on = {2026, 11, static_cast<std::uint8_t>(1 + random.below(30))};
  sum.quarantined = random.below(3);
  if (random.one_in(2)) sum.called = "ink";
  if (random.one_in(2)) sum.ballots_url = "/votes/</script>";
  if (random.one_in(2)) sum.events_url = "https://votes.example/-/events";
  for (std::size_t voters = random.below(20); voters > 0; --voters) {
    voter_row row;
    fold(row, random_ballot(random, random.one_in(5) ? (&about == &asked ? choice : asked) : about, 1));
    add(sum, row);
  }
  return sum;
}

}  // namespace

TEST_CASE("a tally is read with everything it says") {
  const auto read = parse_tally(small(), "ink-vs-chalk");
  REQUIRE(read);
  CHECK(read->comparison == "ink-vs-chalk");
  CHECK(read->definition == asked.definition);
  CHECK(read->epoch == "e1");
  CHECK(read->revision == 60);
  CHECK(read->state == poll_state::open);
  CHECK(to_text(read->counted_on) == "2026-11-25");
  CHECK(read->ballots == 53);
  CHECK(read->quarantined == 2);
  CHECK(read->tallies == list<contender_tally>{{"chalk", 41, 12, 0}, {"ink", 20, 33, 0}});
  CHECK(read->preferences == list<pair_tally>{{"chalk", "ink", 18, 23, 2, 10, 22, 4}});
  CHECK(read->previous.empty());
  CHECK(read->called.empty());
  CHECK(read->ballots_url == "/votes/ink-vs-chalk");
  CHECK(read->events_url.empty());
}

TEST_CASE("a tally is written with every key in the documented order") {
  CHECK(write_tally(*parse_tally(small(), "")) == small());
}

TEST_CASE("what is written is read back as it was") {
  dice random(5);
  for (int round = 0; round < 300; ++round) {
    const tally sum = random_tally(random);
    const std::string text = write_tally(sum);
    const auto read = parse_tally(text, round % 2 ? "" : "ink-vs-chalk");
    REQUIRE(read);
    CHECK(*read == sum);
    CHECK(text.find("</") == text.npos);
  }
}

TEST_CASE("a votes feed is searched for its item, by id or by the tally's comparison") {
  const std::string other = with(small(), "ink-vs-chalk", "a-vs-b");
  const auto by_id =
      parse_tally(feed_of(item("a-vs-b", other) + "," + item("ink-vs-chalk", small())), "ink-vs-chalk");
  REQUIRE(by_id);
  CHECK(by_id->ballots == 53);
  const auto by_tally =
      parse_tally(feed_of(item("urn:1", other) + "," + item("urn:2", small())), "ink-vs-chalk");
  REQUIRE(by_tally);
  CHECK(by_tally->comparison == "ink-vs-chalk");
}

TEST_CASE("a feed without the item says which one is missing") {
  refuses(feed_of(""), rule::tally_missing, "/items");
  refuses(feed_of(item("a-vs-b", with(small(), "ink-vs-chalk", "a-vs-b"))), rule::tally_missing, "/items");
  refuses(feed_of(R"({"id":"ink-vs-chalk"})"), rule::tally_missing, "/items");
  refuses(feed_of(R"({"id":"ink-vs-chalk","_faceoff":7})"), rule::tally_missing, "/items");
  const auto read = parse_tally(feed_of(""), "ink-vs-chalk");
  CHECK(sentence(read.error()) == "The votes feed has no ink-vs-chalk.");
}

TEST_CASE("another comparison's tally is refused") {
  refuses(with(small(), "ink-vs-chalk", "a-vs-b"), rule::tally_invalid, "");
  refuses(feed_of(item("ink-vs-chalk", with(small(), "ink-vs-chalk", "a-vs-b"))), rule::tally_invalid, "");
}

TEST_CASE("what is no tally is refused with its place") {
  refuses("", rule::json_empty, "");
  refuses("<!doctype html>", rule::json_html, "");
  refuses("[]", rule::tally_invalid, "");
  refuses("{}", rule::tally_invalid, "");
  refuses(with(small(), R"("faceoff":1)", R"("faceoff":2)"), rule::tally_invalid, "");
  refuses(with(small(), R"("epoch":"e1")", R"("epoch":1)"), rule::tally_invalid, "/epoch");
  refuses(with(small(), R"("epoch":"e1",)", ""), rule::tally_invalid, "");
  refuses(with(small(), R"("state":"open")", R"("state":true)"), rule::tally_invalid, "/state");
  refuses(with(small(), "2026-11-25", "2026-02-30"), rule::tally_invalid, "");
  refuses(with(small(), to_hex(asked.definition), "0"), rule::tally_invalid, "/definition");
  refuses(with(small(), R"("tallies":[)", R"("tallies":{},"x":[)"), rule::tally_invalid, "/tallies");
  refuses(with(small(), R"("a":"chalk")", R"("a":"slate")"), rule::tally_invalid, "/preferences/0");
  refuses(with(small(), R"("a":"chalk")", R"("a":"ink")"), rule::tally_invalid, "/preferences/0");
  refuses(with(small(), R"({"contender":"ink")", R"({"contender":"chalk")"), rule::tally_invalid,
          "/tallies/1");
  refuses(with(small(), R"("called":null)", R"("called":"slate")"), rule::tally_invalid, "");
  refuses(with(small(), R"("events_url":null)", R"("events_url":[])"), rule::tally_invalid, "/events_url");
  refuses(with(small(), R"("previous":[])", R"("previous":[{}])"), rule::tally_invalid, "/previous/0");
  const std::string pair =
      R"({"a":"ink","b":"chalk","both":0,"only_a":0,"only_b":0,"neither":0,"first_a":0,"first_b":0})";
  refuses(with(small(), R"("preferences":[)", R"("preferences":[)" + pair + ","), rule::tally_invalid,
          "/preferences/1");
  std::string many;
  for (char id = 'a'; id < 'j'; ++id) {
    many += std::string(R"({"contender":")") + id + R"(","ship":0,"skip":0,"picks":0},)";
  }
  refuses(with(small(), R"("tallies":[)", R"("tallies":[)" + many), rule::tally_invalid, "/tallies/8");
}

TEST_CASE("a count is an exact integer, and there") {
  for (const char* bad :
       {"-1", "2.5", "1e400", "9007199254740992", "18446744073709551615", "\"41\"", "null"}) {
    refuses(with(small(), R"("ship":41)", std::string(R"("ship":)") + bad), rule::tally_invalid,
            "/tallies/0/ship");
    refuses(with(small(), R"("revision":60)", std::string(R"("revision":)") + bad), rule::tally_invalid,
            "/revision");
  }
  refuses(with(small(), R"("ship":41,)", ""), rule::tally_invalid, "/tallies/0");
}

TEST_CASE("counts that cannot be of the same readers are refused") {
  refuses(with(small(), R"("ballots":53)", R"("ballots":52)"), rule::tally_counts, "/tallies/0");
  refuses(with(small(), R"("ship":41)", R"("ship":42)"), rule::tally_counts, "/tallies/0");
  refuses(with(small(), R"("neither":10)", R"("neither":11)"), rule::tally_counts, "/preferences/0");
  refuses(with(small(), R"("both":18,"only_a":23)", R"("both":19,"only_a":22)"), rule::tally_counts,
          "/preferences/0");
  refuses(with(small(), R"("both":18,"only_a":23)", R"("both":17,"only_a":25)"), rule::tally_counts,
          "/preferences/0");
  refuses(with(small(), R"("only_b":2,"neither":10)", R"("only_b":2,"neither":12)"), rule::tally_counts,
          "/preferences/0");
  refuses(with(small(), R"("previous":[])",
               R"("previous":[{"definition":")" + to_hex(choice.definition) +
                   R"(","ballots":1,"tallies":[{"contender":"ink","ship":1,"skip":1,"picks":0}]}])"),
          rule::tally_counts, "/previous/0/tallies/0");
  const std::string full = "9007199254740991";
  refuses(with(with(small(), R"("skip":12)", R"("skip":)" + full), R"("ballots":53)", R"("ballots":)" + full),
          rule::tally_counts, "/tallies/0");
}

TEST_CASE("two picks of one reader are refused") {
  const auto picks = [](const std::string& chalk, const std::string& ink) {
    return R"({"faceoff":1,"comparison":"ink-vs-chalk","definition":")" + to_hex(choice.definition) +
           R"(","epoch":"e","revision":1,"state":"open","ballots":3,"quarantined":0,"tallies":[)"
           R"({"contender":"chalk","ship":0,"skip":0,"picks":)" +
           chalk + R"(},{"contender":"ink","ship":0,"skip":0,"picks":)" + ink + "}]}";
  };
  CHECK(parse_tally(picks("2", "1"), ""));
  refuses(picks("2", "2"), rule::tally_counts, "/tallies/1");
}

TEST_CASE("readers who picked a third one are among the readers") {
  const auto neither = [](const std::string& count) {
    return R"({"faceoff":1,"comparison":"ink-vs-chalk","definition":")" + to_hex(choice.definition) +
           R"(","epoch":"e","revision":1,"state":"open","ballots":3,"quarantined":0,"tallies":[)"
           R"({"contender":"chalk","ship":0,"skip":0,"picks":1},{"contender":"ink","ship":0,"skip":0,"picks":0},)"
           R"({"contender":"wax","ship":0,"skip":0,"picks":2}],"preferences":[)"
           R"({"a":"chalk","b":"ink","both":0,"only_a":1,"only_b":0,"neither":)" +
           count + R"(,"first_a":1,"first_b":0}]})";
  };
  CHECK(parse_tally(neither("2"), ""));
  refuses(neither("3"), rule::tally_counts, "/preferences/0");
}

TEST_CASE("what readers are shown is read without judging the rest") {
  tally shown;
  finding why;
  const std::string broken = with(small(), R"("preferences":[)", R"("preferences":[7,)");
  REQUIRE(read_tally(broken, "ink-vs-chalk", shown, why));
  CHECK_FALSE(parse_tally(broken, "ink-vs-chalk"));
  const auto whole = parse_tally(small(), "ink-vs-chalk");
  REQUIRE(whole);
  CHECK(shown.tallies == whole->tallies);
  CHECK(shown.revision == 60);
  CHECK(shown.ballots_url == "/votes/ink-vs-chalk");
  CHECK(shown.preferences.empty());
  tally none;
  CHECK_FALSE(read_tally(with(small(), R"("ballots":53)", R"("ballots":52)"), "ink-vs-chalk", none, why));
  CHECK(why.what == rule::tally_counts);
  CHECK(why.pointer == "/tallies/0");
}

TEST_CASE("unknown keys are ignored and an unknown state takes no votes") {
  CHECK(parse_tally(with(small(), R"("epoch")", R"("mood":[1,{}],"epoch")"), ""));
  CHECK(parse_tally(with(small(), R"("open")", R"("paused")"), "")->state == poll_state::not_open);
  CHECK(parse_tally(with(small(), R"("open")", R"("closed")"), "")->state == poll_state::closed);
}

TEST_CASE("lists in another order, and pairs the other way round, are put in order") {
  const auto read = parse_tally(
      with(
          with(
              small(),
              R"("a":"chalk","b":"ink","both":18,"only_a":23,"only_b":2,"neither":10,"first_a":22,"first_b":4)",
              R"("a":"ink","b":"chalk","both":18,"only_a":2,"only_b":23,"neither":10,"first_a":4,"first_b":22)"),
          R"("tallies":[)", R"("tallies":[{"contender":"wax","ship":0,"skip":0,"picks":0},)"),
      "");
  REQUIRE(read);
  CHECK(read->tallies[0].contender == "chalk");
  CHECK(read->tallies[2].contender == "wax");
  CHECK(read->preferences == list<pair_tally>{{"chalk", "ink", 18, 23, 2, 10, 22, 4}});
}

TEST_CASE("a finding names line and column in the text as fetched") {
  const auto read = parse_tally(with(small(), R"("ship":41)", "\n  \"ship\": true"), "");
  REQUIRE_FALSE(read);
  CHECK(read.error().line == 2);
  CHECK(read.error().column == 11);
  CHECK(read.error().subject == "ship");
}

TEST_CASE("the own vote is read back as it was written") {
  dice random(6);
  for (int round = 0; round < 200; ++round) {
    own_vote own;
    own.epoch = std::to_string(round);
    for (std::uint64_t n = random.below(remembered_ballots + 1); n > 0; --n) {
      own.counted.push_back(
          {100 - n, random_ballot(random, round % 2 ? asked : choice, 1 + random.below(99))});
    }
    if (random.one_in(2)) own.pending = random_ballot(random, asked, 100);
    const auto read = parse_own_vote(write_own_vote(own));
    REQUIRE(read);
    CHECK(read->epoch == own.epoch);
    CHECK(read->pending == own.pending);
    REQUIRE(read->counted.size() == own.counted.size());
    for (std::size_t i = 0; i < own.counted.size(); ++i) {
      CHECK(read->counted[i].revision == own.counted[i].revision);
      CHECK(read->counted[i].cast == own.counted[i].cast);
    }
  }
}

TEST_CASE("the own vote is written as the device keeps it") {
  own_vote own;
  own.epoch = "e1";
  ballot cast;
  cast.rev = 2;
  cast.calls = {{"ink", call_code::ship}};
  own.counted.push_back({7, cast});
  const std::string kept = R"({"faceoff":1,"rev":2,"definition":")" + std::string(64, '0') +
                           R"(","calls":[{"contender":"ink","call":"ship"}],"pick":null})";
  CHECK(write_own_vote(own) ==
        R"({"epoch":"e1","counted":[{"revision":7,"ballot":)" + kept + R"(}],"pending":null})");
  own.pending = cast;
  own.counted.clear();
  CHECK(write_own_vote(own) == R"({"epoch":"e1","counted":[],"pending":)" + kept + "}");
}

TEST_CASE("a kept vote that is none is refused as a whole") {
  own_vote own;
  own.pending = ballot{};
  own.pending->rev = 1;
  const std::string good = write_own_vote(own);
  REQUIRE(parse_own_vote(good));
  for (const std::string& bad :
       {std::string(), std::string("null"), std::string("{}"), good + "x",
        with(good, R"("rev":1)", R"("rev":0)"), with(good, R"("faceoff":1)", R"("faceoff":2)"),
        with(good, R"("counted":[])", R"("counted":{})"), with(good, R"("counted":[])", R"("counted":[{}])"),
        with(good, R"("epoch":"")", R"("epoch":null)")}) {
    CAPTURE(bad);
    const auto read = parse_own_vote(bad);
    REQUIRE_FALSE(read);
    CHECK(read.error().what == rule::own_invalid);
  }
}
