// A growing array, used in the core instead of std::vector.
//
// In and out: as std::vector, of which it has what the core needs. Cost: as std::vector; growing is one
// function for all element types and not a template, which is why it exists: with std::vector the WebAssembly
// module is 23,000 bytes larger (Emscripten 3.1.6, -Oz -flto, 176,111 against 152,891). Never throws; out of
// memory ends the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <new>
#include <type_traits>
#include <utility>

namespace faceoff {

namespace list_detail {

// Moves `count` elements to fresh memory and ends them where they were.
using relocation = void (*)(void* to, void* from, std::size_t count);

struct storage {
  void* data = nullptr;
  std::uint32_t size = 0;
  std::uint32_t capacity = 0;
};

// Makes room for at least `wanted` elements of `bytes` each. A null `relocate` moves them bit by bit.
void reserve(storage& of, std::size_t wanted, std::size_t bytes, relocation relocate);
void release(storage& of);

}  // namespace list_detail

template <class T>
class list {
 public:
  using value_type = T;
  using iterator = T*;
  using const_iterator = const T*;

  list() = default;
  explicit list(std::size_t count) { resize(count); }
  list(std::size_t count, const T& value) { resize(count, value); }
  list(std::initializer_list<T> from) { append(from.begin(), from.end()); }
  template <std::input_iterator From>
  list(From first, From last) {
    append(first, last);
  }
  list(const list& from) { append(from.begin(), from.end()); }
  list(list&& from) noexcept : storage_(std::exchange(from.storage_, {})) {}
  list& operator=(list from) noexcept {
    std::swap(storage_, from.storage_);
    return *this;
  }
  ~list() {
    clear();
    list_detail::release(storage_);
  }

  T* begin() { return data(); }
  T* end() { return data() + storage_.size; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + storage_.size; }
  T* data() { return static_cast<T*>(storage_.data); }
  const T* data() const { return static_cast<const T*>(storage_.data); }
  std::size_t size() const { return storage_.size; }
  bool empty() const { return storage_.size == 0; }
  T& operator[](std::size_t index) { return data()[index]; }
  const T& operator[](std::size_t index) const { return data()[index]; }
  T& front() { return *data(); }
  const T& front() const { return *data(); }
  T& back() { return data()[storage_.size - 1]; }
  const T& back() const { return data()[storage_.size - 1]; }

  void reserve(std::size_t count) {
    if (count > storage_.capacity) list_detail::reserve(storage_, count, sizeof(T), relocate_of());
  }
  // By value: an element of this list may be pushed onto it.
  void push_back(T value) { new (room()) T(std::move(value)); }
  template <class... Parts>
  T& emplace_back(Parts&&... parts) {
    push_back(T{std::forward<Parts>(parts)...});
    return back();
  }
  template <class From>
  void append(From first, From last) {
    for (; first != last; ++first) push_back(*first);
  }
  void pop_back() { data()[--storage_.size].~T(); }
  void clear() {
    while (!empty()) pop_back();
  }
  void resize(std::size_t count) { resize(count, T()); }
  void resize(std::size_t count, const T& value) {
    while (size() > count) pop_back();
    while (size() < count) push_back(value);
  }
  T* insert(const T* at, T value) {
    const std::size_t index = static_cast<std::size_t>(at - data());
    push_back(std::move(value));
    for (std::size_t i = size() - 1; i > index; --i) std::swap(data()[i], data()[i - 1]);
    return data() + index;
  }
  T* erase(const T* at) {
    const std::size_t index = static_cast<std::size_t>(at - data());
    for (std::size_t i = index + 1; i < size(); ++i) data()[i - 1] = std::move(data()[i]);
    pop_back();
    return data() + index;
  }

  friend bool operator==(const list& a, const list& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!(a[i] == b[i])) return false;
    }
    return true;
  }

 private:
  static void relocate(void* to, void* from, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      T& old = static_cast<T*>(from)[i];
      new (static_cast<T*>(to) + i) T(std::move(old));
      old.~T();  // NOLINT(bugprone-use-after-move): ending what was moved from is what moving asks for
    }
  }
  static constexpr list_detail::relocation relocate_of() {
    if constexpr (std::is_trivially_copyable_v<T>) return nullptr;
    return relocate;
  }
  void* room() {
    if (storage_.size == storage_.capacity) {
      list_detail::reserve(storage_, std::size_t{storage_.size} + 1, sizeof(T), relocate_of());
    }
    return data() + storage_.size++;
  }

  list_detail::storage storage_;
};

// Stable; quadratic unless nearly sorted, so for lists that limits keep short. std::sort is a KiB of
// WebAssembly for every type.
template <class T, class Before>
void insertion_sort(list<T>& of, Before before) {
  for (std::size_t next = 1; next < of.size(); ++next) {
    for (std::size_t i = next; i > 0 && before(of[i], of[i - 1]); --i) std::swap(of[i], of[i - 1]);
  }
}

}  // namespace faceoff
