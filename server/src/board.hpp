// What the network threads read: every poll's present answers, and the votes feed made of them.
//
// In: the writer's tallies as text, whenever one has changed. Out: a poll by id or alias, the feed's pages.
// Cost: a look-up is a binary search and a shared pointer; a page is made at most once per change, by the
// first who asks. Safe from any thread; never waits for the store.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faceoff/server/polls.hpp"
#include "representation.hpp"

namespace faceoff::server {

// What a poll says at one revision.
struct poll_words {
  poll_words(std::string tally_json, std::string in_words)
      : tally("application/json", std::move(tally_json)), summary(std::move(in_words)) {}

  representation tally;  // GET {votes}/{id}
  std::string summary;   // "Haiku 41 ship, 12 skip"
};

// One poll as the network threads know it. Replaced when its document changes.
struct poll_slot {
  explicit poll_slot(published_poll what) : poll(std::move(what)) {}

  const published_poll poll;
  std::atomic<std::shared_ptr<const poll_words>> words;  // never null once on the board
};

class board {
 public:
  std::shared_ptr<poll_slot> find(std::string_view id_or_alias) const;
  // The page of the feed that begins after this id ("" the first); never null.
  std::shared_ptr<const representation> page(std::string_view after, const std::string& votes_url);
  std::size_t size() const;

  // The writer's side.
  void replace(std::vector<std::shared_ptr<poll_slot>> slots);
  void say(poll_slot& slot, std::shared_ptr<const poll_words> words);

 private:
  struct index {
    std::vector<std::shared_ptr<poll_slot>> slots;                          // sorted by id
    std::vector<std::pair<std::string, std::shared_ptr<poll_slot>>> names;  // sorted: ids and aliases
  };
  struct made_page {
    std::uint64_t change = 0;  // of which it is
    std::shared_ptr<const representation> feed;
  };

  std::atomic<std::shared_ptr<const index>> index_{std::make_shared<const index>()};
  std::atomic<std::uint64_t> change_{1};
  std::mutex making_;
  std::vector<made_page> pages_;  // under making_
};

}  // namespace faceoff::server
