#include "sqlite.hpp"

namespace faceoff::server {
namespace {

store_error error_of(int code) {
  switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
      return store_error::none;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return store_error::cannot_open;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return store_error::damaged;
    case SQLITE_FULL:
      return store_error::full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return store_error::busy;
    default:
      return store_error::failed;
  }
}

}  // namespace

store_problem problem_of(sqlite3* connection) {
  return {error_of(sqlite3_extended_errcode(connection)), sqlite3_errmsg(connection)};
}

store_problem execute(sqlite3* connection, const char* sql) {
  if (sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return problem_of(connection);
}

store_problem statement::prepare(sqlite3* connection, const char* sql) {
  sqlite3_stmt* made = nullptr;
  int code = sqlite3_prepare_v3(connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  own_.reset(made);
  return code == SQLITE_OK ? store_problem{} : problem_of(connection);
}

statement& statement::bind(int at, std::int64_t value) {
  sqlite3_bind_int64(own_.get(), at, value);
  return *this;
}

statement& statement::text(int at, std::string_view value) {
  sqlite3_bind_text(own_.get(), at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  return *this;
}

statement& statement::blob(int at, std::string_view value) {
  sqlite3_bind_blob(own_.get(), at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  return *this;
}

store_problem statement::run() {
  return run([](const statement&) {});
}

std::string_view statement::bytes(int column) const {
  auto* data = static_cast<const char*>(sqlite3_column_blob(own_.get(), column));
  return {data, data ? static_cast<std::size_t>(sqlite3_column_bytes(own_.get(), column)) : 0};
}

store_problem statement::ended(int code) {
  store_problem problem;
  if (code != SQLITE_DONE) problem = problem_of(sqlite3_db_handle(own_.get()));
  sqlite3_reset(own_.get());
  return problem;
}

}  // namespace faceoff::server
