// The closed list of what can be wrong, one line a rule: X(enumerator, stable id, sentence, advice).
//
// {subject} is the offending word, {expected} what would be right. Ids never change and are never reused:
// publishers silence and search by them. Sentences travel inside the WebAssembly module: keep them short.
#pragma once

#include "faceoff/error.hpp"

// clang-format off
#define FACEOFF_RULES(X) \
  X(json_empty, "json.empty", "The text is empty.", "Put a comparison document here.") \
  X(json_html, "json.html", "This is an HTML page, not JSON.", "Is the address right? It must lead to the JSON file itself.") \
  X(json_too_large, "json.too-large", "The text has {subject} bytes.", "Keep it to {expected} bytes.") \
  X(json_byte_order_mark, "json.byte-order-mark", "The text starts with a byte order mark.", "Save it as UTF-8 without one.") \
  X(json_nul, "json.nul", "The text holds a NUL byte.", "Save it as plain UTF-8 text.") \
  X(json_utf8, "json.utf8", "A byte here is not UTF-8.", "Save the text as UTF-8.") \
  X(json_ends_early, "json.ends-early", "The text ends where {expected} is due.", "Was it cut off while being copied?") \
  X(json_unexpected, "json.unexpected", "Found {subject} where {expected} is due.", "Look for a missing or spare comma, quote or bracket just before.") \
  X(json_trailing, "json.trailing", "Something follows the end of the document: {subject}.", "Remove what stands after the last bracket.") \
  X(json_control, "json.control-character", "A raw {subject} stands inside a string.", "Write it as an escape; a line break is \\n.") \
  X(json_escape, "json.escape", "{subject} is no escape of JSON.", "A backslash itself is written \\\\.") \
  X(json_surrogate, "json.surrogate", "{subject} is half a surrogate pair.", "Write the character itself, or both halves.") \
  X(json_number, "json.number", "{subject} is not how JSON writes a number.", "Write plain digits, as in 0, 12 or 0.5.") \
  X(json_depth, "json.depth", "The values are nested too deeply.", "Keep to {expected} levels.") \
  X(json_values, "json.values", "There are too many values.", "Keep to {expected}.") \
  X(json_duplicate_key, "json.duplicate-key", "The key {subject} stands twice in one object.", "Keep one of the two.") \
  X(tally_invalid, "tally.invalid", "{subject} is not what a tally holds here.", "Expected: {expected}.") \
  X(tally_counts, "tally.counts", "The counts under {subject} contradict each other.", "Tell whoever runs the votes feed.") \
  X(tally_missing, "tally.missing", "The votes feed has no {subject}.", "Does the server know this comparison?") \
  X(own_invalid, "own-vote.invalid", "The vote kept on this device cannot be read.", "It is left out; vote again.")
// clang-format on

namespace faceoff {

enum class rule : std::uint8_t {
#define X(name, id, sentence, advice) name,
  FACEOFF_RULES(X)
#undef X
};

inline constexpr std::size_t rule_count = 0
#define X(name, id, sentence, advice) +1
    FACEOFF_RULES(X)
#undef X
    ;

}  // namespace faceoff
