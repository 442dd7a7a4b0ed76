#include "decimal.hpp"

namespace faceoff::verdict_detail {
namespace {

int find_point(const string& text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] != '.') ++at;
  return static_cast<int>(at);
}

// The digit that stands for ten to the power of `power`; 0 where none is written.
int digit(const string& text, int point, int power) {
  const auto at = static_cast<std::size_t>(power < 0 ? point - power : point - 1 - power);
  return at < text.size() ? text[at] : '0';
}

}  // namespace

int compare_decimals(const string& a, const string& b) {
  const int point_a = find_point(a), point_b = find_point(b);
  const int digits = static_cast<int>(a.size() + b.size());
  int order = 0;
  for (int power = digits; !order && power >= -digits; --power)
    order = digit(a, point_a, power) - digit(b, point_b, power);
  return order;
}

}  // namespace faceoff::verdict_detail
