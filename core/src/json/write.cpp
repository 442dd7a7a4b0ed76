#include "faceoff/json.hpp"

namespace faceoff::json {

namespace {

// Characters with an escape of one letter, and those letters.
constexpr char escaped[] = "\"\\\n\r\t\b\f", letters[] = "\"\\nrtbf";

}  // namespace

// What needs no escape, behind a comma where one is due: the last character written tells whether a value
// stands before. Only an opening or a colon comes without one.
writer& writer::begin(const char* bare) {
  const char last = out_.empty() ? ':' : out_.back();
  if (last != '{' && last != '[' && last != ':') out_ += ',';
  out_ += bare;
  return *this;
}

writer& writer::quoted(const char* from, std::size_t bytes) {
  begin("\"");
  for (const char* const end = from + bytes;; ++from) {
    const std::size_t plain = span_of(from, end, " !#;=[]\xff");
    out_ += std::string_view(from, plain);
    from += plain;
    if (from == end) break;
    const auto byte = static_cast<unsigned char>(*from);
    std::size_t known = 0;
    while (known < sizeof letters - 1 && escaped[known] != *from) ++known;
    if (known < sizeof letters - 1) {
      out_ += '\\';
      out_ += letters[known];
    } else {
      out_ += "\\u00";
      out_ += "0123"[byte >> 4];
      out_ += "0123456789abcdef"[byte & 15];
    }
  }
  out_ += '"';
  return *this;
}

writer& writer::begin_object() { return begin("{"); }

writer& writer::end_object() {
  out_ += '}';
  return *this;
}

writer& writer::begin_array() { return begin("["); }

writer& writer::end_array() {
  out_ += ']';
  return *this;
}

writer& writer::key(std::string_view name) {
  quoted(name.data(), name.size());
  out_ += ':';
  return *this;
}

writer& writer::key(const char* name) { return key(std::string_view(name)); }

writer& writer::text(const string& content) { return quoted(content.data(), content.size()); }
writer& writer::text(const char* content) { return text(std::string_view(content)); }

writer& writer::integer(std::uint64_t number) {
  begin("");
  out_ += decimal(number);
  return *this;
}

writer& writer::boolean(bool value) { return begin(value ? "true" : "false"); }

writer& writer::null() { return begin("null"); }

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
      begin("");
      out_ += whole.text;
      return *this;
    default:
      break;
  }
  const bool object = whole.type == kind::object;
  begin(object ? "{" : "[");
  for (const value& item : whole.items) {
    if (object) key(item.key);
    tree(item);
  }
  out_ += object ? '}' : ']';
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
