#include "faceoff/json.hpp"

namespace faceoff::json {

namespace {

std::string_view short_escape(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    default:
      return {};
  }
}

}  // namespace

// The last character written tells whether a value stands before: only an opening or a colon comes without
// one.
void writer::separate() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':') out_ += ',';
}

void writer::escape(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out_ += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const std::string_view known = short_escape(c);
    if (!known.empty()) {
      out_ += known;
    } else if (byte < 0x20 || c == '<') {
      out_ += "\\u00";
      out_ += digits[byte >> 4];
      out_ += digits[byte & 15];
    } else {
      out_ += c;
    }
  }
  out_ += '"';
}

writer& writer::begin_object() {
  separate();
  out_ += '{';
  return *this;
}

writer& writer::end_object() {
  out_ += '}';
  return *this;
}

writer& writer::begin_array() {
  separate();
  out_ += '[';
  return *this;
}

writer& writer::end_array() {
  out_ += ']';
  return *this;
}

writer& writer::key(std::string_view name) {
  separate();
  escape(name);
  out_ += ':';
  return *this;
}

writer& writer::text(std::string_view text) {
  separate();
  escape(text);
  return *this;
}

writer& writer::integer(std::uint64_t number) {
  separate();
  out_ += decimal(number);
  return *this;
}

writer& writer::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

writer& writer::null() {
  separate();
  out_ += "null";
  return *this;
}

writer& writer::fraction(double value) {
  const double millionths = value > 0 ? value * 1e6 + 0.5 : 0;  // also 0 for what is not a number
  auto rest = static_cast<std::uint64_t>(millionths < 9e15 ? millionths : 9e15);
  integer(rest / 1'000'000);
  rest %= 1'000'000;
  if (rest == 0) return *this;
  out_ += '.';
  for (std::uint64_t unit = 100'000; rest != 0; unit /= 10) {
    out_ += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
  return *this;
}

writer& writer::tree(const value& whole) {
  switch (whole.type) {
    case kind::null:
      return null();
    case kind::boolean:
      return boolean(whole.boolean);
    case kind::integer:
      return integer(whole.integer);
    case kind::string:
      return text(whole.text);
    case kind::other_number:
      separate();
      out_ += whole.text;
      return *this;
    case kind::array:
      begin_array();
      for (const value& item : whole.items) tree(item);
      return end_array();
    case kind::object:
      begin_object();
      for (const value& member : whole.items) key(member.key).tree(member);
      return end_object();
  }
  return *this;
}

string decimal(std::uint64_t number) {
  char digits[20];
  std::size_t at = sizeof digits;
  do {
    digits[--at] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  return std::string_view(digits + at, sizeof digits - at);
}

string write(const value& tree) {
  writer out;
  out.tree(tree);
  return out.take();
}

}  // namespace faceoff::json
