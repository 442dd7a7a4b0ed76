// One network thread: its event loop, its connections and its coarse clock.
//
// In: accepted sockets. Out: they are served until closed. Cost: one timer for all deadlines, looked at once
// a second, so a request sets no timer. Everything but `adopt` and the counters happens on the thread itself.
#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <string>
#include <thread>

#include "faceoff/server/feed_server.hpp"
#include "routes.hpp"

namespace faceoff::server {

class connection;

class network {
 public:
  network(const settings& wanted, const routes& answers, ballot_writer& writer);
  ~network();

  void start();
  // From any thread; the socket must be of this network's executor.
  void adopt(boost::asio::ip::tcp::socket socket);
  // From any thread: idle connections close, the others after their answer; the thread ends with the last.
  void drain();
  void join();
  boost::asio::io_context& context() { return context_; }
  std::size_t connections() const { return connections_.load(); }

 private:
  friend class connection;
  void tick();

  const settings& settings_;
  const routes& routes_;
  ballot_writer& writer_;
  boost::asio::io_context context_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{context_.get_executor()};
  boost::asio::steady_timer timer_{context_};
  connection* first_ = nullptr;  // a list through the connections
  std::int64_t second_ = 0;      // of a steady clock, at the last tick
  std::string date_;             // "Date: ...", with CRLF
  bool draining_ = false;
  std::int64_t drain_until_ = 0;
  std::atomic<std::size_t> connections_{0};
  std::thread thread_;
};

}  // namespace faceoff::server
