// Ballots by a generator with a fixed seed: the same on every platform, which std::uniform_int_distribution
// is not.
#pragma once

#include <string>
#include <utility>

#include "faceoff/ballot.hpp"

namespace faceoff::test {

class dice {
 public:
  explicit dice(std::uint64_t seed) : state_(seed) {}

  // 0 .. count-1, by splitmix64 (Steele, Lea and Flood 2014).
  std::size_t below(std::size_t count) {
    std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31)) % count);
  }
  bool one_in(std::size_t count) { return below(count) == 0; }

  template <class Item>
  void shuffle(list<Item>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

inline poll poll_with(poll_mode mode, list<faceoff::string> sorted_contenders, std::string_view name) {
  poll out;
  out.comparison = out.first_id = "ink-vs-chalk";
  out.mode = mode;
  out.contenders = std::move(sorted_contenders);
  out.definition = sha256_of(name);
  return out;
}

// One of every kind of ballot the poll allows, a withdrawal now and then.
inline ballot random_ballot(dice& random, const poll& asked, std::uint64_t rev) {
  ballot out;
  out.rev = rev;
  out.definition = asked.definition;
  if (random.one_in(6)) return out;
  if (asked.mode == poll_mode::pick) {
    out.pick = asked.contenders[random.below(asked.contenders.size())];
    return out;
  }
  for (const faceoff::string& contender : asked.contenders) {
    const std::size_t call = random.below(5);
    if (call < 2) out.calls.push_back({contender, call_code::ship});
    if (call == 2 || call == 3) out.calls.push_back({contender, call_code::skip});
  }
  return out;
}

}  // namespace faceoff::test
