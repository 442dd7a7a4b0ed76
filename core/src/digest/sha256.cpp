// FIPS 180-4 sections 5 and 6.2, RFC 2104. Written to be small first: it travels to every reader.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "faceoff/digest.hpp"

namespace faceoff {
namespace {

constexpr std::size_t block_bytes = 64;

std::uint32_t fraction_bits(double number) {
  return static_cast<std::uint32_t>(static_cast<std::uint64_t>(number * 4294967296.0));
}

// Sections 4.2.2 and 5.3.3: the first 32 bits of the fractional parts of the cube roots of the first 64
// primes, and of the square roots of the first eight. They are computed because they cannot be compressed.
struct roots {
  std::array<std::uint32_t, 64> cube;
  std::array<std::uint32_t, 8> square;

  roots() {
    unsigned prime = 1;
    for (std::size_t i = 0; i < cube.size(); ++i) {
      prime = next_prime(prime);
      double root = prime;
      for (int step = 0; step < 32; ++step) root = (2 * root + prime / (root * root)) / 3;  // Newton
      cube[i] = fraction_bits(root);
      if (i < square.size()) square[i] = fraction_bits(std::sqrt(prime));
    }
  }

  static unsigned next_prime(unsigned after) {
    unsigned divisor;
    do {
      ++after;
      for (divisor = 2; after % divisor != 0;) ++divisor;
    } while (divisor != after);
    return after;
  }
};

const roots& constants() {
  static const roots computed;
  return computed;
}

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

}  // namespace

bool same(const hash256& one, const hash256& other) {
  return std::memcmp(one.data(), other.data(), one.size()) == 0;
}

void write_big_endian(std::uint64_t number, std::uint8_t* to, std::size_t bytes) {
  for (; bytes > 0; number >>= 8) to[--bytes] = static_cast<std::uint8_t>(number);
}

sha256::sha256() : state_(constants().square), pending_{} {}

void sha256::block() {
  const std::array<std::uint32_t, 64>& round_constants = constants().cube;
  std::array<std::uint32_t, 64> schedule;
  for (std::size_t i = 0; i < 16; ++i) schedule[i] = read_word(pending_.data() + 4 * i);
  for (std::size_t i = 16; i < 64; ++i) {
    schedule[i] =
        small_sigma1(schedule[i - 2]) + schedule[i - 7] + small_sigma0(schedule[i - 15]) + schedule[i - 16];
  }
  // a to h of the standard are the last eight of `mixed`: a round adds one at the front and moves the rest.
  std::uint32_t mixed[8 + 64];
  std::uint32_t* at = mixed + 64;
  std::copy(state_.begin(), state_.end(), at);
  for (std::size_t i = 0; i < 64; ++i, --at) {
    const std::uint32_t a = at[0], b = at[1], c = at[2], e = at[4];
    const std::uint32_t first =
        at[7] + big_sigma1(e) + ((e & at[5]) ^ (~e & at[6])) + round_constants[i] + schedule[i];
    at[3] += first;
    at[-1] = first + big_sigma0(a) + ((a & b) ^ (a & c) ^ (b & c));
  }
  for (std::size_t i = 0; i < 8; ++i) state_[i] += at[i];
}

sha256& sha256::add(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t filled = length_ % block_bytes;
    const std::size_t taken = std::min(bytes.size(), block_bytes - filled);
    std::memcpy(pending_.data() + filled, bytes.data(), taken);
    bytes.remove_prefix(taken);
    length_ += taken;
    if (filled + taken == block_bytes) block();
  }
  return *this;
}

// A one bit, zeros up to the last 8 bytes of a block, and there the length in bits.
hash256 sha256::finish() {
  std::size_t filled = length_ % block_bytes;
  pending_[filled++] = 0x80;
  std::memset(pending_.data() + filled, 0, block_bytes - filled);
  if (filled > block_bytes - 8) {
    block();
    pending_ = {};
  }
  write_big_endian(length_ * 8, pending_.data() + block_bytes - 8, 8);
  block();
  hash256 out;
  for (std::size_t i = 0; i < state_.size(); ++i) write_big_endian(state_[i], out.data() + 4 * i, 4);
  return out;
}

hash256 sha256_of(std::string_view bytes) { return sha256().add(bytes).finish(); }

hash256 hmac_sha256(std::string_view key, std::string_view message) {
  hash256 out;
  if (key.size() > block_bytes) {
    out = sha256_of(key);
    key = as_text(out);
  }
  // The key, filled up to one block and combined with the inner byte; then with the outer one instead.
  std::array<char, block_bytes> pad{};
  std::copy(key.begin(), key.end(), pad.begin());
  for (const int change : {0x36, 0x36 ^ 0x5c}) {
    for (char& each : pad) each = static_cast<char>(each ^ change);
    out = sha256().add({pad.data(), pad.size()}).add(message).finish();
    message = as_text(out);
  }
  return out;
}

}  // namespace faceoff
