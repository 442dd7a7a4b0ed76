// What can be wrong with a text from outside, told so that its author can mend it.
//
// In: a rule, a place, the words concerned. Out: a finding, and its sentence and advice in English.
// A finding is never text for HTML by itself: the writer escapes it like any foreign text.
#pragma once

#include <cstdint>
#include <string_view>

#include "faceoff/list.hpp"
#include "faceoff/string.hpp"

namespace faceoff {

enum class severity : std::uint8_t { error, warning };

// The closed list of rules stands in error_rules.hpp (one line a rule: enumerator, stable id, sentence,
// advice).
enum class rule : std::uint8_t;

#ifdef FACEOFF_UNTOLD
// A page's module only tells that something is wrong: the whole core, loaded then, says what and where.
inline constexpr bool findings_told = false;
class finding_text {
 public:
  template <class T>
  finding_text& operator=(const T&) {
    return *this;
  }
  template <class T>
  finding_text& operator+=(const T&) {
    return *this;
  }
  bool empty() const { return false; }
  operator string() const { return {}; }
};
#else
inline constexpr bool findings_told = true;
using finding_text = string;
#endif

struct finding {
  rule what{};
  severity level = severity::error;
  finding_text pointer;      // JSON Pointer (RFC 6901); "" is the whole document
  std::uint32_t line = 0;    // from 1; 0: no place in a text
  std::uint32_t column = 0;  // from 1, in Unicode code points
  finding_text subject;      // the offending word, key, id or number, at most 80 bytes; may be empty
  finding_text expected;     // the nearest known name, the limit or the kind wanted; may be empty
};

std::string_view rule_id(rule what);  // stable, e.g. "json.duplicate-key"
// What is wrong, and what to do.
string sentence(const finding& found);
string advice(const finding& found);
// "" where findings are not told, else a JSON array of {rule, severity, pointer, line, column, subject,
// expected, sentence, advice}.
string findings_json(const list<finding>& findings);

}  // namespace faceoff
