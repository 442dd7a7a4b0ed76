// One client's connection: requests in, answers out, in order, until either side ends it.
//
// In: bytes. Out: one write per answer where the client takes it. Keep-alive and pipelining as HTTP/1.1 has
// them; a slow client is cut off by its network's tick. Lives in its coroutine, on its network's thread.
#pragma once

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <limits>
#include <memory>
#include <vector>

#include "network.hpp"

namespace faceoff::server {

// How a ballot's wait ends: the coroutine's continuation, whatever its type.
class continuation {
 public:
  virtual ~continuation() = default;
  virtual void go_on() = 0;
};

class connection final : public pending_ballot {
 public:
  connection(boost::asio::ip::tcp::socket socket, network& of);
  ~connection() override;

  static boost::asio::awaitable<void> live(std::unique_ptr<connection> own);
  // After the ballot's fate is known, on the network's thread.
  void go_on();
  network& home() { return network_; }

 private:
  friend class network;
  enum class step : unsigned char { whole, refused, ended };

  boost::asio::awaitable<void> serve();
  boost::asio::awaitable<step> read();
  boost::asio::awaitable<bool> read_more();
  boost::asio::awaitable<bool> answer_request();
  boost::asio::awaitable<bool> count_ballot();
  boost::asio::awaitable<bool> send(const answer& what);
  boost::asio::awaitable<bool> send_parts();
  boost::asio::awaitable<void> linger();
  bool parse(boost::beast::error_code& code);
  void begin_parts(std::string_view head, bool last);
  void add_part(std::string_view bytes);
  bool send_at_once();
  answer refusal_for(const boost::beast::error_code& code) const;
  bool last_answer() const;

  static constexpr std::int64_t no_deadline = std::numeric_limits<std::int64_t>::max();
  void allow_seconds(int seconds) { deadline_ = network_.second_ + seconds; }

  boost::asio::ip::tcp::socket socket_;
  network& network_;
  connection* next_ = nullptr;
  connection* before_ = nullptr;
  std::int64_t deadline_ = no_deadline;
  bool idle_ = true;  // no byte of a request is here
  bool close_ = false;
  bool gone_ = false;  // a write failed for good

  request request_;
  std::optional<request_reader> reader_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  // of the bytes not parsed yet
  std::unique_ptr<continuation> waiting_;

  std::string tail_;  // what differs per connection in an answer's head
  std::array<boost::asio::const_buffer, 5> parts_;
  std::size_t part_ = 0, part_end_ = 0;  // of those not sent yet
};

}  // namespace faceoff::server
