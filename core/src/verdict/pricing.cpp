#include "decimal.hpp"
#include "field.hpp"

namespace faceoff {
namespace {

using namespace verdict_detail;

// By price_kind: what it reads as at most.
constexpr entry_price entries[] = {entry_price::unknown,      entry_price::free,    entry_price::free_limited,
                                   entry_price::free_limited, entry_price::from,    entry_price::from,
                                   entry_price::from,         entry_price::contact, entry_price::unknown};

// By price_reason: the order it stands for.
constexpr price_order orders[] = {
    price_order::unknown, price_order::not_comparable, price_order::unknown,
    price_order::unknown, price_order::not_comparable, price_order::not_comparable,
    price_order::unknown, price_order::not_comparable, price_order::not_comparable,
    price_order::same,    price_order::cheaper};

// The lowest of the rates, the first of equal ones; none unless all are of one unit.
index_or_none lowest_rate(const list<price_rate>& rates) {
  if (rates.empty()) return {};
  unsigned lowest = 0;
  for (unsigned index = 0; index < rates.size(); ++index) {
    const price_rate& rate = rates[index];
    if (rate.amount.empty() || !(rate.per == rates[0].per)) return {};
    if (compare_decimals(rate.amount, rates[lowest].amount) < 0) lowest = index;
  }
  return lowest;
}

void read_price(contender_price& found, const contender& one, const date& today) {
  const price& given = one.price;
  const std::int32_t days = days_since_checked(given, today);
  if (days >= 0) found.checked_days = static_cast<std::uint16_t>(days > UINT16_MAX ? UINT16_MAX : days);
  found.out_of_date = days > price_days;
  found.entry = entries[static_cast<unsigned>(given.kind)];
  if (found.entry == entry_price::free && limits_of(one)) found.entry = entry_price::free_limited;
  if (found.entry != entry_price::from || !given.amount.empty()) return;
  found.rate = lowest_rate(given.rates);
  if (!found.rate) found.entry = entry_price::unknown;
}

// Of the codes up to no_redistribution the code says all; of the others (seats, quota, ...) the text holds
// the amount.
limit_set limits_beyond(const contender& one, const contender& other) {
  limit_mask beyond = 0;
  for (const limit& mine : one.limits) {
    bool shared = mine.code == limit_code::unset;
    for (const limit& theirs : other.limits)
      shared |= mine.code == theirs.code && (mine.code <= limit_code::no_redistribution ||
                                             (!mine.text.empty() && mine.text == theirs.text));
    if (!shared) beyond |= bit_of(mine.code);
  }
  return limit_set(beyond);
}

// One of the two prices compared.
struct entry {
  const contender& of;
  const contender_price& read;

  // What is paid at the entry, "" for nothing.
  const string& amount(const string& nothing) const {
    if (read.entry != entry_price::from) return nothing;
    return read.rate ? of.price.rates[*read.rate].amount : of.price.amount;
  }
};

int compare_amounts(const entry& a, const entry& b) {
  const string nothing;
  return compare_decimals(a.amount(nothing), b.amount(nothing));
}

bool unit_said(const price& given) {
  return !given.currency.empty() && (given.kind == price_kind::one_time || !given.per.empty());
}

// freemium and trial: free in part or for a while.
bool in_part(const price& given) {
  return given.kind == price_kind::freemium || given.kind == price_kind::trial;
}

// The first reason that applies; `order` is that of the amounts alone.
price_reason reason_for(const entry& a, const entry& b, int order) {
  const price &x = a.of.price, &y = b.of.price;
  const unsigned read = bit_of(a.read.entry) | bit_of(b.read.entry);
  const bool alike = x.kind == y.kind, rated = a.read.rate || b.read.rate;
  if (read & bit_of(entry_price::unknown)) return price_reason::missing;
  if (read & bit_of(entry_price::contact)) return price_reason::on_request;
  if (!limits_beyond(a.of, b.of).empty() || !limits_beyond(b.of, a.of).empty())
    return price_reason::different_rights;
  if (in_part(x) || in_part(y)) {
    if (!alike) return price_reason::different_kinds;
    if (!limits_of(a.of)) return price_reason::not_stated;
  }
  if (read == bit_of(entry_price::from)) {
    if (rated) return price_reason::several_rates;
    if (!unit_said(x) || !unit_said(y)) return price_reason::not_stated;
    if (!alike || !(x.currency == y.currency) || !(x.per == y.per) || !(x.billing == y.billing))
      return price_reason::different_units;
  }
  if (order) return price_reason::lower_amount;
  // Free is less than something in any currency and unit; but one rate of nothing hides the others.
  return rated ? price_reason::several_rates : price_reason::same_amount;
}

void compare_prices(price_pair& pair, const comparison& document, const price_reading& reading) {
  const entry a{document.contenders[pair.a], reading.contenders[pair.a]};
  const entry b{document.contenders[pair.b], reading.contenders[pair.b]};
  const int order = compare_amounts(a, b);
  pair.reason = document.comparable == comparable_code::no ? price_reason::said_not_comparable
                                                           : reason_for(a, b, order);
  pair.order = orders[static_cast<unsigned>(pair.reason)];
  if (pair.order == price_order::cheaper) pair.cheaper = order < 0 ? pair.a : pair.b;
  if (pair.reason != price_reason::different_rights) return;
  pair.only_a_limits = limits_beyond(a.of, b.of);
  pair.only_b_limits = limits_beyond(b.of, a.of);
}

}  // namespace

std::int32_t verdict_detail::days_since_checked(const price& given, const date& today) {
  if (!given.checked_on.given() || !today.given()) return -1;
  const std::int32_t days = days_since_epoch(today) - days_since_epoch(given.checked_on);
  return days < 0 ? 0 : days;
}

price_reading read_prices(const comparison& document, const date& today) {
  price_reading reading;
  const std::size_t size = document.contenders.size();
  for (const contender& one : document.contenders) read_price(reading.contenders.add(), one, today);
  for (unsigned a = 0; a < size; ++a)
    for (unsigned b = a + 1; b < size; ++b) {
      price_pair& pair = reading.pairs.add();
      pair.a = static_cast<contender_index>(a);
      pair.b = static_cast<contender_index>(b);
      compare_prices(pair, document, reading);
    }
  return reading;
}

}  // namespace faceoff
