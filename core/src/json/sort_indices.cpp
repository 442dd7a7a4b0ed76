#include "sort_indices.hpp"

#include <utility>

namespace faceoff::json {

list<std::uint32_t> sort_indices(std::size_t count,
                                 bool (*before)(const void* what, std::uint32_t a, std::uint32_t b),
                                 const void* what) {
  list<std::uint32_t> heap(count);
  for (std::size_t i = 0; i < count; ++i) heap[i] = static_cast<std::uint32_t>(i);
  // The first `rest` steps build the heap from its last parent down, the others take its greatest off.
  std::size_t size = count;
  for (std::size_t rest = count / 2; size > 1;) {
    if (rest > 0) {
      --rest;
    } else {
      std::swap(heap[0], heap[--size]);
    }
    for (std::size_t at = rest, child; (child = 2 * at + 1) < size; at = child) {
      if (child + 1 < size && before(what, heap[child], heap[child + 1])) ++child;
      if (!before(what, heap[at], heap[child])) break;
      std::swap(heap[at], heap[child]);
    }
  }
  return heap;
}

}  // namespace faceoff::json
