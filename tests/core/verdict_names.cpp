#include <doctest/doctest.h>

#include <set>
#include <string>

#include "faceoff/verdict.hpp"

using namespace faceoff;

namespace {

// Every code from the first to `last` has its own snake_case name, the one after has none.
template <class code>
void check_names(code last) {
  std::set<std::string> seen;
  for (unsigned value = 0; value <= static_cast<unsigned>(last); ++value) {
    const std::string name(name_of(static_cast<code>(value)));
    CHECK_FALSE(name.empty());
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == name.npos);
    CHECK(seen.insert(name).second);
  }
  CHECK(name_of(static_cast<code>(static_cast<unsigned>(last) + 1)).empty());
}

}  // namespace

TEST_CASE("every code of the readings has a name of its own") {
  check_names(share_label::skip);
  check_names(community_state::full);
  check_names(entry_price::contact);
  check_names(price_reason::lower_amount);
  check_names(price_order::cheaper);
  check_names(agreement::tied);
  check_names(outcome::pick);
  check_names(answer_reason::disjoint_jobs);
  check_names(answer_caveat::old_price);
  check_names(answer_change::more_reviews);
}

TEST_CASE("names stand where their codes stand") {
  CHECK(name_of(share_label::skip) == "skip");
  CHECK(name_of(community_state::early) == "early");
  CHECK(name_of(entry_price::free_limited) == "free_limited");
  CHECK(name_of(price_reason::different_rights) == "different_rights");
  CHECK(name_of(price_reason::several_rates) == "several_rates");
  CHECK(name_of(price_reason::lower_amount) == "lower_amount");
  CHECK(name_of(price_order::not_comparable) == "not_comparable");
  CHECK(name_of(agreement::majority) == "majority");
  CHECK(name_of(outcome::conditional) == "conditional");
  CHECK(name_of(answer_reason::other_limited) == "other_limited");
  CHECK(name_of(answer_reason::share_fragile) == "share_fragile");
  CHECK(name_of(answer_reason::disjoint_jobs) == "disjoint_jobs");
  CHECK(name_of(answer_caveat::would_unsettle) == "would_unsettle");
  CHECK(name_of(answer_caveat::paid) == "paid");
  CHECK(name_of(answer_caveat::old_price) == "old_price");
  CHECK(name_of(answer_change::one_reviewer) == "one_reviewer");
}
