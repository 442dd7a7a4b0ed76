#include "network.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <chrono>

#include "connection.hpp"
#include "poll_ledger.hpp"

namespace faceoff::server {
namespace asio = boost::asio;
using boost::beast::error_code;
namespace {

constexpr auto tick_time = std::chrono::seconds(1);
constexpr auto drain_tick_time = std::chrono::milliseconds(20);

std::int64_t steady_second() {
  using namespace std::chrono;
  return duration_cast<seconds>(steady_clock::now().time_since_epoch()).count();
}

void two_digits(std::string& out, std::int64_t value) {
  out += static_cast<char>('0' + value / 10 % 10);
  out += static_cast<char>('0' + value % 10);
}

// RFC 9110 section 5.6.7: "Date: Sun, 06 Nov 1994 08:49:37 GMT".
std::string date_field(std::int64_t now) {
  constexpr std::string_view days = "ThuFriSatSunMonTueWed";  // 1970-01-01 was a Thursday
  constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  constexpr std::int64_t day_seconds = 86400;
  date day = day_of(now);
  std::int64_t second = now % day_seconds;
  std::string out = "Date: ";
  out += days.substr(static_cast<std::size_t>(now / day_seconds % 7) * 3, 3);
  out += ", ";
  two_digits(out, day.day);
  out += ' ';
  out += months.substr((day.month - 1U) * 3U, 3);
  out += ' ';
  out += std::to_string(day.year);
  out += ' ';
  two_digits(out, second / 3600);
  out += ':';
  two_digits(out, second / 60 % 60);
  out += ':';
  two_digits(out, second % 60);
  return out + " GMT\r\n";
}

}  // namespace

network::network(const settings& wanted, const routes& answers, ballot_writer& writer)
    : settings_(wanted), routes_(answers), writer_(writer) {}

network::~network() { join(); }

void network::start() {
  tick();
  thread_ = std::thread([this] { context_.run(); });
}

void network::adopt(asio::ip::tcp::socket socket) {
  ++connections_;
  auto own = std::make_unique<connection>(std::move(socket), *this);
  asio::co_spawn(context_, connection::live(std::move(own)), asio::detached);
}

void network::drain() {
  asio::post(context_, [this] {
    draining_ = true;
    drain_until_ = steady_second() + settings_.drain_seconds;
    error_code ignored;
    for (connection* one = first_; one; one = one->next_) {
      // What has arrived is still read and answered.
      if (one->idle_) one->socket_.shutdown(asio::ip::tcp::socket::shutdown_receive, ignored);
    }
    timer_.cancel();
  });
}

void network::join() {
  if (thread_.joinable()) thread_.join();
}

// Every second, and sooner while draining.
void network::tick() {
  second_ = steady_second();
  date_ = date_field(settings_.now());
  bool all = draining_ && second_ >= drain_until_;
  error_code ignored;
  for (connection* one = first_; one; one = one->next_) {
    if (all || one->deadline_ < second_) one->socket_.close(ignored);
  }
  if (draining_ && connections_.load() == 0) return work_.reset();
  timer_.expires_after(draining_ ? std::chrono::milliseconds(drain_tick_time) : tick_time);
  timer_.async_wait([this](error_code) { tick(); });
}

}  // namespace faceoff::server
