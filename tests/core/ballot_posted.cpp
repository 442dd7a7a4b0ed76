#include <doctest/doctest.h>

#include "faceoff/ballot.hpp"
#include "random_ballots.hpp"

using namespace faceoff;
using namespace faceoff::test;

namespace {

const poll asked = poll_with(poll_mode::verdicts, {"chalk", "ink"}, "asked");
const poll choice = poll_with(poll_mode::pick, {"chalk", "ink"}, "choice");
const std::string key(43, 'A');

std::string with(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  REQUIRE(at != text.npos);
  return text.replace(at, old.size(), now);
}

std::string body() {
  return R"({"faceoff": 1, "key": ")" + key + R"(", "rev": 3, "definition": ")" + to_hex(asked.definition) +
         R"(", "calls": [{"contender": "ink", "call": "skip"}, {"contender": "chalk", "call": "ship"}],)"
         R"( "pick": null})";
}

void refuses(const std::string& text, ballot_error what, std::string_view pointer, const poll& by = asked) {
  CAPTURE(text);
  const auto read = parse_ballot(text, by);
  REQUIRE_FALSE(read);
  CHECK(read.error().what == what);
  CHECK(read.error().pointer == pointer);
}

}  // namespace

TEST_CASE("a posted ballot is read and its calls are put in order") {
  const auto read = parse_ballot(body(), asked);
  REQUIRE(read);
  CHECK(read->key == key);
  CHECK(read->ballot.rev == 3);
  CHECK(read->ballot.definition == asked.definition);
  CHECK(read->ballot.calls == list<contender_call>{{"chalk", call_code::ship}, {"ink", call_code::skip}});
  CHECK(read->ballot.pick == "");
}

TEST_CASE("no calls and no pick withdraw, whether written or left out") {
  for (const std::string& tail : {std::string(R"(, "calls": [], "pick": null})"), std::string("}")}) {
    const auto read =
        parse_ballot(R"({"faceoff":1,"key":")" + key + R"(","rev":9007199254740991,"definition":")" +
                         std::string(to_hex(asked.definition)) + '"' + tail,
                     asked);
    REQUIRE(read);
    CHECK(read->ballot.withdrawn());
    CHECK(read->ballot.rev == 9007199254740991);
  }
}

TEST_CASE("unknown keys are for newer formats and ignored") {
  CHECK(parse_ballot(with(body(), R"("pick")", R"("mood": {"a": [1]}, "pick")"), asked));
}

TEST_CASE("what a device writes is read back as it was") {
  dice random(4);
  for (int round = 0; round < 300; ++round) {
    const poll& about = random.one_in(2) ? asked : choice;
    const posted_ballot posted{key, random_ballot(random, about, 1 + random.below(1000))};
    const auto read = parse_ballot(write_ballot(posted), about);
    REQUIRE(read);
    CHECK(read->key == posted.key);
    CHECK(read->ballot == posted.ballot);
  }
}

TEST_CASE("a ballot is written with every key in the documented order") {
  ballot cast;
  cast.rev = 2;
  cast.calls = {{"ink", call_code::ship}};
  CHECK(write_ballot({key, cast}) == R"({"faceoff":1,"key":")" + key + R"(","rev":2,"definition":")" +
                                         std::string(64, '0') +
                                         R"(","calls":[{"contender":"ink","call":"ship"}],"pick":null})");
}

TEST_CASE("a body of more than 2 KiB is too large, whatever it holds") {
  refuses(body() + std::string(2048 - body().size() + 1, ' '), ballot_error::too_large, "");
  CHECK(parse_ballot(body() + std::string(2048 - body().size(), ' '), asked));
}

TEST_CASE("what is no ballot is malformed and says where") {
  refuses("", ballot_error::malformed, "");
  refuses("<html>", ballot_error::malformed, "");
  refuses("[]", ballot_error::malformed, "");
  refuses("{}", ballot_error::malformed, "");
  refuses(body() + "x", ballot_error::malformed, "");
  refuses(with(body(), R"("faceoff": 1)", R"("faceoff": "1")"), ballot_error::malformed, "/faceoff");
  refuses(with(body(), R"("faceoff": 1)", R"("faceoff": 0)"), ballot_error::malformed, "/faceoff");
  refuses(with(body(), key, key.substr(1)), ballot_error::malformed, "/key");
  refuses(with(body(), key, key.substr(1) + "="), ballot_error::malformed, "/key");
  refuses(with(body(), '"' + key + '"', std::string(43, '4')), ballot_error::malformed, "/key");
  for (const char* rev :
       {"0", "-1", "2.5", "9007199254740992", "18446744073709551615", "\"3\"", "null", "true"}) {
    refuses(with(body(), R"("rev": 3)", std::string(R"("rev": )") + rev), ballot_error::malformed, "/rev");
  }
  refuses(with(body(), to_hex(asked.definition), "abc"), ballot_error::malformed, "/definition");
  refuses(with(body(), R"("rev": 3, )", ""), ballot_error::malformed, "");
  refuses(with(body(), R"("calls": [)", R"("calls": {}, "x": [)"), ballot_error::malformed, "/calls");
  refuses(with(body(), R"("calls": [)", R"("calls": [7, )"), ballot_error::malformed, "/calls/0");
  refuses(with(body(), R"("skip")", R"("mixed")"), ballot_error::malformed, "/calls/0/call");
  refuses(with(body(), R"("call": "ship")", R"("cal": "ship")"), ballot_error::malformed, "/calls/1");
  refuses(with(body(), R"("chalk")", R"("ink")"), ballot_error::malformed, "/calls/1/contender");
  refuses(with(body(), R"("pick": null)", R"("pick": "")"), ballot_error::malformed, "/pick");
  refuses(with(body(), R"("pick": null)", R"("pick": 1)"), ballot_error::malformed, "/pick");
  refuses(with(body(), R"("pick": null)", R"("rev": 4)"), ballot_error::malformed, "/rev");
  refuses(with(body(), "null", R"("\ud800")"), ballot_error::malformed, "/pick");
}

TEST_CASE("a newer format is told apart from a mistake") {
  refuses(with(body(), R"("faceoff": 1)", R"("faceoff": 2)"), ballot_error::unsupported_format, "/faceoff");
}

TEST_CASE("a ballot that answers another question is refused before its contenders are looked at") {
  refuses(with(with(body(), to_hex(asked.definition), to_hex(choice.definition)), "chalk", "slate"),
          ballot_error::other_definition, "/definition");
}

TEST_CASE("an unknown contender is named by its place in the body") {
  refuses(with(body(), "chalk", "slate"), ballot_error::unknown_contender, "/calls/1/contender");
  refuses(with(with(body(), to_hex(asked.definition), to_hex(choice.definition)),
               body().substr(body().find(R"("calls")")), R"("pick": "slate"})"),
          ballot_error::unknown_contender, "/pick", choice);
}

TEST_CASE("calls belong to verdicts, a pick to a choice") {
  refuses(with(body(), R"("pick": null)", R"("pick": "ink")"), ballot_error::wrong_mode, "/pick");
  refuses(with(body(), to_hex(asked.definition), to_hex(choice.definition)), ballot_error::wrong_mode,
          "/calls", choice);
  poll newer = asked;
  newer.mode = poll_mode::unknown;
  refuses(body(), ballot_error::wrong_mode, "/calls", newer);
}
