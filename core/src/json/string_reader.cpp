#include "string_reader.hpp"

namespace faceoff::json {

namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

void append_code_point(string& into, unsigned code) {
  const auto byte = [&into](unsigned bits) { into += static_cast<char>(bits); };
  if (code < 0x80) {
    byte(code);
    return;
  }
  if (code < 0x800) {
    byte(0xC0 | code >> 6);
  } else {
    if (code < 0x10000) {
      byte(0xE0 | code >> 12);
    } else {
      byte(0xF0 | code >> 18);
      byte(0x80 | (code >> 12 & 63));
    }
    byte(0x80 | (code >> 6 & 63));
  }
  byte(0x80 | (code & 63));
}

// How many bytes the UTF-8 sequence at `at` has; 0 where it is none (RFC 3629: shortest form, no surrogates,
// at most U+10FFFF).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - at < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text[at + i])) return 0;
  }
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const bool out_of_range = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                            (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return out_of_range ? 0 : length;
}

// Four hex digits at `at`, or -1.
int hex4(std::string_view text, std::size_t at) {
  if (text.size() < at + 4) return -1;
  int value = 0;
  for (const char c : text.substr(at, 4)) {
    const int lower = c | 0x20;
    int digit = -1;
    if (c >= '0' && c <= '9') digit = c - '0';
    if (lower >= 'a' && lower <= 'f') digit = lower - 'a' + 10;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

char plain_escape(char letter) {
  constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
  const std::size_t found = letters.find(letter);
  return found == letters.npos ? '\0' : meanings[found];
}

class string_reader {
 public:
  string_reader(std::string_view text, std::size_t quote, string& into)
      : text_(text), at_(quote + 1), into_(into) {}

  string_end read() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') return {at_ + 1, false, what_, {}};
      const bool good = c == '\\' ? escape() : raw();
      if (!good) return {at_, true, what_, subject_};
    }
    return {at_, true, rule::json_ends_early, {}};
  }

 private:
  bool fail(rule what, string subject) {
    what_ = what;
    subject_ = std::move(subject);
    return false;
  }

  bool raw() {
    const std::size_t first = at_;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\') {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) {
        return fail(rule::json_control, shown(text_, at_));
      }
      const std::size_t length = sequence_length(text_, at_);
      if (length == 0) return fail(rule::json_utf8, {});
      at_ += length;
    }
    into_ += text_.substr(first, at_ - first);
    return true;
  }

  bool escape() {
    if (at_ + 1 == text_.size()) {
      ++at_;
      return fail(rule::json_ends_early, {});
    }
    if (text_[at_ + 1] == 'u') return unicode_escape();
    const char meaning = plain_escape(text_[at_ + 1]);
    if (meaning == '\0') return fail(rule::json_escape, string("\\") + shown(text_, at_ + 1));
    into_ += meaning;
    at_ += 2;
    return true;
  }

  bool unicode_escape() {
    const int first = hex4(text_, at_ + 2);
    if (first < 0) return fail(rule::json_escape, "\\u");
    if (first == 0) return fail(rule::json_nul, {});
    auto code = static_cast<unsigned>(first);
    std::size_t length = 6;
    if (first >= 0xD800 && first < 0xE000) {
      const int second = text_.substr(at_ + 6).starts_with("\\u") ? hex4(text_, at_ + 8) : -1;
      if (first >= 0xDC00 || second < 0xDC00 || second > 0xDFFF) {
        return fail(rule::json_surrogate, string(text_.substr(at_, 6)));
      }
      code = 0x10000 + ((code - 0xD800) << 10) + (static_cast<unsigned>(second) - 0xDC00);
      length = 12;
    }
    append_code_point(into_, code);
    at_ += length;
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  string& into_;
  rule what_{};
  string subject_;
};

bool in_word(char c) {
  const int lower = c | 0x20;
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' ||
         c == '_';
}

}  // namespace

string_end read_string(std::string_view text, std::size_t quote, string& into) {
  return string_reader(text, quote, into).read();
}

string code_point_name(std::string_view text, std::size_t at) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  auto code = static_cast<unsigned char>(text[at]);
  if (code == 0xC2) code = static_cast<unsigned char>(text[at + 1]);  // of U+0080..U+00BF
  string name = "U+00";
  name += digits[code >> 4];
  name += digits[code & 15];
  return name;
}

string shown(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x20 || first == 0x7F) return code_point_name(text, at);
  std::size_t end = at;
  while (end < text.size() && end - at < 32 && in_word(text[end])) ++end;
  if (end == at) end += sequence_length(text, at);
  return end == at ? string("a byte that is not UTF-8") : string(text.substr(at, end - at));
}

string shortened(std::string_view text) {
  constexpr std::size_t most = 80, room = most - 3;
  if (text.size() <= most) return printable(text);
  std::size_t end = room;
  while (end > 0 && continues(text[end])) --end;
  return printable(text.substr(0, end)) + "\xE2\x80\xA6";
}

string printable(std::string_view text) {
  string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (byte < 0x20 || byte == 0x7F || c1) {
      out += "\xEF\xBF\xBD";
    } else {
      out += text[i];
    }
    i += c1;
  }
  return out;
}

}  // namespace faceoff::json
