#include <doctest/doctest.h>

#include "verdict_documents.hpp"

using namespace faceoff;
using namespace faceoff::testing;

namespace {

constexpr date today{2026, 11, 25};

price priced(price_kind kind, const std::string& amount = "", const std::string& currency = "EUR",
             const std::string& per = "month") {
  price given;
  given.kind = kind;
  given.amount = amount;
  if (!amount.empty()) given.currency = currency;
  if (!amount.empty()) given.per = per;
  return given;
}

price with_rates(const list<std::pair<faceoff::string, faceoff::string>>& amounts_and_units) {
  price given = priced(price_kind::usage);
  given.currency = "USD";
  for (const auto& [amount, per] : amounts_and_units) given.rates.push_back({"", amount, per});
  return given;
}

comparison priced_pair(const price& a, const price& b) {
  comparison document = contenders(2);
  document.contenders[0].price = a;
  document.contenders[1].price = b;
  return document;
}

entry_price entry_of(const price& given, limit_code limited = limit_code::unset) {
  comparison document = priced_pair(given, {});
  if (limited != limit_code::unset) add_limit(document.contenders[0], limited);
  return read_prices(document, today).contenders[0].entry;
}

// "cheaper c0 lower_amount"
std::string pair_says(const comparison& document) {
  const price_reading reading = read_prices(document, today);
  REQUIRE(reading.pairs.size() == 1);
  const price_pair& pair = reading.pairs[0];
  return std::string(name_of(pair.order)) + at(document, pair.cheaper) + " " +
         std::string(name_of(pair.reason));
}
std::string pair_says(const price& a, const price& b) { return pair_says(priced_pair(a, b)); }

const price subscription = priced(price_kind::subscription, "10");

}  // namespace

TEST_CASE("each kind of price has its entry word, and a missing one never becomes free") {
  CHECK(entry_of(price{}) == entry_price::unknown);
  CHECK(entry_of(priced(price_kind::unknown, "0")) == entry_price::unknown);
  CHECK(entry_of(priced(price_kind::free)) == entry_price::free);
  CHECK(entry_of(priced(price_kind::free), limit_code::quota) == entry_price::free_limited);
  CHECK(entry_of(priced(price_kind::free), limit_code::unknown) == entry_price::free_limited);
  CHECK(entry_of(priced(price_kind::freemium)) == entry_price::free_limited);
  CHECK(entry_of(priced(price_kind::trial)) == entry_price::free_limited);
  CHECK(entry_of(priced(price_kind::contact)) == entry_price::contact);
  for (const price_kind kind : {price_kind::subscription, price_kind::usage, price_kind::one_time}) {
    CHECK(entry_of(priced(kind, "19.90")) == entry_price::from);
    CHECK(entry_of(priced(kind, "0")) == entry_price::from);
    CHECK(entry_of(priced(kind)) == entry_price::unknown);
  }
}

TEST_CASE("rates stand in for a missing amount when they are of one unit") {
  const price tokens = with_rates({{"3.00", "1M tokens"}, {"0.25", "1M tokens"}, {"0.250", "1M tokens"}});
  const contender_price read = read_prices(priced_pair(tokens, {}), today).contenders[0];
  CHECK(read.entry == entry_price::from);
  REQUIRE(read.rate);
  CHECK(*read.rate == 1);
  CHECK(entry_of(with_rates({{"3", "image"}, {"0.25", "1M tokens"}})) == entry_price::unknown);
  CHECK(entry_of(with_rates({{"3", "image"}, {"", "image"}})) == entry_price::unknown);
  price both = tokens;
  both.amount = "5";
  CHECK_FALSE(read_prices(priced_pair(both, {}), today).contenders[0].rate);
}

