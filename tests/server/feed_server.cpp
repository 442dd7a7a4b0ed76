#include "faceoff/server/feed_server.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <thread>

#include "faceoff/json.hpp"
#include "faceoff/tally.hpp"
#include "scratch.hpp"

namespace faceoff::server {
namespace {
namespace asio = boost::asio;

struct answered {
  int status = 0;
  std::string body;
};

answered ask(std::uint16_t port, const std::string& method, const std::string& path,
             const std::string& body = "") {
  asio::io_context context;
  asio::ip::tcp::socket socket(context);
  socket.connect({asio::ip::address_v4::loopback(), port});
  std::string request = method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
  if (!body.empty())
    request += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  asio::write(socket, asio::buffer(request + "\r\n" + body));
  std::string text;
  boost::system::error_code ended;
  asio::read(socket, asio::dynamic_buffer(text), ended);
  return {std::atoi(text.substr(9, 3).c_str()), text.substr(text.find("\r\n\r\n") + 4)};
}

class no_pages final : public page_source {
 public:
  page_answer find(const page_request&) override { return {}; }
  std::vector<broken_document> broken() override { return {{"b.faceoff.json", "It is \"broken\".", true}}; }
};

// A server over a store of its own, with a clock the test sets.
struct fixture {
  fixture() { begin(); }
  void begin() {
    auto opened = ballot_store::open({folder.file("votes"), 0, 250});
    REQUIRE(opened);
    store = std::move(*opened);
    settings wanted;
    wanted.network_threads = 2;
    wanted.now = [this] { return clock.load(); };
    auto started = feed_server::start(std::move(wanted), {polls, *store, pages});
    REQUIRE(started);
    server = std::move(*started);
  }
  void end() {
    server.reset();
    store.reset();
  }
  void publish(std::vector<published_poll> wanted) {
    auto set = poll_set_of(std::move(wanted));
    REQUIRE(set);
    polls.publish(std::move(*set));
  }
  answered get(const std::string& path) { return ask(server->port(), "GET", path); }
  tally read(const std::string& id) {
    answered got = get("/votes/" + id);
    REQUIRE(got.status == 200);
    auto parsed = parse_tally(got.body, "");
    REQUIRE(parsed);
    return *parsed;
  }
  int vote(const published_poll& poll, int voter, std::uint64_t rev, list<contender_call> calls) {
    posted_ballot posted{to_base64url(voter_number(voter)), ballot_of(poll.asked, rev, std::move(calls))};
    return ask(server->port(), "POST", "/votes/" + poll.asked.comparison, write_ballot(posted)).status;
  }
  // Waits for what the server does in its own time; the test's time limit is CTest's.
  template <class Holds>
  void until(Holds holds) {
    while (!holds()) std::this_thread::yield();
  }

