#include "faceoff/site/library.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace faceoff;
using namespace faceoff::site;

namespace {

// A folder in memory: a library sees nothing else of a disk.
class paper_folder {
 public:
  void put(const std::string& path, std::string text, std::int64_t changed_ns = 0) {
    file_stamp stamp;
    stamp.inode = ++inode_;
    stamp.changed_ns = changed_ns;
    files_[path] = {std::move(text), stamp};
  }
  void remove(const std::string& path) { files_.erase(path); }

  std::vector<library_news> show(library& to, std::int64_t now_ns = 0) {
    folder_listing listing;
    for (const auto& [path, file] : files_) listing.files.push_back({path, path, file.second});
    return to.update(
        listing,
        [&](const folder_file& file) -> result<std::string, read_problem> {
          ++reads;
          return files_[file.path].first;
        },
        now_ns);
  }

  int reads = 0;

 private:
  std::map<std::string, std::pair<std::string, file_stamp>> files_;
  std::uint64_t inode_ = 0;
};

std::string named(const std::string& id, const std::string& more = "") {
  return R"({"faceoff":1,"id":")" + id + R"(","contenders":[{"id":"a","name":"A"},{"id":"b","name":"B"}])" +
         more + "}";
}

const std::string with_poll = R"(,"poll":{"mode":"verdicts"})";

library_news first(const std::vector<library_news>& news) {
  REQUIRE_FALSE(news.empty());
  return news.front();
}

const library_document* find(const library& all, const std::string& path) {
  for (const library_document& known : all.all()) {
    if (known.path == path) return &known;
  }
  return nullptr;
}

const library_document& known(const library& all, const std::string& path) {
  const library_document* found = find(all, path);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("library: serves what is good and reads a file only when it changed") {
  paper_folder folder;
  library all(false);
  folder.put("a.faceoff.json", named("a"));
  folder.put("index.html", "<p>");
  const auto news = folder.show(all);
  REQUIRE(news.size() == 1);
  CHECK(news[0].what == news_kind::served);
  CHECK(*known(all, "a.faceoff.json").good == named("a"));
  CHECK(known(all, "a.faceoff.json").title == "A vs B");
  CHECK(folder.show(all).empty());
  CHECK(folder.reads == 1);
  folder.put("a.faceoff.json", named("a", with_poll));
  CHECK(first(folder.show(all)).what == news_kind::changed);
  CHECK(*known(all, "a.faceoff.json").good == named("a", with_poll));
}

TEST_CASE("library: only a document whose poll has a votes feed gets a poll here") {
  paper_folder folder;
  library all(false);
  folder.put("bare.faceoff.json", named("bare"));
  folder.put("local.faceoff.json", named("local", R"(,"poll":{"mode":"verdicts","local":true})"));
  folder.put("poll.faceoff.json", named("poll", with_poll));
  folder.show(all);
  REQUIRE(all.polls().size() == 1);
  CHECK(all.polls()[0].asked.comparison == "poll");
}

TEST_CASE("library: a broken document keeps its last good version, and is told of once") {
  paper_folder folder;
  library all(false);
  folder.put("a.faceoff.json", named("a", with_poll));
  folder.put("b.faceoff.json", "{");
  folder.put("c.faceoff.json", named("c"));
  auto news = folder.show(all);
  REQUIRE(news.size() == 3);
  CHECK(news[1].what == news_kind::broken);
  CHECK_FALSE(news[1].last_good_kept);
  CHECK_FALSE(news[1].findings.empty());
  CHECK(known(all, "b.faceoff.json").good == nullptr);

  folder.put("a.faceoff.json", "{\"faceoff\":1,");
  news = folder.show(all);
  REQUIRE(news.size() == 1);
  CHECK(news[0].last_good_kept);
  CHECK(*known(all, "a.faceoff.json").good == named("a", with_poll));
  CHECK(all.polls().size() == 1);
  REQUIRE(all.broken().size() == 2);
  REQUIRE_FALSE(all.broken().empty());
  CHECK(all.broken()[0].path == "a.faceoff.json");
  CHECK(all.broken()[0].last_good_kept);
  CHECK(all.broken()[0].problem.starts_with("line 1, column "));
  CHECK(folder.show(all).empty());

  folder.put("a.faceoff.json", named("a"));
  CHECK(first(folder.show(all)).what == news_kind::served);
  CHECK(all.polls().empty());
  CHECK(all.broken().size() == 1);
}

TEST_CASE("library: of two documents with one id, the one that had it first keeps it") {
  paper_folder folder;
  library all(false);
  folder.put("m.faceoff.json", named("same"));
  folder.show(all);
  folder.put("a.faceoff.json", named("new", R"(,"aliases":["same"])"));
  auto news = folder.show(all);
  REQUIRE(news.size() == 1);
  CHECK(news[0].what == news_kind::conflict);
  CHECK(news[0].path == "a.faceoff.json");
  CHECK(news[0].other == "m.faceoff.json");
  CHECK(news[0].id == "same");
  CHECK(known(all, "a.faceoff.json").good == nullptr);
  REQUIRE(all.broken().size() == 1);
  CHECK(all.broken()[0].problem.find("m.faceoff.json") != std::string::npos);
  CHECK(folder.show(all).empty());

  folder.remove("m.faceoff.json");  // gone for good: the other one may have it
  folder.show(all);
  folder.show(all);
  CHECK(known(all, "a.faceoff.json").good != nullptr);
  CHECK(all.broken().empty());
}

TEST_CASE("library: a renamed document is served on at once under its new path") {
  paper_folder folder;
  library all(false);
  folder.put("old.faceoff.json", named("a", with_poll));
  folder.show(all);
  folder.remove("old.faceoff.json");
  folder.put("new.faceoff.json", named("a", with_poll));
  folder.show(all);
  CHECK(find(all, "old.faceoff.json") == nullptr);
  CHECK(known(all, "new.faceoff.json").good != nullptr);
  CHECK(all.polls().size() == 1);
}

TEST_CASE("library: a document that is away for one look only never loses its poll") {
  paper_folder folder;
  library all(false);
  folder.put("a.faceoff.json", named("a", with_poll));
  folder.show(all);
  folder.remove("a.faceoff.json");
  CHECK(folder.show(all).empty());
  CHECK(all.polls().size() == 1);
  folder.put("a.faceoff.json", named("a", with_poll));
  CHECK(first(folder.show(all)).what == news_kind::changed);
  folder.remove("a.faceoff.json");
  folder.show(all);
  const auto news = folder.show(all);
  REQUIRE(news.size() == 1);
  CHECK(news[0].what == news_kind::removed);
  CHECK(all.polls().empty());
}

TEST_CASE("library: half a file that is still being written is no news") {
  paper_folder folder;
  library all(false);
  constexpr std::int64_t second = 1'000'000'000;
  folder.put("a.faceoff.json", named("a"), second);
  folder.show(all, 100 * second);
  folder.put("a.faceoff.json", "{\"faceoff\":1,", 200 * second);
  CHECK(folder.show(all, 201 * second).empty());
  CHECK(all.broken().empty());
  CHECK(folder.show(all, 203 * second).size() == 1);
  CHECK(all.broken().size() == 1);
}

TEST_CASE("library: strictly, a warning is an error") {
  const std::string warned = named("a", R"(,"qestion":"?")");
  for (const bool strict : {false, true}) {
    CAPTURE(strict);
    paper_folder folder;
    library all(strict);
    folder.put("a.faceoff.json", warned);
    const auto news = folder.show(all);
    REQUIRE(news.size() == 1);
    CHECK_FALSE(news[0].findings.empty());
    CHECK((news[0].what == news_kind::broken) == strict);
  }
}
