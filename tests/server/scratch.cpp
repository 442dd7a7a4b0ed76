#include "scratch.hpp"

#include <stdlib.h>

#include <algorithm>

namespace faceoff::server {

scratch_folder::scratch_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "faceoff-XXXXXX").string();
  if (mkdtemp(name.data())) path_ = name;
}

scratch_folder::~scratch_folder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

comparison comparison_of(const std::string& id, const std::vector<std::string>& contenders) {
  comparison made;
  made.id = id;
  made.poll.given = true;
  for (const std::string& name : contenders) {
    contender one;
    one.id = name;
    for (const char c : name) one.name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    made.contenders.push_back(one);
  }
  return made;
}

published_poll poll_with(const std::string& id, const std::vector<std::string>& contenders) {
  return published_poll_of(comparison_of(id, contenders));
}

ballot ballot_of(const poll& asked, std::uint64_t rev, list<contender_call> calls) {
  ballot cast;
  cast.rev = rev;
  cast.definition = asked.definition;
  cast.calls = std::move(calls);
  return cast;
}

hash256 voter_number(int number) { return sha256_of("voter " + std::to_string(number)); }

}  // namespace faceoff::server
