#include <doctest/doctest.h>

#include <algorithm>

#include "faceoff/ballot.hpp"

using namespace faceoff;

namespace {

comparison document(list<std::pair<faceoff::string, faceoff::string>> contenders) {
  comparison out;
  out.id = "ink-vs-chalk";
  for (auto& [id, name] : contenders) {
    contender& next = out.contenders.add();
    next.id = id;
    next.name = name;
  }
  return out;
}

}  // namespace

TEST_CASE("a poll is bound to the oldest id and names its contenders in byte order") {
  comparison renamed = document({{"ink", "Ink"}, {"chalk", "Chalk"}});
  renamed.aliases = {"pens", "writing"};
  const poll asked = poll_of(renamed);
  CHECK(asked.comparison == "ink-vs-chalk");
  CHECK(asked.first_id == "pens");
  CHECK(asked.mode == poll_mode::verdicts);
  CHECK(asked.contenders == list<faceoff::string>{"chalk", "ink"});
  CHECK(poll_of(document({{"a", "A"}, {"b", "B"}})).first_id == "ink-vs-chalk");
}

// By hand: 8 bytes of length, the field, and so on, hashed by sha256_of in one go.
TEST_CASE("a definition is the hash of its length-prefixed fields") {
  std::string bytes;
  for (const std::string_view field : {"faceoff-definition-1", "verdicts", "chalk", "Chalk", "ink", "Ink"}) {
    bytes.append(7, '\0');
    bytes += static_cast<char>(field.size());
    bytes += field;
  }
  CHECK(poll_of(document({{"ink", "Ink"}, {"chalk", "Chalk"}})).definition == sha256_of(bytes));
}

TEST_CASE("contender order, a rename that is owned up to and everything else leave the definition alone") {
  const hash256 before = poll_of(document({{"ink", "Ink"}, {"chalk", "Chalk"}})).definition;
  CHECK(poll_of(document({{"chalk", "Chalk"}, {"ink", "Ink"}})).definition == before);
  comparison edited = document({{"ink", "Ink Pro"}, {"chalk", "Chalk"}});
  edited.contenders[0].former_names = {"Ink", "Ink 2"};
  edited.title = "Which writes better?";
  edited.id = "other-id";
  CHECK(poll_of(edited).definition == before);
}

TEST_CASE("another name, contender or mode is another definition") {
  const comparison first = document({{"ink", "Ink"}, {"chalk", "Chalk"}});
  list<hash256> seen = {poll_of(first).definition,
                        poll_of(document({{"ink", "Ink Pro"}, {"chalk", "Chalk"}})).definition,
                        poll_of(document({{"ink", "Chalk"}, {"chalk", "Ink"}})).definition,
                        poll_of(document({{"ink2", "Ink"}, {"chalk", "Chalk"}})).definition,
                        poll_of(document({{"inkI", "nk"}, {"chalk", "Chalk"}})).definition,
                        poll_of(document({{"ink", "Ink"}, {"chalk", "Chalk"}, {"wax", "Wax"}})).definition};
  comparison pick = first;
  pick.poll.mode = poll_mode::pick;
  seen.push_back(poll_of(pick).definition);
  std::sort(seen.begin(), seen.end());
  CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}
