#include <csignal>

#include "faceoff/server/feed_server.hpp"

namespace faceoff::server {
namespace {

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

}  // namespace

void hold_stop_signals() {
  sigset_t set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

start_problem run(settings wanted, parts of, const std::function<void(std::uint16_t)>& ready) {
  hold_stop_signals();
  std::signal(SIGXFSZ, SIG_IGN);  // a file at its size limit is a failed write, not the end
  auto started = feed_server::start(std::move(wanted), of);
  if (!started) return started.error();
  if (ready) ready((*started)->port());
  sigset_t set = stop_signals();
  int caught = 0;
  sigwait(&set, &caught);
  (*started)->stop();
  return {};
}

}  // namespace faceoff::server
