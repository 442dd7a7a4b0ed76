// The comparison documents of a folder as they are served: always a good version, or none.
//
// In: listings of the folder, again and again, and a way to read a file. Out: the good version of each
// document, its poll, and what happened since the last listing. Cost: only files whose stamp changed are read
// and parsed. A broken document keeps its last good version. Of two documents with one id or alias the one
// that had it first keeps it. Never touches a disk or a clock itself; one thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "faceoff/error.hpp"
#include "faceoff/list.hpp"
#include "faceoff/server/page_source.hpp"
#include "faceoff/server/polls.hpp"
#include "faceoff/site/folder.hpp"

namespace faceoff::site {

struct library_document {
  std::string path;
  std::shared_ptr<const std::string> good;     // the bytes to serve; null: not available
  std::string id;                              // of the good version
  std::string title;                           // "A vs B" where it has none
  faceoff::list<faceoff::string> aliases;      // of the good version
  std::optional<server::published_poll> poll;  // of the good version
  std::string problem;                         // one sentence; "" the file is served as it stands
  file_stamp stamp;                            // of the file as last read
  bool settled = false;  // false: look again at the next listing even if the stamp is the same
  bool missing = false;  // not in the last listing: an editor may be replacing it; dropped at the next one
};

enum class news_kind : std::uint8_t {
  served,    // a new document, or a good one again
  changed,   // a new good version
  broken,    // its file has errors
  conflict,  // its file claims an id that `other` has
  removed,
};

struct library_news {
  news_kind what = news_kind::served;
  std::string path;
  std::string other;                // conflict: the path that keeps the id
  std::string id;                   // conflict: the id or alias
  std::string sentence;             // broken without findings: why it cannot be read
  faceoff::list<finding> findings;  // served, changed: warnings; broken: errors too
  std::string source;               // the text the findings are about
  bool last_good_kept = false;      // broken, conflict
};

class library {
 public:
  using reader = std::function<result<std::string, read_problem>(const folder_file& file)>;

  explicit library(bool strict) : strict_(strict) {}

  // `now_ns` since 1970, or 0 to take every file as finished: a file that is broken but was written less than
  // two seconds ago is looked at once more before it is called so, since its editor may still be writing.
  std::vector<library_news> update(const folder_listing& listing, const reader& read, std::int64_t now_ns);

  const std::vector<library_document>& all() const { return documents_; }  // sorted by path
  std::vector<server::published_poll> polls() const;
  std::vector<server::broken_document> broken() const;

 private:
  struct candidate;

  void drop_missing(const folder_listing& listing, std::vector<library_news>& news);
  void take(const folder_file& file, const reader& read, std::int64_t now_ns,
            std::vector<library_news>& news);
  void accept(library_document& known, candidate& next, std::vector<library_news>& news);
  const library_document* holder(const candidate& next, const std::string& path, std::string& id) const;
  library_document& entry(const std::string& path);

  std::vector<library_document> documents_;
  bool strict_ = false;
};

// One sentence for /readyz: "line 12, column 7: ..." of the first error.
std::string first_error(const faceoff::list<finding>& findings);

}  // namespace faceoff::site
