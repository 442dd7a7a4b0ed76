#include "faceoff/model.hpp"

#include <doctest/doctest.h>

using faceoff::date;
using faceoff::parse_date;
using faceoff::parse_instant;
using faceoff::verdict_code;

TEST_CASE("only days that exist are dates") {
  CHECK(parse_date("2024-02-29") == date{2024, 2, 29});
  CHECK(parse_date("2000-02-29"));
  CHECK(parse_date("0001-01-01"));
  CHECK(parse_date("9999-12-31"));
  for (const char* bad :
       {"2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00", "0000-01-01",
        "2024-1-01", "24-01-01", "2024/01/01", "2024-01-011", "", "2024-01-0x"}) {
    INFO(bad);
    CHECK(!parse_date(bad));
  }
}

TEST_CASE("days are counted from 1970, checked against a walk over every day") {
  CHECK(faceoff::days_since_epoch({1970, 1, 1}) == 0);
  CHECK(faceoff::days_since_epoch({2000, 3, 1}) == 11017);
  std::int32_t walked = -719162;
  for (std::int16_t year = 1; year <= 2400; ++year) {
    for (std::uint8_t month = 1; month <= 12; ++month) {
      for (std::uint8_t day = 1; day <= 31; ++day) {
        const date at{year, month, day};
        if (!parse_date(faceoff::to_text(at))) continue;
        REQUIRE(faceoff::days_since_epoch(at) == walked);
        ++walked;
      }
    }
  }
}

TEST_CASE("dates are written as they are read") {
  CHECK(faceoff::to_text({987, 6, 5}) == "0987-06-05");
  CHECK(faceoff::to_text({}) == "");
}

TEST_CASE("a moment needs a zone unless it is a whole day") {
  CHECK(parse_instant("1970-01-01T00:00:01Z")->seconds == 1);
  CHECK(parse_instant("1970-01-01T01:00:00+01:00")->seconds == 0);
  CHECK(parse_instant("1969-12-31T23:30:00.25-00:30")->seconds == 0);
  CHECK(parse_instant("2026-11-25")->seconds == 1795564800);
  CHECK(parse_instant("2026-11-25t08:00:00z")->seconds == 1795564800 + 8 * 3600);
  for (const char* bad :
       {"2026-11-25T08:00:00", "2026-11-25 08:00:00Z", "2026-11-25T24:00:00Z", "2026-11-25T08:60:00Z",
        "2026-11-25T08:00Z", "2026-11-25T08:00:00.Z", "2026-11-25T08:00:00+1:00", "2026-11-25T08:00:00ZZ",
        "2026-11-31", "2026-11-25T", "2026-11-25T08:00:60Z"}) {
    INFO(bad);
    CHECK(!parse_instant(bad));
  }
}

TEST_CASE("codes are named as documents write them") {
  CHECK(faceoff::name_of(verdict_code::unset) == "");
  CHECK(faceoff::name_of(verdict_code::abstain) == "abstain");
  CHECK(faceoff::name_of(verdict_code::unknown) == "unknown");
  CHECK(faceoff::name_of(faceoff::link_kind::sponsored) == "sponsored");
  CHECK(faceoff::name_of(faceoff::price_kind::free) == "free");
  CHECK(faceoff::name_of(faceoff::price_kind::one_time) == "one_time");
  CHECK(faceoff::name_of(faceoff::price_kind::unknown) == "unknown");
  CHECK(faceoff::name_of(faceoff::limit_code::other) == "other");
  CHECK(faceoff::name_of(faceoff::limit_code::unknown) == "unknown");
  CHECK(faceoff::name_of(faceoff::status_code::discontinued) == "discontinued");
  CHECK(faceoff::name_of(faceoff::relationship_code::own_product) == "own_product");
  CHECK(faceoff::name_of(faceoff::relationship_code::unknown) == "unknown");
  CHECK(faceoff::name_of(faceoff::reviewer_kind::ai_persona) == "ai_persona");
  CHECK(faceoff::name_of(faceoff::comparable_code::no) == "no");
  CHECK(faceoff::name_of(faceoff::poll_mode::pick) == "pick");
  CHECK(faceoff::name_of(faceoff::reveal_code::after_vote) == "after_vote");
}

TEST_CASE("votes are bound to the oldest name of a comparison") {
  faceoff::comparison document;
  document.id = "new";
  CHECK(faceoff::first_id(document) == "new");
  document.aliases = {"oldest", "older"};
  CHECK(faceoff::first_id(document) == "oldest");
}

TEST_CASE("a score alone counts only through ship_from") {
  faceoff::comparison document;
  faceoff::review scored;
  scored.score = 70;
  CHECK(faceoff::counted_verdict(document, scored) == verdict_code::unset);
  document.ship_from = 70;
  CHECK(faceoff::counted_verdict(document, scored) == verdict_code::ship);
  scored.score = 69;
  CHECK(faceoff::counted_verdict(document, scored) == verdict_code::skip);
  scored.verdict = verdict_code::mixed;
  CHECK(faceoff::counted_verdict(document, scored) == verdict_code::mixed);
}
