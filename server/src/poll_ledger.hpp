// One poll's running count: what its rows in the store add up to.
//
// In: a published poll and its rows, then each change. Out: the tally at a revision, as the board's words.
// Cost: a change is O(contenders squared), words are one serialisation. Used by the writer alone.
#pragma once

#include <memory>
#include <string>

#include "board.hpp"
#include "faceoff/server/ballot_store.hpp"
#include "faceoff/tally.hpp"

namespace faceoff::server {

struct poll_ledger {
  std::shared_ptr<poll_slot> slot;
  stored_poll stored;
  tally sum;
  std::uint64_t next_revision = 0;  // of the batch under way; stored.revision outside one
};

// Everything of the poll's rows, counted from nothing.
store_problem load_ledger(poll_ledger& ledger, ballot_store& store);

poll_state state_at(const published_poll& poll, std::int64_t now);
date day_of(std::int64_t now);  // in UTC

struct word_settings {
  std::string epoch;
  std::string votes_url;  // absolute, or ""
  std::int64_t now = 0;
};
// Fills in what depends on the clock and the store, then writes.
std::shared_ptr<const poll_words> words_of(poll_ledger& ledger, const word_settings& at);

}  // namespace faceoff::server
