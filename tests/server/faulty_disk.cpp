#include "faulty_disk.hpp"

namespace faceoff::server {

// The real file lies behind it in the same block, as SQLite sizes it.
struct faulty_file {
  sqlite3_file base;
  faulty_disk* disk;

  static sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<faulty_file*>(file) + 1);
  }
  static faulty_disk& of(sqlite3_file* file) { return *reinterpret_cast<faulty_file*>(file)->disk; }

  static int close(sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); }
  static int read(sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
    return real(f)->pMethods->xRead(real(f), to, size, at);
  }
  static int write(sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
    int code = of(f).write_code();
    return code != SQLITE_OK ? code : real(f)->pMethods->xWrite(real(f), from, size, at);
  }
  static int truncate(sqlite3_file* f, sqlite3_int64 size) {
    return real(f)->pMethods->xTruncate(real(f), size);
  }
  static int sync(sqlite3_file* f, int flags) {
    if (of(f).fail_syncs_) {
      of(f).failed_ = true;
      return SQLITE_IOERR_FSYNC;
    }
    ++of(f).syncs_;
    return real(f)->pMethods->xSync(real(f), flags);
  }
  static int size(sqlite3_file* f, sqlite3_int64* size) {
    return real(f)->pMethods->xFileSize(real(f), size);
  }
  static int lock(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
  static int unlock(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
  static int reserved(sqlite3_file* f, int* out) {
    return real(f)->pMethods->xCheckReservedLock(real(f), out);
  }
  static int control(sqlite3_file* f, int what, void* with) {
    return real(f)->pMethods->xFileControl(real(f), what, with);
  }
  static int sector(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
  static int traits(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
  static int map(sqlite3_file* f, int page, int size, int extend, void volatile** at) {
    return real(f)->pMethods->xShmMap(real(f), page, size, extend, at);
  }
  static int shm_lock(sqlite3_file* f, int offset, int count, int flags) {
    return real(f)->pMethods->xShmLock(real(f), offset, count, flags);
  }
  static void barrier(sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); }
  static int unmap(sqlite3_file* f, int drop) { return real(f)->pMethods->xShmUnmap(real(f), drop); }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* got) {
    static const sqlite3_io_methods methods = {2,        close,   read,     write,   truncate, sync,   size,
                                               lock,     unlock,  reserved, control, sector,   traits, map,
                                               shm_lock, barrier, unmap,    nullptr, nullptr};
    auto* real_vfs = sqlite3_vfs_find("unix");
    int code = real_vfs->xOpen(real_vfs, name, real(file), flags, got);
    file->pMethods = code == SQLITE_OK ? &methods : nullptr;
    reinterpret_cast<faulty_file*>(file)->disk = static_cast<faulty_disk*>(vfs->pAppData);
    return code;
  }
};

faulty_disk::faulty_disk() {
  sqlite3_initialize();
  system_ = *sqlite3_vfs_find("unix");
  system_.szOsFile += static_cast<int>(sizeof(faulty_file));
  system_.zName = "faulty";
  system_.pNext = nullptr;
  system_.pAppData = this;
  system_.xOpen = faulty_file::open;
  sqlite3_vfs_register(&system_, 1);
}

faulty_disk::~faulty_disk() {
  sqlite3_vfs_unregister(&system_);
  sqlite3_vfs_register(sqlite3_vfs_find("unix"), 1);
}

void faulty_disk::fail_after(int writes, int code) {
  writes_left_ = writes;
  code_ = code;
  failed_ = false;
}

void faulty_disk::heal() { fail_after(std::numeric_limits<int>::max(), SQLITE_OK); }

int faulty_disk::write_code() {
  if (writes_left_ > 0) return --writes_left_, SQLITE_OK;
  failed_ = true;
  return code_;
}

}  // namespace faceoff::server
