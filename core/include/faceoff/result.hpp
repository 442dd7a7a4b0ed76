// A value or an error, without exceptions.
//
// In: nothing. Out: `result<T, E>`. Cost: one of the two plus a flag. Never throws; reading the wrong side
// is a programming error and undefined, so test first.
#pragma once

#include <optional>
#include <utility>

namespace faceoff {

template <class T, class E>
class result {
 public:
  result(T value) : value_(std::move(value)) {}
  result(E error) : error_(std::move(error)) {}

  explicit operator bool() const { return value_.has_value(); }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }
  const E& error() const { return error_; }

 private:
  std::optional<T> value_;
  E error_{};
};

}  // namespace faceoff
