// What Faceoff says by itself, in the reader's language: patterns, plural forms, numbers and dates.
//
// In: a message, its arguments, a catalog (English compiled in, others as JSON text). Out: pieces that keep
// our own words and foreign text apart, so that the HTML stage can isolate the latter. Cost: linear in the
// sentence. Knows nothing of HTML; a pattern is never markup and never foreign.
//
// A catalog's JSON: {"language": "de", "direction": "ltr", "decimal": ",", "group": ".", "grouping": "31",
// "percent": "{n}\u00a0%", "plural": {"one": "i = 1 and v = 0"}, "messages": {"key": "...", "key2": {"one":
// "...", "other": "..."}}}. grouping: how many digits a group has beyond the last three (3, or 2 as in
// Hindi), and how many must stand before the last three for any group sign at all (1, or 2 as in Spanish). A
// message it lacks is said in English. A browser's module knows no keys: its catalogs list the messages in
// the order of message_keys.hpp, null for one that is lacking; all programs read such a list. Other members
// ("widget": what TypeScript says) are not the core's.
#pragma once

#include <cstdint>
#include <string_view>

#include "faceoff/error.hpp"
#include "faceoff/json.hpp"
#include "faceoff/list.hpp"
#include "faceoff/message_keys.hpp"
#include "faceoff/model.hpp"
#include "faceoff/result.hpp"
#include "faceoff/statistics.hpp"
#include "faceoff/string.hpp"

namespace faceoff {

#define FACEOFF_ONE(key, text) key,
#define FACEOFF_TWO(key, one, other) key,
enum class message : std::uint8_t { FACEOFF_MESSAGES(FACEOFF_ONE, FACEOFF_TWO) };
#undef FACEOFF_ONE
#undef FACEOFF_TWO

#define FACEOFF_ONE(key, text) +1
#define FACEOFF_TWO(key, one, other) +1
inline constexpr std::size_t message_count = 0 FACEOFF_MESSAGES(FACEOFF_ONE, FACEOFF_TWO);
#undef FACEOFF_ONE
#undef FACEOFF_TWO

std::string_view name_of(message key);  // as in a catalog

// CLDR's plural categories, and which one a whole number falls into.
enum class plural : std::uint8_t { zero, one, two, few, many, other };
std::string_view name_of(plural category);
// Whether a rule in CLDR's syntax (UTS #35, "Language Plural Rules") holds for a whole number written without
// decimals: n = i = number, v = w = f = t = c = e = 0. Samples after '@' are ignored; an empty or malformed
// rule never holds.
bool plural_rule_holds(std::string_view rule, std::uint64_t number);

// Where a sentence goes, piece by piece: our own words apart from foreign text.
class sentence_sink {
 public:
  virtual void ours(const char* words, std::size_t size) = 0;
  virtual void foreign(const string& text, bool strong) = 0;  // strong: what the sentence is about

 protected:
  ~sentence_sink() = default;
};

// What may stand for {slot} in a pattern.
enum class slot : std::uint8_t { name, other, n, of, text, unit, day, month, year };
inline constexpr std::size_t slot_count = 9;

// Texts and lists are pointed to, not copied: they must live until the sentence is said.
class arguments {
 public:
  arguments& foreign(slot where, const string& text);
  arguments& strong(slot where, const string& text);
  arguments& ours(slot where, const string& text);     // our own words, already worded
  arguments& number(slot where, std::uint64_t value);  // {n} chooses the plural form
  arguments& phrase(slot where, message key);          // said with these same arguments; not into itself
  arguments& names(slot where, const list<const string*>& list);  // foreign: "a, b and c"
  void clear();

 private:
  friend class catalog;
  enum class kind : std::uint8_t { none, ours, foreign, strong, number, phrase, names };
  struct entry {
    kind is = kind::none;
    message key{};
    const void* what = nullptr;  // the text, or the list of names
    std::uint64_t number = 0;
  };
  arguments& put(slot where, kind is, const void* what);
  entry entries_[slot_count];
};

class catalog {
 public:
  catalog();  // English
  ~catalog();
  catalog(catalog&&) noexcept;
  catalog& operator=(catalog&&) noexcept;

  // A catalog's JSON text.
  static result<catalog, finding> parse(std::string_view text);
  // The JSON text compiled in for a BCP 47 tag, or "": "pt-PT" gets "pt"; traditional Chinese ("zh-Hant",
  // "zh-TW", "zh-HK", "zh-MO") not the simplified. English needs none. ourLanguage() of the
  // widget's words.ts decides the same.
  static std::string_view compiled_in(std::string_view language);

  std::string_view language() const { return of(setting::language); }
  std::string_view direction() const { return of(setting::direction); }

  void say(message key, const arguments& with, sentence_sink& into) const;
  // The same as one string, for attributes and reports.
  string text(message key, const arguments& with) const;
  string text(message key) const;

  string number(std::uint64_t value) const;
  // Plain decimal digits with at most one '.', in this language's symbols; anything else stays as it is.
  string decimal(std::string_view digits) const;
  string percent(std::uint32_t tenths, bool one_decimal) const;
  // An amount (as for decimal) and its ISO 4217 code, in the language's order and with its sign if it has
  // one.
  string money(std::string_view digits, const string& currency) const;
  string day(const date& when) const;

 private:
  std::string_view pattern(message key, std::uint64_t n) const;
  void enumeration(const list<const string*>& names, sentence_sink& into) const;
  void say_pattern(std::string_view pattern, const arguments& with, sentence_sink& into) const;
  void fill(const arguments::entry& with, const arguments& all, sentence_sink& into) const;
  void read(const json::value& tree);

  enum class setting : std::uint8_t { language, direction, decimal, group, grouping, percent };
  const string& of(setting which) const { return settings_[std::size_t(which)]; }

  list<string> settings_;
  list<string> rules_;          // by plural category; other needs none
  list<const char*> patterns_;  // by message, ended by NUL; plural forms are marked as in english.hpp
  list<string> owned_;          // those that are not English
};

}  // namespace faceoff
