#include "nearest.hpp"

#include <algorithm>

namespace faceoff::feed {

namespace {

constexpr std::size_t longest = 64;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::size_t rows[3][longest + 1];  // the row in work, the one before it, the one before that
  std::size_t *now = rows[0], *before = rows[1], *earlier = rows[2];
  for (std::size_t j = 0; j <= b.size(); ++j) before[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = a[i - 1] == b[j - 1];
      now[j] = std::min({before[j] + 1, now[j - 1] + 1, before[j - 1] + !same});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) now[j] = std::min(now[j], earlier[j - 2] + 1);
    }
    std::size_t* const reused = earlier;
    earlier = before;
    before = now;
    now = reused;
  }
  return before[b.size()];
}

nearest::nearest(std::string_view word) : word_(word.substr(0, longest)) {
  const std::size_t third = word_.size() / 3;
  distance_ = word_.size() < 2 ? 1 : 1 + std::clamp<std::size_t>(third, word_.size() < 4 ? 1 : 2, 3);
}

string nearest::advice(std::string_view otherwise) const {
  if (best_.empty()) return string(otherwise);
  return string("Did you mean ") + best_ + "?";
}

void nearest::offer(std::string_view candidate) {
  if (candidate.empty() || candidate.size() > longest) return;
  const std::size_t longer = std::max(word_.size(), candidate.size());
  if (longer - std::min(word_.size(), candidate.size()) >= distance_) return;
  const std::size_t distance = edit_distance(word_, candidate);
  if (distance >= distance_) return;
  distance_ = distance;
  best_ = candidate;
}

}  // namespace faceoff::feed
