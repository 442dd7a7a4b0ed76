#include "number.hpp"

#include "faceoff/limits.hpp"

namespace faceoff::json {

namespace {

constexpr std::int64_t huge = 1'000'000'000;  // past any number of digits a text can hold

std::int64_t exponent_of(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  std::int64_t value = 0;
  for (const char c : digits) {
    if (c >= '0' && c <= '9' && value < huge) value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

}  // namespace

std::optional<std::uint64_t> exact_integer(std::string_view spelling) {
  const std::size_t mark = spelling.find_first_of("eE");
  const std::string_view mantissa = spelling.substr(0, mark);
  std::int64_t zeros = mark == spelling.npos ? 0 : exponent_of(spelling.substr(mark + 1));
  const std::size_t point = mantissa.find('.');
  if (point != mantissa.npos) zeros -= static_cast<std::int64_t>(mantissa.size() - point - 1);

  std::uint64_t value = 0;
  std::int64_t pending = 0;  // zeros read and not yet known to be followed by another digit
  for (const char c : mantissa) {
    if (c < '0' || c > '9') continue;
    ++pending;
    if (c == '0') continue;
    for (; pending > 0; --pending) {
      if (value > limits::exact_integer / 10) return {};
      value *= 10;
    }
    value += static_cast<std::uint64_t>(c - '0');
  }
  zeros += pending;
  if (value == 0) return 0;
  if (zeros < 0 || spelling.front() == '-') return {};
  for (; zeros > 0; --zeros) {
    if (value > limits::exact_integer / 10) return {};
    value *= 10;
  }
  if (value > limits::exact_integer) return {};
  return value;
}

}  // namespace faceoff::json
