// A growing array of values that can be moved bit by bit, used in the core instead of std::vector.
//
// In and out: as std::vector, of which it has what the core needs. Cost: as std::vector; whatever moves
// elements is one function for all types and not a template, which is why it exists: std::vector is 23,000
// bytes of WebAssembly more. Elements must not point into themselves (std::string does; faceoff::string and
// lists do not), and what resize() adds is all zero bits, which must be what T{} is. Never throws; out of
// memory ends the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>

namespace faceoff {

namespace list_detail {

struct storage {
  void* data = nullptr;
  std::uint32_t size = 0;
  std::uint32_t capacity = 0;
};

// `bytes`: the size of one element.
void reserve(storage& of, std::size_t wanted, std::size_t bytes);
void resize(storage& of, std::size_t wanted, std::size_t bytes);  // upwards; new elements are all zero bits
void* add(storage& to, std::size_t bytes);                        // one more element, all zero bits
void move_in(storage& to, void* value, std::size_t bytes);        // leaves zero bits where it was
void append(storage& to, const void* values, std::size_t count, std::size_t bytes);  // may be of this list
void* insert(storage& to, std::size_t index, std::size_t bytes);  // one more element, all zero bits
void erase(storage& of, std::size_t index, std::size_t bytes);
void exchange(void* a, void* b, std::size_t bytes);
void release(storage& of);

}  // namespace list_detail

template <class T>
class list {
 public:
  static_assert(!std::is_same_v<T, std::basic_string<char>>, "may point into itself: use faceoff::string");

  using value_type = T;
  using iterator = T*;
  using const_iterator = const T*;

  list() = default;
  explicit list(std::size_t count) { resize(count); }
  list(std::initializer_list<T> from) { append(from.begin(), from.end()); }
  template <std::input_iterator From>
  list(From first, From last) {
    append(first, last);
  }
  list(const list& from) { append(from.begin(), from.end()); }
  list(list&& from) noexcept : storage_(std::exchange(from.storage_, {})) {}
  list& operator=(const list& from) {
    *this = list(from);
    return *this;
  }
  list& operator=(list&& from) noexcept {
    list_detail::exchange(&storage_, &from.storage_, sizeof storage_);
    return *this;
  }
  ~list() {
#ifndef FACEOFF_FREES_NOTHING
    clear();
    list_detail::release(storage_);
#endif
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

  void reserve(std::size_t count) { list_detail::reserve(storage_, count, sizeof(T)); }
  T& add() { return *static_cast<T*>(list_detail::add(storage_, sizeof(T))); }
  // May be an element of this list.
  void push_back(const T& value) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      list_detail::append(storage_, &value, 1, sizeof(T));
    } else {
      T copy(value);
      push_back(std::move(copy));
    }
  }
  void push_back(T&& value) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      add() = value;
    } else {
      list_detail::move_in(storage_, &value, sizeof(T));
    }
  }
  void append(const T* first, const T* last) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      list_detail::append(storage_, first, static_cast<std::size_t>(last - first), sizeof(T));
    } else {
      for (; first != last; ++first) push_back(*first);
    }
  }
  template <class From>
  void append(From first, From last) {
    for (; first != last; ++first) push_back(*first);
  }
  void pop_back() { data()[--storage_.size].~T(); }
  void clear() {
    while (!empty()) pop_back();
  }
  void resize(std::size_t count) {
    while (size() > count) pop_back();
    list_detail::resize(storage_, count, sizeof(T));
  }
  T* insert(const T* at, T&& value) {
    void* const room = list_detail::insert(storage_, static_cast<std::size_t>(at - data()), sizeof(T));
    list_detail::exchange(room, &value, sizeof(T));
    return static_cast<T*>(room);
  }
  void erase(const T* at) {
    at->~T();
    list_detail::erase(storage_, static_cast<std::size_t>(at - data()), sizeof(T));
  }

  friend bool operator==(const list& a, const list& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!(a[i] == b[i])) return false;
    }
    return true;
  }

 private:
  list_detail::storage storage_;
};

// Stable; quadratic unless nearly sorted, so for lists that limits keep short. std::sort is a KiB of
// WebAssembly for every type.
template <class T, class Before>
void insertion_sort(list<T>& of, Before before) {
  for (std::size_t next = 1; next < of.size(); ++next) {
    for (std::size_t i = next; i > 0 && before(of[i], of[i - 1]); --i)
      list_detail::exchange(&of[i], &of[i - 1], sizeof(T));
  }
}

}  // namespace faceoff
