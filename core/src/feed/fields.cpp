#include "../json/shown.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/url.hpp"
#include "reader.hpp"

namespace faceoff::feed {

namespace {

// How many characters of `ranges` stand at `at`, which moves behind them.
std::size_t take(const char*& at, const char* end, const char* ranges) {
  const std::size_t count = span_of(at, end, ranges);
  at += count;
  return count;
}

bool in_form(const string& text, holds what) {
  const char *at = text.begin(), *const end = text.end();
  std::size_t count = 0;
  switch (what) {
    case holds::id:
      return *at != '-' && take(at, end, "az09--") == text.size();
    case holds::identity:  // [a-z][a-z0-9+.-]*: and something without spaces behind it. A URL is one as well.
      if (take(at, end, "az") == 0) return false;
      take(at, end, "az09++..--");
      return at != end && *at++ == ':' && take(at, end, "!\xFF") != 0 && at == end;
    case holds::language:  // subtags of up to eight letters and digits, parted by hyphens
      for (;;) {
        count = take(at, end, "azAZ09");
        if (count == 0 || count > 8) return false;
        if (at == end) return text.size() <= 35;
        if (*at++ != '-') return false;
      }
    case holds::amount:  // up to twelve digits, and up to six behind a point
      count = take(at, end, "09");
      if (count == 0 || count > 12) return false;
      if (at == end) return true;
      if (*at++ != '.') return false;
      count = take(at, end, "09");
      return count != 0 && count <= 6 && at == end;
    case holds::currency:
      return take(at, end, "AZ") == 3 && at == end;
    case holds::url:
      return plausible_url(text);
    default:
      return true;
  }
}

constexpr rule broken[] = {rule::id_format,       rule::url_refused,   rule::identity_format,
                           rule::language_format, rule::amount_format, rule::currency_format};

}  // namespace

void reader::text(const json::value& given, const field& known, string& into) {
  const string& text = given.text;
  if (known.what != holds::id && text.size() > known.limit) {
    return tell(rule::text_too_long, given, text.size(), known.limit);
  }
  string plain;  // with a line feed for the line ends of every system
  bool blank = true;
  for (const char *at = text.begin(), *const end = text.end(); at != end; ++at) {
    const bool space = *at == ' ' || *at == '\t' || *at == '\n' || *at == '\r';
    if (!space && json::is_control(at, end)) {
      tell(rule::text_control, given).subject = json::code_point_name(at);
      return;
    }
    blank = blank && space;
    if (*at != '\r') {
      plain += *at;
    } else if (at + 1 == end || at[1] != '\n') {
      plain += '\n';
    }
  }
  if (!blank) {
    into = std::move(plain);
    formatted(given, known, into);
  } else if (known.required) {
    tell(rule::blank, given);
  }
}

void reader::formatted(const json::value& given, const field& known, string& into) {
  const string& text = given.text;
  const bool good = in_form(text, known.what);
  if (known.what == holds::text) return;
  if (known.what == holds::id) {
    if (!good || text.size() > known.limit) {
      tell(rule::id_format, given).expected = json::decimal(known.limit);
    } else if (text == "none" && known.limit == limits::id_bytes) {
      tell(rule::id_reserved, given);
    }
  } else if (!good) {
    into.clear();
    tell(broken[static_cast<std::size_t>(known.what) - static_cast<std::size_t>(holds::id)], given);
  } else if (known.what == holds::url && insecure_url(text)) {
    tell(rule::url_insecure, given);
  }
}

void reader::time(const json::value& given, const field& known, void* into) {
  const char* expected = "a date as in 2026-01-31";
  if (known.what == holds::day) {
    const std::optional<date> day = parse_date(given.text);
    if (day) return void(*static_cast<date*>(into) = *day);
  } else {
    expected = "a time as in 2026-01-31T08:00:00Z";
    const std::optional<instant> moment = parse_instant(given.text);
    if (moment) return void(*static_cast<instant*>(into) = *moment);
  }
  tell(rule::date_invalid, given).expected = expected;
}

void reader::number(const json::value& given, const field& known, void* into) {
  const bool percent = known.what == holds::percent, exact = given.type == json::kind::integer;
  if (!exact && given.type != json::kind::other_number) return wrong_kind(given, json::kind::integer);
  if (!exact || (percent && given.integer > 100)) {
    placed_finding& found = tell(rule::number_range, given);
    if (exact) found.subject = json::decimal(given.integer);
    found.expected = percent ? "0 to 100" : "0 to 9007199254740991";
    return;
  }
  char* const member = static_cast<char*>(into) + known.offset;
  if (percent) {
    *reinterpret_cast<std::optional<std::uint8_t>*>(member) = static_cast<std::uint8_t>(given.integer);
  } else {
    *reinterpret_cast<std::optional<std::uint64_t>*>(member) = given.integer;
  }
}

}  // namespace faceoff::feed
