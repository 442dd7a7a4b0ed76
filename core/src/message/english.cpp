// English, compiled in, and the names of all messages: two long literals instead of arrays of pointers, which
// would cost relocation and data in WebAssembly.
#include "english.hpp"

#include <array>

namespace faceoff {
namespace {

#define FACEOFF_ONE(key, text) text "\0"
#define FACEOFF_TWO(key, one, other) \
  "\1"                               \
  "1" one                            \
  "\1"                               \
  "5" other "\0"
constexpr char patterns[] = FACEOFF_MESSAGES(FACEOFF_ONE, FACEOFF_TWO);
#undef FACEOFF_ONE
#undef FACEOFF_TWO

#define FACEOFF_ONE(key, text) #key "\0"
#define FACEOFF_TWO(key, one, other) #key "\0"
constexpr char keys[] = FACEOFF_MESSAGES(FACEOFF_ONE, FACEOFF_TWO);
#undef FACEOFF_ONE
#undef FACEOFF_TWO

template <std::size_t size>
constexpr std::array<std::uint16_t, message_count> starts(const char (&text)[size]) {
  std::array<std::uint16_t, message_count> found{};
  std::size_t at = 0;
  for (auto& start : found) {
    start = static_cast<std::uint16_t>(at);
    while (text[at] != '\0') at++;
    at++;
  }
  return found;
}

constexpr auto pattern_starts = starts(patterns);
constexpr auto key_starts = starts(keys);

}  // namespace

std::string_view english_pattern(message key) { return patterns + pattern_starts[std::size_t(key)]; }

std::string_view name_of(message key) { return keys + key_starts[std::size_t(key)]; }

}  // namespace faceoff
