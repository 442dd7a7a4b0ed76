#include "faceoff/statistics.hpp"

namespace faceoff {
namespace {

// ship / n in parts of `whole`, rounded half up. whole at most 1000: 2 * 1000 * 2^53 + 2^54 is below 2^64.
std::uint64_t rounded(std::uint64_t ship, std::uint64_t n, std::uint64_t whole) {
  return (2 * whole * ship + n) / (2 * n);
}

share_label label_of(std::uint64_t ship, std::uint64_t skip) {
  if (ship == skip) return ship == 0 ? share_label::none : share_label::mixed;
  return ship > skip ? share_label::ship : share_label::skip;
}

}  // namespace

share share_of(std::uint64_t ship, std::uint64_t skip) {
  share out;
  out.ship = ship;
  out.n = ship + skip;
  out.label = label_of(ship, skip);
  if (out.n == 0) return out;
  std::uint64_t percent = rounded(ship, out.n, 100);
  if (ship != 0 && percent == 0) percent = 1;
  if (skip != 0 && percent == 100) percent = 99;
  out.one_decimal = percent == 50 && ship != skip;
  std::uint64_t tenths = out.one_decimal ? rounded(ship, out.n, 1000) : 10 * percent;
  if (out.one_decimal && tenths == 500) tenths = ship > skip ? 501 : 499;
  out.tenths = static_cast<std::uint16_t>(tenths);
  return out;
}

community_reading read_community(std::uint64_t ship, std::uint64_t skip) {
  community_reading out;
  out.votes = share_of(ship, skip);
  const std::uint64_t n = out.votes.n;
  if (n == 0) return out;
  out.state = n < 5 ? community_state::counts_only : n < 20 ? community_state::early : community_state::full;
  if (out.state == community_state::full) out.range = wilson(ship, n);
  return out;
}

}  // namespace faceoff
