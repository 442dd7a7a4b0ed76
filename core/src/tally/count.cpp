#include <algorithm>

#include "faceoff/limits.hpp"
#include "faceoff/tally.hpp"

namespace faceoff {
namespace {

void step(std::uint64_t& count, bool up) {
  if (up && count < limits::exact_integer) ++count;
  if (!up && count > 0) --count;
}

call_code call_of(const ballot& cast, std::string_view contender) {
  for (const contender_call& each : cast.calls) {
    if (each.contender == contender) return each.call;
  }
  return call_code::none;
}

void count_contender(contender_tally& sum, const ballot& cast, bool up) {
  const call_code call = call_of(cast, sum.contender);
  if (call == call_code::ship) step(sum.ship, up);
  if (call == call_code::skip) step(sum.skip, up);
  if (cast.pick == sum.contender) step(sum.picks, up);
}

void count_pair(pair_tally& sum, const ballot& cast, bool up) {
  call_code a = call_of(cast, sum.a);
  call_code b = call_of(cast, sum.b);
  if (!cast.pick.empty()) {
    a = cast.pick == sum.a ? call_code::ship : call_code::skip;
    b = cast.pick == sum.b ? call_code::ship : call_code::skip;
  }
  if (a == call_code::none || b == call_code::none) return;
  if (a == call_code::ship) {
    step(b == call_code::ship ? sum.both : sum.only_a, up);
  } else {
    step(b == call_code::ship ? sum.only_b : sum.neither, up);
  }
}

// 1: for a, -1: for b, 0: undecided so far. Firsts of the pair itself come from calls, the others from picks.
int first_of(const voter_row& row, const hash256& definition, const pair_tally& sum) {
  const first_preference* least = nullptr;
  for (const first_preference& each : row.firsts) {
    const bool concerns =
        each.b.empty() ? each.a == sum.a || each.a == sum.b : each.a == sum.a && each.b == sum.b;
    if (!concerns || each.definition != definition) continue;
    const bool earlier =
        !least || (each.rev != least->rev ? each.rev < least->rev : each.content < least->content);
    if (earlier) least = &each;
  }
  if (!least) return 0;
  return least->prefers_a == (least->a == sum.a) ? 1 : -1;
}

template <class Entry, class Key>
typename std::vector<Entry>::iterator place_of(std::vector<Entry>& sorted, Key Entry::*key,
                                               const Key& wanted) {
  return std::lower_bound(sorted.begin(), sorted.end(), wanted,
                          [key](const Entry& entry, const Key& value) { return entry.*key < value; });
}

void count_earlier_contender(std::vector<contender_tally>& tallies, const std::string& id, const ballot& cast,
                             bool up) {
  auto place = place_of(tallies, &contender_tally::contender, id);
  if (place == tallies.end() || place->contender != id) {
    if (!up) return;
    place = tallies.insert(place, contender_tally{id, 0, 0, 0});
  }
  count_contender(*place, cast, up);
  if (place->ship == 0 && place->skip == 0 && place->picks == 0) tallies.erase(place);
}

// An entry exists exactly while it counts somebody, so that the order of voters leaves no trace.
void count_earlier(std::vector<previous_tally>& previous, const ballot& cast, bool up) {
  auto place = place_of(previous, &previous_tally::definition, cast.definition);
  if (place == previous.end() || place->definition != cast.definition) {
    if (!up) return;
    place = previous.insert(place, previous_tally{cast.definition, 0, {}});
  }
  step(place->ballots, up);
  for (const contender_call& each : cast.calls) {
    count_earlier_contender(place->tallies, each.contender, cast, up);
  }
  if (!cast.pick.empty()) count_earlier_contender(place->tallies, cast.pick, cast, up);
  if (place->ballots == 0) previous.erase(place);
}

void count_current(tally& sum, const ballot& cast, bool up) {
  if (cast.withdrawn()) return;
  if (cast.definition != sum.definition) return count_earlier(sum.previous, cast, up);
  step(sum.ballots, up);
  for (contender_tally& each : sum.tallies) count_contender(each, cast, up);
  for (pair_tally& each : sum.preferences) count_pair(each, cast, up);
}

void count(tally& sum, const voter_row& row, bool up) {
  count_current(sum, row.current, up);
  for (pair_tally& each : sum.preferences) {
    const int first = first_of(row, sum.definition, each);
    if (first != 0) step(first > 0 ? each.first_a : each.first_b, up);
  }
}

}  // namespace

tally empty_tally(const poll& asked) {
  tally out;
  out.comparison = asked.comparison;
  out.definition = asked.definition;
  for (const std::string& a : asked.contenders) {
    out.tallies.push_back({a});
    for (const std::string& b : asked.contenders) {
      if (a < b) out.preferences.push_back({a, b});
    }
  }
  return out;
}

void add(tally& sum, const voter_row& row) { count(sum, row, true); }
void remove(tally& sum, const voter_row& row) { count(sum, row, false); }

}  // namespace faceoff
