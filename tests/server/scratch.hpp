// A folder that is gone after the test, and small polls and ballots to fill a store with.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "faceoff/server/ballot_store.hpp"
#include "faceoff/server/polls.hpp"

namespace faceoff::server {

class scratch_folder {
 public:
  scratch_folder();
  ~scratch_folder();
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;

  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// Two contenders or more; names are the ids in upper case.
comparison comparison_of(const std::string& id, const std::vector<std::string>& contenders);
published_poll poll_with(const std::string& id, const std::vector<std::string>& contenders);

// calls as {"ink", ship} pairs, sorted by contender.
ballot ballot_of(const poll& asked, std::uint64_t rev, list<contender_call> calls);
// A pseudonym that is some voter's.
hash256 voter_number(int number);

}  // namespace faceoff::server
