#include <algorithm>

#include "../json/string_reader.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/url.hpp"
#include "reader.hpp"

namespace faceoff::feed {

namespace {

// Every character lies in one of the ranges, given as pairs of first and last; never true of "".
bool made_of(std::string_view text, std::string_view ranges) {
  for (const char c : text) {
    std::size_t i = 0;
    while (i < ranges.size() && (c < ranges[i] || c > ranges[i + 1])) i += 2;
    if (i == ranges.size()) return false;
  }
  return !text.empty();
}

bool is_id(std::string_view text, std::size_t longest) {
  return made_of(text, "az09--") && text.front() != '-' && text.size() <= longest;
}

// [a-z][a-z0-9+.-]*: and something without spaces behind it. A URL is one as well.
bool is_identity(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  return made_of(text.substr(0, colon), "az09++..--") && made_of(text.substr(0, 1), "az") &&
         text.size() > colon + 1 && text.find_first_of(" \t\n\r") == text.npos;
}

// Subtags of up to eight letters and digits, parted by hyphens.
bool is_language(std::string_view text) {
  if (text.size() > 35) return false;
  while (true) {
    const std::string_view subtag = text.substr(0, text.find('-'));
    if (!made_of(subtag, "azAZ09") || subtag.size() > 8) return false;
    if (subtag.size() == text.size()) return true;
    text.remove_prefix(subtag.size() + 1);
  }
}

// Up to twelve digits, and up to six behind a point.
bool is_amount(std::string_view text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const bool whole = point <= 12 && made_of(text.substr(0, point), "09");
  return whole &&
         (point == text.size() || (text.size() - point <= 7 && made_of(text.substr(point + 1), "09")));
}

bool is_currency(std::string_view text) { return text.size() == 3 && made_of(text, "AZ"); }

struct format {
  holds what;
  rule broken;
  bool (*good)(std::string_view);
};

constexpr format formats[] = {{holds::identity, rule::identity_format, is_identity},
                              {holds::language, rule::language_format, is_language},
                              {holds::amount, rule::amount_format, is_amount},
                              {holds::currency, rule::currency_format, is_currency},
                              {holds::url, rule::url_refused, plausible_url}};

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

// Line ends of every system become one line feed.
string with_line_feeds(std::string_view text) {
  string out;
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

void reader::text_like(const json::value& given, const field& known, string& into) {
  if (!is(given, json::kind::string)) return;
  const std::string_view text = given.text;
  const std::size_t most = longest(known), control = control_at(text);
  if (known.what != holds::id && text.size() > most) {
    return tell(rule::text_too_long, given, json::decimal(text.size()), json::decimal(most));
  }
  if (control != text.npos) return tell(rule::text_control, given, json::code_point_name(text, control));
  if (text.find_first_not_of(" \t\n\r") == text.npos) {
    if (known.required) tell(rule::blank, given);
    return;
  }
  into = with_line_feeds(text);
  formatted(given, known, into);
}

void reader::formatted(const json::value& given, const field& known, string& into) {
  const std::string_view text = given.text;
  if (known.what == holds::id) {
    const bool good = is_id(text, known.limit);
    if (!good) tell(rule::id_format, given, text, json::decimal(known.limit));
    if (good && text == "none" && known.limit == limits::id_bytes) tell(rule::id_reserved, given, text);
    return;
  }
  for (const format& known_format : formats) {
    if (known_format.what != known.what || known_format.good(text)) continue;
    into.clear();
    return tell(known_format.broken, given, text);
  }
  const bool plain_http =
      known.what == holds::url && text.size() > 6 && (text[0] | 0x20) == 'h' && text[4] == ':';
  if (plain_http && !resolve_url(text, {})) tell(rule::url_insecure, given, text);
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
    const string shown = given.type == json::kind::integer ? json::decimal(given.integer) : given.text;
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
