// Every closed code's names as written in a document: one string per enum, words in the enum's order after
// `unset`. A code named "unknown" in the format itself is listed; elsewhere `unknown` is one past the end.
#pragma once

#include <string_view>

namespace faceoff::codes {

inline constexpr std::string_view verdicts = "ship skip mixed abstain";
inline constexpr std::string_view links = "official source affiliate sponsored";
inline constexpr std::string_view prices = "free freemium trial subscription usage one_time contact unknown";
inline constexpr std::string_view limits =
    "non_commercial research_only no_redistribution seats region quota time other";
inline constexpr std::string_view statuses = "released announced unconfirmed discontinued";
inline constexpr std::string_view relationships = "none affiliate sponsored gifted own_product unknown";
inline constexpr std::string_view reviewers = "human ai_persona lab crowd";
inline constexpr std::string_view comparables = "yes partly no";
inline constexpr std::string_view modes = "verdicts pick";
inline constexpr std::string_view reveals = "always after_vote";

// The word numbered `code` from 1; "" for 0, "unknown" past the end.
std::string_view word(std::string_view words, unsigned code);
unsigned count(std::string_view words);
// The number from 1 of `name`; where it is none of them, the number of `unknown`.
unsigned number(std::string_view words, std::string_view name);

}  // namespace faceoff::codes
