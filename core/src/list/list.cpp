#include "faceoff/list.hpp"

#include <cstdlib>
#include <cstring>

namespace faceoff::list_detail {

void reserve(storage& of, std::size_t wanted, std::size_t bytes, relocation relocate) {
  std::size_t capacity = std::size_t{of.capacity} * 2;
  if (capacity < 4) capacity = 4;
  if (capacity < wanted) capacity = wanted;
  void* const fresh = std::malloc(capacity * bytes);
  if (fresh == nullptr) std::abort();
  if (relocate != nullptr) {
    relocate(fresh, of.data, of.size);
  } else if (of.size != 0) {
    std::memcpy(fresh, of.data, of.size * bytes);
  }
  std::free(of.data);
  of.data = fresh;
  of.capacity = static_cast<std::uint32_t>(capacity);
}

void release(storage& of) { std::free(of.data); }

}  // namespace faceoff::list_detail
