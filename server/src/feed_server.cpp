#include "faceoff/server/feed_server.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <exception>
#include <thread>

#include "connection.hpp"

namespace faceoff::server {
namespace asio = boost::asio;
using boost::beast::error_code;
namespace {

constexpr auto accept_again = std::chrono::milliseconds(20);  // after a full house or no descriptor left
constexpr unsigned most_threads = 8;

std::int64_t system_now() {
  using namespace std::chrono;
  return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

settings completed(settings wanted) {
  if (!wanted.now) wanted.now = system_now;
  if (wanted.network_threads == 0) {
    wanted.network_threads = std::clamp(std::thread::hardware_concurrency(), 1U, most_threads);
  }
  return wanted;
}

}  // namespace

struct feed_server::state {
  state(settings wanted, parts of);

  start_problem start();
  start_problem listen();
  asio::awaitable<void> accept_all();
  network& emptiest();
  void answered(std::vector<pending_ballot*>& batch);
  void stop();

  settings wanted;
  board shown;
  ballot_writer writer;
  routes answers;
  std::vector<std::unique_ptr<network>> networks;
  std::optional<asio::ip::tcp::acceptor> acceptor;  // on the first network's thread
  std::uint16_t port = 0;
  bool stopped = false;
};

feed_server::state::state(settings given, parts of)
    : wanted(completed(std::move(given))),
      writer({wanted.public_votes_url, wanted.now, wanted.report,
              [this](std::vector<pending_ballot*>& batch) { answered(batch); }},
             of.polls, of.store, shown),
      answers({shown, of.pages, writer, wanted.public_votes_url, wanted.now}) {
  for (unsigned i = 0; i < wanted.network_threads; ++i) {
    networks.push_back(std::make_unique<network>(wanted, answers, writer));
  }
}

start_problem feed_server::state::start() {
  if (start_problem bad = listen(); !bad.detail.empty()) return bad;
  store_problem bad = writer.start();
  if (bad.what != store_error::none) return {"the vote store cannot be read: " + bad.detail};
  // The networks drain after the last connection was given to one, so none is given to a loop that has ended.
  asio::co_spawn(networks[0]->context(), accept_all(), [this](const std::exception_ptr&) {
    for (auto& one : networks) one->drain();
  });
  for (auto& one : networks) one->start();
  return {};
}

start_problem feed_server::state::listen() {
  error_code code;
  asio::ip::address address = asio::ip::make_address(wanted.host, code);
  if (code) return {"not an address to listen on: " + wanted.host};
  asio::ip::tcp::endpoint at(address, wanted.port);
  acceptor.emplace(networks[0]->context());
  acceptor->open(at.protocol(), code);
  if (!code) acceptor->set_option(asio::socket_base::reuse_address(true), code);
  if (!code) acceptor->bind(at, code);
  if (!code) acceptor->listen(asio::socket_base::max_listen_connections, code);
  if (!code) port = acceptor->local_endpoint(code).port();
  if (!code) return {};
  return {"cannot listen on " + wanted.host + " port " + std::to_string(wanted.port) + ": " + code.message()};
}

network& feed_server::state::emptiest() {
  return **std::min_element(networks.begin(), networks.end(),
                            [](const auto& a, const auto& b) { return a->connections() < b->connections(); });
}

asio::awaitable<void> feed_server::state::accept_all() {
  constexpr auto awaited = asio::as_tuple(asio::use_awaitable);
  asio::steady_timer pause(networks[0]->context());
  while (acceptor->is_open()) {
    std::size_t open = 0;
    for (auto& one : networks) open += one->connections();
    error_code code;
    if (open < wanted.connections) {
      network& home = emptiest();
      auto [failed, socket] = co_await acceptor->async_accept(home.context(), awaited);
      code = failed;
      if (!code) home.adopt(std::move(socket));
    }
    if (!code && open < wanted.connections) continue;
    pause.expires_after(accept_again);
    co_await pause.async_wait(awaited);
  }
}

// On the writer's thread: each network wakes once for all its ballots of the batch. None is looked at after
// the first wake: by then its connection may be gone.
void feed_server::state::answered(std::vector<pending_ballot*>& batch) {
  std::vector<std::vector<connection*>> clients(networks.size());
  for (pending_ballot* one : batch) {
    auto* client = static_cast<connection*>(one);
    for (std::size_t i = 0; i < networks.size(); ++i) {
      if (&client->home() == networks[i].get()) clients[i].push_back(client);
    }
  }
  for (std::size_t i = 0; i < networks.size(); ++i) {
    if (clients[i].empty()) continue;
    asio::post(networks[i]->context(), [mine = std::move(clients[i])] {
      for (connection* client : mine) client->go_on();
    });
  }
}

void feed_server::state::stop() {
  if (std::exchange(stopped, true)) return;
  asio::post(networks[0]->context(), [this] {
    error_code ignored;
    acceptor->close(ignored);
  });
  for (auto& one : networks) one->join();
  writer.stop();
}

feed_server::feed_server(std::unique_ptr<state> own) : state_(std::move(own)) {}
feed_server::~feed_server() { stop(); }

result<std::unique_ptr<feed_server>, start_problem> feed_server::start(settings wanted, parts of) {
  try {
    auto own = std::make_unique<state>(std::move(wanted), of);
    start_problem bad = own->start();
    if (!bad.detail.empty()) return bad;
    return std::unique_ptr<feed_server>(new feed_server(std::move(own)));
  } catch (const std::exception& why) {
    return start_problem{std::string("the server cannot start: ") + why.what()};
  }
}

std::uint16_t feed_server::port() const { return state_->port; }
void feed_server::stop() { state_->stop(); }

}  // namespace faceoff::server
