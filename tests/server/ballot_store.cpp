#include "faceoff/server/ballot_store.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include "faulty_disk.hpp"
#include "scratch.hpp"

namespace faceoff::server {
namespace {

bool good(const store_problem& what) { return what.what == store_error::none; }

struct open_store {
  explicit open_store(const std::string& path, std::uint64_t max_bytes = 0) {
    auto opened = ballot_store::open({path, max_bytes, 20});
    if (opened) store = std::move(*opened);
    if (!opened) problem = opened.error();
  }
  ballot_store* operator->() { return store.get(); }

  std::unique_ptr<ballot_store> store;
  store_problem problem;
};

// One ballot in a batch of its own; what went wrong first.
store_problem cast(ballot_store& store, const poll& asked, int voter, const ballot& given) {
  store_problem bad = store.begin();
  auto poll = store.find_poll(asked.first_id, asked.definition);
  if (good(bad) && !poll) bad = poll.error();
  if (good(bad)) {
    auto row = store.find_row(poll->number, voter_number(voter));
    if (!row) bad = row.error();
    if (row && fold(row->row, given)) bad = store.save_row(poll->number, voter_number(voter), *row);
    if (good(bad)) {
      stored_poll next = *poll;
      ++next.revision;
      bad = store.save_poll(next);
    }
  }
  if (good(bad)) bad = store.commit();
  if (!good(bad)) store.roll_back();
  return bad;
}

std::map<hash256, voter_row> rows_of(ballot_store& store, const poll& asked) {
  std::map<hash256, voter_row> rows;
  REQUIRE(good(store.begin()));
  auto poll = store.find_poll(asked.first_id, asked.definition);
  REQUIRE(poll);
  REQUIRE(good(store.commit()));
  auto take = [&](const hash256& voter, const voter_row& row) { CHECK(rows.emplace(voter, row).second); };
  REQUIRE(good(store.each_row(poll->number, take)));
  return rows;
}

void run_sql(const std::string& path, const char* sql) {
  sqlite3* connection = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &connection) == SQLITE_OK);
  char* why = nullptr;
  int code = sqlite3_exec(connection, sql, nullptr, nullptr, &why);
  INFO((why ? why : ""));
  CHECK(code == SQLITE_OK);
  sqlite3_free(why);
  sqlite3_close(connection);
}

const poll asked = poll_with("ink-vs-chalk", {"chalk", "ink"}).asked;
const ballot ship_ink = ballot_of(asked, 1, {{"ink", call_code::ship}});
const ballot skip_ink = ballot_of(asked, 2, {{"ink", call_code::skip}});

}  // namespace

TEST_CASE("a store gives back after reopening what was committed, with its epoch and revisions") {
  scratch_folder folder;
  std::string epoch;
  {
    open_store store(folder.file("votes"));
    REQUIRE(store.store);
    epoch = store->epoch();
    CHECK(epoch.size() == 32);
    for (int voter = 0; voter < 300; ++voter) REQUIRE(good(cast(*store.store, asked, voter, ship_ink)));
    REQUIRE(good(cast(*store.store, asked, 7, skip_ink)));
  }
  open_store store(folder.file("votes"));
  REQUIRE(store.store);
  CHECK(store->epoch() == epoch);
  auto rows = rows_of(*store.store, asked);
  CHECK(rows.size() == 300);
  CHECK(rows[voter_number(7)].current == skip_ink);
  CHECK(rows[voter_number(8)].current == ship_ink);
  CHECK(store->find_poll(asked.first_id, asked.definition)->revision == 301);
}

TEST_CASE("the stores of two sites have different epochs") {
  scratch_folder folder;
  open_store one(folder.file("a")), other(folder.file("b"));
  CHECK(one->epoch() != other->epoch());
}

TEST_CASE("a batch that is rolled back leaves no trace, and the next one works") {
  scratch_folder folder;
  open_store store(folder.file("votes"));
  REQUIRE(good(cast(*store.store, asked, 1, ship_ink)));
  REQUIRE(good(store->begin()));
  auto poll = store->find_poll(asked.first_id, asked.definition);
  for (int voter = 2; voter < 50; ++voter) {
    REQUIRE(good(store->save_row(poll->number, voter_number(voter),
                                 {0, voter_row{ship_ink, content_hash(ship_ink), {}}})));
  }
  CHECK(store->find_row(poll->number, voter_number(2))->number != 0);
  store->roll_back();
  CHECK(store->find_row(poll->number, voter_number(2))->number == 0);
  CHECK(rows_of(*store.store, asked).size() == 1);
  REQUIRE(good(cast(*store.store, asked, 2, ship_ink)));
  CHECK(rows_of(*store.store, asked).size() == 2);
}

