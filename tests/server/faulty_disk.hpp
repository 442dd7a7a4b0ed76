// SQLite on a disk that counts its syncs and can be made to fail: a virtual file system around the default
// one.
//
// In: how many writes still succeed, and the code after that. Out: what was synced. Every connection opened
// while one lives goes through it, so the code under test knows nothing.
#pragma once

#include <sqlite3.h>

#include <limits>

namespace faceoff::server {

class faulty_disk {
 public:
  faulty_disk();
  ~faulty_disk();
  faulty_disk(const faulty_disk&) = delete;
  faulty_disk& operator=(const faulty_disk&) = delete;

  int syncs() const { return syncs_; }
  // That many more writes succeed, then every one fails with this code (SQLITE_FULL, SQLITE_IOERR_WRITE).
  void fail_after(int writes, int code);
  void heal();
  void fail_syncs(bool fail) { fail_syncs_ = fail; }
  bool failed() const { return failed_; }

 private:
  friend struct faulty_file;
  int write_code();

  sqlite3_vfs system_{};
  int syncs_ = 0;
  int writes_left_ = std::numeric_limits<int>::max();
  int code_ = SQLITE_OK;
  bool fail_syncs_ = false;
  bool failed_ = false;
};

}  // namespace faceoff::server
