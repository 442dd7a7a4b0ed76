// The known name nearest to a misspelt one.
//
// In: a word and candidates one at a time. Out: the best one by edit distance, if it is near enough to be
// what was meant: at most a third of the word's letters differ, two from four letters on, never more than
// three. Cost: the product of two lengths, each cut off at 64 bytes.
#pragma once

#include <cstddef>
#include <string_view>

#include "faceoff/string.hpp"

namespace faceoff::feed {

// Insertions, deletions, substitutions and swaps of neighbours that turn one into the other; each of at most
// 64 bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

class nearest {
 public:
  explicit nearest(std::string_view word);
  void offer(std::string_view candidate);
  // "" where nothing is near enough.
  const string& best() const { return best_; }
  // "Did you mean ...?", or `otherwise`.
  string advice(const string& otherwise) const;

 private:
  std::string_view word_;
  string best_;
  std::size_t distance_;  // of the best so far; at first one more than is near enough
};

}  // namespace faceoff::feed
