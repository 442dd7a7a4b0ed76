#include "nearest.hpp"

#include <cstdint>

#include "../json/shown.hpp"
#include "faceoff/error.hpp"

namespace faceoff::feed {

namespace {

constexpr std::size_t longest = 64, width = longest + 1;

void lower_to(unsigned& least, unsigned other) {
  if (other < least) least = other;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::uint8_t table[width * width];  // row i, column j: of a's first i bytes and b's first j
  std::uint8_t* here = table;
  for (unsigned i = 0; i <= a.size(); ++i) {
    here = table + i * width;
    for (unsigned j = 0; j <= b.size(); ++j, ++here) {
      unsigned least = i + j;
      if (i != 0 && j != 0) {
        lower_to(least, here[-1] + 1U);
        const std::uint8_t* const above = here - width;
        lower_to(least, above[0] + 1U);
        lower_to(least, above[-1] + unsigned{a[i - 1] != b[j - 1]});
        const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        if (swapped) lower_to(least, above[-1 - static_cast<std::ptrdiff_t>(width) - 1] + 1U);
      }
      *here = static_cast<std::uint8_t>(least);
    }
  }
  return here[-1];
}

nearest::nearest(std::string_view word) : word_(word.substr(0, longest)) {
  const std::size_t letters = word_.size();
  distance_ = letters < 2 ? 1 : letters < 4 ? 2 : letters < 9 ? 3 : 4;
}

string nearest::advice(const string& otherwise) const {
  if constexpr (!findings_told) return {};
  if (best_.empty()) return otherwise;
  return string("Did you mean ") + json::printable(best_) + "?";
}

void nearest::offer(std::string_view candidate) {
  if constexpr (!findings_told) return;
  if (candidate.empty() || candidate.size() > longest) return;
  // Lengths that differ by more make it further away: no need to look.
  if (word_.size() + distance_ <= candidate.size() || candidate.size() + distance_ <= word_.size()) return;
  const std::size_t distance = edit_distance(word_, candidate);
  if (distance >= distance_) return;
  distance_ = distance;
  best_ = candidate;
}

}  // namespace faceoff::feed
