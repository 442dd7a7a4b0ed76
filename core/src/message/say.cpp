// Filling patterns, numbers and dates.
#include "faceoff/message.hpp"

namespace faceoff {
namespace {

// The slot of a name, told by its first letter and its length, which differ for all of them.
std::size_t slot_named(const char* name, std::size_t size) {
  constexpr char first[] = "nonotudmy";
  constexpr char sizes[] = "\4\5\1\2\4\4\3\5\4";
  static_assert(sizeof first == slot_count + 1 && sizeof sizes == sizeof first);
  std::size_t at = 0;
  while (at < slot_count && (first[at] != *name || std::size_t(sizes[at]) != size)) at++;
  return at;
}

class string_sink final : public sentence_sink {
 public:
  void ours(const char* words, std::size_t size) override { out += std::string_view(words, size); }
  void foreign(const string& text, bool) override { out += text; }

  string out;
};

}  // namespace

arguments& arguments::put(slot where, kind is, const void* what) {
  entry& to = entries_[std::size_t(where)];
  to.is = is;
  to.what = what;
  return *this;
}

arguments& arguments::ours(slot where, const string& text) { return put(where, kind::ours, &text); }

arguments& arguments::foreign(slot where, const string& text) { return put(where, kind::foreign, &text); }

arguments& arguments::strong(slot where, const string& text) { return put(where, kind::strong, &text); }

arguments& arguments::names(slot where, const list<const string*>& list) {
  return put(where, kind::names, &list);
}

arguments& arguments::number(slot where, std::uint64_t value) {
  entries_[std::size_t(where)].number = value;
  return put(where, kind::number, nullptr);
}

arguments& arguments::phrase(slot where, message key) {
  entries_[std::size_t(where)].key = key;
  return put(where, kind::phrase, nullptr);
}

void arguments::clear() { *this = {}; }

void catalog::fill(const arguments::entry& with, const arguments& all, sentence_sink& into) const {
  using kind = arguments::kind;
  if (with.is == kind::none) return;
  if (with.is == kind::phrase) return say(with.key, all, into);
  if (with.is == kind::names) {
    return enumeration(*static_cast<const list<const string*>*>(with.what), into);
  }
  const bool is_number = with.is == kind::number;
  const string digits = is_number ? number(with.number) : string();
  const string& text = is_number ? digits : *static_cast<const string*>(with.what);
  if (is_number || with.is == kind::ours) return into.ours(text.data(), text.size());
  into.foreign(text, with.is == kind::strong);
}

void catalog::say(message key, const arguments& with, sentence_sink& into) const {
  say_pattern(pattern(key, with.entries_[std::size_t(slot::n)].number), with, into);
}

void catalog::say_pattern(std::string_view pattern, const arguments& with, sentence_sink& into) const {
  const char* const end = pattern.data() + pattern.size();
  for (const char* at = pattern.data(); at < end;) {
    const char* const start = at;
    const char stop = *at == '{' ? '}' : '{';
    while (at < end && *at != stop) at++;
    if (stop == '{') {
      into.ours(start, std::size_t(at - start));
      continue;
    }
    const std::size_t where = slot_named(start + 1, std::size_t(at - start) - 1);
    if (where < slot_count) fill(with.entries_[where], with, into);
    at++;
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
  const string& grouping = of(setting::grouping);
  const std::size_t further = grouping == "21" ? 2 : 3;  // a group's digits, after the last three
  const bool grouped = whole.size() > (grouping == "32" ? 4U : 3U);
  string out;
  for (std::size_t i = 0; i < whole.size(); i++) {
    const std::size_t left = whole.size() - i;
    if (i > 0 && grouped && left >= 3 && (left - 3) % further == 0) out += of(setting::group);
    out += whole[i];
  }
  if (point != digits.npos) {
    out += of(setting::decimal);
    out += digits.substr(point + 1);
  }
  return out;
}

string catalog::number(std::uint64_t value) const { return decimal(json::decimal(value)); }

string catalog::percent(std::uint32_t tenths, bool one_decimal) const {
  string out = json::decimal(tenths / 10);
  if (one_decimal) {
    out += of(setting::decimal);
    out += static_cast<char>('0' + tenths % 10);
  }
  string_sink sink;
  say_pattern(of(setting::percent), arguments().ours(slot::n, out), sink);
  return std::move(sink.out);
}

// Signs stand in one text: each after its code, up to '|'. No code, three capitals, stands elsewhere
// in it.
string catalog::money(std::string_view digits, const string& currency) const {
  string amount = decimal(digits);
  if (currency.empty()) return amount;
  std::string_view signs = pattern(message::money_signs, 0);
  const std::size_t at = signs.find(currency.view());
  if (at != signs.npos) signs.remove_prefix(at + currency.size());
  const string sign = signs.substr(0, signs.find('|'));
  arguments parts;
  parts.ours(slot::text, amount).ours(slot::unit, at == signs.npos ? currency : sign);
  return text(at == signs.npos ? message::money_code : message::money_sign, parts);
}

string catalog::day(const date& when) const {
  std::string_view months = pattern(message::months, 0);
  for (int month = 1; month < when.month; month++) months.remove_prefix(months.find('|') + 1);
  const string day = json::decimal(when.day);
  const string month = months.substr(0, months.find('|'));
  const string year = json::decimal(static_cast<std::uint64_t>(when.year));
  arguments parts;
  parts.ours(slot::day, day).ours(slot::month, month).ours(slot::year, year);
  return text(message::date, parts);
}

void catalog::enumeration(const list<const string*>& names, sentence_sink& into) const {
  for (std::size_t i = 0; i < names.size(); i++) {
    const bool last = i + 1 == names.size();
    if (i > 0) say_pattern(pattern(last ? message::list_and : message::list_comma, 0), {}, into);
    into.foreign(*names[i], false);
  }
}

}  // namespace faceoff
