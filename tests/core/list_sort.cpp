#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "faceoff/list.hpp"

using faceoff::insertion_sort;
using faceoff::list;

TEST_CASE(
    "a list sorted by insertion is what a stable sort makes of it, for every list of up to six of three") {
  for (unsigned length = 0; length <= 6; ++length) {
    unsigned lists = 1;
    for (unsigned i = 0; i < length; ++i) lists *= 3;
    for (unsigned number = 0; number < lists; ++number) {
      list<std::pair<unsigned, unsigned>> ours;
      for (unsigned i = 0, rest = number; i < length; ++i, rest /= 3) ours.push_back({rest % 3, i});
      auto theirs = ours;
      const auto before = [](const auto& x, const auto& y) { return x.first < y.first; };
      insertion_sort(ours, before);
      std::stable_sort(theirs.begin(), theirs.end(), before);
      CHECK(ours == theirs);
    }
  }
}
