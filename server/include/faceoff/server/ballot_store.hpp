// Ballots on disk: SQLite, write-ahead log, synchronous=FULL; one row per (comparison's first id, pseudonym).
// Rows are appended in the order of their first ballot and found through an index in memory (16 bytes a
// voter): pseudonyms are random, and an index on disk would dirty one page a ballot.
//
// In: a path; then batches of changed rows. Out: the rows again, an epoch that lives as long as the file, a
// revision per poll that never goes back. Cost: one fsync a batch. Holds an exclusive lock beside the file
// (PATH.lock), so two servers never share one store by accident. Used from one thread at a time. No address,
// key or time of a ballot is ever stored. Never throws; a failed batch leaves the file as it was.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "faceoff/digest.hpp"
#include "faceoff/result.hpp"
#include "faceoff/tally.hpp"

namespace faceoff::server {

enum class store_error : std::uint8_t {
  none,
  cannot_open,   // no such folder, no permission
  in_use,        // another server holds the lock
  newer_schema,  // written by a later version of this program
  damaged,       // not a store of ours, or SQLite calls it corrupt
  full,          // no space left, or the quota is reached
  busy,          // another program is writing
  failed,        // any other input or output error
};

struct store_problem {
  store_error what = store_error::none;
  std::string detail;  // for the operator: path and SQLite's words; never a ballot's content
};

struct store_options {
  std::string path;             // created, with its lock file, when missing; its folder must exist
  std::uint64_t max_bytes = 0;  // the file never grows beyond; 0: as long as there is space
  int busy_milliseconds = 250;  // how long to wait for another program's write
};

// What the store remembers of a poll besides its rows.
struct stored_poll {
  std::int64_t number = 0;  // the store's own short name for it
  std::uint64_t revision = 0;
  hash256 definition{};
};

struct stored_row {
  std::int64_t number = 0;  // 0: not stored yet
  voter_row row;            // rev 0: this voter never voted
};

class ballot_store {
 public:
  static result<std::unique_ptr<ballot_store>, store_problem> open(const store_options& options);
  ~ballot_store();
  ballot_store(const ballot_store&) = delete;
  ballot_store& operator=(const ballot_store&) = delete;

  const std::string& epoch() const;  // 32 hex characters, drawn when the file was made

  // A batch: begin, any number of the five below, then commit or roll_back. Any failure: roll_back.
  store_problem begin();
  store_problem commit();  // durable on return
  void roll_back();

  // Finds the poll or makes it, with revision 0 and this definition.
  result<stored_poll, store_problem> find_poll(std::string_view first_id, const hash256& definition);
  store_problem save_poll(const stored_poll& poll);
  result<stored_row, store_problem> find_row(std::int64_t poll_number, const hash256& voter);
  // Takes what find_row gave for this voter in this batch, with its row changed.
  store_problem save_row(std::int64_t poll_number, const hash256& voter, const stored_row& changed);
  // Whether new votes find room: takes 16 KiB and gives them back. A changed row alone may still fit a full
  // store.
  store_problem try_room();

  // Every row of a poll, in the order in which they first came. Outside or inside a batch.
  store_problem each_row(std::int64_t poll_number,
                         const std::function<void(const hash256& voter, const voter_row& row)>& take);

 private:
  struct state;
  explicit ballot_store(std::unique_ptr<state> own);

  std::unique_ptr<state> state_;
};

}  // namespace faceoff::server
