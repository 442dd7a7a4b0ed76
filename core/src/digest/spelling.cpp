// Hex and base64url (RFC 4648 section 5) of 32 bytes. Strict, so that one hash has one spelling.
#include "faceoff/digest.hpp"

namespace faceoff {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view url_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t hex_length = 64;
constexpr std::size_t url_length = 43;  // 256 bits in sixes, the last digit holds four

// The hash as a row of digits of `width` bits each, first bit first, the last digit filled up with zeros.
string spell(const hash256& hash, unsigned width, std::string_view digits) {
  string out;
  out.reserve(hex_length);
  std::uint32_t bits = 0;
  unsigned held = 0;
  const std::uint32_t mask = (1u << width) - 1;
  for (const std::uint8_t byte : hash) {
    bits = bits << 8 | byte;
    for (held += 8; held >= width;) out += digits[bits >> (held -= width) & mask];
  }
  if (held != 0) out += digits[bits << (width - held) & mask];
  return out;
}

}  // namespace

string to_hex(const hash256& hash) { return spell(hash, 4, hex_digits); }
string to_base64url(const hash256& hash) { return spell(hash, 6, url_digits); }

bool from_hex(std::string_view text, hash256& into) {
  if (text.size() != hex_length) return false;
  for (std::size_t i = 0; i < hex_length; ++i) {
    const std::size_t digit = hex_digits.find(text[i]);
    if (digit == hex_digits.npos) return false;
    into[i / 2] = static_cast<std::uint8_t>(into[i / 2] * 16u + digit);
  }
  return true;
}

bool from_base64url(std::string_view text, hash256& into) {
  if (text.size() != url_length) return false;
  std::uint32_t bits = 0;
  unsigned held = 0;
  std::size_t at = 0;
  for (const char each : text) {
    const std::size_t digit = url_digits.find(each);
    if (digit == url_digits.npos) return false;
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    if ((held += 6) >= 8) into[at++] = static_cast<std::uint8_t>(bits >> (held -= 8));
  }
  return (bits & ((1u << held) - 1)) == 0;
}

}  // namespace faceoff
