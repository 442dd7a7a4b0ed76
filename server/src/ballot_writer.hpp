// The one thread that changes votes: it drains its queue into one transaction, commits, then answers.
//
// In: checked ballots from the network threads, poll sets from the registry. Out: each ballot's fate after
// COMMIT and the poll's words at that commit; the board. Cost: one fsync a batch; a poll's tally is written
// once a batch, however many ballots. A failed batch is answered `unavailable` and changes nothing; the next
// one is tried as if nothing had been.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "board.hpp"
#include "faceoff/server/ballot_store.hpp"
#include "poll_ledger.hpp"

namespace faceoff::server {

enum class fate : std::uint8_t {
  counted,
  superseded,
  withdrawn,
  other_definition,
  unknown_poll,
  unavailable
};

// A ballot on its way. Made by a network thread, which keeps it until `done`.
class pending_ballot {
 public:
  virtual ~pending_ballot() = default;

  std::shared_ptr<poll_slot> slot;
  hash256 voter{};
  ballot cast;
  // Set before done.
  fate end = fate::unavailable;
  std::shared_ptr<const poll_words> words;  // null unless counted, superseded or withdrawn
};

struct writer_settings {
  std::string votes_url;              // "" relative
  std::function<std::int64_t()> now;  // seconds since 1970
  std::function<void(const std::string&)> report;
  // Called with each batch's ballots when all have their fate; on the writer's thread.
  std::function<void(std::vector<pending_ballot*>&)> done;
};

class ballot_writer {
 public:
  ballot_writer(writer_settings wanted, poll_registry& polls, ballot_store& store, board& shown);
  ~ballot_writer();

  // Loads every poll, then starts the thread. A problem: nothing was started.
  store_problem start();
  void take(pending_ballot* one);
  // Finishes the queue, then ends the thread.
  void stop();
  bool store_works() const { return store_works_.load(); }

 private:
  struct change {
    poll_ledger* ledger;
    voter_row before, after;
  };
  void work();
  void read_polls();
  store_problem open_ledgers(const poll_set& wanted);
  void count(std::vector<pending_ballot*>& batch);
  store_problem count_all(const std::vector<pending_ballot*>& batch, std::vector<change>& changes);
  store_problem count_one(pending_ballot& one, std::vector<change>& changes);
  void note(const store_problem& how);
  void try_store();
  void tick();

  writer_settings settings_;
  poll_registry& polls_;
  ballot_store& store_;
  board& board_;
  std::vector<std::unique_ptr<poll_ledger>> ledgers_;  // sorted by first id
  std::vector<poll_ledger*> touched_;                  // by the batch under way
  std::atomic<bool> store_works_{true};
  bool polls_missing_ = false;  // some poll's votes could not be read: tried again every second

  std::mutex guard_;
  std::condition_variable wake_;
  std::vector<pending_ballot*> queue_;  // under guard_
  bool polls_changed_ = false;          // under guard_
  bool stopping_ = false;               // under guard_
  std::thread thread_;
};

}  // namespace faceoff::server
