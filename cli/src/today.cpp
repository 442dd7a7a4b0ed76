#include "today.hpp"

#include <ctime>

namespace faceoff::cli {

date utc_today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  date day;
  day.year = static_cast<std::int16_t>(parts.tm_year + 1900);
  day.month = static_cast<std::uint8_t>(parts.tm_mon + 1);
  day.day = static_cast<std::uint8_t>(parts.tm_mday);
  return day;
}

}  // namespace faceoff::cli
