// SQLite's C interface with ownership: a connection, a prepared statement, and its errors as ours.
//
// In: SQL written in this library, values bound. Out: rows, or a store_problem. Never throws. A statement
// resets itself at the end of a `run`, so no read lock is left open.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "faceoff/server/ballot_store.hpp"

namespace faceoff::server {

struct sqlite_close {
  void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
};
using sqlite_connection = std::unique_ptr<sqlite3, sqlite_close>;

// The connection's last error.
store_problem problem_of(sqlite3* connection);
// Statements without values or rows, e.g. a schema.
store_problem execute(sqlite3* connection, const char* sql);

class statement {
 public:
  store_problem prepare(sqlite3* connection, const char* sql);

  statement& bind(int at, std::int64_t value);
  statement& text(int at, std::string_view value);  // kept by reference until the run ends
  statement& blob(int at, std::string_view value);  // likewise
  // Steps to the end, calling take(*this) per row.
  template <class Take>
  store_problem run(Take take) {
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(own_.get())) == SQLITE_ROW) take(*this);
    return ended(code);
  }
  store_problem run();

  // Of the current row.
  std::int64_t integer(int column) const { return sqlite3_column_int64(own_.get(), column); }
  std::string_view bytes(int column) const;

 private:
  struct finalize {
    void operator()(sqlite3_stmt* one) const { sqlite3_finalize(one); }
  };
  store_problem ended(int code);

  std::unique_ptr<sqlite3_stmt, finalize> own_;
};

}  // namespace faceoff::server
