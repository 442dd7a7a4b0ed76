// A text that owns its bytes, used in the core instead of std::string.
//
// In and out: as std::string, of which it has what the core needs; everything that looks into a text is
// std::string_view's. Cost: as std::string, without its short texts kept in place: every use of those is a
// branch, and WebAssembly pays for it in bytes at each. Can be moved bit by bit. Never throws; out of memory
// ends the program.
#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "faceoff/list.hpp"

namespace faceoff {

class string {
 public:
  using value_type = char;

  string() = default;
  // Of a literal. Overloads are for size: on WebAssembly a view by value costs twenty bytes a call, a pointer
  // four.
  string(const char* from);
  string(std::string_view from);
  template <class From>
  requires(std::convertible_to<const From&, std::string_view>&& std::is_class_v<From>)
      string(const From& from)
      : string(std::string_view(from)) {}
  string(const string& from);
  string(string&& from) noexcept : storage_(std::exchange(from.storage_, {})) {}
  string& operator=(const string& from);
  string& operator=(string&& from) noexcept;
  ~string() {
#ifndef FACEOFF_FREES_NOTHING
    list_detail::release(storage_);
#endif
  }

  std::string_view view() const { return {data(), size()}; }
  operator std::string_view() const { return view(); }
  // To std::string, which is no business of this header: only its callers include it.
  template <class To>
  requires(std::same_as<To, std::basic_string<char>>) operator To() const { return To(view()); }
  const char* data() const { return static_cast<const char*>(storage_.data); }
  std::size_t size() const { return storage_.size; }
  bool empty() const { return storage_.size == 0; }
  const char* begin() const { return data(); }
  const char* end() const { return data() + size(); }
  char operator[](std::size_t index) const { return data()[index]; }
  char back() const { return data()[size() - 1]; }

  string& operator+=(const char* more);
  string& operator+=(std::string_view more);
  string& operator+=(const string& more);
  string& operator+=(char more);
  void pop_back() { --storage_.size; }
  void clear() { storage_.size = 0; }
  void reserve(std::size_t bytes) { list_detail::reserve(storage_, bytes, 1); }
  void cut(std::size_t bytes) {
    storage_.size = static_cast<std::uint32_t>(bytes);
  }  // not more than there are

  friend bool operator==(const string& a, const string& b);
  friend bool operator==(const string& a, const char* b);
  template <class Other>
  requires(std::convertible_to<const Other&, std::string_view>&& std::is_class_v<Other>) friend bool
  operator==(const string& a, const Other& b) {
    return a.view() == std::string_view(b);
  }
  friend bool operator<(const string& a, const string& b);

 private:
  list_detail::storage storage_;
};

string operator+(string left, std::string_view right);

// Of texts that stand one after the other, each ended by NUL, the one after `skip` others. Linear. A table of
// addresses is quicker, but addresses do not compress.
std::string_view text_after(const char* texts, std::size_t skip);
// How many bytes from `at` on lie in one of the ranges, which are pairs of first and last: "azAZ" are
// letters.
std::size_t span_of(const char* at, const char* end, const char* ranges);

}  // namespace faceoff
