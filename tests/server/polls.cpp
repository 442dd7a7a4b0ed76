#include "faceoff/server/polls.hpp"

#include <doctest/doctest.h>

#include "scratch.hpp"

namespace faceoff::server {

TEST_CASE("a published poll takes its title from the comparison, else from the names") {
  comparison document = comparison_of("ink-vs-chalk", {"ink", "chalk"});
  CHECK(published_poll_of(document).title == "INK vs CHALK");
  document.title = "Which writes better?";
  CHECK(published_poll_of(document).title == "Which writes better?");
}

TEST_CASE("a poll set finds a poll by its id and by every earlier id") {
  comparison document = comparison_of("ink-vs-chalk", {"ink", "chalk"});
  document.aliases = {"ink-vs-wax", "ink"};
  auto set =
      poll_set_of({poll_with("b", {"x", "y"}), published_poll_of(document), poll_with("a", {"x", "y"})});
  REQUIRE(set);
  CHECK(set->all().front().asked.comparison == "a");
  for (const char* name : {"ink-vs-chalk", "ink-vs-wax", "ink"}) {
    REQUIRE(set->find(name) != nullptr);
    CHECK(set->find(name)->asked.comparison == "ink-vs-chalk");
  }
  CHECK(set->find("in") == nullptr);
  CHECK(set->find("") == nullptr);
}

TEST_CASE("two polls may not claim one id, be it an alias") {
  comparison renamed = comparison_of("new", {"x", "y"});
  renamed.aliases = {"old"};
  auto set =
      poll_set_of({published_poll_of(renamed), poll_with("other", {"x", "y"}), poll_with("old", {"x", "y"})});
  REQUIRE_FALSE(set);
  CHECK(set.error().id == "old");
  CHECK(set.error().first == 0);
  CHECK(set.error().second == 2);
  CHECK_FALSE(poll_set_of({poll_with("a", {"x", "y"}), poll_with("a", {"x", "y"})}));
}

TEST_CASE("an alias that repeats the id itself is no conflict") {
  comparison document = comparison_of("a", {"x", "y"});
  document.aliases = {"a"};
  CHECK(poll_set_of({published_poll_of(document)}));
}

TEST_CASE("a registry tells its watcher of every publish, and the former one no more") {
  poll_registry registry;
  int first = 0, second = 0;
  registry.watch([&] { ++first; });
  registry.publish(*poll_set_of({poll_with("a", {"x", "y"})}));
  registry.watch([&] { ++second; });
  registry.publish(*poll_set_of({}));
  CHECK(first == 1);
  CHECK(second == 1);
  CHECK(registry.current()->all().empty());
}

}  // namespace faceoff::server
