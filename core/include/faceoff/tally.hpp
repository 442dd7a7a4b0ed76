// From ballots to counts: the fold of one voter's ballots, and the sum over voters.
//
// In: ballots in any order, any number of times. Out: the same tally. Cost: a fold is O(pairs), a count
// O(voters). No clock and no I/O: `state` and `counted_on` are arguments of whoever has a clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "faceoff/ballot.hpp"
#include "faceoff/error.hpp"
#include "faceoff/list.hpp"
#include "faceoff/result.hpp"
#include "faceoff/string.hpp"

namespace faceoff {

// A voter's first decisive preference: the one of the ballot least in (rev, content hash) among those of that
// definition that prefer one over the other. A pick prefers its contender over every other one, whoever they
// are, so it is kept once, without a `b`: of a pair the lesser of its two contenders' entries decides.
struct first_preference {
  hash256 definition{};
  string a;  // contender ids, a < b by bytes
  string b;  // "": every other contender
  bool prefers_a = false;
  std::uint64_t rev = 0;
  hash256 content{};

  friend bool operator==(const first_preference&, const first_preference&) = default;
};

// Everything kept of one voter in one comparison.
struct voter_row {
  ballot current;                 // rev 0: nothing yet
  hash256 content{};              // content_hash(current)
  list<first_preference> firsts;  // sorted by (definition, a, b); outlive withdrawal and definitions

  friend bool operator==(const voter_row&, const voter_row&) = default;
};

// What a fold changed. A late, lesser ballot can change the firsts alone; a replay changes nothing.
struct fold_change {
  bool current = false;
  bool firsts = false;

  explicit operator bool() const { return current || firsts; }
};

// Folds one ballot in; its calls must be as parse_ballot leaves them. Commutative, associative, idempotent.
fold_change fold(voter_row& row, const ballot& cast);
// Folds another store's row of the same voter in; likewise.
fold_change merge(voter_row& row, const voter_row& other);

struct contender_tally {
  string contender;
  std::uint64_t ship = 0;
  std::uint64_t skip = 0;
  std::uint64_t picks = 0;

  friend bool operator==(const contender_tally&, const contender_tally&) = default;
};

// Readers who called both contenders, or picked, by their current ballots; first_* by first decisive
// preferences, which stay when a ballot is changed or withdrawn: their sum can exceed `ballots`.
struct pair_tally {
  string a;
  string b;
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
  list<contender_tally> tallies;  // contenders with a vote, as they were, sorted by id

  friend bool operator==(const previous_tally&, const previous_tally&) = default;
};

enum class poll_state : std::uint8_t { open, not_open, closed };

struct tally {
  string comparison;
  hash256 definition{};
  string epoch;                // the store's random id; revisions compare only within one
  std::uint64_t revision = 0;  // grows with every counted ballot
  poll_state state = poll_state::open;
  date counted_on;
  std::uint64_t ballots = 0;  // current, not withdrawn, of this definition
  std::uint64_t quarantined = 0;
  list<contender_tally> tallies;  // one per contender of the poll, sorted by id
  list<pair_tally> preferences;   // every pair a < b, sorted
  list<previous_tally> previous;  // sorted by definition
  string called;                  // a contender id, once the race is called; never by this version
  string ballots_url;             // where to POST; "": not possible
  string events_url;              // where to listen; "": not possible

  friend bool operator==(const tally&, const tally&) = default;
};

// All zero, every contender and pair present.
tally empty_tally(const poll& asked);
// Adds or takes away what one voter's row contributes; `remove` undoes an `add` of the same row. A current
// ballot of another definition counts in `previous`, a withdrawn one nowhere; the firsts of the tally's own
// definition always count. Leaves revision, state and quarantined alone. Counts stay within 0..2^53-1.
void add(tally& sum, const voter_row& row);
void remove(tally& sum, const voter_row& row);

string write_tally(const tally& sum);
// A tally alone, or a votes feed (JSON Feed 1.1) that is searched for the item `comparison`. "": a lone tally
// of whatever comparison. Unknown keys are ignored; an unknown state reads as not_open. Refused: a missing or
// wrong field, a count outside 0..2^53-1, counts that cannot be of the same readers, another comparison. A
// finding's pointer starts at the tally itself.
result<tally, finding> parse_tally(std::string_view text, std::string_view comparison);
// The same, but only what readers are shown, so that browsers load no more: quarantined, preferences,
// previous, called and events_url stay as they are and are not judged. False: `why` tells, and what was read
// means nothing.
bool read_tally(std::string_view text, std::string_view comparison, tally& into, finding& why);

struct counted_ballot {
  std::uint64_t revision = 0;  // of the first snapshot that holds it: the one its POST answered
  ballot cast;
};

// How many counted ballots a device remembers. A snapshot that is more own changes behind is from a cache
// that no header of ours allows.
inline constexpr std::size_t remembered_ballots = 8;

// A device's own vote as far as it knows.
struct own_vote {
  string epoch;                   // the store that counted them; a new one starts the list anew
  list<counted_ballot> counted;   // oldest first, revisions rising, the last `remembered_ballots`
  std::optional<ballot> pending;  // newer, still under way
};

// The device keeps the own vote as {"epoch": s, "counted": [{"revision": n, "ballot": b}], "pending": b |
// null}, b being as posted but without `key`.
string write_own_vote(const own_vote& own);
// False: it is no own vote as a whole (rule::own_invalid), and what was read means nothing.
bool read_own_vote(std::string_view text, own_vote& into);
result<own_vote, finding> parse_own_vote(std::string_view text);
// Pending, else the last counted; null without any.
const ballot* newest_ballot(const own_vote& own);

// Turns a snapshot into what its reader should see: minus the newest own ballot that it holds, plus the
// newest own ballot (pending, else the last counted). Ballots and tallies are what a recount with it would
// give, as long as the revisions are right. The snapshot holds those counted at or before its revision, none
// when its epoch is another one: that store has yet to be sent the ballot. Unchanged: without an own ballot;
// when the newest is of another definition; when the snapshot is older than a full list, for it may hold what
// is forgotten, and an old own vote is better than a double one.
void count_own_vote(tally& snapshot, const own_vote& own);
// The other half, of what no reader is shown so far: does the same for the cells of `preferences` and for
// `previous`. first_* grow where no own ballot in the snapshot was decisive, provided the list has every
// ballot the device ever cast (rev 1, 2, 3 ...); otherwise they stay: a lost one may be in them.
void count_own_preferences(tally& snapshot, const own_vote& own);

}  // namespace faceoff
