// The folder half of `faceoff serve`: its public files, its documents, and the widget, as a page source.
//
// In: a folder, the widget's folder. Out: answers from memory; polls for the registry; news for the operator.
// Every second a thread of its own lists the folder again. Cost: a look-up and a lock a request; files up to
// a MiB stay in memory, larger ones are read each time. Polling, not inotify: it works on every file system,
// needs no watch for each folder, and sees a rename like any other change.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "faceoff/result.hpp"
#include "faceoff/server/page_source.hpp"
#include "faceoff/server/polls.hpp"
#include "faceoff/site/folder.hpp"
#include "faceoff/site/library.hpp"
#include "faceoff/site/served_file.hpp"

namespace faceoff::site {

struct site_options {
  std::string folder;
  std::string widget_folder;         // holds faceoff.js and faceoff.wasm; "" none: these two are 503
  bool strict = false;               // warnings are errors
  std::string framed_by = "'self'";  // who may frame embed.html: a frame-ancestors list
  // Told what happened, on the thread that looked; must not call the site.
  std::function<void(const std::vector<library_news>& news)> told;
  std::function<void(const std::string& skipped)>
      skipped;  // a file that is not served, and why; each one once
};

struct site_problem {
  std::string detail;
};

class served_folder : public server::page_source {
 public:
  // Lists the folder and publishes its polls. Fails for a folder that cannot be read; documents that are
  // broken or in conflict are news, and for the caller to judge.
  static result<std::unique_ptr<served_folder>, site_problem> open(site_options options,
                                                                   server::poll_registry& polls);
  ~served_folder() override;
  served_folder(const served_folder&) = delete;
  served_folder& operator=(const served_folder&) = delete;

  server::page_answer find(const server::page_request& asked) override;
  std::vector<server::broken_document> broken() override;

  // The folder's real absolute path.
  const std::string& folder() const { return root_; }
  // A copy of what is known of the documents.
  std::vector<library_document> documents();

  // Lists the folder once more and takes over what changed.
  void look_again();
  // Does so every `milliseconds` on a thread of its own, with all signals blocked, until the end.
  void watch(int milliseconds);

 private:
  struct entry;
  using index = std::vector<std::shared_ptr<entry>>;  // sorted by path

  served_folder(site_options options, server::poll_registry& polls, std::string root);
  void look(std::int64_t now_ns);
  void make_index(const folder_listing& listing);
  void load_widget();
  std::shared_ptr<entry> entry_of(const std::string& path);
  server::page_answer widget_answer(const server::page_request& asked, std::string_view name);
  server::page_answer embed_answer(const server::page_request& asked);
  server::page_answer file_answer(const server::page_request& asked, entry& file);
  server::page_answer folder_answer(const server::page_request& asked, const std::string& path);

  const site_options options_;
  server::poll_registry& polls_;
  const std::string root_;

  std::mutex looking_;  // one look at a time; guards library_ and told_skipped_
  library library_;
  std::vector<std::string> told_skipped_;

  std::atomic<std::uint64_t> cached_bytes_{0};  // what the entries keep; outlives them
  std::mutex guard_;                            // guards index_, broken_ and documents_
  std::shared_ptr<const index> index_;
  std::vector<server::broken_document> broken_;
  std::vector<library_document> documents_;

  std::shared_ptr<served_file> embed_;  // embed.html; null: no widget here
  std::string preload_;                 // a Link header's value for pages that use our widget; "" no widget
  // faceoff.js, faceoff.wasm and a catalog a language, faceoff.de.json; sorted by name, empty: no widget
  // here.
  std::vector<std::pair<std::string, std::shared_ptr<served_file>>> widget_;

  std::mutex stop_guard_;
  std::condition_variable stop_told_;
  bool stop_ = false;
  std::thread watcher_;
};

}  // namespace faceoff::site
