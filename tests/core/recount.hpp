// The tally as one would explain it: every ballot ever received on the table, nothing folded or kept. Slow,
// and the measure for the fold.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "faceoff/tally.hpp"

namespace faceoff::test {

using ballots_of_voter = list<ballot>;  // in any order, with repetitions

inline bool earlier(const ballot& one, const ballot& other) {
  return std::make_tuple(one.rev, content_hash(one)) < std::make_tuple(other.rev, content_hash(other));
}

inline call_code said(const ballot& cast, const std::string& contender) {
  for (const contender_call& each : cast.calls) {
    if (each.contender == contender) return each.call;
  }
  if (cast.pick.empty()) return call_code::none;
  return cast.pick == contender ? call_code::ship : call_code::skip;
}

inline void recount_current(tally& sum, std::map<hash256, previous_tally>& previous, const ballot& last) {
  if (last.withdrawn()) return;
  if (last.definition != sum.definition) {
    previous_tally& old = previous[last.definition];
    old.definition = last.definition;
    ++old.ballots;
    std::map<std::string, contender_tally> sorted;
    for (const contender_tally& each : old.tallies) sorted[each.contender] = each;
    for (const contender_call& each : last.calls) {
      sorted[each.contender].contender = each.contender;
      ++(each.call == call_code::ship ? sorted[each.contender].ship : sorted[each.contender].skip);
    }
    if (!last.pick.empty()) {
      sorted[last.pick].contender = last.pick;
      ++sorted[last.pick].picks;
    }
    old.tallies.clear();
    for (const auto& [name, each] : sorted) old.tallies.push_back(each);
    return;
  }
  ++sum.ballots;
  for (contender_tally& each : sum.tallies) {
    for (const contender_call& call : last.calls) {
      if (call.contender != each.contender) continue;
      ++(call.call == call_code::ship ? each.ship : each.skip);
    }
    if (last.pick == each.contender) ++each.picks;
  }
  for (pair_tally& each : sum.preferences) {
    const call_code a = said(last, each.a);
    const call_code b = said(last, each.b);
    if (a == call_code::ship && b == call_code::ship) ++each.both;
    if (a == call_code::ship && b == call_code::skip) ++each.only_a;
    if (a == call_code::skip && b == call_code::ship) ++each.only_b;
    if (a == call_code::skip && b == call_code::skip) ++each.neither;
  }
}

inline void recount_firsts(tally& sum, const ballots_of_voter& in_order) {
  for (pair_tally& each : sum.preferences) {
    for (const ballot& cast : in_order) {
      if (cast.definition != sum.definition) continue;
      const call_code a = said(cast, each.a);
      const call_code b = said(cast, each.b);
      if (a == call_code::none || b == call_code::none || a == b) continue;
      ++(a == call_code::ship ? each.first_a : each.first_b);
      break;
    }
  }
}

inline tally recount(const poll& asked, const list<ballots_of_voter>& voters) {
  tally sum = empty_tally(asked);
  std::map<hash256, previous_tally> previous;
  for (ballots_of_voter in_order : voters) {
    if (in_order.empty()) continue;
    std::sort(in_order.begin(), in_order.end(), earlier);
    recount_current(sum, previous, in_order.back());
    recount_firsts(sum, in_order);
  }
  for (const auto& [definition, each] : previous) sum.previous.push_back(each);
  return sum;
}

}  // namespace faceoff::test
