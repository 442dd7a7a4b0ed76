#include "faceoff/model.hpp"

namespace faceoff {

namespace {

bool leap(std::int32_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

std::int32_t days_in(std::int32_t year, std::int32_t month) {
  if (month == 2) return leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// `digits` decimal digits at `at`, or -1.
std::int32_t number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (text.size() < at + digits) return -1;
  std::int32_t value = 0;
  for (const char c : text.substr(at, digits)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_at(std::string_view text, std::size_t at, char wanted) {
  return at < text.size() && text[at] == wanted;
}

// Seconds east of UTC of "Z" or "+hh:mm" that ends the text at `at`.
std::optional<std::int32_t> zone_at(std::string_view text, std::size_t at) {
  if (text.size() == at + 1 && (text[at] == 'Z' || text[at] == 'z')) return 0;
  if (text.size() != at + 6 || (text[at] != '+' && text[at] != '-') || text[at + 3] != ':') return {};
  const std::int32_t hours = number_at(text, at + 1, 2), minutes = number_at(text, at + 4, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return {};
  return (text[at] == '-' ? -60 : 60) * (hours * 60 + minutes);
}

}  // namespace

std::optional<date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const std::int32_t year = number_at(text, 0, 4), month = number_at(text, 5, 2), day = number_at(text, 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return {};
  return date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
              static_cast<std::uint8_t>(day)};
}

string to_text(const date& day) {
  if (!day.given()) return {};
  char out[] = "0000-00-00";
  std::int32_t year = day.year;
  for (std::size_t at = 4; at-- > 0; year /= 10) out[at] = static_cast<char>('0' + year % 10);
  out[5] = static_cast<char>('0' + day.month / 10);
  out[6] = static_cast<char>('0' + day.month % 10);
  out[8] = static_cast<char>('0' + day.day / 10);
  out[9] = static_cast<char>('0' + day.day % 10);
  return out;
}

std::int32_t days_since_epoch(const date& day) {
  std::int32_t days = day.day - 1;
  for (std::int32_t month = 1; month < day.month; ++month) days += days_in(day.year, month);
  const std::int32_t before = day.year - 1;
  return days + before * 365 + before / 4 - before / 100 + before / 400 - 719'162;
}

std::optional<instant> parse_instant(std::string_view text) {
  const std::optional<date> day = parse_date(text.substr(0, 10));
  if (!day) return {};
  const std::int64_t midnight = std::int64_t{86'400} * days_since_epoch(*day);
  if (text.size() == 10) return instant{midnight, true};
  const std::int32_t hour = number_at(text, 11, 2), minute = number_at(text, 14, 2),
                     second = number_at(text, 17, 2);
  const bool shape = (text[10] == 'T' || text[10] == 't') && is_at(text, 13, ':') && is_at(text, 16, ':');
  if (!shape || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return {};
  std::size_t at = 19;
  if (is_at(text, at, '.')) {
    const std::size_t first = ++at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    if (at == first) return {};
  }
  const std::optional<std::int32_t> zone = at < text.size() ? zone_at(text, at) : std::nullopt;
  if (!zone) return {};
  return instant{midnight + hour * 3600 + minute * 60 + second - *zone, true};
}

}  // namespace faceoff
