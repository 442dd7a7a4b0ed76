#include "faceoff/server/ballot_store.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <unistd.h>

#include <cstring>
#include <utility>
#include <vector>

#include "row_codec.hpp"
#include "sqlite.hpp"
#include "voter_index.hpp"

namespace faceoff::server {
namespace {

constexpr int application_id = 0x66636f66;  // "fcof"
constexpr int schema_version = 1;
constexpr std::size_t new_voters_a_batch = 4096;

constexpr const char* settings_sql =
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA wal_autocheckpoint=4000;"  // 16 MiB: a re-voted page is copied back once for many votes
    "PRAGMA cache_size=-65536;"        // 64 MiB
    "PRAGMA trusted_schema=OFF;"
    "PRAGMA cell_size_check=ON;";

// No unique index over (poll, voter): the voter_index and the lock see to it, and opening merges what another
// program may have doubled.
constexpr const char* schema_sql =
    "CREATE TABLE store (one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL) STRICT;"
    "CREATE TABLE poll (number INTEGER PRIMARY KEY, first_id TEXT NOT NULL UNIQUE,"
    "  revision INTEGER NOT NULL, definition BLOB NOT NULL) STRICT;"
    "CREATE TABLE vote (number INTEGER PRIMARY KEY, poll INTEGER NOT NULL, voter BLOB NOT NULL,"
    "  record BLOB NOT NULL) STRICT;"
    "CREATE INDEX vote_by_poll ON vote (poll);"
    "PRAGMA application_id = 1717792614;"
    "PRAGMA user_version = 1;";
static_assert(application_id == 1717792614);

std::string_view bytes_of(const hash256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

bool to_hash(std::string_view bytes, hash256& hash) {
  if (bytes.size() != hash.size()) return false;
  std::memcpy(hash.data(), bytes.data(), hash.size());
  return true;
}

bool draw(void* bytes, std::size_t size) { return getrandom(bytes, size, 0) == static_cast<ssize_t>(size); }

// Owns the lock for the life of the store; closing gives it back.
class file_lock {
 public:
  ~file_lock() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  store_problem take(const std::string& path) {
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor_ < 0) return {store_error::cannot_open, path + ": " + std::strerror(errno)};
    if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return {};
    return {store_error::in_use, path + " is locked: another server uses this store"};
  }

 private:
  int descriptor_ = -1;
};

}  // namespace

struct ballot_store::state {
  explicit state(std::uint64_t index_key) : index(index_key) {}

  store_problem connect(const store_options& options);
  store_problem check_schema();
  store_problem create_schema();
  store_problem apply_settings(const store_options& options);
  store_problem prepare();
  store_problem load_index();
  store_problem merge_doubled(const std::vector<std::pair<std::int64_t, std::int64_t>>& doubled);
  store_problem read_row(std::int64_t number, voter_row& row);
  // 0: this voter has no row.
  result<std::int64_t, store_problem> number_of(std::int64_t poll, const hash256& voter);