  scratch_folder folder;
  std::atomic<std::int64_t> clock{1'764'028'800};  // 2025-11-25T00:00:00Z
  poll_registry polls;
  no_pages pages;
  std::unique_ptr<ballot_store> store;
  std::unique_ptr<feed_server> server;
};

const published_poll ink = poll_with("ink-vs-chalk", {"ink", "chalk"});

}  // namespace

TEST_CASE_FIXTURE(fixture,
                  "polls come and go while the server runs, and a poll that comes back has its votes") {
  CHECK(get("/votes/ink-vs-chalk").status == 404);
  publish({ink});
  until([&] { return get("/votes/ink-vs-chalk").status == 200; });
  CHECK(vote(ink, 1, 1, {{"ink", call_code::ship}}) == 200);
  tally before = read("ink-vs-chalk");
  publish({poll_with("other", {"x", "y"})});
  until([&] { return get("/votes/ink-vs-chalk").status == 404; });
  CHECK(get("/votes/other").status == 200);
  publish({ink});
  until([&] { return get("/votes/ink-vs-chalk").status == 200; });
  CHECK(read("ink-vs-chalk") == before);
}

TEST_CASE_FIXTURE(fixture, "a renamed comparison keeps its votes under both ids") {
  publish({ink});
  until([&] { return get("/votes/ink-vs-chalk").status == 200; });
  REQUIRE(vote(ink, 1, 1, {{"ink", call_code::ship}}) == 200);
  tally before = read("ink-vs-chalk");
  comparison renamed = comparison_of("ink-or-chalk", {"ink", "chalk"});
  renamed.aliases = {"ink-vs-chalk"};
  publish({published_poll_of(renamed)});
  until([&] { return get("/votes/ink-or-chalk").status == 200; });
  tally after = read("ink-or-chalk");
  CHECK(after.comparison == "ink-or-chalk");
  CHECK(after.tallies == before.tallies);
  CHECK(after.revision == before.revision);
  CHECK(read("ink-vs-chalk") == after);
  CHECK(vote(ink, 2, 1, {{"ink", call_code::skip}}) == 200);
  CHECK(read("ink-or-chalk").ballots == 2);
}

TEST_CASE_FIXTURE(fixture,
                  "votes of an earlier definition move to previous, and back, with a growing revision") {
  publish({ink});
  until([&] { return get("/votes/ink-vs-chalk").status == 200; });
  REQUIRE(vote(ink, 1, 1, {{"chalk", call_code::skip}, {"ink", call_code::ship}}) == 200);
  tally first = read("ink-vs-chalk");

  published_poll three = poll_with("ink-vs-chalk", {"ink", "chalk", "wax"});
  publish({three});
  until([&] { return read("ink-vs-chalk").definition == three.asked.definition; });
  tally second = read("ink-vs-chalk");
  CHECK(second.revision > first.revision);
  CHECK(second.ballots == 0);
  REQUIRE(second.previous.size() == 1);
  CHECK(second.previous[0].definition == ink.asked.definition);
  CHECK(second.previous[0].ballots == 1);
  CHECK(vote(ink, 2, 1, {{"ink", call_code::ship}}) == 412);
  CHECK(vote(three, 2, 1, {{"wax", call_code::ship}}) == 200);

  end();
  begin();
  tally restarted = read("ink-vs-chalk");
  CHECK(restarted.ballots == 1);
  CHECK(restarted.previous == second.previous);
  CHECK(restarted.revision == second.revision + 1);
  CHECK(restarted.epoch == first.epoch);

  publish({ink});
  until([&] { return read("ink-vs-chalk").definition == ink.asked.definition; });
  CHECK(read("ink-vs-chalk").tallies == first.tallies);
  CHECK(read("ink-vs-chalk").preferences == first.preferences);
  CHECK(read("ink-vs-chalk").revision > restarted.revision);
}

TEST_CASE_FIXTURE(fixture, "a poll opens and closes by the clock without anybody's help") {
  published_poll timed = ink;
  timed.opens = {clock + 100, true};
  timed.closes = {clock + 200, true};
  publish({timed});
  until([&] { return get("/votes/ink-vs-chalk").status == 200; });
  CHECK(read("ink-vs-chalk").state == poll_state::not_open);
  CHECK(vote(timed, 1, 1, {{"ink", call_code::ship}}) == 409);
  clock += 100;
  CHECK(vote(timed, 1, 1, {{"ink", call_code::ship}}) == 200);
  until([&] { return read("ink-vs-chalk").state == poll_state::open; });
  clock += 100;
  CHECK(vote(timed, 1, 2, {}) == 410);
  until([&] { return read("ink-vs-chalk").state == poll_state::closed; });
  CHECK(read("ink-vs-chalk").ballots == 1);
}

TEST_CASE_FIXTURE(fixture, "counted_on follows the calendar") {
  publish({ink});
  until([&] { return get("/votes/ink-vs-chalk").status == 200; });
  CHECK(to_text(read("ink-vs-chalk").counted_on) == "2025-11-25");
  clock += 86'400;
  until([&] { return to_text(read("ink-vs-chalk").counted_on) == "2025-11-26"; });
}

TEST_CASE_FIXTURE(fixture, "a feed of 450 polls has three pages that hold each poll once") {
  std::vector<published_poll> many;
  for (int i = 0; i < 450; ++i) many.push_back(poll_with("poll-" + std::to_string(i), {"x", "y"}));
  publish(many);
  until([&] { return get("/votes/poll-0").status == 200; });
  std::vector<std::string> ids;
  std::vector<std::size_t> sizes;
  std::string path = "/votes";
  while (!path.empty()) {
    answered page = get(path);
    REQUIRE(page.status == 200);
    auto feed = json::parse(page.body, {page.body.size(), 16, 100'000});
    REQUIRE(feed);
    sizes.push_back(feed->find("items")->items.size());
    for (const json::value& item : feed->find("items")->items) ids.push_back(item.find("id")->text);
    const json::value* next = feed->find("next_url");
    path = next ? "/" + next->text : "";
  }
  CHECK(sizes == std::vector<std::size_t>{200, 200, 50});
  std::sort(ids.begin(), ids.end());
  CHECK(std::unique(ids.begin(), ids.end()) == ids.end());
  CHECK(ids.size() == 450);
}

TEST_CASE_FIXTURE(fixture, "the feed says each poll's votes in words") {
  published_poll pick = ink;
  comparison document = comparison_of("pick-one", {"ink", "chalk"});
  document.poll.mode = poll_mode::pick;
  pick = published_poll_of(document);
  publish({ink, pick});
  until([&] { return get("/votes/pick-one").status == 200; });
  CHECK(get("/votes").body.find("\"content_text\":\"No votes yet\"") != std::string::npos);
  REQUIRE(vote(ink, 1, 1, {{"chalk", call_code::skip}, {"ink", call_code::ship}}) == 200);
  REQUIRE(vote(ink, 2, 1, {{"ink", call_code::ship}}) == 200);
  posted_ballot picked{to_base64url(voter_number(3)), ballot_of(pick.asked, 1, {})};
  picked.ballot.pick = "chalk";
  REQUIRE(ask(server->port(), "POST", "/votes/pick-one", write_ballot(picked)).status == 200);
  std::string feed = get("/votes").body;
  CHECK(feed.find("\"content_text\":\"INK 2 ship, 0 skip; CHALK 0 ship, 1 skip\"") != std::string::npos);
  CHECK(feed.find("\"content_text\":\"INK 0; CHALK 1\"") != std::string::npos);
}

TEST_CASE_FIXTURE(fixture, "readiness names the documents that are not served as they stand") {
  answered ready = get("/readyz");
  CHECK(ready.status == 200);
  CHECK(ready.body ==
        "{\"ready\":true,\"polls\":0,\"store\":\"works\",\"broken\":[{\"path\":\"b.faceoff.json\","
        "\"problem\":\"It is \\\"broken\\\".\",\"last_good_kept\":true}]}");
}

TEST_CASE("a server that cannot listen says why") {
  fixture running;
  scratch_folder folder;
  auto store = ballot_store::open({folder.file("votes"), 0, 250});
  REQUIRE(store);
  settings wanted;
  wanted.port = running.server->port();
  auto second = feed_server::start(wanted, {running.polls, **store, running.pages});
  REQUIRE_FALSE(second);
  CHECK(second.error().detail.find("cannot listen on 127.0.0.1 port") != std::string::npos);
  wanted.host = "localhost";
  CHECK(feed_server::start(wanted, {running.polls, **store, running.pages}).error().detail ==
        "not an address to listen on: localhost");
}

TEST_CASE("a public votes URL stands in ballots_url and next_url") {
  scratch_folder folder;
  auto store = ballot_store::open({folder.file("votes"), 0, 250});
  REQUIRE(store);
  poll_registry polls;
  polls.publish(*poll_set_of({ink}));
  no_pages pages;
  settings wanted;
  wanted.public_votes_url = "https://votes.example/v";
  auto server = feed_server::start(wanted, {polls, **store, pages});
  REQUIRE(server);
  auto got = parse_tally(ask((*server)->port(), "GET", "/votes/ink-vs-chalk").body, "");
  REQUIRE(got);
  CHECK(got->ballots_url == "https://votes.example/v/ink-vs-chalk");
}

}  // namespace faceoff::server
