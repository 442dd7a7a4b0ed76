#include "decimal.hpp"
#include "field.hpp"

namespace faceoff {
namespace {

using namespace verdict_detail;

// freemium and trial: free in part or for a while.
bool partly_free(const price& given) {
  return given.kind == price_kind::freemium || given.kind == price_kind::trial;
}

bool paid(const price& given) {
  return given.kind == price_kind::subscription || given.kind == price_kind::usage ||
         given.kind == price_kind::one_time;
}

// The lowest of the rates, the first of equal ones; none unless all are of one unit.
std::optional<std::uint8_t> lowest_rate(const list<price_rate>& rates) {
  std::optional<std::uint8_t> found;
  for (std::size_t index = 0; index < rates.size(); ++index) {
    const price_rate& rate = rates[index];
    if (rate.amount.empty() || rate.per != rates[0].per) return {};
    if (!found || compare_decimals(rate.amount, rates[*found].amount) < 0)
      found = static_cast<std::uint8_t>(index);
  }
  return found;
}

bool limited(const contender& one) {
  for (const limit& given : one.limits)
    if (given.code != limit_code::unset) return true;
  return false;
}

contender_price read_price(const contender& one, const date& today) {
  const price& given = one.price;
  contender_price found;
  found.checked_days = days_since_checked(given, today);
  found.out_of_date = found.checked_days && *found.checked_days > price_days;
  if (given.kind == price_kind::contact) found.entry = entry_price::contact;
  if (given.kind == price_kind::free)
    found.entry = limited(one) ? entry_price::free_limited : entry_price::free;
  if (partly_free(given)) found.entry = entry_price::free_limited;
  if (!paid(given)) return found;
  if (given.amount.empty()) found.rate = lowest_rate(given.rates);
  if (found.rate || !given.amount.empty()) found.entry = entry_price::from;
  return found;
}

// Codes that say all by themselves; of the others (seats, quota, ...) the text holds the amount.
bool says_all(limit_code code) {
  return code == limit_code::non_commercial || code == limit_code::research_only ||
         code == limit_code::no_redistribution;
}

limit_mask limits_beyond(const contender& one, const contender& other) {
  limit_mask beyond = 0;
  for (const limit& mine : one.limits) {
    bool shared = mine.code == limit_code::unset;
    for (const limit& theirs : other.limits)
      shared = shared || (mine.code == theirs.code &&
                          (says_all(mine.code) || (!mine.text.empty() && mine.text == theirs.text)));
    if (!shared) beyond |= bit_of(mine.code);
  }
  return beyond;
}

list<limit_code> codes_in(limit_mask mask) {
  list<limit_code> codes(static_cast<std::size_t>(std::popcount(mask)));
  for (limit_code& code : codes) {
    code = static_cast<limit_code>(std::countr_zero(mask));
    mask &= static_cast<limit_mask>(mask - 1);
  }
  return codes;
}

// What two contenders pay at the entry, once both prices are known and grant the same.
struct entry {
  const price& given;
  const contender_price& read;

  std::string_view amount() const {
    if (!paid(given)) return "0";
    return read.rate ? given.rates[*read.rate].amount : given.amount;
  }
  bool nothing() const { return compare_decimals(amount(), "0") == 0; }
  bool unit_said() const { return given.kind == price_kind::one_time || !given.per.empty(); }
};

// Why amounts above nothing cannot be put in order; none: they can.
price_reason unequal_units(const entry& a, const entry& b) {
  if (a.read.rate || b.read.rate) return price_reason::several_rates;
  if (a.given.currency.empty() || b.given.currency.empty() || !a.unit_said() || !b.unit_said())
    return price_reason::not_stated;
  const bool alike = a.given.kind == b.given.kind && a.given.currency == b.given.currency &&
                     a.given.per == b.given.per && a.given.billing == b.given.billing;
  return alike ? price_reason::none : price_reason::different_units;
}

// The first reason that applies against putting two prices of the same rights in order.
price_reason obstacle(const entry& a, const entry& b, bool any_limit) {
  if (partly_free(a.given) != partly_free(b.given)) return price_reason::different_kinds;
  if (partly_free(a.given))
    return a.given.kind != b.given.kind ? price_reason::different_kinds
           : any_limit                  ? price_reason::none
                                        : price_reason::not_stated;
  if (paid(a.given) && paid(b.given)) return unequal_units(a, b);
  // Free is less than something in any currency and unit; but one rate of nothing hides the others.
  const entry& other = paid(a.given) ? a : b;
  return other.read.rate && other.nothing() ? price_reason::several_rates : price_reason::none;
}

price_order order_for(price_reason reason) {
  switch (reason) {
    case price_reason::missing:
    case price_reason::on_request:
    case price_reason::not_stated:
      return price_order::unknown;
    default:
      return price_order::not_comparable;
  }
}

void put_in_order(price_pair& pair, const entry& a, const entry& b) {
  const int order = compare_decimals(a.amount(), b.amount());
  pair.reason = order ? price_reason::lower_amount : price_reason::same_amount;
  pair.order = order ? price_order::cheaper : price_order::same;
  if (order) pair.cheaper = order < 0 ? pair.a : pair.b;
}

void compare_prices(price_pair& pair, const comparison& document, const price_reading& reading) {
  const contender& a = document.contenders[pair.a];
  const contender& b = document.contenders[pair.b];
  const entry one{a.price, reading.contenders[pair.a]}, other{b.price, reading.contenders[pair.b]};
  const auto either = [&](entry_price what) { return one.read.entry == what || other.read.entry == what; };
  const limit_mask only_a = limits_beyond(a, b), only_b = limits_beyond(b, a);
  if (document.comparable == comparable_code::no)
    pair.reason = price_reason::said_not_comparable;
  else if (either(entry_price::unknown))
    pair.reason = price_reason::missing;
  else if (either(entry_price::contact))
    pair.reason = price_reason::on_request;
  else if (only_a || only_b) {
    pair.reason = price_reason::different_rights;
    pair.only_a_limits = codes_in(only_a);
    pair.only_b_limits = codes_in(only_b);
  } else
    pair.reason = obstacle(one, other, limited(a));
  if (pair.reason == price_reason::none)
    put_in_order(pair, one, other);
  else
    pair.order = order_for(pair.reason);
}

}  // namespace

std::optional<std::uint16_t> verdict_detail::days_since_checked(const price& given, const date& today) {
  if (!given.checked_on.given() || !today.given()) return {};
  const std::int32_t days = days_since_epoch(today) - days_since_epoch(given.checked_on);
  return static_cast<std::uint16_t>(days < 0 ? 0 : days > UINT16_MAX ? UINT16_MAX : days);
}

price_reading read_prices(const comparison& document, const date& today) {
  price_reading reading;
  const auto size = static_cast<contender_index>(document.contenders.size());
  reading.contenders = list<contender_price>(size);
  reading.pairs = list<price_pair>(pairs_of(size));
  std::size_t next = 0;
  for (contender_index index = 0; index < size; ++index)
    reading.contenders[index] = read_price(document.contenders[index], today);
  for (contender_index a = 0; a < size; ++a)
    for (auto b = static_cast<contender_index>(a + 1); b < size; ++b) {
      price_pair& pair = reading.pairs[next++];
      pair.a = a;
      pair.b = b;
      compare_prices(pair, document, reading);
    }
  return reading;
}

}  // namespace faceoff
