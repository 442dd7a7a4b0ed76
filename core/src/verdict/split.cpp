#include <algorithm>

#include "field.hpp"

namespace faceoff {
namespace {

using namespace verdict_detail;

contender_split split_of(const seat& one) {
  contender_split found;
  const unsigned ships = one.ships(), skips = one.skips();
  found.most = static_cast<std::uint16_t>(std::max(ships, skips));
  found.least = static_cast<std::uint16_t>(std::min(ships, skips));
  found.most_ship = ships > skips;
  if (ships == skips)
    found.kind = ships ? agreement::tied : agreement::none;
  else if (!found.least && !one.mixed)
    found.kind = found.most > 1 ? agreement::unanimous : agreement::single;
  else
    found.kind = agreement::majority;
  return found;
}

list<reviewer_index> members(reviewer_mask mask) {
  list<reviewer_index> found(static_cast<std::size_t>(std::popcount(mask)));
  for (reviewer_index& one : found) {
    one = static_cast<reviewer_index>(std::countr_zero(mask));
    mask &= mask - 1;
  }
  return found;
}

void compare_pair(head_to_head& found, const field& among, contender_index a, contender_index b) {
  const duel pair = match(among.seats[a], among.seats[b]);
  found.a = a;
  found.b = b;
  found.prefer_a = members(pair.prefer_x);
  found.prefer_b = members(pair.prefer_y);
  found.same = members(pair.both & ~pair.prefer_x & ~pair.prefer_y);
  const int lead = pair.lead();
  if (!lead) return;
  found.leader = lead > 0 ? a : b;
  found.dominant = !(lead > 0 ? pair.prefer_y : pair.prefer_x);
  found.survives = lead >= 2 || lead <= -2;
}

}  // namespace

split_reading read_split(const comparison& document) {
  const field among = make_field(document, {});
  split_reading reading;
  reading.contenders = list<contender_split>(among.size);
  reading.pairs = list<head_to_head>(pairs_of(among.size));
  std::size_t next = 0;
  for (contender_index a = 0; a < among.size; ++a) {
    reading.contenders[a] = split_of(among.seats[a]);
    for (auto b = static_cast<contender_index>(a + 1); b < among.size; ++b)
      compare_pair(reading.pairs[next++], among, a, b);
  }
  return reading;
}

}  // namespace faceoff