TEST_CASE("a price is out of date from 91 days on, and undated without a day") {
  const auto read = [](const date& checked, const date& now) {
    price given = priced(price_kind::free);
    given.checked_on = checked;
    return read_prices(priced_pair(given, {}), now).contenders[0];
  };
  CHECK(read({2026, 8, 27}, today).checked_days == 90);  // 4 + 30 + 31 + 25
  CHECK_FALSE(read({2026, 8, 27}, today).out_of_date);
  CHECK(read({2026, 8, 26}, today).checked_days == 91);
  CHECK(read({2026, 8, 26}, today).out_of_date);
  CHECK(read({2026, 12, 1}, today).checked_days == 0);
  CHECK_FALSE(read({}, today).checked_days);
  CHECK_FALSE(read({2020, 1, 1}, {}).checked_days);
  CHECK_FALSE(read({2020, 1, 1}, {}).out_of_date);
  CHECK(read({1, 1, 1}, today).checked_days == 65'535);
}

TEST_CASE("both free, and one bars commercial use: not equivalent") {
  const price_reading reading = read_prices(persona_panel(), today);
  CHECK(reading.contenders[0].entry == entry_price::free_limited);
  CHECK(reading.contenders[1].entry == entry_price::free);
  REQUIRE(reading.pairs.size() == 1);
  CHECK(reading.pairs[0].order == price_order::not_comparable);
  CHECK(reading.pairs[0].reason == price_reason::different_rights);
  CHECK(reading.pairs[0].only_a_limits == limit_set{limit_code::non_commercial});
  CHECK(reading.pairs[0].only_b_limits.empty());
}

TEST_CASE("free for the same use is the same, free before paid is cheaper in any currency") {
  comparison both = priced_pair(priced(price_kind::free), priced(price_kind::free));
  CHECK(pair_says(both) == "same same_amount");
  for (contender& one : both.contenders) add_limit(one, limit_code::non_commercial, one.id);
  CHECK(pair_says(both) == "same same_amount");
  CHECK(pair_says(priced(price_kind::free), subscription) == "cheaper c0 lower_amount");
  CHECK(pair_says(subscription, priced(price_kind::free)) == "cheaper c1 lower_amount");
  CHECK(pair_says(priced(price_kind::free), priced(price_kind::usage, "3", "", "")) ==
        "cheaper c0 lower_amount");
  CHECK(pair_says(priced(price_kind::free), priced(price_kind::subscription, "0.00")) == "same same_amount");
}

TEST_CASE("equal units are put in order by exact amounts") {
  CHECK(pair_says(subscription, priced(price_kind::subscription, "9.99")) == "cheaper c1 lower_amount");
  CHECK(pair_says(subscription, priced(price_kind::subscription, "10.00")) == "same same_amount");
  CHECK(pair_says(subscription, priced(price_kind::subscription, "10.0000000000000000001")) ==
        "cheaper c0 lower_amount");
  CHECK(pair_says(priced(price_kind::one_time, "50", "EUR", ""),
                  priced(price_kind::one_time, "40", "EUR", "")) == "cheaper c1 lower_amount");
}

TEST_CASE("other currencies, units, kinds or billing are never put in order") {
  CHECK(pair_says(subscription, priced(price_kind::subscription, "1", "USD")) ==
        "not_comparable different_units");
  CHECK(pair_says(subscription, priced(price_kind::subscription, "1", "EUR", "seat")) ==
        "not_comparable different_units");
  CHECK(pair_says(subscription, priced(price_kind::one_time, "1")) == "not_comparable different_units");
  price yearly = subscription;
  yearly.billing = "yearly";
  CHECK(pair_says(subscription, yearly) == "not_comparable different_units");
}

TEST_CASE("what is not stated is unknown") {
  CHECK(pair_says(subscription, priced(price_kind::subscription, "1", "")) == "unknown not_stated");
  CHECK(pair_says(subscription, priced(price_kind::subscription, "1", "EUR", "")) == "unknown not_stated");
  CHECK(pair_says(subscription, priced(price_kind::contact)) == "unknown on_request");
  CHECK(pair_says(subscription, price{}) == "unknown missing");
  CHECK(pair_says(priced(price_kind::contact), price{}) == "unknown missing");
  CHECK(pair_says(priced(price_kind::free), priced(price_kind::subscription)) == "unknown missing");
}

TEST_CASE("free in part is compared with nothing but the same part") {
  const price part = priced(price_kind::freemium);
  CHECK(pair_says(part, priced(price_kind::free)) == "not_comparable different_kinds");
  CHECK(pair_says(part, subscription) == "not_comparable different_kinds");
  CHECK(pair_says(part, priced(price_kind::trial)) == "not_comparable different_kinds");
  CHECK(pair_says(part, part) == "unknown not_stated");
  comparison both = priced_pair(part, part);
  for (contender& one : both.contenders) add_limit(one, limit_code::quota, "100 a day");
  CHECK(pair_says(both) == "same same_amount");
}

TEST_CASE("limits that name an amount are the same only where they say the same") {
  comparison document = priced_pair(priced(price_kind::free), priced(price_kind::free));
  add_limit(document.contenders[0], limit_code::quota, "100 a day");
  add_limit(document.contenders[1], limit_code::quota, "1000 a day");
  CHECK(pair_says(document) == "not_comparable different_rights");
  const price_pair pair = read_prices(document, today).pairs[0];
  CHECK(pair.only_a_limits == limit_set{limit_code::quota});
  CHECK(pair.only_b_limits == limit_set{limit_code::quota});
  document.contenders[1].limits[0].text = "100 a day";
  CHECK(pair_says(document) == "same same_amount");
  for (contender& one : document.contenders) one.limits[0].text.clear();
  CHECK(pair_says(document) == "not_comparable different_rights");
}

TEST_CASE("the limits only one has are told once each and in order") {
  comparison document = priced_pair(subscription, subscription);
  for (const limit_code code : {limit_code::region, limit_code::research_only, limit_code::region})
    add_limit(document.contenders[0], code);
  add_limit(document.contenders[1], limit_code::non_commercial);
  const price_pair pair = read_prices(document, today).pairs[0];
  CHECK(pair.only_a_limits == limit_set{limit_code::research_only, limit_code::region});
  CHECK(pair.only_b_limits == limit_set{limit_code::non_commercial});
}

TEST_CASE("one rate of several is not the price, but free is less than every rate above nothing") {
  const price rates = with_rates({{"3", "image"}, {"1", "image"}});
  CHECK(pair_says(rates, priced(price_kind::usage, "2", "USD", "image")) == "not_comparable several_rates");
  CHECK(pair_says(rates, rates) == "not_comparable several_rates");
  CHECK(pair_says(rates, priced(price_kind::free)) == "cheaper c1 lower_amount");
  CHECK(pair_says(with_rates({{"0", "image"}, {"1", "image"}}), priced(price_kind::free)) ==
        "not_comparable several_rates");
}

TEST_CASE("the publisher can forbid a comparison of prices and never make unequal things equal") {
  comparison document = priced_pair(subscription, priced(price_kind::subscription, "9"));
  document.comparable = comparable_code::no;
  CHECK(pair_says(document) == "not_comparable said_not_comparable");
  CHECK(pair_says([&] {
          comparison missing = document;
          missing.contenders[0].price = {};
          return missing;
        }()) == "not_comparable said_not_comparable");
  for (const comparable_code code :
       {comparable_code::yes, comparable_code::partly, comparable_code::unknown}) {
    document.comparable = code;
    CHECK(pair_says(document) == "cheaper c1 lower_amount");
    comparison other = document;
    other.contenders[1].price.currency = "USD";
    CHECK(pair_says(other) == "not_comparable different_units");
    add_limit(other.contenders[1], limit_code::non_commercial);
    CHECK(pair_says(other) == "not_comparable different_rights");
  }
}

TEST_CASE("four contenders make six pairs, each with the lower index first") {
  const price_reading reading = read_prices(contenders(4), today);
  REQUIRE(reading.pairs.size() == 6);
  for (const price_pair& pair : reading.pairs) {
    CHECK(pair.a < pair.b);
    CHECK(pair.reason == price_reason::missing);
    CHECK(pair.order == price_order::unknown);
  }
}
