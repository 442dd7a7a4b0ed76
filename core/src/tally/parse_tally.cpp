#include <cstring>

#include "tally_reader.hpp"

namespace faceoff {
namespace {

using json::value;

constexpr member rest_members[] = {
    {holds::count, offsetof(tally, quarantined), "quarantined"},
    {holds::text_or_null, offsetof(tally, called), "called"},
    {holds::text_or_null, offsetof(tally, events_url), "events_url"},
    {},
};
constexpr member pair_members[] = {
    {holds::text, offsetof(pair_tally, a), "a"},
    {holds::text, offsetof(pair_tally, b), "b"},
    {holds::count, offsetof(pair_tally, both), "both"},
    {holds::count, offsetof(pair_tally, only_a), "only_a"},
    {holds::count, offsetof(pair_tally, only_b), "only_b"},
    {holds::count, offsetof(pair_tally, neither), "neither"},
    {holds::count, offsetof(pair_tally, first_a), "first_a"},
    {holds::count, offsetof(pair_tally, first_b), "first_b"},
    {},
};
constexpr member previous_members[] = {
    {holds::hash, offsetof(previous_tally, definition), "definition"},
    {holds::count, offsetof(previous_tally, ballots), "ballots"},
    {},
};

const contender_tally* tally_of(const tally& sum, const string& contender) {
  for (const contender_tally& each : sum.tallies) {
    if (each.contender == contender) return &each;
  }
  return nullptr;
}

// The readers in a pair's cells are among those who called, or picked, either contender.
bool possible(const tally& sum, const pair_tally& pair, const contender_tally& a, const contender_tally& b) {
  if (pair.both + pair.only_a + pair.only_b + pair.neither > sum.ballots) return false;
  if (pair.both + pair.only_a > a.ship + a.picks || pair.both + pair.only_b > b.ship + b.picks) return false;
  for (const contender_tally& each : sum.tallies) {
    if (each.picks != 0) return true;
  }
  return pair.neither + pair.only_b <= a.skip && pair.neither + pair.only_a <= b.skip;
}

}  // namespace

bool tally_reader::read_rest(tally& into) {
  if (!members(*root_, rest_members, &into) || !preferences(into) || !previous(into.previous)) return false;
  return into.called.empty() || tally_of(into, into.called) || fail(*root_, "called", "a contender");
}

bool tally_reader::preferences(tally& into) {
  const list<value>* all = elements(*root_, "preferences");
  if (!all) return false;
  for (const value& each : *all) {
    pair_tally& next = into.preferences.add();
    if (!members(each, pair_members, &next)) return false;
    const contender_tally* a = tally_of(into, next.a);
    const contender_tally* b = tally_of(into, next.b);
    if (!a || !b || a == b) return fail(each, "a or b", "two of the contenders");
    if (!possible(into, next, *a, *b)) return impossible(each, "preferences");
    if (b < a) {
      std::swap(next.a, next.b);
      std::swap(next.only_a, next.only_b);
      std::swap(next.first_a, next.first_b);
    }
    const auto by_ids = [](const pair_tally& x, const pair_tally& y) {
      const int first = x.a.view().compare(y.a);
      return first != 0 ? first : x.b.view().compare(y.b);
    };
    if (!place_last(into.preferences, by_ids)) return fail(each, "a and b", "each pair once");
  }
  return true;
}

bool tally_reader::previous(list<previous_tally>& into) {
  const list<value>* all = elements(*root_, "previous");
  if (!all) return false;
  for (const value& each : *all) {
    previous_tally& next = into.add();
    if (!members(each, previous_members, &next) || !tallies(each, next.ballots, next.tallies)) return false;
    place_last(into, [](const previous_tally& x, const previous_tally& y) {
      return std::memcmp(x.definition.data(), y.definition.data(), x.definition.size());
    });
  }
  return true;
}

result<tally, finding> parse_tally(std::string_view text, std::string_view comparison) {
  tally out;
  finding why;
  tally_reader from(text, why);
  if (from.find(comparison) && from.read_shown(out, comparison) && from.read_rest(out)) return out;
  return why;
}

}  // namespace faceoff
