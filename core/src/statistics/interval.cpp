#include <algorithm>
#include <cmath>

#include "faceoff/statistics.hpp"

namespace faceoff {
namespace {

constexpr double z = 1.959963984540054;  // the standard normal's 97.5% point
constexpr double z_squared = z * z;

// The correlation of the two answers, pulled towards 0 by n/2 where it is positive (method 10's correction
// for continuity); 0 where one answer never varies.
double phi(double both, double only_a, double only_b, double neither) {
  const double spread = (both + only_a) * (only_b + neither) * (both + only_b) * (only_a + neither);
  if (spread == 0) return 0;
  double excess = both * neither - only_a * only_b;
  if (excess > 0) excess = std::max(0.0, excess - (both + only_a + only_b + neither) / 2);
  return excess / std::sqrt(spread);
}

double combined(double x, double y, double correlation) {
  return std::sqrt(std::max(0.0, x * x - 2 * correlation * x * y + y * y));
}

}  // namespace

interval wilson(std::uint64_t ship, std::uint64_t n) {
  const double s = static_cast<double>(ship);
  const double f = static_cast<double>(n - ship);
  const double total = s + f + z_squared;
  const double middle = (s + z_squared / 2) / total;
  const double reach = z * std::sqrt(s * f / (s + f) + z_squared / 4) / total;
  interval out;
  out.low = ship == 0 ? 0 : std::max(0.0, middle - reach);
  out.high = ship == n ? 1 : std::min(1.0, middle + reach);
  return out;
}

interval paired_difference(std::uint64_t both, std::uint64_t only_a, std::uint64_t only_b,
                           std::uint64_t neither) {
  const std::uint64_t n = both + only_a + only_b + neither;
  const interval range_a = wilson(both + only_a, n);
  const interval range_b = wilson(both + only_b, n);
  const double size = static_cast<double>(n);
  const double a = static_cast<double>(both + only_a) / size;
  const double b = static_cast<double>(both + only_b) / size;
  const double correlation = phi(static_cast<double>(both), static_cast<double>(only_a),
                                 static_cast<double>(only_b), static_cast<double>(neither));
  // From the counts, not as a - b: two shares near 1 would lose digits.
  const double difference = (static_cast<double>(only_a) - static_cast<double>(only_b)) / size;
  interval out;
  out.low = std::max(-1.0, difference - combined(a - range_a.low, range_b.high - b, correlation));
  out.high = std::min(1.0, difference + combined(b - range_b.low, range_a.high - a, correlation));
  return out;
}

}  // namespace faceoff
