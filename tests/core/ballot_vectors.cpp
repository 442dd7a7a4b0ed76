// The hashes of the voting protocol against tests/vectors/ballots.json, which Node's crypto made.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "faceoff/ballot.hpp"
#include "faceoff/json.hpp"

using namespace faceoff;

namespace {

json::value vectors() {
  std::ifstream file(FACEOFF_TESTS_DIR "/vectors/ballots.json");
  std::stringstream text;
  text << file.rdbuf();
  const auto parsed = json::parse(text.str(), {1 << 20, 16, 20'000});
  REQUIRE(parsed);
  return *parsed;
}

const faceoff::string& text_of(const json::value& object, std::string_view key) {
  REQUIRE(object.find(key) != nullptr);
  return object.find(key)->text;
}

comparison document_of(const json::value& vector) {
  comparison out;
  out.id = "ink-vs-chalk";
  out.poll.mode = text_of(vector, "mode") == "pick" ? poll_mode::pick : poll_mode::verdicts;
  for (const json::value& each : vector.find("contenders")->items) {
    contender& next = out.contenders.add();
    next.id = text_of(each, "id");
    next.name = text_of(each, "name");
    const json::value* former = each.find("former_names");
    if (!former) continue;
    for (const json::value& name : former->items) next.former_names.push_back(name.text);
  }
  return out;
}

ballot ballot_of(const json::value& vector) {
  ballot out;
  out.rev = vector.find("rev")->integer;
  REQUIRE(from_hex(text_of(vector, "definition"), out.definition));
  for (const json::value& each : vector.find("calls")->items) {
    const bool ship = text_of(each, "call") == "ship";
    out.calls.push_back({text_of(each, "contender"), ship ? call_code::ship : call_code::skip});
  }
  std::sort(out.calls.begin(), out.calls.end(),
            [](const auto& left, const auto& right) { return left.contender < right.contender; });
  out.pick = text_of(vector, "pick");
  return out;
}

}  // namespace

TEST_CASE("definitions are those of the published vectors") {
  const json::value all = vectors();
  REQUIRE(all.find("polls")->items.size() == 3);
  for (const json::value& each : all.find("polls")->items) {
    const poll asked = poll_of(document_of(each));
    CHECK(to_hex(asked.definition) == text_of(each, "definition"));
    CHECK(std::is_sorted(asked.contenders.begin(), asked.contenders.end()));
  }
}

TEST_CASE("reader keys and pseudonyms are those of the published vectors") {
  const json::value all = vectors();
  REQUIRE(all.find("keys")->items.size() == 3);
  for (const json::value& each : all.find("keys")->items) {
    const std::string& first = text_of(each, "first_id");
    const std::string key = reader_key(text_of(each, "secret"), text_of(each, "votes_url"), first);
    CHECK(key == text_of(each, "key"));
    CHECK(to_hex(pseudonym(first, key)) == text_of(each, "pseudonym"));
  }
}

TEST_CASE("contents and their order are those of the published vectors") {
  const json::value all = vectors();
  list<ballot> ballots;
  for (const json::value& each : all.find("ballots")->items) {
    ballots.push_back(ballot_of(each));
    CHECK(to_hex(content_hash(ballots.back())) == text_of(each, "content"));
  }
  REQUIRE(ballots.size() == 7);
  list<std::size_t> order(ballots.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    const ballot &a = ballots[left], &b = ballots[right];
    return a.rev != b.rev ? a.rev < b.rev : content_hash(a) < content_hash(b);
  });
  for (std::size_t i = 0; i < order.size(); ++i) CHECK(all.find("order")->items[i].integer == order[i]);
}
