// A server for tests and measurements, without documents: polls come from the command line.
//
//   faceoff_poll_host STORE PORT [ID=CONTENDER,CONTENDER[,...][:pick][:closed][:not_open][:was=ALIAS]]...
//
// Prints "port N" once it answers; ends as `faceoff serve` does. Beside /votes there are a small page at /
// and 32 MiB at /large. POLL_HOST_... in the environment sets limits and times.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "faceoff/server/feed_server.hpp"

namespace {
using namespace faceoff;

std::string_view cut(std::string_view& text, char mark) {
  std::size_t at = text.find(mark);
  std::string_view part = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
  return part;
}

comparison comparison_of(std::string_view spelled) {
  comparison made;
  made.poll.given = true;
  std::string_view names = cut(spelled, ':');
  made.id = std::string(cut(names, '='));
  while (!names.empty()) {
    contender one;
    one.id = std::string(cut(names, ','));
    one.name = "The " + one.id;
    made.contenders.push_back(one);
  }
  while (!spelled.empty()) {
    std::string_view word = cut(spelled, ':');
    if (word == "pick") made.poll.mode = poll_mode::pick;
    if (word == "closed") made.poll.closes = {1, true};
    if (word == "not_open") made.poll.opens = {4'102'444'800, true};  // 2100
    if (word.substr(0, 4) == "was=") made.aliases.push_back(word.substr(4));
  }
  return made;
}

class one_page final : public server::page_source {
 public:
  server::page_answer find(const server::page_request& asked) override {
    server::page_answer answer;
    if (asked.target != "/" && asked.target != "/large") return answer;
    answer.status = 200;
    answer.media_type = "text/plain; charset=utf-8";
    answer.body = asked.target == "/" ? page_ : large_;
    return answer;
  }

 private:
  std::shared_ptr<const std::string> page_ = std::make_shared<const std::string>("a page\n");
  // More than the kernel's buffers take at once.
  std::shared_ptr<const std::string> large_ = std::make_shared<const std::string>(std::size_t{32} << 20, 'x');
};

// A setting from the environment, so that a test need not wait a minute.
template <class Number>
void read(const char* name, Number& into) {
  if (const char* text = std::getenv(name)) into = static_cast<Number>(std::strtoull(text, nullptr, 10));
}

int fail(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  return 1;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) return fail("usage: faceoff_poll_host STORE PORT [ID=A,B[:pick]...]...");
  server::hold_stop_signals();
  server::store_options options;
  options.path = words[1];
  read("POLL_HOST_STORE_BYTES", options.max_bytes);
  auto store = server::ballot_store::open(options);
  if (!store) return fail(store.error().detail);

  std::vector<server::published_poll> polls;
  for (int i = 3; i < count; ++i) polls.push_back(server::published_poll_of(comparison_of(words[i])));
  auto set = server::poll_set_of(std::move(polls));
  if (!set) return fail("two polls claim " + set.error().id);
  server::poll_registry registry;
  registry.publish(std::move(*set));

  server::settings wanted;
  wanted.port = static_cast<std::uint16_t>(std::atoi(words[2]));
  wanted.report = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };
  read("POLL_HOST_THREADS", wanted.network_threads);
  read("POLL_HOST_CONNECTIONS", wanted.connections);
  read("POLL_HOST_IDLE_SECONDS", wanted.idle_seconds);
  read("POLL_HOST_REQUEST_SECONDS", wanted.request_seconds);
  read("POLL_HOST_ANSWER_SECONDS", wanted.answer_seconds);
  read("POLL_HOST_DRAIN_SECONDS", wanted.drain_seconds);
  one_page pages;
  server::start_problem bad =
      server::run(std::move(wanted), {registry, **store, pages}, [](std::uint16_t port) {
        std::printf("port %u\n", static_cast<unsigned>(port));
        std::fflush(stdout);
      });
  return bad.detail.empty() ? 0 : fail(bad.detail);
}
