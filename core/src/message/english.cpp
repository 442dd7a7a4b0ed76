// English, compiled in: one long literal instead of an array of pointers, which would cost data in
// WebAssembly. Names are known to native programs alone: they would be a kilobyte of a budget of 45.
#include "english.hpp"

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

}  // namespace

void english_patterns(const char** starts) {
  const char* at = patterns;
  for (std::size_t i = 0; i < message_count; i++) {
    starts[i] = at;
    while (*at++ != '\0') {
    }
  }
}

std::string_view name_of(message key) { return text_after(keys, unsigned(key)); }

std::size_t message_named([[maybe_unused]] std::string_view name) {
#ifdef FACEOFF_CATALOGS
  for (std::size_t i = 0; i < message_count; i++) {
    if (name_of(message(i)) == name) return i;
  }
#endif
  return message_count;
}

}  // namespace faceoff
