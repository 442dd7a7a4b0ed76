#include "faceoff/error_rules.hpp"
#include "faceoff/json.hpp"
#include "faceoff/limits.hpp"
#include "shown.hpp"
#include "sort_indices.hpp"

namespace faceoff::json {

namespace {

// Escapes of one letter, and what they mean.
constexpr char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";

// Decimal digits as they are read: value * 10^zeros. Past exact_integer the value only tells that it is.
struct number_read {
  std::uint64_t value = 0;
  std::int64_t zeros = 0;

  void shift(std::int64_t places) {
    for (; places > 0 && value != 0 && value <= limits::exact_integer; --places) value *= 10;
    zeros = 0;
  }
};

void append_code_point(string& into, unsigned code) {
  unsigned more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;  // bytes behind the first
  into += static_cast<char>(more == 0 ? code : 0xF00 >> (more + 1) | code >> 6 * more);
  while (more-- > 0) into += static_cast<char>(0x80 | (code >> 6 * more & 63));
}

class parser {
 public:
  parser(std::string_view text, const bounds& within, const list_filter& filter)
      : text_(text),
        within_(within),
        filter_(filter),
        at_(text.data()),
        end_(at_ + text.size()),
        values_(within.values) {}

  bool whole(value& root) {
    if (!acceptable()) return false;
    skip_space();
    if (at_ == end_) return fail(rule::json_empty);
    if (*at_ == '<') return fail(rule::json_html);
    if (!read(root, 1)) return false;
    skip_space();
    return at_ == end_ || fail(rule::json_trailing);
  }

  // What whole() refused, at the place it had come to.
  finding& found(const value& root) {
    if (found_.what == rule::json_too_large) return found_;
    const place where = place_of(text_, static_cast<std::uint32_t>(at_ - text_.data()));
    found_.line = where.line;
    found_.column = where.column;
    if (wrong_ != nullptr) found_.pointer = printable(pointer_of(root, *wrong_));
    if (found_.subject.empty()) found_.subject = shown(at_, end_);
    return found_;
  }

 private:
  bool fail(rule what, const char* expected = "") {
    found_.what = what;
    found_.expected = expected;
    return false;
  }

  bool fail_expecting(const char* expected) {
    return fail(at_ == end_ ? rule::json_ends_early : rule::json_unexpected, expected);
  }

  bool fail_beyond(rule what, std::size_t bound) {
    fail(what);
    found_.expected = decimal(bound);
    return false;
  }

  // What can be said of the text without reading it.
  bool acceptable() {
    if (text_.size() > within_.bytes) {
      found_.subject = decimal(text_.size());
      return fail_beyond(rule::json_too_large, within_.bytes);
    }
    if (text_.starts_with("\xEF\xBB\xBF")) return fail(rule::json_byte_order_mark);
    while (at_ != end_ && *at_ != '\0') ++at_;
    if (at_ != end_) return fail(rule::json_nul);
    at_ = text_.data();
    return true;
  }

  // The character at at_; NUL, which no text holds, at the end.
  char next() const { return at_ == end_ ? '\0' : *at_; }

  bool skip(char wanted) {
    if (next() != wanted) return false;
    ++at_;
    return true;
  }

  bool skip_word(const char* word) {
    const char* at = at_;
    while (*word != '\0' && at != end_ && *at == *word) ++at, ++word;
    if (*word != '\0') return false;
    at_ = at;
    return true;
  }

  void skip_space() {
    while (next() == ' ' || next() == '\n' || next() == '\r' || next() == '\t') ++at_;
  }

  // A value of a text that is a value deep in `depth` containers. Leaves at_ behind it.
  bool read(value& into, std::size_t depth) {
    skip_space();
    into.offset = static_cast<std::uint32_t>(at_ - text_.data());
    if (values_-- == 0 ? fail_beyond(rule::json_values, within_.values) : read_inside(into, depth))
      return true;
    if (wrong_ == nullptr) wrong_ = &into;
    return false;
  }

  bool read_inside(value& into, std::size_t depth) {
    const char first = next();
    if (first == '{' || first == '[') return container(into, depth);
    if (first == '"') {
      into.type = kind::string;
      return quoted(into.text);
    }
    if (first == '-' || (first >= '0' && first <= '9')) return number(into);
    if (skip_word("null")) return true;
    into.type = kind::boolean;
    into.boolean = skip_word("true");
    return into.boolean || skip_word("false") || fail_expecting("a value");
  }

  bool quoted(string& into) {
    for (const char* first = ++at_;;) {
      const char c = next();
      if (c == '"' || c == '\\') {
        into += std::string_view(first, static_cast<std::size_t>(at_ - first));
        if (skip('"')) return true;
        if (!escape(into)) return false;
        first = at_;
        continue;
      }
      if (at_ == end_) return fail_expecting("a closing quote");
      if (static_cast<unsigned char>(c) < 0x20) return fail(rule::json_control);
      const std::size_t length = sequence_length(at_, end_);
      if (length == 0) return fail(rule::json_utf8);
      at_ += length;
    }
  }

  bool escape(string& into) {
    if (end_ - at_ == 1) {
      ++at_;
      return fail_expecting("a closing quote");
    }
    if (at_[1] == 'u') return unicode_escape(into);
    for (std::size_t i = 0; i < sizeof letters - 1; ++i) {
      if (letters[i] != at_[1]) continue;
      into += meanings[i];
      at_ += 2;
      return true;
    }
    found_.subject = "\\";
    found_.subject += shown(at_ + 1, end_);
    return fail(rule::json_escape);
  }

