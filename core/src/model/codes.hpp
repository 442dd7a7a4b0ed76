// Every closed code's names as written in a document: one text per enum, words in the enum's order after
// `unset`. A code named "unknown" in the format itself is listed; elsewhere `unknown` is one past the end.
#pragma once

#include <string_view>

namespace faceoff::codes {

inline constexpr char verdicts[] = "ship skip mixed abstain";
inline constexpr char links[] = "official source affiliate sponsored";
inline constexpr char prices[] = "free freemium trial subscription usage one_time contact unknown";
inline constexpr char limits[] =
    "non_commercial research_only no_redistribution seats region quota time other";
inline constexpr char statuses[] = "released announced unconfirmed discontinued";
inline constexpr char relationships[] = "none affiliate sponsored gifted own_product unknown";
inline constexpr char reviewers[] = "human ai_persona lab crowd";
inline constexpr char comparables[] = "yes partly no";
inline constexpr char modes[] = "verdicts pick";
inline constexpr char reveals[] = "always after_vote";

// Takes the first word off; "" at the end.
std::string_view take_word(const char*& words);
// The word numbered `code` from 1; "" for 0, "unknown" past the end.
std::string_view word(const char* words, unsigned code);
// The number from 1 of `name`; where it is none of them, one more than there are.
unsigned number(const char* words, std::string_view name);
bool lists(const char* words, std::string_view name);

}  // namespace faceoff::codes
