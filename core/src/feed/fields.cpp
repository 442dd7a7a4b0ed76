#include "../json/string_reader.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/url.hpp"
#include "reader.hpp"

namespace faceoff::feed {

namespace {

bool lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_id(std::string_view text, std::size_t longest) {
  if (text.empty() || text.front() == '-' || text.size() > longest) return false;
  for (const char c : text) {
    if (!lower_or_digit(c) && c != '-') return false;
  }
  return true;
}

// [a-z][a-z0-9+.-]*: and something without spaces behind it. A URL is one as well.
bool is_identity(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos || colon + 1 == text.size() || text.front() < 'a' || text.front() > 'z')
    return false;
  for (const char c : text.substr(0, colon)) {
    if (!lower_or_digit(c) && c != '+' && c != '.' && c != '-') return false;
  }
  return text.find_first_of(" \t\n\r") == text.npos;
}

bool is_language(std::string_view text) {
  std::size_t length = 0;  // of the subtag in work
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool good = c == '-' ? length != 0 : length != 8 && (letter || (c >= '0' && c <= '9'));
    if (!good) return false;
    length = c == '-' ? 0 : length + 1;
  }
  return length != 0 && text.size() <= 35;
}

// Up to twelve digits, and up to six behind a point.
bool is_amount(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = point == text.npos ? "0" : text.substr(point + 1);
  const auto digits = [](std::string_view some, std::size_t most) {
    return !some.empty() && some.size() <= most && some.find_first_not_of("0123456789") == some.npos;
  };
  return digits(whole, 12) && digits(part, 6);
}

bool is_currency(std::string_view text) {
  return text.size() == 3 && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == text.npos;
}

// A C0 or C1 control character other than tab and line ends: invisible on a page, commands to a terminal. Its
// place, or npos.
std::size_t control_at(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c0 = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    const bool c1 = byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c0 || c1 || byte == 0x7F) return i;
  }
  return text.npos;
}

std::string control_name(std::string_view text, std::size_t at) {
  const bool c1 = static_cast<unsigned char>(text[at]) == 0xC2;
  const auto code = static_cast<unsigned char>(text[c1 ? at + 1 : at]);
  constexpr std::string_view digits = "0123456789ABCDEF";
  return std::string("U+00") + digits[code >> 4] + digits[code & 15];
}

// Line ends of every system become one line feed.
std::string with_line_feeds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

// Bytes a text of no table limit may have.
std::size_t longest(const field& known) {
  if (known.limit != 0) return known.limit;
  return known.what == holds::identity ? limits::url_bytes : limits::code_bytes;
}

}  // namespace

void reader::text_like(const json::value& given, const field& known, std::string& into) {
  if (!is(given, json::kind::string)) return;
  const std::string& text = given.text;
  const std::size_t most = longest(known), control = control_at(text);
  if (known.what != holds::id && text.size() > most) {
    return tell(rule::text_too_long, given, json::writer().integer(text.size()).take(),
                json::writer().integer(most).take());
  }
  if (control != text.npos) return tell(rule::text_control, given, control_name(text, control));
  if (text.find_first_not_of(" \t\n\r") == text.npos) {
    if (known.required) tell(rule::blank, given);
    return;
  }
  into = with_line_feeds(text);
  formatted(given, known, into);
}

void reader::formatted(const json::value& given, const field& known, std::string& into) {
  const std::string& text = given.text;
  switch (known.what) {
    case holds::id:
      if (!is_id(text, known.limit)) {
        tell(rule::id_format, given, text, json::writer().integer(known.limit).take());
      } else if (text == "none" && known.limit == limits::id_bytes) {
        tell(rule::id_reserved, given, text);
      }
      return;
    case holds::url:
      if (!plausible_url(text)) {
        into.clear();
        tell(rule::url_refused, given, text);
      } else if ((text[0] | 0x20) == 'h' && text.size() > 6 && text[4] == ':' && !resolve_url(text, {})) {
        tell(rule::url_insecure, given, text);
      }
      return;
    case holds::identity:
      if (!is_identity(text)) tell(rule::identity_format, given, text);
      return;
    case holds::language:
      if (!is_language(text)) tell(rule::language_format, given, text);
      return;
    case holds::amount:
      if (!is_amount(text)) tell(rule::amount_format, given, text);
      return;
    case holds::currency:
      if (!is_currency(text)) tell(rule::currency_format, given, text);
      return;
    default:
      return;
  }
}

void reader::times(const json::value& given, const field& known, void* into) {
  if (!is(given, json::kind::string)) return;
  char* const member = static_cast<char*>(into) + known.offset;
  if (known.what == holds::day) {
    const std::optional<date> day = parse_date(given.text);
    if (!day) return tell(rule::date_invalid, given, given.text, "a date as in 2026-01-31");
    *reinterpret_cast<date*>(member) = *day;
  } else {
    const std::optional<instant> moment = parse_instant(given.text);
    if (!moment) return tell(rule::date_invalid, given, given.text, "a time as in 2026-01-31T08:00:00Z");
    *reinterpret_cast<instant*>(member) = *moment;
  }
}

void reader::number(const json::value& given, const field& known, void* into) {
  const bool percent = known.what == holds::percent;
  if (given.type != json::kind::integer && given.type != json::kind::other_number) {
    return wrong_kind(given, "a whole number");
  }
  if (given.type == json::kind::other_number || (percent && given.integer > 100)) {
    const std::string shown =
        given.type == json::kind::integer ? json::writer().integer(given.integer).take() : given.text;
    return tell(rule::number_range, given, shown, percent ? "0 to 100" : "0 to 9007199254740991");
  }
  char* const member = static_cast<char*>(into) + known.offset;
  if (percent) {
    *reinterpret_cast<std::optional<std::uint8_t>*>(member) = static_cast<std::uint8_t>(given.integer);
  } else {
    *reinterpret_cast<std::optional<std::uint64_t>*>(member) = given.integer;
  }
}

}  // namespace faceoff::feed
