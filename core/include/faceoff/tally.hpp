// From ballots to counts: the fold of one voter's ballots, and the sum over voters.
//
// In: ballots in any order, any number of times. Out: the same tally. Cost: a fold is O(pairs), a count
// O(voters). No clock and no I/O: `state` and `counted_on` are arguments of whoever has a clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "faceoff/ballot.hpp"
#include "faceoff/error.hpp"
#include "faceoff/result.hpp"

namespace faceoff {

// A voter's first decisive preference between two contenders: the one of the ballot least in (rev, content
// hash) among those of that definition that prefer one over the other.
struct first_preference {
  hash256 definition{};
  std::string a;  // contender ids, a < b by bytes
  std::string b;
  bool prefers_a = false;
  std::uint64_t rev = 0;
  hash256 content{};

  friend bool operator==(const first_preference&, const first_preference&) = default;
};

// Everything kept of one voter in one comparison.
struct voter_row {
  ballot current;     // rev 0: nothing yet
  hash256 content{};  // content_hash(current)
  std::vector<first_preference>
      firsts;  // sorted by (definition, a, b); kept through withdrawal and new definitions

  friend bool operator==(const voter_row&, const voter_row&) = default;
};

// Folds one ballot in. True when it became the current one. Commutative, associative, idempotent.
bool fold(voter_row& row, const ballot& cast);
// Folds another store's row of the same voter in. True when anything changed.
bool merge(voter_row& row, const voter_row& other);

struct contender_tally {
  std::string contender;
  std::uint64_t ship = 0;
  std::uint64_t skip = 0;
  std::uint64_t picks = 0;

  friend bool operator==(const contender_tally&, const contender_tally&) = default;
};

// Readers of both contenders, by their current ballots; first_* by first decisive preferences.
struct pair_tally {
  std::string a;
  std::string b;
  std::uint64_t both = 0;    // ship, ship
  std::uint64_t only_a = 0;  // ship, skip; or a picked
  std::uint64_t only_b = 0;
  std::uint64_t neither = 0;  // skip, skip; or a third one picked
  std::uint64_t first_a = 0;
  std::uint64_t first_b = 0;

  friend bool operator==(const pair_tally&, const pair_tally&) = default;
};

struct previous_tally {
  hash256 definition{};
  std::uint64_t ballots = 0;
  std::vector<contender_tally> tallies;  // contenders as they were, sorted by id

  friend bool operator==(const previous_tally&, const previous_tally&) = default;
};

enum class poll_state : std::uint8_t { open, not_open, closed };

struct tally {
  std::string comparison;
  hash256 definition{};
  std::string epoch;           // the store's random id; revisions compare only within one
  std::uint64_t revision = 0;  // grows with every counted ballot
  poll_state state = poll_state::open;
  date counted_on;
  std::uint64_t ballots = 0;  // current, not withdrawn, of this definition
  std::uint64_t quarantined = 0;
  std::vector<contender_tally> tallies;    // one per contender of the poll, sorted by id
  std::vector<pair_tally> preferences;     // every pair a < b, sorted
  std::vector<previous_tally> previous;    // sorted by definition
  std::optional<std::string> called;       // a contender id, once the race is called; never by this version
  std::optional<std::string> ballots_url;  // where to POST; none: not possible
  std::optional<std::string> events_url;

  friend bool operator==(const tally&, const tally&) = default;
};

// All zero, every contender and pair present.
tally empty_tally(const poll& asked);
// Adds or takes away what one voter's row contributes; `remove` undoes an `add` of the same row.
void add(tally& sum, const voter_row& row);
void remove(tally& sum, const voter_row& row);

std::string write_tally(const tally& sum);
// A tally alone, or a votes feed (JSON Feed 1.1) that is searched for the item `comparison`.
// Extra contenders are dropped, missing ones are zero is NOT done here: the text must hold what it claims.
result<tally, finding> parse_tally(std::string_view text, std::string_view comparison);

// A device's own vote as far as it knows: the newest ballot the feed said it counted, at which revision, and
// a newer one still under way.
struct own_vote {
  std::optional<ballot> counted;
  std::uint64_t counted_revision = 0;
  std::string counted_epoch;
  std::optional<ballot> pending;
};

// The device keeps the own vote as {"counted": ballot|null, "revision": n, "epoch": s, "pending":
// ballot|null}, a ballot being as posted but without its key.
std::string write_own_vote(const own_vote& own);
result<own_vote, finding> parse_own_vote(std::string_view text);

// The snapshot as its reader should see it: minus the newest own ballot counted at or before its revision
// (same epoch), plus the newest own ballot. Ballots of another definition add nothing. Never below zero.
tally with_own_vote(const tally& snapshot, const own_vote& own);

}  // namespace faceoff
