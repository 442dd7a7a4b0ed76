#include "faceoff/site/folder.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "faceoff/site/public_name.hpp"

namespace faceoff::site {
namespace {

class descriptor {
 public:
  explicit descriptor(int number) : number_(number) {}
  ~descriptor() { reset(-1); }
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  void reset(int number) {
    if (number_ >= 0) close(number_);
    number_ = number;
  }
  int number() const { return number_; }

 private:
  int number_;
};

std::int64_t nanoseconds(const timespec& moment) {
  return static_cast<std::int64_t>(moment.tv_sec) * 1'000'000'000 + moment.tv_nsec;
}

file_stamp stamp_of(const struct stat& about) {
  return {static_cast<std::uint64_t>(about.st_dev), static_cast<std::uint64_t>(about.st_ino),
          static_cast<std::uint64_t>(about.st_size), nanoseconds(about.st_mtim), nanoseconds(about.st_ctim)};
}

bool every_name_public(std::string_view path) {
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    if (!public_name(path.substr(start, end - start))) return false;
    start = end + 1;
  }
  return true;
}

std::optional<std::string> resolved(const std::string& path) {
  char* real = realpath(path.c_str(), nullptr);
  if (real == nullptr) return std::nullopt;
  std::string text(real);
  std::free(real);
  return text;
}

class walk {
 public:
  explicit walk(const std::string& root) : root_(root) {}

  folder_listing run() {
    enter("", 0);
    std::sort(out_.files.begin(), out_.files.end(),
              [](const folder_file& one, const folder_file& other) { return one.path < other.path; });
    std::sort(out_.skipped.begin(), out_.skipped.end());
    return std::move(out_);
  }

 private:
  void enter(const std::string& below, int depth) {
    DIR* folder = opendir((root_ + "/" + below).c_str());
    if (folder == nullptr) {
      out_.skipped.push_back((below.empty() ? "." : below) + ": " + std::strerror(errno));
      return;
    }
    std::vector<std::string> names;
    while (const dirent* entry = readdir(folder)) {
      if (public_name(entry->d_name)) names.emplace_back(entry->d_name);
    }
    closedir(folder);
    for (const std::string& name : names) {
      if (out_.files.size() >= folder_files) {
        out_.complete = false;
        return;
      }
      std::string path = below;
      if (!path.empty()) path += '/';
      take(path += name, depth);
    }
  }

  void take(const std::string& path, int depth) {
    struct stat about {};
    if (lstat((root_ + "/" + path).c_str(), &about) != 0) return;  // gone since it was listed
    if (S_ISDIR(about.st_mode)) {
      if (depth + 1 < folder_depth) {
        enter(path, depth + 1);
      } else {
        out_.complete = false;
      }
    } else if (S_ISREG(about.st_mode)) {
      out_.files.push_back({path, path, stamp_of(about)});
    } else if (S_ISLNK(about.st_mode)) {
      take_link(path);
    }
  }

  void take_link(const std::string& path) {
    const std::optional<std::string> real = resolved(root_ + "/" + path);
    struct stat about {};
    if (!real || lstat(real->c_str(), &about) != 0) {
      out_.skipped.push_back(path + ": a link to nothing");
    } else if (!real->starts_with(root_ == "/" ? root_ : root_ + "/")) {
      out_.skipped.push_back(path + ": a link out of the folder");
    } else if (S_ISDIR(about.st_mode)) {
      out_.skipped.push_back(path + ": a link to a folder");
    } else if (const std::string inside = real->substr(root_.size() + (root_ == "/" ? 0 : 1));
               !every_name_public(inside)) {
      out_.skipped.push_back(path + ": a link to a hidden file");
    } else if (S_ISREG(about.st_mode)) {
      out_.files.push_back({path, inside, stamp_of(about)});
    }
  }

  const std::string root_;
  folder_listing out_;
};

// Opens every component without following links.
int open_beneath(const std::string& root, const std::string& real) {
  descriptor at(open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  for (std::size_t start = 0; at.number() >= 0;) {
    const std::size_t slash = real.find('/', start);
    const std::string name = real.substr(start, slash - start);
    if (name.empty() || name == "." || name == "..") break;
    if (slash == std::string::npos) {
      return openat(at.number(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    }
    at.reset(openat(at.number(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_DIRECTORY | O_CLOEXEC));
    start = slash + 1;
  }
  return -1;
}

}  // namespace

std::string real_folder(const std::string& path, std::string& problem) {
  const std::optional<std::string> real = resolved(path);
  struct stat about {};
  if (!real || stat(real->c_str(), &about) != 0) {
    problem = std::strerror(errno);
    return {};
  }
  if (!S_ISDIR(about.st_mode)) {
    problem = "it is a file, not a folder";
    return {};
  }
  if (access(real->c_str(), R_OK | X_OK) != 0) {
    problem = std::strerror(errno);
    return {};
  }
  return *real;
}

folder_listing list_folder(const std::string& real_root) { return walk(real_root).run(); }

result<std::string, read_problem> read_file(const std::string& real_root, const std::string& real,
                                            std::uint64_t limit) {
  const descriptor file(open_beneath(real_root, real));
  struct stat about {};
  if (file.number() < 0 || fstat(file.number(), &about) != 0) return read_problem{"It cannot be opened."};
  if (!S_ISREG(about.st_mode)) return read_problem{"It is no plain file."};
  if (static_cast<std::uint64_t>(about.st_size) > limit) return read_problem{"It is too large to be served."};
  std::string text;
  char block[65536];
  while (true) {
    const ssize_t got = read(file.number(), block, sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return read_problem{"It cannot be read."};
    if (got == 0) return text;
    text.append(block, static_cast<std::size_t>(got));
    if (text.size() > limit) return read_problem{"It grew too large while being read."};
  }
}

}  // namespace faceoff::site
