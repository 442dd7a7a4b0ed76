// SHA-256 (FIPS 180-4), HMAC-SHA-256 (RFC 2104) and their two spellings.
//
// In: bytes. Out: 32 bytes, 64 lower-case hex characters, or 43 base64url characters without padding.
// Cost: linear, no allocation but the spelled string. Not constant in time beyond what HMAC needs: no secret
// is compared here. Lives in the core because plain-http pages have no crypto.subtle.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "faceoff/string.hpp"

namespace faceoff {

using hash256 = std::array<std::uint8_t, 32>;

class sha256 {
 public:
  sha256();
  sha256& add(std::string_view bytes);
  // Ends the computation; the object must not be used afterwards.
  hash256 finish();

 private:
  void block();

  std::array<std::uint32_t, 8> state_;
  std::array<std::uint8_t, 64> pending_;  // of the block under way, its first length_ % 64 bytes
  std::uint64_t length_ = 0;              // bytes added so far
};

// As ==, which std::array spells out in templates for 150 bytes of WebAssembly.
bool same(const hash256& one, const hash256& other);

// The number's last bytes, the most significant first.
void write_big_endian(std::uint64_t number, std::uint8_t* to, std::size_t bytes);

hash256 sha256_of(std::string_view bytes);
hash256 hmac_sha256(std::string_view key, std::string_view message);

string to_hex(const hash256& hash);        // 64 characters, lower case
string to_base64url(const hash256& hash);  // 43 characters, no padding
// Strict: exactly 64 characters of 0-9a-f. False: something else, and the hash means nothing.
bool from_hex(std::string_view text, hash256& into);
// Strict: exactly 43 characters of the url alphabet, unused bits zero.
bool from_base64url(std::string_view text, hash256& into);

}  // namespace faceoff
