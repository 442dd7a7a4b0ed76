// Every limit on input from outside, with its reason. A limit is refused with a finding, never cut silently.
#pragma once

#include <cstddef>
#include <cstdint>

namespace faceoff::limits {

inline constexpr std::size_t document_bytes = 256 * 1024;   // ten times the largest real comparison seen
inline constexpr std::size_t feed_bytes = 4 * 1024 * 1024;  // 500 items of 8 KiB
inline constexpr std::size_t feed_items = 500;              // what one page of a blog archive holds
inline constexpr std::size_t depth = 16;                    // the format needs 6; parser stacks stay small
inline constexpr std::size_t values = 20'000;               // per comparison; bounds memory to some MiB
inline constexpr std::size_t contenders = 8;                // what a table can still show
inline constexpr std::size_t reviewers = 64;
inline constexpr std::size_t aliases = 16;
inline constexpr std::size_t list_items = 64;  // any other list
inline constexpr std::size_t comparison_id_bytes = 200;
inline constexpr std::size_t id_bytes = 64;
inline constexpr std::size_t code_bytes = 64;
inline constexpr std::size_t name_bytes = 400;     // a long name in any script
inline constexpr std::size_t line_bytes = 2'000;   // taglines, reasons, labels
inline constexpr std::size_t text_bytes = 20'000;  // descriptions, quotes
inline constexpr std::size_t url_bytes = 2'048;
inline constexpr std::uint64_t exact_integer = (std::uint64_t{1} << 53) - 1;  // what every JSON reader keeps

inline constexpr std::size_t ballot_bytes = 2 * 1024;   // a POST body
inline constexpr std::size_t tally_bytes = 256 * 1024;  // one answer of a votes feed
inline constexpr std::size_t catalog_bytes = 64 * 1024;
inline constexpr std::size_t findings = 100;  // told at once; a broken file can hold thousands

}  // namespace faceoff::limits
