// English, compiled in: one long literal instead of an array of pointers, which would cost data in
// WebAssembly. Names are known there by 16 bits each; the names themselves would be a kilobyte of a budget
// of 45.
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

constexpr auto key_starts = starts(keys);

// FNV-1a's constants, folded to 16 bits; distinct for all our names, as is checked below.
constexpr std::uint16_t folded(std::string_view name) {
  std::uint32_t hash = 2166136261;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
  return static_cast<std::uint16_t>(hash ^ (hash >> 15));
}

constexpr std::array<std::uint16_t, message_count> fold_names() {
  std::array<std::uint16_t, message_count> all{};
  for (std::size_t i = 0; i < message_count; i++) all[i] = folded(keys + key_starts[i]);
  return all;
}

constexpr auto folded_names = fold_names();

constexpr bool distinct(const std::array<std::uint16_t, message_count>& all) {
  for (std::size_t i = 0; i < all.size(); i++) {
    for (std::size_t j = 0; j < i; j++) {
      if (all[i] == all[j]) return false;
    }
  }
  return true;
}

static_assert(distinct(folded_names));

}  // namespace

std::size_t message_named(std::string_view name) {
  const std::uint16_t wanted = folded(name);
  std::size_t at = 0;
  while (at < message_count && folded_names[at] != wanted) at++;
  return at;
}

void english_patterns(const char** starts) {
  const char* at = patterns;
  for (std::size_t i = 0; i < message_count; i++) {
    starts[i] = at;
    while (*at++ != '\0') {
    }
  }
}

std::string_view name_of(message key) { return keys + key_starts[std::size_t(key)]; }

}  // namespace faceoff
