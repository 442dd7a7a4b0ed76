// A reader's ballot, what identifies it and how two ballots of one reader are ordered.
//
// In: the JSON a device posts. Out: a checked ballot. Nothing here reads a clock: ballots of one pseudonym
// are totally ordered by (rev, content hash), so retries, replays, reordering, two tabs and clock skew end
// alike.
#pragma once

#include <cstdint>
#include <string_view>

#include "faceoff/digest.hpp"
#include "faceoff/list.hpp"
#include "faceoff/model.hpp"
#include "faceoff/result.hpp"
#include "faceoff/string.hpp"

namespace faceoff {

// What a poll asks, as far as votes depend on it.
struct poll {
  string comparison;                     // the current id
  string first_id;                       // the oldest alias, else the id
  poll_mode mode = poll_mode::verdicts;  // verdicts or pick
  list<string> contenders;               // ids, sorted by bytes
  hash256 definition{};
};

// Requires a valid document. The definition is SHA-256 over length-prefixed fields: "faceoff-definition-1",
// the mode as written ("verdicts" where none is), then per contender sorted by id its id and first name
// (former_names[0], else name). Length prefix: 8 bytes, big-endian, of the field's length in bytes. A mode of
// a newer format stays `unknown`; such a poll takes no calls and no pick.
poll poll_of(const comparison& document);

enum class call_code : std::uint8_t { none, ship, skip };

struct contender_call {
  string contender;
  call_code call = call_code::none;

  friend bool operator==(const contender_call&, const contender_call&) = default;
};

struct ballot {
  std::uint64_t rev = 0;  // counts from 1 on the device
  hash256 definition{};
  list<contender_call> calls;  // sorted by contender, none twice, no call_code::none
  string pick;                 // contender id; "" no pick

  bool withdrawn() const { return calls.empty() && pick.empty(); }
  friend bool operator==(const ballot&, const ballot&) = default;
};

struct posted_ballot {
  string key;  // 43 base64url characters; a secret: never logged, never stored
  faceoff::ballot ballot;
};

// Why a posted ballot is refused; each has one problem code in the protocol.
enum class ballot_error : std::uint8_t {
  none,
  too_large,           // 413
  malformed,           // 400: not JSON, wrong kinds, a missing field, rev outside 1..2^53-1
  unsupported_format,  // 400: `faceoff` above 1
  other_definition,    // 412: the poll asks something else now
  unknown_contender,   // 422
  wrong_mode,          // 422: calls in a pick poll or a pick in a verdicts poll
};

struct ballot_problem {
  ballot_error what = ballot_error::none;
  string pointer;  // JSON Pointer into the body
};

// Reads `{faceoff, key, rev, definition, calls, pick}`. Unknown keys are ignored.
result<posted_ballot, ballot_problem> parse_ballot(std::string_view body, const poll& asked);
// The body a device posts, keys in the order above.
string write_ballot(const posted_ballot& posted);

// SHA-256 over length-prefixed fields, prefix as in poll_of: "faceoff-ballot-1", the definition in hex, per
// call its contender and "ship" or "skip", the pick ("" none). Does not cover rev or key.
hash256 content_hash(const ballot& cast);

// The device's key: HMAC-SHA-256(secret, votes URL, 0, first id) as base64url.
string reader_key(std::string_view secret, std::string_view votes_url, std::string_view first_id);
// What the feed knows a voter as: SHA-256("faceoff-pseudonym-1", 0, first id, 0, key).
hash256 pseudonym(std::string_view first_id, std::string_view key);

}  // namespace faceoff
