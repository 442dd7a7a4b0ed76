// Where a voter's row stands in the store: a hash table in memory, 16 bytes an entry.
//
// In: (poll, pseudonym) and a row number. Out: candidates, to be checked against the row itself, because only
// 64 bits of a keyed mix are kept. Cost: constant expected, at most 0.7 full, so 23 to 46 bytes a voter. The
// mix is keyed per process: whoever grinds pseudonyms cannot aim at one slot. Not thread-safe.
#pragma once

#include <cstdint>
#include <vector>

#include "faceoff/digest.hpp"

namespace faceoff::server {

class voter_index {
 public:
  explicit voter_index(std::uint64_t key);

  std::uint64_t tag_of(std::int64_t poll, const hash256& voter) const;
  // Makes room for that many more entries, so that `put` never moves any.
  void reserve(std::size_t more);
  void put(std::uint64_t tag, std::int64_t row);
  // Takes back the newest `put`; puts must be taken back in reverse order, with no reserve in between.
  void take_back(std::uint64_t tag, std::int64_t row);
  std::size_t size() const { return size_; }

  // Calls accept(row number) for each candidate until it returns true.
  template <class Accept>
  void each(std::uint64_t tag, Accept accept) const {
    for (std::size_t at = tag & mask_; slots_[at].row != 0; at = (at + 1) & mask_) {
      if (slots_[at].tag == tag && accept(slots_[at].row)) return;
    }
  }

 private:
  struct slot {
    std::uint64_t tag = 0;
    std::int64_t row = 0;  // 0: empty
  };

  std::uint64_t key_;
  std::size_t mask_;
  std::size_t size_ = 0;
  std::vector<slot> slots_;
};

}  // namespace faceoff::server
