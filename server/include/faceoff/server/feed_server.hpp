// The feed server: the protocol of server/openapi.json over HTTP/1.1, beside whatever a page source serves.
//
// In: settings, the polls, an opened store, a page source. Out: answers; a vote is
// answered after its COMMIT. Threads: `network_threads` for HTTP, one that writes. Never throws across this
// interface, never writes an address or a key anywhere, never logs a request.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "faceoff/result.hpp"
#include "faceoff/server/ballot_store.hpp"
#include "faceoff/server/page_source.hpp"
#include "faceoff/server/polls.hpp"

namespace faceoff::server {

struct settings {
  std::string host = "127.0.0.1";  // an address, not a name
  std::uint16_t port = 0;          // 0: any free one
  unsigned network_threads = 0;    // 0: as many as there are processors, at most 8
  // The absolute votes URL readers use, for ballots_url and next_url, when a proxy shows another one than
  // /votes. "": these are relative to the votes URL.
  std::string public_votes_url;

  std::size_t connections = 4096;        // further ones wait in the kernel's queue
  std::size_t target_bytes = 4096;       // longer: 414
  std::size_t header_bytes = 16 * 1024;  // longer: 431
  int idle_seconds = 60;                 // a kept-alive connection without a request
  int request_seconds = 10;              // from a request's first byte to its last
  int answer_seconds = 30;               // for the client to take the answer
  int drain_seconds = 10;                // at a stop, for requests in flight

  std::function<std::int64_t()> now;                    // seconds since 1970; empty: the system's clock
  std::function<void(const std::string& line)> report;  // for the operator: store trouble; empty: silence
};

struct start_problem {
  std::string detail;  // "" none; else one sentence: what and why
};

// What a server works on; all of it must outlive it.
struct parts {
  poll_registry& polls;
  ballot_store& store;
  page_source& pages;
};

class feed_server {
 public:
  // Loads the tallies, binds, listens, starts the threads. On return it answers.
  static result<std::unique_ptr<feed_server>, start_problem> start(settings wanted, parts of);
  // Stops if need be.
  ~feed_server();
  feed_server(const feed_server&) = delete;
  feed_server& operator=(const feed_server&) = delete;

  std::uint16_t port() const;
  // Accepts no more, finishes requests in flight and the writer's queue, then returns. Once.
  void stop();

 private:
  struct state;
  explicit feed_server(std::unique_ptr<state> own);

  std::unique_ptr<state> state_;
};

// Keeps SIGTERM and SIGINT for `run`: call it first in main, before any thread is started.
void hold_stop_signals();

// start, `ready(port)`, then until SIGTERM or SIGINT, then stop. No problem: a clean end, exit 0.
start_problem run(settings wanted, parts of, const std::function<void(std::uint16_t port)>& ready);

}  // namespace faceoff::server