  file_lock lock;
  sqlite_connection connection;
  statement begin, commit, roll_back;
  statement poll_by_id, add_poll, save_poll;
  statement row_voter, row_record, add_row, save_row, drop_row, rows_of_poll;
  std::string epoch;
  voter_index index;
  std::int64_t next_number = 1;
  std::vector<std::pair<std::uint64_t, std::int64_t>> put;  // into the index by the batch under way
};

store_problem ballot_store::state::connect(const store_options& options) {
  if (store_problem taken = lock.take(options.path + ".lock"); taken.what != store_error::none) return taken;
  // Made here so that only its owner can read it: SQLite would follow the umask.
  int made = ::open(options.path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (made < 0) return {store_error::cannot_open, options.path + ": " + std::strerror(errno)};
  close(made);
  sqlite3* opened = nullptr;
  int code =
      sqlite3_open_v2(options.path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  connection.reset(opened);
  if (code != SQLITE_OK) return problem_of(opened);
  sqlite3_extended_result_codes(opened, 1);
  sqlite3_busy_timeout(opened, options.busy_milliseconds);
  return {};
}

store_problem ballot_store::state::check_schema() {
  std::int64_t app = 0, version = 0, pages = 0;
  for (auto [sql, value] :
       {std::pair("PRAGMA application_id", &app), std::pair("PRAGMA user_version", &version),
        std::pair("PRAGMA page_count", &pages)}) {
    statement ask;
    if (store_problem bad = ask.prepare(connection.get(), sql); bad.what != store_error::none) return bad;
    auto bad = ask.run([value = value](const statement& row) { *value = row.integer(0); });
    if (bad.what != store_error::none) return bad;
  }
  if (pages == 0) return create_schema();
  if (app != application_id) return {store_error::damaged, "the file is a database, but not a vote store"};
  if (version > schema_version)
    return {store_error::newer_schema, "written by a later version of this program"};
  return {};
}

store_problem ballot_store::state::create_schema() {
  hash256 random{};
  if (!draw(random.data(), random.size())) return {store_error::failed, "no random numbers to be had"};
  std::string sql = std::string("BEGIN IMMEDIATE;") + schema_sql + "INSERT INTO store VALUES (1, '" +
                    std::string(to_hex(random).view().substr(0, 32)) + "'); COMMIT;";
  return execute(connection.get(), sql.c_str());
}

store_problem ballot_store::state::apply_settings(const store_options& options) {
  store_problem bad = execute(connection.get(), settings_sql);
  if (bad.what != store_error::none || options.max_bytes == 0) return bad;
  std::int64_t page = 4096;
  statement ask;
  bad = ask.prepare(connection.get(), "PRAGMA page_size");
  if (bad.what == store_error::none) bad = ask.run([&](const statement& row) { page = row.integer(0); });
  if (bad.what != store_error::none) return bad;
  std::uint64_t most = options.max_bytes / static_cast<std::uint64_t>(page);
  return execute(connection.get(), ("PRAGMA max_page_count=" + std::to_string(most)).c_str());
}

store_problem ballot_store::state::prepare() {
  const std::pair<statement*, const char*> all[] = {
      {&begin, "BEGIN IMMEDIATE"},
      {&commit, "COMMIT"},
      {&roll_back, "ROLLBACK"},
      {&poll_by_id, "SELECT number, revision, definition FROM poll WHERE first_id = ?"},
      {&add_poll, "INSERT INTO poll (first_id, revision, definition) VALUES (?, 0, ?)"},
      {&save_poll, "UPDATE poll SET revision = ?, definition = ? WHERE number = ?"},
      {&row_voter, "SELECT poll, voter FROM vote WHERE number = ?"},
      {&row_record, "SELECT record FROM vote WHERE number = ?"},
      {&add_row, "INSERT INTO vote VALUES (?, ?, ?, ?)"},
      {&save_row, "UPDATE vote SET record = ? WHERE number = ?"},
      {&drop_row, "DELETE FROM vote WHERE number = ?"},
      {&rows_of_poll, "SELECT voter, record FROM vote WHERE poll = ? ORDER BY number"},
  };
  for (auto [one, sql] : all) {
    if (store_problem bad = one->prepare(connection.get(), sql); bad.what != store_error::none) return bad;
  }
  return {};
}

store_problem ballot_store::state::load_index() {
  statement ask;
  store_problem bad = ask.prepare(connection.get(), "SELECT epoch FROM store");
  if (bad.what == store_error::none) {
    bad = ask.run([&](const statement& row) { epoch = std::string(row.bytes(0)); });
  }
  if (bad.what != store_error::none) return bad;
  if (epoch.size() != 32) return {store_error::damaged, "the store has lost its epoch"};

  statement rows;
  bad = rows.prepare(connection.get(), "SELECT number, poll, voter FROM vote ORDER BY number");
  if (bad.what != store_error::none) return bad;
  std::vector<std::pair<std::int64_t, std::int64_t>> doubled;
  bool whole = true;
  bad = rows.run([&](const statement& row) {
    hash256 voter{};
    std::int64_t number = row.integer(0), poll = row.integer(1);
    if (!to_hash(row.bytes(2), voter) || number <= 0) return void(whole = false);
    next_number = number + 1;
    auto first = number_of(poll, voter);
    if (!first) return void(whole = false);
    if (*first != 0) return void(doubled.emplace_back(*first, number));
    index.reserve(1);
    index.put(index.tag_of(poll, voter), number);
  });
  if (bad.what != store_error::none) return bad;
  if (!whole) return {store_error::damaged, "a vote's row is not one of ours"};
  return doubled.empty() ? store_problem{} : merge_doubled(doubled);
}

store_problem ballot_store::state::merge_doubled(
    const std::vector<std::pair<std::int64_t, std::int64_t>>& doubled) {
  store_problem bad = begin.run();
  for (auto [kept, extra] : doubled) {
    voter_row into, from;
    if (bad.what == store_error::none) bad = read_row(kept, into);
    if (bad.what == store_error::none) bad = read_row(extra, from);
    if (bad.what != store_error::none) break;
    merge(into, from);
    bad = save_row.blob(1, encode_row(into)).bind(2, kept).run();
    if (bad.what == store_error::none) bad = drop_row.bind(1, extra).run();
  }
  if (bad.what == store_error::none) bad = commit.run();
  if (bad.what != store_error::none) roll_back.run();
  return bad;
}

store_problem ballot_store::state::read_row(std::int64_t number, voter_row& row) {
  bool whole = false;
  store_problem bad = row_record.bind(1, number).run([&](const statement& found) {
    auto decoded = decode_row(found.bytes(0));
    whole = decoded.has_value();
    if (whole) row = std::move(*decoded);
  });
  if (bad.what != store_error::none || whole) return bad;
  return {store_error::damaged, "vote row " + std::to_string(number) + " cannot be read"};
}

result<std::int64_t, store_problem> ballot_store::state::number_of(std::int64_t poll, const hash256& voter) {
  std::int64_t found = 0;
  store_problem bad;
  index.each(index.tag_of(poll, voter), [&](std::int64_t number) {
    bad = row_voter.bind(1, number).run([&](const statement& row) {
      if (row.integer(0) == poll && row.bytes(1) == bytes_of(voter)) found = number;
    });
    return found != 0 || bad.what != store_error::none;
  });
  if (bad.what != store_error::none) return bad;
  return found;
}

ballot_store::ballot_store(std::unique_ptr<state> own) : state_(std::move(own)) {}
ballot_store::~ballot_store() = default;

result<std::unique_ptr<ballot_store>, store_problem> ballot_store::open(const store_options& options) {
  std::uint64_t key = 0;
  if (!draw(&key, sizeof key)) return store_problem{store_error::failed, "no random numbers to be had"};
  auto own = std::make_unique<state>(key);
  store_problem bad = own->connect(options);
  if (bad.what == store_error::none) bad = own->check_schema();
  if (bad.what == store_error::none) bad = own->apply_settings(options);
  if (bad.what == store_error::none) bad = own->prepare();
  if (bad.what == store_error::none) bad = own->load_index();
  if (bad.what == store_error::none) return std::unique_ptr<ballot_store>(new ballot_store(std::move(own)));
  if (bad.detail.find(options.path) == std::string::npos) bad.detail = options.path + ": " + bad.detail;
  return bad;
}

const std::string& ballot_store::epoch() const { return state_->epoch; }

store_problem ballot_store::begin() {
  state_->index.reserve(new_voters_a_batch);
  return state_->begin.run();
}

store_problem ballot_store::commit() {
  store_problem bad = state_->commit.run();
  if (bad.what == store_error::none) state_->put.clear();
  return bad;
}

void ballot_store::roll_back() {
  // Some failures have rolled back already; then there is nothing to undo in the file.
  if (sqlite3_get_autocommit(state_->connection.get()) == 0) state_->roll_back.run();
  for (auto last = state_->put.rbegin(); last != state_->put.rend(); ++last) {
    state_->index.take_back(last->first, last->second);
    state_->next_number = last->second;
  }
  state_->put.clear();
}

result<stored_poll, store_problem> ballot_store::find_poll(std::string_view first_id,
                                                           const hash256& definition) {
  for (int round = 0; round < 2; ++round) {
    stored_poll found;
    bool whole = true;
    store_problem bad = state_->poll_by_id.text(1, first_id).run([&](const statement& row) {
      found.number = row.integer(0);
      found.revision = static_cast<std::uint64_t>(row.integer(1));
      whole = to_hash(row.bytes(2), found.definition);
    });
    if (bad.what != store_error::none) return bad;
    if (!whole) return store_problem{store_error::damaged, "a poll's row is not one of ours"};
    if (found.number != 0) return found;
    bad = state_->add_poll.text(1, first_id).blob(2, bytes_of(definition)).run();
    if (bad.what != store_error::none) return bad;
  }
  return store_problem{store_error::failed, "a poll just added is not there"};
}

store_problem ballot_store::save_poll(const stored_poll& poll) {
  return state_->save_poll.bind(1, static_cast<std::int64_t>(poll.revision))
      .blob(2, bytes_of(poll.definition))
      .bind(3, poll.number)
      .run();
}

result<stored_row, store_problem> ballot_store::find_row(std::int64_t poll_number, const hash256& voter) {
  auto number = state_->number_of(poll_number, voter);
  if (!number) return number.error();
  stored_row found;
  found.number = *number;
  if (found.number == 0) return found;
  if (store_problem bad = state_->read_row(found.number, found.row); bad.what != store_error::none)
    return bad;
  return found;
}

store_problem ballot_store::save_row(std::int64_t poll_number, const hash256& voter,
                                     const stored_row& changed) {
  std::string record = encode_row(changed.row);
  if (changed.number != 0) return state_->save_row.blob(1, record).bind(2, changed.number).run();
  if (state_->put.size() == new_voters_a_batch)
    return {store_error::failed, "too many new voters in one batch"};
  std::int64_t number = state_->next_number;
  store_problem bad =
      state_->add_row.bind(1, number).bind(2, poll_number).blob(3, bytes_of(voter)).blob(4, record).run();
  if (bad.what != store_error::none) return bad;
  std::uint64_t tag = state_->index.tag_of(poll_number, voter);
  state_->index.put(tag, number);
  state_->put.emplace_back(tag, number);
  state_->next_number = number + 1;
  return {};
}

store_problem ballot_store::try_room() {
  const std::int64_t nobody = 0;  // rows are numbered from 1
  const std::string room(16 * 1024, '\0');
  store_problem bad = state_->add_row.bind(1, nobody).bind(2, nobody).blob(3, "").blob(4, room).run();
  return bad.what == store_error::none ? state_->drop_row.bind(1, nobody).run() : bad;
}

store_problem ballot_store::each_row(std::int64_t poll_number,
                                     const std::function<void(const hash256&, const voter_row&)>& take) {
  bool whole = true;
  store_problem bad = state_->rows_of_poll.bind(1, poll_number).run([&](const statement& found) {
    hash256 voter{};
    auto row = decode_row(found.bytes(1));
    if (!row || !to_hash(found.bytes(0), voter)) return void(whole = false);
    take(voter, *row);
  });
  if (bad.what != store_error::none || whole) return bad;
  return {store_error::damaged, "a vote's row cannot be read"};
}

}  // namespace faceoff::server
