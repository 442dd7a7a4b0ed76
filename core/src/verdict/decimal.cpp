#include "decimal.hpp"

#include <algorithm>

namespace faceoff::verdict_detail {
namespace {

struct parts {
  std::string_view whole;     // without leading zeros
  std::string_view fraction;  // without trailing zeros
};

parts split(std::string_view text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  parts found{text.substr(0, point), text.substr(std::min(point + 1, text.size()))};
  while (!found.whole.empty() && found.whole.front() == '0') found.whole.remove_prefix(1);
  while (!found.fraction.empty() && found.fraction.back() == '0') found.fraction.remove_suffix(1);
  return found;
}

}  // namespace

int compare_decimals(std::string_view a, std::string_view b) {
  const parts x = split(a), y = split(b);
  if (x.whole.size() != y.whole.size()) return x.whole.size() < y.whole.size() ? -1 : 1;
  const int whole = x.whole.compare(y.whole);
  return whole ? whole : x.fraction.compare(y.fraction);
}

}  // namespace faceoff::verdict_detail
