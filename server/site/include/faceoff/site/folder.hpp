// The public files below one folder.
//
// In: a folder. Out: a sorted list of what is there, and the bytes of one file of it. Cost: one `lstat` a
// file; reading opens every component without following links, so a path swapped for a link after the listing
// leads nowhere. Never lists hidden names (see public_name.hpp), folders behind links, or anything whose real
// place is outside the folder or hidden in it. Errors are values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "faceoff/result.hpp"

namespace faceoff::site {

// Changes whenever the file may have changed: also for a rename over it, which keeps neither inode nor ctime.
struct file_stamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;

  friend bool operator==(const file_stamp&, const file_stamp&) = default;
};

struct folder_file {
  std::string path;  // relative to the folder, '/' between components
  std::string real;  // where its bytes are, relative to the folder; differs from path for a link
  file_stamp stamp;
};

struct folder_listing {
  std::vector<folder_file> files;  // sorted by path, bytes
  std::vector<std::string>
      skipped;           // sorted: "PATH: why", for links out of the folder and what cannot be read
  bool complete = true;  // false: more files or a deeper tree than the limits below
};

inline constexpr std::size_t folder_files =
    20'000;  // a blog of decades; bounds the walk to a fraction of a second
inline constexpr int folder_depth = 24;
inline constexpr std::uint64_t file_bytes = 64 * 1024 * 1024;  // an answer is one string in memory

// The folder's real absolute path; "" with `problem` filled when there is no such folder.
std::string real_folder(const std::string& path, std::string& problem);

folder_listing list_folder(const std::string& real_root);

struct read_problem {
  std::string sentence;  // without the path
};

// The bytes at `real`, a place of a listing.
result<std::string, read_problem> read_file(const std::string& real_root, const std::string& real,
                                            std::uint64_t limit);

}  // namespace faceoff::site