TEST_CASE("a commit has reached the disk when it returns") {
  scratch_folder folder;
  faulty_disk disk;
  open_store store(folder.file("votes"));
  for (int voter = 0; voter < 20; ++voter) {
    int before = disk.syncs();
    REQUIRE(good(cast(*store.store, asked, voter, ship_ink)));
    CHECK(disk.syncs() > before);
  }
}

TEST_CASE("whatever write fails, what was committed stays and nothing else appears") {
  for (int code : {SQLITE_FULL, SQLITE_IOERR_WRITE}) {
    for (int writes = 0; writes < 12; ++writes) {
      CAPTURE(writes);
      scratch_folder folder;
      std::map<hash256, voter_row> rows;
      {
        faulty_disk disk;
        open_store store(folder.file("votes"));
        REQUIRE(good(cast(*store.store, asked, 0, ship_ink)));
        disk.fail_after(writes, code);
        int stored = 1, voter = 1;
        for (; voter < 10; ++voter) stored += good(cast(*store.store, asked, voter, ship_ink)) ? 1 : 0;
        CHECK(disk.failed());
        disk.heal();
        CHECK(rows_of(*store.store, asked).size() == static_cast<std::size_t>(stored));
        // The server lives on.
        REQUIRE(good(cast(*store.store, asked, voter, ship_ink)));
        rows = rows_of(*store.store, asked);
        CHECK(rows.size() == static_cast<std::size_t>(stored) + 1);
      }
      open_store again(folder.file("votes"));
      REQUIRE(again.store);
      CHECK(rows_of(*again.store, asked) == rows);
    }
  }
}

TEST_CASE("a sync that fails is a batch that fails") {
  scratch_folder folder;
  faulty_disk disk;
  open_store store(folder.file("votes"));
  REQUIRE(good(cast(*store.store, asked, 0, ship_ink)));
  disk.fail_syncs(true);
  CHECK(cast(*store.store, asked, 1, ship_ink).what == store_error::failed);
  disk.fail_syncs(false);
  CHECK(good(cast(*store.store, asked, 2, ship_ink)));
  CHECK(rows_of(*store.store, asked).count(voter_number(1)) == 0);
}

TEST_CASE("a store at its quota says full and keeps what it has") {
  scratch_folder folder;
  open_store store(folder.file("votes"), 64 * 1024);
  store_problem bad;
  int voter = 0;
  while (good(bad) && voter < 5000) bad = cast(*store.store, asked, voter++, ship_ink);
  CHECK(bad.what == store_error::full);
  CHECK(rows_of(*store.store, asked).size() == static_cast<std::size_t>(voter) - 1);
  // To change a vote takes no more room.
  CHECK(good(cast(*store.store, asked, 3, skip_ink)));
}

TEST_CASE("a full store was called working since a changed row still fits") {
  scratch_folder folder;
  open_store store(folder.file("votes"), 64 * 1024);
  REQUIRE(good(store->begin()));
  CHECK(good(store->try_room()));
  REQUIRE(good(store->commit()));
  for (int voter = 0; good(cast(*store.store, asked, voter, ship_ink)); ++voter) REQUIRE(voter < 5000);
  REQUIRE(good(store->begin()));
  CHECK(store->try_room().what == store_error::full);
  store->roll_back();
  CHECK(rows_of(*store.store, asked).count(voter_number(0)) == 1);
}

