// Which answer a request gets: the protocol's addresses, health, else the page source.
//
// In: a request. Out: an answer, ready or made for it, or a ballot that the writer has to count first. Cost:
// a hot GET is two look-ups, no copy. Used from every network thread at once. Knows nothing of sockets.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "answer.hpp"
#include "ballot_writer.hpp"
#include "board.hpp"
#include "faceoff/server/page_source.hpp"
#include "request_reader.hpp"

namespace faceoff::server {

struct reply {
  const answer* ready = nullptr;  // kept alive by keeper; null: made is the answer
  std::shared_ptr<const void> keeper;
  answer made;
  bool to_count = false;  // neither: the ballot given goes to the writer, then reply_of says the answer

  const answer& what() const { return ready ? *ready : made; }
};

struct route_parts {
  board& shown;
  page_source& pages;
  const ballot_writer& writer;
  std::string votes_url;
  std::function<std::int64_t()> now;
};

class routes {
 public:
  explicit routes(route_parts of) : of_(std::move(of)) {}

  // ballot: filled when the request is one.
  reply find(const request& asked, pending_ballot& ballot) const;

 private:
  reply feed(const request& asked) const;
  reply poll(const request& asked, std::string_view id, pending_ballot& ballot) const;
  reply vote(const request& asked, std::shared_ptr<poll_slot> slot, pending_ballot& ballot) const;
  reply ready() const;
  reply page(const request& asked) const;

  route_parts of_;
};

// What a counted ballot is told; the answer's body follows in three pieces so that the tally is not copied.
struct vote_reply {
  std::string head;   // as answer::head
  std::string after;  // what follows the tally's bytes in the body
};
inline constexpr std::string_view before_tally = "{\"tally\":";
vote_reply reply_of(fate end, std::uint64_t rev, std::size_t tally_bytes);
// fate: none of counted, superseded, withdrawn.
answer refusal_of(fate end);

// The target, after the parser: "" or why the request is refused at once.
std::optional<answer> refuse_early(const request& asked, std::size_t target_bytes);

}  // namespace faceoff::server
