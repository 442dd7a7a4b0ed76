// Polls and voters of a given size, the same in every run.
#pragma once

#include <string>

#include "faceoff/ballot.hpp"

namespace faceoff::bench {

inline poll poll_of_contenders(std::size_t contenders) {
  poll out;
  out.comparison = out.first_id = "ink-vs-chalk";
  for (std::size_t i = 0; i < contenders; ++i) out.contenders.push_back("contender-" + std::to_string(i));
  out.definition = sha256_of("bench");
  return out;
}

// Ships and skips by the bits of the voter's number.
inline ballot ballot_of_voter(const poll& asked, std::uint64_t voter, std::uint64_t rev) {
  ballot out;
  out.rev = rev;
  out.definition = asked.definition;
  for (const faceoff::string& contender : asked.contenders) {
    out.calls.push_back({contender, voter & 1 ? call_code::ship : call_code::skip});
    voter = voter / 2 + 1;
  }
  return out;
}

}  // namespace faceoff::bench
