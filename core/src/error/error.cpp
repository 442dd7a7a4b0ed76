#include "faceoff/error.hpp"

#include "faceoff/error_rules.hpp"

namespace faceoff {

namespace {

// Of every rule its id, its sentence and its advice.
#define X(name, id, sentence, advice) id "\0" sentence "\0" advice "\0"
constexpr char texts[] = FACEOFF_RULES(X);
#undef X
enum class part : std::uint8_t { id, sentence, advice };

std::string_view text_of(rule what, part wanted) {
  return text_after(texts, 3 * static_cast<std::size_t>(what) + static_cast<std::size_t>(wanted));
}

// {subject} and {expected} are the only placeholders; a subject is never searched for placeholders itself.
string filled(std::string_view pattern, const finding& found) {
  string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const bool subject = pattern.substr(at).starts_with("{subject}");
    if (subject || pattern.substr(at).starts_with("{expected}")) {
      out += subject ? found.subject : found.expected;
      at += subject ? 9 : 10;
    } else {
      out += pattern[at++];
    }
  }
  return out;
}

}  // namespace

std::string_view rule_id(rule what) { return text_of(what, part::id); }
string sentence(const finding& found) { return filled(text_of(found.what, part::sentence), found); }
string advice(const finding& found) { return filled(text_of(found.what, part::advice), found); }

}  // namespace faceoff
