#include "faceoff/error.hpp"

#include "faceoff/error_rules.hpp"

namespace faceoff {

namespace {

struct rule_text {
  std::string_view id, sentence, advice;
};

constexpr rule_text texts[] = {
#define X(name, id, sentence, advice) {id, sentence, advice},
    FACEOFF_RULES(X)
#undef X
};

const rule_text& text_of(rule what) { return texts[static_cast<std::size_t>(what)]; }

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

std::string_view rule_id(rule what) { return text_of(what).id; }
string sentence(const finding& found) { return filled(text_of(found.what).sentence, found); }
string advice(const finding& found) { return filled(text_of(found.what).advice, found); }

}  // namespace faceoff