  // Four hex digits so far behind at_, or -1.
  int hex4(std::ptrdiff_t behind) const {
    if (end_ - at_ < behind + 4) return -1;
    int value = 0;
    for (const char* at = at_ + behind; at != at_ + behind + 4; ++at) {
      const int lower = *at | 0x20;
      const int digit = lower >= 'a' ? lower - 'a' + 10 : *at - '0';
      if (digit < 0 || digit > 15 || (lower < 'a' && digit > 9)) return -1;
      value = value * 16 + digit;
    }
    return value;
  }

  bool unicode_escape(string& into) {
    int code = hex4(2);
    std::size_t length = 6;
    if (code < 0) {
      found_.subject = "\\u";
      return fail(rule::json_escape);
    }
    if (code == 0) return fail(rule::json_nul);
    if (code >> 11 == 0xD800 >> 11) {
      const int second = end_ - at_ > 7 && at_[6] == '\\' && at_[7] == 'u' ? hex4(8) : -1;
      if (code >= 0xDC00 || second >> 10 != 0xDC00 >> 10) {
        found_.subject = std::string_view(at_, length);
        return fail(rule::json_surrogate);
      }
      code = 0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00);
      length = 12;
    }
    append_code_point(into, static_cast<unsigned>(code));
    at_ += length;
    return true;
  }

  // How many there were.
  std::int64_t digits(number_read& into) {
    const char* const first = at_;
    for (; next() >= '0' && next() <= '9'; ++at_) {
      ++into.zeros;
      if (*at_ == '0') continue;
      into.shift(into.zeros);
      into.value += static_cast<std::uint64_t>(*at_ - '0');
    }
    return at_ - first;
  }

  bool number(value& into) {
    const char* const first = at_;
    number_read mantissa, exponent;
    const bool negative = skip('-'), zero = next() == '0';
    const std::int64_t whole = digits(mantissa);
    bool valid = zero ? whole == 1 : whole != 0;
    std::int64_t fraction = 0;
    if (valid && skip('.')) {
      fraction = digits(mantissa);
      valid = fraction != 0;
    }
    std::int64_t places = mantissa.zeros - fraction;
    if (valid && (skip('e') || skip('E'))) {
      const bool down = skip('-');
      if (!down) skip('+');
      valid = digits(exponent) != 0;
      exponent.shift(exponent.zeros);
      places += static_cast<std::int64_t>(down ? 0 - exponent.value : exponent.value);
    }
    if (!valid) {
      at_ = first;
      return fail(rule::json_number);
    }
    mantissa.shift(places);
    const bool exact = mantissa.value == 0 || (!negative && places >= 0);
    if (exact && mantissa.value <= limits::exact_integer) {
      into.type = kind::integer;
      into.integer = mantissa.value;
    } else {
      into.type = kind::other_number;
      into.text = std::string_view(first, static_cast<std::size_t>(at_ - first));
    }
    return true;
  }

  bool container(value& into, std::size_t depth) {
    if (depth > within_.depth) return fail_beyond(rule::json_depth, within_.depth);
    const bool object = *at_ == '{';
    into.type = object ? kind::object : kind::array;
    const char closing = object ? '}' : ']';
    const bool filtered = depth == 2 && !object && filter_.keep != nullptr && into.key == filter_.list;
    ++at_;
    skip_space();
    if (skip(closing)) return true;
    for (std::uint32_t index = 0;; ++index) {
      value& element = into.items.add();
      element.key_offset = index;
      if (object && !key(element)) return false;
      if (filtered) values_ = within_.values;
      if (!read(element, depth + 1)) return false;
      if (filtered && !filter_.keep(filter_.context, element)) into.items.pop_back();
      skip_space();
      if (skip(closing)) return !object || distinct_keys(into);
      if (!skip(',')) return fail_expecting(object ? "a comma or }" : "a comma or ]");
    }
  }

  bool key(value& element) {
    skip_space();
    element.key_offset = static_cast<std::uint32_t>(at_ - text_.data());
    if (next() != '"') return fail_expecting("a key in double quotes");
    if (!quoted(element.key)) return false;
    skip_space();
    return skip(':') || fail_expecting("a colon");
  }

  bool distinct_keys(const value& object) {
    const auto before = [](const void* members, std::uint32_t a, std::uint32_t b) {
      const value* const all = static_cast<const value*>(members);
      const int order = all[a].key.view().compare(all[b].key);
      return order < 0 || (order == 0 && a < b);
    };
    const list<std::uint32_t> order = sort_indices(object.items.size(), before, object.items.data());
    const value* twice = nullptr;
    for (std::size_t i = 1; i < order.size(); ++i) {
      const value& member = object.items[order[i]];
      if (member.key == object.items[order[i - 1]].key && (twice == nullptr || &member < twice))
        twice = &member;
    }
    if (twice == nullptr) return true;
    wrong_ = twice;
    at_ = text_.data() + twice->key_offset;
    found_.subject = shortened(twice->key);
    return fail(rule::json_duplicate_key);
  }

  std::string_view text_;
  const bounds& within_;
  const list_filter& filter_;
  const char* at_;
  const char* end_;
  std::size_t values_;            // how many more may come
  const value* wrong_ = nullptr;  // the innermost value that could not be read
  finding found_;
};

}  // namespace

result<value, finding> parse(std::string_view text, const bounds& within, const list_filter& filter) {
  parser reading(text, within, filter);
  value root;
  if (!reading.whole(root)) return std::move(reading.found(root));
  return root;
}

}  // namespace faceoff::json
