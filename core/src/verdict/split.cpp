#include "field.hpp"

namespace faceoff {
namespace {

using namespace verdict_detail;

void split_of(contender_split& found, const seat& one) {
  const unsigned ships = one.ships(), skips = one.skips();
  found.most_ship = ships > skips;
  found.most = static_cast<std::uint16_t>(found.most_ship ? ships : skips);
  found.least = static_cast<std::uint16_t>(found.most_ship ? skips : ships);
  found.kind = ships == skips                                ? ships ? agreement::tied : agreement::none
               : found.least || one.who(verdict_code::mixed) ? agreement::majority
               : found.most > 1                              ? agreement::unanimous
                                                             : agreement::single;
}

void compare_pair(head_to_head& found, const field& among, unsigned a, unsigned b) {
  const reviewer_mask prefer_a = among.who_prefer(a, b), prefer_b = among.who_prefer(b, a);
  const int lead = among.lead(a, b);
  found.a = static_cast<contender_index>(a);
  found.b = static_cast<contender_index>(b);
  found.prefer_a = reviewer_set(prefer_a);
  found.prefer_b = reviewer_set(prefer_b);
  found.same = reviewer_set(among.who_judge_both(a, b) & ~(prefer_a | prefer_b));
  if (!lead) return;
  found.leader = lead > 0 ? a : b;
  found.dominant = !prefer_a || !prefer_b;  // the leader's are not none
  found.survives = lead >= 2 || lead <= -2;
}

}  // namespace

split_reading read_split(const comparison& document) {
  const field among = make_field(document);
  split_reading reading;
  for (unsigned a = 0; a < among.size; ++a) {
    split_of(reading.contenders.add(), among.seats[a]);
    for (unsigned b = a + 1; b < among.size; ++b) compare_pair(reading.pairs.add(), among, a, b);
  }
  return reading;
}

}  // namespace faceoff
