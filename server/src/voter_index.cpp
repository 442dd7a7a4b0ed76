#include "voter_index.hpp"

#include <cstring>
#include <utility>

namespace faceoff::server {
namespace {

constexpr std::size_t first_slots = 1024;

// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every input bit reaches every output bit.
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

}  // namespace

voter_index::voter_index(std::uint64_t key) : key_(key), mask_(first_slots - 1), slots_(first_slots) {}

std::uint64_t voter_index::tag_of(std::int64_t poll, const hash256& voter) const {
  std::uint64_t parts[2];
  std::memcpy(parts, voter.data(), sizeof parts);
  std::uint64_t tag = mixed(parts[0] ^ key_);
  return mixed(tag + parts[1] + static_cast<std::uint64_t>(poll) * 0x9e3779b97f4a7c15U);
}

void voter_index::reserve(std::size_t more) {
  std::size_t slots = slots_.size();
  while ((size_ + more) * 10 > slots * 7) slots *= 2;
  if (slots == slots_.size()) return;
  std::vector<slot> old(slots);
  old.swap(slots_);
  mask_ = slots - 1;
  size_ = 0;
  for (const slot& kept : old) {
    if (kept.row != 0) put(kept.tag, kept.row);
  }
}

void voter_index::put(std::uint64_t tag, std::int64_t row) {
  std::size_t at = tag & mask_;
  while (slots_[at].row != 0) at = (at + 1) & mask_;
  slots_[at] = slot{tag, row};
  ++size_;
}

void voter_index::take_back(std::uint64_t tag, std::int64_t row) {
  std::size_t at = tag & mask_;
  while (slots_[at].row != row) at = (at + 1) & mask_;
  slots_[at] = slot{};
  --size_;
}

}  // namespace faceoff::server