TEST_CASE("while another program writes the store is busy, then works again") {
  scratch_folder folder;
  open_store store(folder.file("votes"));
  REQUIRE(good(cast(*store.store, asked, 0, ship_ink)));
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open(folder.file("votes").c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  CHECK(cast(*store.store, asked, 1, ship_ink).what == store_error::busy);
  REQUIRE(sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(other);
  CHECK(good(cast(*store.store, asked, 1, ship_ink)));
}

TEST_CASE("one store has one server") {
  scratch_folder folder;
  open_store store(folder.file("votes"));
  open_store second(folder.file("votes"));
  CHECK(second.problem.what == store_error::in_use);
  CHECK(second.problem.detail.find("votes.lock") != std::string::npos);
  store.store.reset();
  CHECK(open_store(folder.file("votes")).store);
}

TEST_CASE("a store can be read by its owner alone") {
  scratch_folder folder;
  open_store store(folder.file("votes"));
  REQUIRE(good(cast(*store.store, asked, 0, ship_ink)));
  for (const char* name : {"votes", "votes-wal", "votes.lock"}) {
    CAPTURE(name);
    auto mode = std::filesystem::status(folder.file(name)).permissions();
    CHECK((mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);
  }
}

TEST_CASE("what is no store of ours is refused, and said why") {
  scratch_folder folder;
  SUBCASE("a folder that is not there") {
    CHECK(open_store(folder.file("none/votes")).problem.what == store_error::cannot_open);
  }
  SUBCASE("a text") {
    std::ofstream(folder.file("votes")) << std::string(10'000, 'x');
    CHECK(open_store(folder.file("votes")).problem.what == store_error::damaged);
  }
  SUBCASE("a database of somebody else, which is left as it is") {
    run_sql(folder.file("votes"), "CREATE TABLE diary (day TEXT); INSERT INTO diary VALUES ('today');");
    CHECK(open_store(folder.file("votes")).problem.what == store_error::damaged);
    run_sql(folder.file("votes"), "SELECT day FROM diary");
  }
  SUBCASE("a store of a later version") {
    open_store(folder.file("votes")).store.reset();
    run_sql(folder.file("votes"), "PRAGMA user_version = 2");
    CHECK(open_store(folder.file("votes")).problem.what == store_error::newer_schema);
  }
  SUBCASE("a store with a page of noise") {
    {
      open_store store(folder.file("votes"));
      for (int voter = 0; voter < 500; ++voter) REQUIRE(good(cast(*store.store, asked, voter, ship_ink)));
    }
    std::fstream file(folder.file("votes"), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(6 * 4096);
    file << std::string(4096, '\x5a');
    file.close();
    open_store store(folder.file("votes"));
    bool refused = store.problem.what == store_error::damaged;
    if (store.store) {
      auto poll = store->find_poll(asked.first_id, asked.definition);
      refused =
          store->each_row(poll->number, [](const hash256&, const voter_row&) {}).what == store_error::damaged;
    }
    CHECK(refused);
  }
}

TEST_CASE("a row that another program doubled is merged when the store is opened") {
  scratch_folder folder;
  {
    open_store store(folder.file("votes"));
    REQUIRE(good(cast(*store.store, asked, 0, ship_ink)));
    REQUIRE(good(cast(*store.store, asked, 1, skip_ink)));
  }
  // Voter 1's newer ballot once more, in the name of voter 0.
  run_sql(folder.file("votes"),
          "INSERT INTO vote SELECT 3, poll, (SELECT voter FROM vote WHERE number = 1), record FROM vote"
          " WHERE number = 2");
  open_store store(folder.file("votes"));
  REQUIRE(store.store);
  auto rows = rows_of(*store.store, asked);
  CHECK(rows.size() == 2);
  CHECK(rows[voter_number(0)].current == skip_ink);
}

TEST_CASE("a row that cannot be read is said to be damaged") {
  scratch_folder folder;
  {
    open_store store(folder.file("votes"));
    REQUIRE(good(cast(*store.store, asked, 0, ship_ink)));
  }
  run_sql(folder.file("votes"), "UPDATE vote SET record = x'09'");
  open_store store(folder.file("votes"));
  REQUIRE(store.store);
  CHECK(cast(*store.store, asked, 0, skip_ink).what == store_error::damaged);
  CHECK(good(cast(*store.store, asked, 1, skip_ink)));
}

TEST_CASE("the store holds what a map holds, whatever is cast and rolled back") {
  scratch_folder folder;
  std::mt19937 random(5);
  std::map<hash256, voter_row> oracle;
  for (int opened = 0; opened < 4; ++opened) {
    open_store store(folder.file("votes"));
    REQUIRE(store.store);
    for (int batch = 0; batch < 40; ++batch) {
      auto next = oracle;
      REQUIRE(good(store->begin()));
      auto poll = store->find_poll(asked.first_id, asked.definition);
      for (int i = 0; i < 20; ++i) {
        hash256 voter = voter_number(static_cast<int>(random() % 200));
        ballot given =
            ballot_of(asked, 1 + random() % 9, {{"ink", random() % 2 ? call_code::ship : call_code::skip}});
        auto row = store->find_row(poll->number, voter);
        REQUIRE(row);
        REQUIRE(row->row == next[voter]);
        if (!fold(row->row, given)) continue;
        next[voter] = row->row;
        REQUIRE(good(store->save_row(poll->number, voter, *row)));
      }
      if (random() % 3 == 0) {
        store->roll_back();
        continue;
      }
      REQUIRE(good(store->commit()));
      std::erase_if(next, [](const auto& one) { return one.second.current.rev == 0; });
      oracle = next;
    }
    CHECK(rows_of(*store.store, asked) == oracle);
  }
}

}  // namespace faceoff::server
