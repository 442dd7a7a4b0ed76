// FIPS 180-4 sections 5 and 6.2, RFC 2104. Written to be small first: it travels to every reader.
#include <algorithm>
#include <bit>
#include <cstring>

#include "faceoff/digest.hpp"

namespace faceoff {
namespace {

constexpr std::size_t block_bytes = 64;

// Section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t read_word(const std::uint8_t* bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 |
         std::uint32_t{bytes[3]};
}

std::uint32_t small_sigma0(std::uint32_t x) { return std::rotr(x, 7) ^ std::rotr(x, 18) ^ (x >> 3); }
std::uint32_t small_sigma1(std::uint32_t x) { return std::rotr(x, 17) ^ std::rotr(x, 19) ^ (x >> 10); }
std::uint32_t big_sigma0(std::uint32_t x) { return std::rotr(x, 2) ^ std::rotr(x, 13) ^ std::rotr(x, 22); }
std::uint32_t big_sigma1(std::uint32_t x) { return std::rotr(x, 6) ^ std::rotr(x, 11) ^ std::rotr(x, 25); }

std::string_view as_text(const hash256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// The key, filled up to one block and combined with RFC 2104's inner or outer byte.
string padded_key(std::string_view key, char with) {
  string pad;
  for (std::size_t i = 0; i < block_bytes; ++i) {
    pad += static_cast<char>(i < key.size() ? key[i] ^ with : with);
  }
  return pad;
}

}  // namespace

sha256::sha256()
    : state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19},
      pending_{} {}

void sha256::block(const std::uint8_t* bytes) {
  std::array<std::uint32_t, 64> schedule;
  for (std::size_t i = 0; i < 16; ++i) schedule[i] = read_word(bytes + 4 * i);
  for (std::size_t i = 16; i < 64; ++i) {
    schedule[i] =
        small_sigma1(schedule[i - 2]) + schedule[i - 7] + small_sigma0(schedule[i - 15]) + schedule[i - 16];
  }
  auto [a, b, c, d, e, f, g, h] = state_;
  for (std::size_t i = 0; i < 64; ++i) {
    const std::uint32_t first = h + big_sigma1(e) + ((e & f) ^ (~e & g)) + round_constants[i] + schedule[i];
    const std::uint32_t second = big_sigma0(a) + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + first, d = c, c = b, b = a, a = first + second;
  }
  const std::array<std::uint32_t, 8> mixed = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state_[i] += mixed[i];
}

sha256& sha256::add(std::string_view bytes) {
  if (bytes.empty()) return *this;
  auto* next = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t left = bytes.size();
  const std::size_t filled = length_ % block_bytes;
  length_ += left;
  if (filled != 0) {
    const std::size_t taken = std::min(left, block_bytes - filled);
    std::memcpy(pending_.data() + filled, next, taken);
    if (filled + taken < block_bytes) return *this;
    block(pending_.data());
    next += taken, left -= taken;
  }
  for (; left >= block_bytes; next += block_bytes, left -= block_bytes) block(next);
  if (left != 0) std::memcpy(pending_.data(), next, left);
  return *this;
}

hash256 sha256::finish() {
  const std::uint64_t bits = length_ * 8;
  std::array<char, block_bytes + 8> padding{};
  padding[0] = static_cast<char>(0x80);
  // Up to the last 8 bytes of a block, which hold the length.
  const std::size_t zeros = (2 * block_bytes - 9 - length_ % block_bytes) % block_bytes;
  for (std::size_t i = 0; i < 8; ++i) padding[1 + zeros + i] = static_cast<char>(bits >> (56 - 8 * i) & 0xff);
  add({padding.data(), 1 + zeros + 8});
  hash256 out;
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)) & 0xff);
  }
  return out;
}

hash256 sha256_of(std::string_view bytes) { return sha256().add(bytes).finish(); }

hash256 hmac_sha256(std::string_view key, std::string_view message) {
  hash256 short_key;
  if (key.size() > block_bytes) {
    short_key = sha256_of(key);
    key = as_text(short_key);
  }
  const hash256 inner = sha256().add(padded_key(key, 0x36)).add(message).finish();
  return sha256().add(padded_key(key, 0x5c)).add(as_text(inner)).finish();
}

}  // namespace faceoff
