// Filling patterns, numbers and dates.
#include "faceoff/message.hpp"

namespace faceoff {
namespace {

constexpr std::string_view slot_names[] = {"name", "other", "n",     "of",  "text",
                                           "unit", "day",   "month", "year"};

void append(sentence_pieces& out, piece::kind is, std::string_view text) {
  if (text.empty()) return;
  if (is == piece::kind::ours && !out.empty() && out.back().is == is) {
    out.back().text += text;
  } else {
    out.push_back({is, std::string(text)});
  }
}

}  // namespace

arguments& arguments::pieces(slot where, sentence_pieces parts) {
  entries_.push_back({where, false, 0, std::move(parts)});
  return *this;
}

arguments& arguments::foreign(slot where, std::string_view text) {
  return pieces(where, {{piece::kind::foreign, std::string(text)}});
}

arguments& arguments::strong(slot where, std::string_view text) {
  return pieces(where, {{piece::kind::strong, std::string(text)}});
}

arguments& arguments::ours(slot where, std::string_view text) {
  return pieces(where, {{piece::kind::ours, std::string(text)}});
}

arguments& arguments::number(slot where, std::uint64_t value) {
  entries_.push_back({where, true, value, {}});
  return *this;
}

sentence_pieces catalog::say(message key, const arguments& with) const {
  std::uint64_t n = 0;
  for (const auto& entry : with.entries_) {
    if (entry.is_number && entry.where == slot::n) n = entry.number;
  }
  std::string_view rest = pattern(key, n);
  sentence_pieces out;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    append(out, piece::kind::ours, rest.substr(0, open));
    const std::size_t close = rest.find('}');
    if (open == rest.npos || close == rest.npos || close < open) break;
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    for (const auto& entry : with.entries_) {
      if (slot_names[std::size_t(entry.where)] != name) continue;
      if (entry.is_number) append(out, piece::kind::ours, number(entry.number));
      for (const piece& part : entry.parts) append(out, part.is, part.text);
    }
    rest.remove_prefix(close + 1);
  }
  return out;
}

std::string catalog::text(message key, const arguments& with) const {
  std::string out;
  for (const piece& part : say(key, with)) out += part.text;
  return out;
}

std::string catalog::decimal(std::string_view digits) const {
  const std::size_t point = digits.find('.');
  const std::string_view whole = digits.substr(0, point);
  std::string out;
  for (std::size_t i = 0; i < whole.size(); i++) {
    if (i > 0 && (whole.size() - i) % 3 == 0) out += group_;
    out += whole[i];
  }
  if (point != digits.npos) {
    out += decimal_;
    out += digits.substr(point + 1);
  }
  return out;
}

std::string catalog::number(std::uint64_t value) const { return decimal(std::to_string(value)); }

std::string catalog::percent(std::uint32_t tenths, bool one_decimal) const {
  std::string digits = std::to_string(tenths / 10);
  if (one_decimal) digits += decimal_ + std::to_string(tenths % 10);
  std::string out = percent_;
  const std::size_t at = out.find("{n}");
  return at == out.npos ? digits : out.replace(at, 3, digits);
}

std::string catalog::day(const date& when) const {
  std::string_view months = pattern(message::months, 0);
  for (int month = 1; month < when.month; month++) months.remove_prefix(months.find('|') + 1);
  arguments parts;
  parts.ours(slot::day, std::to_string(when.day));
  parts.ours(slot::month, months.substr(0, months.find('|')));
  parts.ours(slot::year, std::to_string(when.year));
  return text(message::date, parts);
}

sentence_pieces catalog::list(const std::vector<std::string_view>& names) const {
  sentence_pieces out;
  for (std::size_t i = 0; i < names.size(); i++) {
    const bool last = i + 1 == names.size();
    if (i > 0) append(out, piece::kind::ours, pattern(last ? message::list_and : message::list_comma, 0));
    append(out, piece::kind::foreign, names[i]);
  }
  return out;
}

}  // namespace faceoff
