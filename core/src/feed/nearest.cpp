#include "nearest.hpp"

#include "../json/shown.hpp"

namespace faceoff::feed {

namespace {

constexpr std::size_t longest = 64;

void lower_to(std::size_t& least, std::size_t other) {
  if (other < least) least = other;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::size_t distance[longest + 1][longest + 1];  // of a's first i bytes and b's first j
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t& here = distance[i][j] = i + j;
      if (i == 0 || j == 0) continue;
      lower_to(here, distance[i - 1][j] + 1);
      lower_to(here, distance[i][j - 1] + 1);
      lower_to(here, distance[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) lower_to(here, distance[i - 2][j - 2] + 1);
    }
  }
  return distance[a.size()][b.size()];
}

nearest::nearest(std::string_view word) : word_(word.substr(0, longest)) {
  const std::size_t letters = word_.size();
  distance_ = letters < 2 ? 1 : letters < 4 ? 2 : letters < 9 ? 3 : 4;
}

string nearest::advice(const string& otherwise) const {
  if (best_.empty()) return otherwise;
  return string("Did you mean ") + json::printable(best_) + "?";
}

void nearest::offer(std::string_view candidate) {
  if (candidate.empty() || candidate.size() > longest) return;
  // Lengths that differ by more make it further away: no need to look.
  if (word_.size() + distance_ <= candidate.size() || candidate.size() + distance_ <= word_.size()) return;
  const std::size_t distance = edit_distance(word_, candidate);
  if (distance >= distance_) return;
  distance_ = distance;
  best_ = candidate;
}

}  // namespace faceoff::feed
