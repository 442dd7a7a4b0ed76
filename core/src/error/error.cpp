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
string filled(const finding& found, part wanted) {
  string out;
  for (const char* at = text_of(found.what, wanted).data(); *at != '\0'; ++at) {
    if (*at != '{') {
      out += *at;
      continue;
    }
    out += at[1] == 's' ? string(found.subject) : string(found.expected);
    while (*at != '}') ++at;
  }
  return out;
}

}  // namespace

std::string_view rule_id(rule what) { return text_of(what, part::id); }
string sentence(const finding& found) { return filled(found, part::sentence); }
string advice(const finding& found) { return filled(found, part::advice); }

}  // namespace faceoff
