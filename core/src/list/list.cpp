#include "faceoff/list.hpp"

#include <cstdlib>
#include <cstring>

namespace faceoff::list_detail {
namespace {

char* at(const storage& of, std::size_t index, std::size_t bytes) {
  return static_cast<char*>(of.data) + index * bytes;
}

// Makes room as reserve() does, but leaves the former block, if another one was needed, to be freed by the
// caller: what is to be added may stand in it.
void* grow(storage& of, std::size_t wanted, std::size_t bytes) {
  if (wanted <= of.capacity) return nullptr;
  std::size_t capacity = std::size_t{of.capacity} * 2;
  if (capacity < 4) capacity = 4;
  if (capacity < wanted) capacity = wanted;
  void* const fresh = std::malloc(capacity * bytes);
  if (fresh == nullptr) std::abort();
  if (of.size != 0) std::memcpy(fresh, of.data, of.size * bytes);
  of.capacity = static_cast<std::uint32_t>(capacity);
  return std::exchange(of.data, fresh);
}

}  // namespace

void reserve(storage& of, std::size_t wanted, std::size_t bytes) { std::free(grow(of, wanted, bytes)); }

void resize(storage& of, std::size_t wanted, std::size_t bytes) {
  if (wanted <= of.size) return;
  reserve(of, wanted, bytes);
  std::memset(at(of, of.size, bytes), 0, (wanted - of.size) * bytes);
  of.size = static_cast<std::uint32_t>(wanted);
}

void* add(storage& to, std::size_t bytes) {
  resize(to, std::size_t{to.size} + 1, bytes);
  return at(to, to.size - 1, bytes);
}

void move_in(storage& to, void* value, std::size_t bytes) { exchange(add(to, bytes), value, bytes); }

void append(storage& to, const void* values, std::size_t count, std::size_t bytes) {
  if (count == 0) return;
  void* const former = grow(to, to.size + count, bytes);
  std::memcpy(at(to, to.size, bytes), values, count * bytes);
  to.size += static_cast<std::uint32_t>(count);
  std::free(former);
}

void* insert(storage& to, std::size_t index, std::size_t bytes) {
  add(to, bytes);
  char* const room = at(to, index, bytes);
  std::memmove(room + bytes, room, (to.size - 1 - index) * bytes);
  std::memset(room, 0, bytes);
  return room;
}

void erase(storage& of, std::size_t index, std::size_t bytes) {
  char* const gap = at(of, index, bytes);
  --of.size;
  std::memmove(gap, gap + bytes, (of.size - index) * bytes);
}

void exchange(void* a, void* b, std::size_t bytes) {
  auto* left = static_cast<char*>(a);
  auto* right = static_cast<char*>(b);
  for (std::size_t i = 0; i < bytes; ++i) {
    const char kept = left[i];
    left[i] = right[i];
    right[i] = kept;
  }
}

void release(storage& of) { std::free(of.data); }

}  // namespace faceoff::list_detail
