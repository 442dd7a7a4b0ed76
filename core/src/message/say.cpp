// Filling patterns, numbers and dates.
#include "faceoff/message.hpp"

namespace faceoff {
namespace {

// By slot, each ended by '}'.
constexpr char slot_names[] = "name}other}n}of}text}unit}day}month}year}";

std::size_t slot_named(std::string_view name) {
  std::string_view rest = slot_names;
  for (std::size_t i = 0; i < slot_count; i++) {
    const std::size_t end = rest.find('}');
    if (rest.substr(0, end) == name) return i;
    rest.remove_prefix(end + 1);
  }
  return slot_count;
}

class string_sink final : public sentence_sink {
 public:
  void ours(std::string_view words) override { out += words; }
  void foreign(std::string_view text, bool) override { out += text; }

  string out;
};

}  // namespace

arguments::arguments() = default;
arguments::~arguments() = default;

arguments& arguments::ours(slot where, std::string_view text) {
  entry& to = entries_[std::size_t(where)];
  to.is = kind::ours;
  to.text = text;
  return *this;
}

arguments& arguments::foreign(slot where, std::string_view text) {
  ours(where, text).entries_[std::size_t(where)].is = kind::foreign;
  return *this;
}

arguments& arguments::ours(slot where, const string& text) { return ours(where, std::string_view(text)); }

arguments& arguments::foreign(slot where, const string& text) {
  return foreign(where, std::string_view(text));
}

arguments& arguments::strong(slot where, const string& text) {
  ours(where, text).entries_[std::size_t(where)].is = kind::strong;
  return *this;
}

arguments& arguments::number(slot where, std::uint64_t value) {
  entries_[std::size_t(where)].is = kind::number;
  entries_[std::size_t(where)].number = value;
  return *this;
}

arguments& arguments::phrase(slot where, message key) {
  entries_[std::size_t(where)].is = kind::phrase;
  entries_[std::size_t(where)].key = key;
  return *this;
}

arguments& arguments::names(slot where, const list<std::string_view>& list) {
  entries_[std::size_t(where)].is = kind::names;
  entries_[std::size_t(where)].names = list;
  return *this;
}

void arguments::clear() {
  for (entry& one : entries_) {
    one.is = kind::none;
    one.number = 0;
  }
}

void catalog::fill(const arguments::entry& with, const arguments& all, sentence_sink& into) const {
  using kind = arguments::kind;
  switch (with.is) {
    case kind::none:
      break;
    case kind::ours:
      into.ours(with.text);
      break;
    case kind::number:
      into.ours(number(with.number));
      break;
    case kind::phrase:
      say(with.key, all, into);
      break;
    case kind::names:
      enumeration(with.names, into);
      break;
    default:
      into.foreign(with.text, with.is == kind::strong);
  }
}

void catalog::say(message key, const arguments& with, sentence_sink& into) const {
  std::string_view rest = pattern(key, with.entries_[std::size_t(slot::n)].number);
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    if (open != 0) into.ours(rest.substr(0, open));
    const std::size_t close = rest.find('}');
    if (open == rest.npos || close == rest.npos || close < open) return;
    const std::size_t at = slot_named(rest.substr(open + 1, close - open - 1));
    if (at < slot_count) fill(with.entries_[at], with, into);
    rest.remove_prefix(close + 1);
  }
}

string catalog::text(message key, const arguments& with) const {
  string_sink sink;
  say(key, with, sink);
  return std::move(sink.out);
}

string catalog::text(message key) const { return string(pattern(key, 0)); }

string catalog::decimal(std::string_view digits) const {
  const std::size_t point = digits.find('.');
  const std::string_view whole = digits.substr(0, point);
  string out;
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

string catalog::number(std::uint64_t value) const { return decimal(json::decimal(value)); }

string catalog::percent(std::uint32_t tenths, bool one_decimal) const {
  string out = json::decimal(tenths / 10);
  if (one_decimal) {
    out += decimal_;
    out += static_cast<char>('0' + tenths % 10);
  }
  // The pattern's text before and after {n}.
  const std::string_view pattern = percent_;
  const std::size_t at = pattern.find("{n}");
  if (at == pattern.npos) return out;
  return string(pattern.substr(0, at)) + out + pattern.substr(at + 3);
}

string catalog::day(const date& when) const {
  std::string_view months = pattern(message::months, 0);
  for (int month = 1; month < when.month; month++) months.remove_prefix(months.find('|') + 1);
  arguments parts;
  parts.ours(slot::day, json::decimal(when.day));
  parts.ours(slot::month, months.substr(0, months.find('|')));
  parts.ours(slot::year, json::decimal(static_cast<std::uint64_t>(when.year)));
  return text(message::date, parts);
}

void catalog::enumeration(const list<std::string_view>& names, sentence_sink& into) const {
  for (std::size_t i = 0; i < names.size(); i++) {
    const bool last = i + 1 == names.size();
    if (i > 0) into.ours(pattern(last ? message::list_and : message::list_comma, 0));
    into.foreign(names[i], false);
  }
}

}  // namespace faceoff
