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
  X(json_duplicate_key, "json.duplicate-key", "The key \"{subject}\" stands twice in one object.", "Keep one of the two.") \
  X(kind, "feed.kind", "Found {subject} where {expected} is wanted.", "Change the value, or leave the key out.") \
  X(missing, "feed.missing", "The key \"{subject}\" is missing.", "Add it.") \
  X(blank, "feed.blank", "The text is blank.", "Write something here.") \
  X(key_unknown, "key.unknown", "The key \"{subject}\" is not known here.", "{expected}") \
  X(key_shape, "key.shape", "The key \"{subject}\" holds a full stop.", "Name it without.") \
  X(key_extension, "key.extension", "The key \"{subject}\" is kept for extensions.", "Extensions are objects under _name; else drop the underscore.") \
  X(code_unknown, "code.unknown", "\"{subject}\" is none of the words known here.", "{expected}") \
  X(id_format, "id.format", "\"{subject}\" is no id.", "Use a-z, 0-9 and hyphens, not first, at most {expected}.") \
  X(id_twice, "id.twice", "The id \"{subject}\" is taken.", "{expected} has it; choose another.") \
  X(id_reserved, "id.reserved", "The id \"{subject}\" has a meaning of its own.", "Choose another.") \
  X(reference_unknown, "reference.unknown", "No entry has the id \"{subject}\".", "{expected}") \
  X(contender_twice, "value.twice", "\"{subject}\" has a value here already.", "Keep one; the other is {expected}.") \
  X(review_twice, "review.twice", "\"{subject}\" reviews this contender twice.", "Keep one; the other is {expected}.") \
  X(review_empty, "review.empty", "The review has neither verdict nor score.", "Add a verdict: ship, skip, mixed or abstain.") \
  X(review_uncounted, "review.uncounted", "The score counts for nothing.", "Add a verdict, or ship_from to the document.") \
  X(record_impossible, "record.impossible", "{subject} positive reviews are more than all {expected}.", "Is one of the two a slip?") \
  X(poll_times, "poll.times", "The poll closes before it opens.", "Swap or mend the two times.") \
  X(date_invalid, "date.invalid", "\"{subject}\" is not {expected}.", "Is it a day that exists?") \
  X(amount_format, "amount.format", "\"{subject}\" is no amount.", "Write digits in quotes, as in \"19.90\", the currency apart.") \
  X(currency_format, "currency.format", "\"{subject}\" is no currency code.", "Use three capitals of ISO 4217, as in EUR.") \
  X(language_format, "language.format", "\"{subject}\" is no language tag.", "Use a BCP 47 tag, as in en or pt-BR.") \
  X(identity_format, "identity.format", "\"{subject}\" identifies no product.", "Use a URL, or registry:name as in npm:esbuild.") \
  X(number_range, "number.range", "{subject} is out of range.", "Use a whole number from {expected}.") \
  X(text_too_long, "text.too-long", "The text has {subject} bytes.", "Keep it to {expected}.") \
  X(text_control, "text.control-character", "The text holds the control character {subject}.", "Remove it.") \
  X(list_too_long, "list.too-long", "The list has {subject} entries.", "Keep it to {expected}.") \
  X(list_too_short, "list.too-short", "The list has too few entries: {subject}.", "Give at least {expected}.") \
  X(url_refused, "url.refused", "\"{subject}\" is no address a page may point to.", "Use https://, or a path relative to the document.") \
  X(url_insecure, "url.insecure", "\"{subject}\" is not https.", "Elsewhere than on its own site it is not linked: use https.") \
  X(format_newer, "format.newer", "The document has format {subject}, newer than {expected}.", "Update Faceoff.") \
  X(not_comparison, "feed.not-a-comparison", "This is neither a comparison nor a JSON Feed.", "Start with an object that has id and contenders.") \
  X(item_missing, "feed.item-missing", "The feed has no item \"{subject}\".", "{expected}") \
  X(item_needed, "feed.item-needed", "The feed holds {subject} comparisons.", "Name one by its item.") \
  X(item_empty, "feed.item-empty", "There is no comparison in {subject}.", "Put it under _faceoff.comparison, or attach it.") \
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
