#include "input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "terminal.hpp"

namespace faceoff::cli {
namespace {

std::string hint_for(int error, const std::string& path) {
  if (error == ENOENT) return "check the spelling; paths are relative to the folder you are in";
  if (error == EACCES) return "you may not read it: look at `ls -l " + visible(path) + "`";
  return "see that the file and its disk are in order";
}

input_problem problem(int error, const std::string& path) {
  return {"cannot read " + input_name(path) + ": " + std::strerror(error), hint_for(error, path)};
}

// Closes a descriptor that we opened; standard input stays open.
class descriptor {
 public:
  explicit descriptor(int number) : number_(number) {}
  ~descriptor() {
    if (number_ > STDERR_FILENO) close(number_);
  }
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

std::string input_name(const std::string& path) { return path == "-" ? "<stdin>" : visible(path); }

result<std::string, input_problem> read_input(const std::string& path, std::size_t limit) {
  const descriptor file(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return problem(errno, path);
  struct stat about {};
  if (fstat(file.number(), &about) != 0) return problem(errno, path);
  if (S_ISDIR(about.st_mode)) {
    return input_problem{"cannot read " + input_name(path) + ": it is a folder",
                         "name the files in it, for example " + visible(path) +
                             "/*.faceoff.json; only `faceoff serve` takes a folder"};
  }
  std::string text;
  char block[65536];
  while (text.size() <= limit) {
    const std::size_t room = limit + 1 - text.size();
    const ssize_t got = read(file.number(), block, room < sizeof block ? room : sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return problem(errno, path);
    if (got == 0) break;
    text.append(block, static_cast<std::size_t>(got));
  }
  return text;
}

}  // namespace faceoff::cli
