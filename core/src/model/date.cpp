#include "faceoff/model.hpp"

namespace faceoff {

namespace {

bool leap(std::int32_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

std::int32_t days_in(std::int32_t year, std::int32_t month) {
  if (month == 2) return leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Reads a text of fixed form piece by piece; once a piece is wrong, whatever is read means nothing.
struct form_reader {
  const char* at;
  const char* end;
  bool good = true;

  char character() { return at == end ? '\0' : *at++; }

  void mark(char wanted, char other) {
    const char given = character();
    good = good && (given == wanted || given == other);
  }

  // Of so many digits, at most `most`.
  std::int32_t number(int digits, std::int32_t most) {
    std::int32_t value = 0;
    for (; digits > 0; --digits) {
      const std::int32_t digit = character() - '0';
      good = good && digit >= 0 && digit <= 9;
      value = value * 10 + digit;
    }
    good = good && value <= most;
    return value;
  }

  date day() {
    const std::int32_t year = number(4, 9999);
    mark('-', '-');
    const std::int32_t month = number(2, 12);
    mark('-', '-');
    const std::int32_t day = number(2, 31);
    good = good && year != 0 && month != 0 && day != 0 && day <= days_in(year, month);
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
            static_cast<std::uint8_t>(day)};
  }

  // Seconds of "Thh:mm:ss" and a zone that ends the text.
  std::int32_t time() {
    mark('T', 't');
    std::int32_t seconds = 3600 * number(2, 23);
    mark(':', ':');
    seconds += 60 * number(2, 59);
    mark(':', ':');
    seconds += number(2, 59);
    char zone = character();
    if (zone == '.') {
      const std::size_t digits = span_of(at, end, "09");
      good = good && digits != 0;
      at += digits;
      zone = character();
    }
    if (zone == '+' || zone == '-') {
      std::int32_t east = 3600 * number(2, 23);
      mark(':', ':');
      east += 60 * number(2, 59);
      seconds -= zone == '+' ? east : -east;
    } else {
      good = good && (zone == 'Z' || zone == 'z');
    }
    return seconds;
  }
};

}  // namespace

std::optional<date> parse_date(const string& text) {
  form_reader from{text.begin(), text.end()};
  const date day = from.day();
  if (!from.good || from.at != from.end) return {};
  return day;
}

string to_text(const date& day) {
  if (!day.given()) return {};
  string out;
  const std::int32_t digits = (day.year * 100 + day.month) * 100 + day.day;
  for (std::int32_t unit = 10'000'000; unit != 0; unit /= 10) {
    out += static_cast<char>('0' + digits / unit % 10);
    if (unit == 10'000 || unit == 100) out += '-';
  }
  return out;
}

std::int32_t days_since_epoch(const date& day) {
  std::int32_t days = day.day - 1;
  for (std::int32_t month = 1; month < day.month; ++month) days += days_in(day.year, month);
  const std::int32_t before = day.year - 1;
  return days + before * 365 + before / 4 - before / 100 + before / 400 - 719'162;
}

std::optional<instant> parse_instant(const string& text) {
  form_reader from{text.begin(), text.end()};
  const date day = from.day();
  if (!from.good) return {};
  std::int64_t seconds = std::int64_t{86'400} * days_since_epoch(day);
  if (from.at != from.end) seconds += from.time();
  if (!from.good || from.at != from.end) return {};
  return instant{seconds, true};
}

}  // namespace faceoff
