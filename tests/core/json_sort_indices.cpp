#include "../../core/src/json/sort_indices.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

TEST_CASE("indices are sorted as std::stable_sort sorts them when ties are broken by the index") {
  std::mt19937 random(7);
  for (std::size_t size = 0; size < 200; ++size) {
    faceoff::list<unsigned> numbers(size);
    for (unsigned& number : numbers) number = static_cast<unsigned>(random() % (size / 2 + 1));
    const auto before = [](const void* all, std::uint32_t a, std::uint32_t b) {
      const auto& of = *static_cast<const faceoff::list<unsigned>*>(all);
      return of[a] < of[b] || (of[a] == of[b] && a < b);
    };
    faceoff::list<std::uint32_t> wanted(size);
    for (std::size_t i = 0; i < size; ++i) wanted[i] = static_cast<std::uint32_t>(i);
    std::stable_sort(wanted.begin(), wanted.end(), [&](auto a, auto b) { return numbers[a] < numbers[b]; });
    CHECK(faceoff::json::sort_indices(size, before, &numbers) == wanted);
  }
}
