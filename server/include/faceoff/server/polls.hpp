// Which polls are open to the world, as one snapshot that is swapped whole.
//
// In: checked documents that have a poll with a votes feed. Out: an immutable set, found by id or alias.
// Cost: publishing sorts n polls; a look-up is logarithmic. Safe from any thread. Never reads a file, never
// touches a vote: what a new set means for the tallies is the server's business (it learns of it by `watch`).
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faceoff/ballot.hpp"
#include "faceoff/list.hpp"
#include "faceoff/model.hpp"
#include "faceoff/result.hpp"

namespace faceoff::server {

struct published_poll {
  faceoff::poll asked;
  faceoff::list<faceoff::string> aliases;  // every earlier id, oldest first
  std::string title;                       // of the comparison, "A vs B" where it has none
  std::string url;                         // the page the comparison stands on; "" not given
  // Contender id and name in the document's order: how a person reads the counts.
  std::vector<std::pair<std::string, std::string>> names;
  instant opens;   // not given: open from the start
  instant closes;  // not given: open for ever
};

published_poll published_poll_of(const comparison& document);

// Two polls that claim one id or alias. Both are indices into the vector given to poll_set_of.
struct poll_conflict {
  std::size_t first = 0;
  std::size_t second = 0;
  std::string id;
};

class poll_set {
 public:
  // Sorted by current id, bytes.
  const std::vector<published_poll>& all() const { return polls_; }
  // By current id or alias; null when unknown.
  const published_poll* find(std::string_view id_or_alias) const;

 private:
  friend result<poll_set, poll_conflict> poll_set_of(std::vector<published_poll> polls);

  std::vector<published_poll> polls_;
  std::vector<std::pair<std::string, std::size_t>> names_;  // sorted: every id and alias
};

result<poll_set, poll_conflict> poll_set_of(std::vector<published_poll> polls);

class poll_registry {
 public:
  std::shared_ptr<const poll_set> current() const;
  // Replaces the whole set and tells the watcher. A poll may be new, gone, renamed or asking something else.
  void publish(poll_set next);
  // Called after every publish, on the publishing thread; must be quick and must not call the registry.
  // Empty: nobody. Once this returns the former watcher is not called any more.
  void watch(std::function<void()> told);

 private:
  mutable std::mutex guard_;
  std::shared_ptr<const poll_set> current_ = std::make_shared<const poll_set>();
  std::function<void()> told_;
};

}  // namespace faceoff::server
