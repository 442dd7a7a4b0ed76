#include "connection.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/error.hpp>
#include <cstring>
#include <span>

#include "faceoff/limits.hpp"
#include "problem.hpp"

namespace faceoff::server {
namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::beast::error_code;
namespace {

constexpr auto awaited = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t first_buffer = 2048;
constexpr std::size_t discarded_bytes = 256 * 1024;  // of a request refused before its end
constexpr int discard_seconds = 2;

template <class Handler>
class typed_continuation final : public continuation {
 public:
  explicit typed_continuation(Handler handler) : handler_(std::move(handler)) {}
  void go_on() override { std::move(handler_)(); }

 private:
  Handler handler_;
};

}  // namespace

connection::connection(asio::ip::tcp::socket socket, network& of)
    : socket_(std::move(socket)), network_(of), buffer_(first_buffer) {
  error_code ignored;
  socket_.non_blocking(true, ignored);
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
}

connection::~connection() {
  if (before_) before_->next_ = next_;
  if (next_) next_->before_ = before_;
  if (network_.first_ == this) network_.first_ = next_;
  --network_.connections_;
}

asio::awaitable<void> connection::live(std::unique_ptr<connection> own) {
  network& home = own->network_;
  own->next_ = home.first_;
  if (home.first_) home.first_->before_ = own.get();
  home.first_ = own.get();
  try {
    co_await own->serve();
  } catch (const std::exception&) {
    // No memory, or a page source that throws: this client is lost, the others are not.
  }
}

asio::awaitable<void> connection::serve() {
  while (!close_) {
    step got = co_await read();
    if (got == step::ended) co_return;
    if (got == step::refused) break;
    if (!co_await answer_request()) co_return;
  }
  co_await linger();
}

// One whole request; `refused` after the client was told why.
asio::awaitable<connection::step> connection::read() {
  reader_.emplace(request_, request_limits{network_.settings_.header_bytes, limits::ballot_bytes});
  idle_ = begin_ == end_;
  allow_seconds(idle_ ? network_.settings_.idle_seconds : network_.settings_.request_seconds);
  // What has arrived is still read and answered, then comes the end.
  error_code ignored;
  if (idle_ && network_.draining_) socket_.shutdown(asio::ip::tcp::socket::shutdown_receive, ignored);
  bool told_to_go_on = false;
  for (;;) {
    error_code code;
    if (parse(code)) co_return step::whole;
    if (code) {
      close_ = true;
      co_return co_await send(refusal_for(code)) ? step::refused : step::ended;
    }
    if (reader_->is_header_done() && request_.expects_continue && !std::exchange(told_to_go_on, true)) {
      part_ = part_end_ = 0;
      add_part("HTTP/1.1 100 Continue\r\n\r\n");
      if (!co_await send_parts()) co_return step::ended;
    }
    if (!co_await read_more()) co_return step::ended;
  }
}

// True: the request is whole. Else a code says why it never will be, or more bytes are needed.
bool connection::parse(error_code& code) {
  while (begin_ != end_ && !reader_->is_done()) {
    std::size_t used = reader_->put(asio::const_buffer(buffer_.data() + begin_, end_ - begin_), code);
    begin_ += used;
    if (code == http::error::need_more) {
      code = {};
      return false;
    }
    if (code) return false;
  }
  return reader_->is_done();
}

asio::awaitable<bool> connection::read_more() {
  if (begin_ == end_) {
    begin_ = end_ = 0;
  } else if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  // The parser refuses a header that is longer than its limit before this grows beyond twice that.
  if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
  auto [code, count] =
      co_await socket_.async_read_some(asio::buffer(buffer_.data() + end_, buffer_.size() - end_), awaited);
  if (code) co_return false;
  end_ += count;
  if (std::exchange(idle_, false)) allow_seconds(network_.settings_.request_seconds);
  co_return true;
}

answer connection::refusal_for(const error_code& code) const {
  if (code == http::error::header_limit) {
    return problem_answer(
        {request_.has_line ? problem_code::headers_too_large : problem_code::target_too_long});
  }
  if (code == http::error::body_limit) return problem_answer({problem_code::too_large});
  return problem_answer({problem_code::bad_request});
}

bool connection::last_answer() const { return close_ || network_.draining_; }

asio::awaitable<bool> connection::answer_request() {
  close_ = !reader_->keep_alive();
  if (auto refused = refuse_early(request_, network_.settings_.target_bytes)) {
    close_ = true;
    co_return co_await send(*refused);
  }
  reply found = network_.routes_.find(request_, *this);
  if (found.to_count) co_return co_await count_ballot();
  const answer& what = found.what();
  begin_parts(what.head, last_answer());
  if (what.body && request_.method != request_method::head) add_part(*what.body);
  co_return send_at_once() || co_await send_parts();
}

asio::awaitable<bool> connection::count_ballot() {
  deadline_ = no_deadline;
  co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(
      [this](auto handler) {
        waiting_ = std::make_unique<typed_continuation<decltype(handler)>>(std::move(handler));
        network_.writer_.take(this);
      },
      asio::use_awaitable);
  slot.reset();
  std::shared_ptr<const poll_words> said = std::move(words);
  if (!said) co_return co_await send(refusal_of(end));
  vote_reply told = reply_of(end, cast.rev, said->tally.bytes().size());
  begin_parts(told.head, last_answer());
  add_part(before_tally);
  add_part(said->tally.bytes());
  add_part(told.after);
  co_return send_at_once() || co_await send_parts();
}

void connection::go_on() {
  std::unique_ptr<continuation> waiting = std::move(waiting_);
  waiting->go_on();
}

asio::awaitable<bool> connection::send(const answer& what) {
  begin_parts(what.head, last_answer());
  if (what.body && request_.method != request_method::head) add_part(*what.body);
  co_return co_await send_parts();
}

void connection::begin_parts(std::string_view head, bool last) {
  close_ = last;
  tail_ = network_.date_;
  if (last) {
    tail_ += "Connection: close\r\n";
  } else if (!request_.http_1_1) {
    tail_ += "Connection: keep-alive\r\n";
  }
  tail_ += "\r\n";
  part_ = part_end_ = 0;
  add_part(head);
  add_part(tail_);
}

void connection::add_part(std::string_view bytes) {
  if (!bytes.empty()) parts_[part_end_++] = asio::const_buffer(bytes.data(), bytes.size());
}

// Without waiting; false: something is left, or the client is gone.
bool connection::send_at_once() {
  error_code code;
  std::size_t sent = socket_.write_some(std::span(parts_.data() + part_, part_end_ - part_), code);
  gone_ = code && code != asio::error::would_block;
  while (part_ < part_end_ && sent >= parts_[part_].size()) sent -= parts_[part_++].size();
  if (part_ < part_end_) parts_[part_] += sent;
  return part_ == part_end_;
}

asio::awaitable<bool> connection::send_parts() {
  while (!send_at_once()) {
    if (gone_) co_return false;
    // The deadline is for each piece taken, so a slow client with a large file lives.
    allow_seconds(network_.settings_.answer_seconds);
    auto [code] = co_await socket_.async_wait(asio::ip::tcp::socket::wait_write, awaited);
    if (code) co_return false;
  }
  co_return true;
}

// Ends so that the answer arrives: a close with unread bytes would reset the connection and take it back.
asio::awaitable<void> connection::linger() {
  error_code code;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, code);
  allow_seconds(discard_seconds);
  std::size_t seen = 0;
  while (!code && seen < discarded_bytes) {
    auto [failed, count] = co_await socket_.async_read_some(asio::buffer(buffer_), awaited);
    code = failed;
    seen += count;
  }
}

}  // namespace faceoff::server
