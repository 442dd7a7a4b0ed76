#include "faceoff/site/folder.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <string>
#include <vector>

#include "temporary_folder.hpp"

using namespace faceoff::site;
using faceoff::testing::temporary_folder;

namespace {

std::vector<std::string> paths(const folder_listing& listing) {
  std::vector<std::string> out;
  for (const folder_file& file : listing.files) out.push_back(file.path);
  return out;
}

}  // namespace

TEST_CASE("folder: lists public files at every depth, sorted, and no hidden ones") {
  const temporary_folder folder;
  for (const char* name :
       {"z.html", "a/b/c.css", "a/b.css", ".env", ".git/config", "a/.hidden/x.html", "old.html~", "x.bak"}) {
    folder.write(name, "x");
  }
  const folder_listing listing = list_folder(folder.path());
  CHECK(paths(listing) == std::vector<std::string>{"a/b.css", "a/b/c.css", "z.html"});
  CHECK(listing.complete);
}

TEST_CASE("folder: a link is followed only to a public file inside") {
  const temporary_folder outside;
  outside.write("secret.txt", "secret");
  const temporary_folder folder;
  folder.write("real.html", "real");
  folder.write(".env", "secret");
  folder.write("sub/x.html", "x");
  folder.link("good.html", "real.html");
  folder.link("out.txt", outside.path("secret.txt"));
  folder.link("up.txt", "../" + outside.path().substr(outside.path().rfind('/') + 1) + "/secret.txt");
  folder.link("env.txt", ".env");
  folder.link("outdir", outside.path());
  folder.link("dir", "sub");
  folder.link("dangling.html", "nowhere");
  folder.link("loop.html", "loop.html");
  const folder_listing listing = list_folder(folder.path());
  REQUIRE(paths(listing) == std::vector<std::string>{"good.html", "real.html", "sub/x.html"});
  CHECK(listing.skipped.size() == 7);
  CHECK(*read_file(folder.path(), listing.files[0].real, 100) == "real");
}

TEST_CASE("folder: a file swapped for a link after the listing is not read") {
  const temporary_folder outside;
  outside.write("secret.txt", "secret");
  const temporary_folder folder;
  folder.write("a.txt", "fine");
  folder.write("sub/b.txt", "fine");
  folder.remove("a.txt");
  folder.link("a.txt", outside.path("secret.txt"));
  CHECK_FALSE(read_file(folder.path(), "a.txt", 100));
  folder.remove("sub");
  folder.link("sub", outside.path());
  CHECK_FALSE(read_file(folder.path(), "sub/secret.txt", 100));
  CHECK_FALSE(read_file(folder.path(), "../x", 100));
  CHECK_FALSE(read_file(folder.path(), "", 100));
}

TEST_CASE("folder: a pipe is neither listed nor waited for, and a file over the limit is refused") {
  const temporary_folder folder;
  REQUIRE(mkfifo(folder.path("pipe.html").c_str(), 0600) == 0);
  folder.write("large.txt", std::string(101, 'x'));
  CHECK(paths(list_folder(folder.path())) == std::vector<std::string>{"large.txt"});
  CHECK_FALSE(read_file(folder.path(), "pipe.html", 100));
  CHECK_FALSE(read_file(folder.path(), "large.txt", 100));
  CHECK(read_file(folder.path(), "large.txt", 101));
}

TEST_CASE("folder: a rename over a file of the same size and date changes its stamp") {
  const temporary_folder folder;
  folder.write("a.html", "one");
  const file_stamp before = list_folder(folder.path()).files[0].stamp;
  CHECK(list_folder(folder.path()).files[0].stamp == before);
  folder.replace("a.html", "two");
  struct timespec times[2] = {{1, 0}, {1, 0}};
  utimensat(AT_FDCWD, folder.path("a.html").c_str(), times, 0);
  CHECK_FALSE(list_folder(folder.path()).files[0].stamp == before);
}

TEST_CASE("folder: only an existing readable folder has a real path") {
  const temporary_folder folder;
  folder.write("file", "x");
  std::string problem;
  CHECK(real_folder(folder.path(), problem) == folder.path());
  CHECK(real_folder(folder.path("missing"), problem).empty());
  CHECK(problem == "No such file or directory");
  CHECK(real_folder(folder.path("file"), problem).empty());
  CHECK(problem == "it is a file, not a folder");
}
