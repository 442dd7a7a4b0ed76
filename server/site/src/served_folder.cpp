#include "faceoff/site/served_folder.hpp"

#include <csignal>

#include <algorithm>
#include <chrono>
#include <utility>

#include "faceoff/digest.hpp"
#include "faceoff/site/front_page.hpp"
#include "faceoff/site/public_name.hpp"

namespace faceoff::site {
namespace {

constexpr std::uint64_t kept_file_bytes = 1024 * 1024;        // a page, a style, a picture of a page
constexpr std::uint64_t kept_total_bytes = 64 * 1024 * 1024;  // what a small machine can spare
constexpr int widget_quality = 11;                            // once, at the start
constexpr int file_quality = 5;                               // at a request: some ms for a page
constexpr std::string_view ask_again = "no-cache";            // kept, but asked for with its ETag each time
constexpr std::string_view for_ever = "public, max-age=31536000, immutable";

constexpr std::string_view module_name = "faceoff.wasm";
constexpr std::string_view embed_name = "embed.html";  // a folder's own comes first

// Whether a page loads the widget's script; a document is called x.faceoff.json.
bool names_script(std::string_view page) {
  constexpr std::string_view script = "faceoff.js";
  for (std::size_t at = page.find(script); at != page.npos; at = page.find(script, at + 1)) {
    if (!page.substr(at + script.size()).starts_with("on")) return true;
  }
  return false;
}

// Whether a page has nothing to show before the module is there: a rendered fallback stands without it, and
// an element with `loading` says itself when.
bool wants_module(std::string_view page) {
  return names_script(page) && page.find("data-digest=") == page.npos && page.find("loading=") == page.npos;
}

// The names at the root that are the widget's own: faceoff.js, faceoff.frame.js, faceoff.css, faceoff.wasm,
// faceoff-core.wasm, faceoff.problems.json, faceoff.de.json.
bool is_widget_name(std::string_view path) {
  if (path == "faceoff.js" || path == "faceoff.frame.js" || path == "faceoff.css") return true;
  if (path == module_name || path == "faceoff-core.wasm" || path == "faceoff.problems.json") return true;
  constexpr std::string_view start = "faceoff.", end = ".json";
  if (path.size() < start.size() + 2 + end.size() || !path.starts_with(start) || !path.ends_with(end))
    return false;
  const std::string_view language = path.substr(start.size(), path.size() - start.size() - end.size());
  const std::size_t primary = std::min(language.find('-'), language.size());  // BCP 47: two or three letters
  return (primary == 2 || primary == 3) && language.find_first_of("./") == std::string_view::npos;
}

std::int64_t now_ns() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
}

std::shared_ptr<const std::string> shared_text(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

server::page_answer plain(int status, std::string text) {
  server::page_answer out;
  out.status = status;
  out.media_type = "text/plain; charset=utf-8";
  out.body = shared_text(std::move(text));
  out.headers.emplace_back("Cache-Control", "no-store");
  out.headers.emplace_back("Access-Control-Allow-Origin", "*");
  return out;
}

// Starts the module's download with the page's. Without integrity: browsers ignore it here, with a warning,
// and the widget checks it anyway.
std::string preload_of(const std::string& wasm) {
  return "</faceoff.wasm?h=" + std::string(to_hex(sha256_of(wasm)).view().substr(0, 16)) +
         ">; rel=preload; as=fetch; crossorigin=anonymous";
}

// All that embed.html needs. Documents and logos may come from elsewhere; scripts may not.
std::string embed_policy(std::string_view framed_by) {
  return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' https:; "
         "img-src 'self' https:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
         "trusted-types faceoff; frame-ancestors " +
         std::string(framed_by);
}

// The value of `h` in a target's query: the hash the asker expects.
std::string_view wanted_hash(std::string_view target) {
  const std::size_t query = target.find('?');
  if (query == std::string_view::npos || !target.substr(query + 1).starts_with("h=")) return {};
  const std::string_view value = target.substr(query + 3);
  return value.substr(0, value.find('&'));
}

}  // namespace

// One public path. For a document: its good version, made anew with each one.
struct served_folder::entry {
  explicit entry(std::atomic<std::uint64_t>& all) : total(all) {}
  ~entry() { total -= counted; }

  std::atomic<std::uint64_t>& total;
  std::string path;
  std::string real;
  file_stamp stamp;
  std::shared_ptr<const std::string> document;  // the good version this entry answers with
  bool not_available = false;                   // a document without one
  std::string problem;                          // with not_available

  std::mutex guard;
  std::shared_ptr<served_file> kept;  // null: not read yet, or too large to keep
  std::uint64_t counted = 0;          // bytes of `kept` in `total`
};

served_folder::served_folder(site_options options, server::poll_registry& polls, std::string root)
    : options_(std::move(options)),
      polls_(polls),
      root_(std::move(root)),
      library_(options_.strict),
      index_(std::make_shared<const index>()) {}

result<std::unique_ptr<served_folder>, site_problem> served_folder::open(site_options options,
                                                                         server::poll_registry& polls) {
  std::string problem;
  std::string root = real_folder(options.folder, problem);
  if (root.empty()) return site_problem{problem};
  std::unique_ptr<served_folder> made(new served_folder(std::move(options), polls, std::move(root)));
  made->load_widget();
  made->look(0);
  return made;
}

served_folder::~served_folder() {
  {
    const std::lock_guard<std::mutex> lock(stop_guard_);
    stop_ = true;
  }
  stop_told_.notify_all();
  if (watcher_.joinable()) watcher_.join();
}

void served_folder::load_widget() {
  if (options_.widget_folder.empty()) return;
  for (const folder_file& file : list_folder(options_.widget_folder).files) {
    if (!is_widget_name(file.path) && file.path != embed_name) continue;
    auto bytes = read_file(options_.widget_folder, file.real, file_bytes);
    if (!bytes) continue;
    if (file.path == module_name) preload_ = preload_of(*bytes);
    auto ready = std::make_shared<served_file>(shared_text(std::move(*bytes)), media_type_of(file.path),
                                               widget_quality);
    if (file.path == embed_name) {
      embed_ = std::move(ready);
    } else {
      widget_.emplace_back(file.path, std::move(ready));
    }
  }
}

void served_folder::look_again() { look(now_ns()); }

void served_folder::look(std::int64_t now) {
  const std::lock_guard<std::mutex> lock(looking_);
  const folder_listing listing = list_folder(root_);
  const auto read = [this](const folder_file& file) { return read_file(root_, file.real, file_bytes); };
  const std::vector<library_news> news = library_.update(listing, read, now);
  make_index(listing);
  if (!news.empty() || now == 0) {
    result<server::poll_set, server::poll_conflict> set = server::poll_set_of(library_.polls());
    if (set) polls_.publish(std::move(*set));
  }
  if (options_.skipped) {
    for (const std::string& skipped : listing.skipped) {
      if (!std::binary_search(told_skipped_.begin(), told_skipped_.end(), skipped)) options_.skipped(skipped);
    }
  }
  told_skipped_ = listing.skipped;
  if (options_.told && !news.empty()) options_.told(news);
}

void served_folder::make_index(const folder_listing& listing) {
  const std::shared_ptr<const index> before = index_;
  auto next = std::make_shared<index>();
  const auto& documents = library_.all();
  const auto old = [&](const std::string& path) -> std::shared_ptr<entry> {
    const auto at =
        std::lower_bound(before->begin(), before->end(), path,
                         [](const auto& one, const std::string& wanted) { return one->path < wanted; });
    return at != before->end() && (*at)->path == path ? *at : nullptr;
  };
  for (const folder_file& file : listing.files) {
    if (is_document_name(file.path)) continue;
    const std::shared_ptr<entry> known = old(file.path);
    if (known != nullptr && known->stamp == file.stamp && known->real == file.real) {
      next->push_back(known);
      continue;
    }
    auto fresh = std::make_shared<entry>(cached_bytes_);
    fresh->path = file.path;
    fresh->real = file.real;
    fresh->stamp = file.stamp;
    next->push_back(std::move(fresh));
  }
  for (const library_document& document : documents) {
    const std::shared_ptr<entry> known = old(document.path);
    if (known != nullptr && known->document == document.good && known->problem == document.problem) {
      next->push_back(known);
      continue;
    }
    auto fresh = std::make_shared<entry>(cached_bytes_);
    fresh->path = document.path;
    fresh->document = document.good;
    fresh->not_available = document.good == nullptr;
    fresh->problem = document.problem;
    next->push_back(std::move(fresh));
  }
  std::sort(next->begin(), next->end(),
            [](const auto& one, const auto& other) { return one->path < other->path; });
  const std::lock_guard<std::mutex> lock(guard_);
  index_ = std::move(next);
  broken_ = library_.broken();
  documents_ = documents;
}

std::shared_ptr<served_folder::entry> served_folder::entry_of(const std::string& path) {
  std::shared_ptr<const index> now;
  {
    const std::lock_guard<std::mutex> lock(guard_);
    now = index_;
  }
  const auto at =
      std::lower_bound(now->begin(), now->end(), path,
                       [](const auto& one, const std::string& wanted) { return one->path < wanted; });
  return at != now->end() && (*at)->path == path ? *at : nullptr;
}

std::vector<server::broken_document> served_folder::broken() {
  const std::lock_guard<std::mutex> lock(guard_);
  return broken_;
}

std::vector<library_document> served_folder::documents() {
  const std::lock_guard<std::mutex> lock(guard_);
  return documents_;
}

server::page_answer served_folder::widget_answer(const server::page_request& asked, std::string_view name) {
  for (const auto& [path, file] : widget_) {
    if (path != name) continue;
    const std::string_view hash = wanted_hash(asked.target);
    const bool ours = hash.size() >= 8 && std::string_view(file->digest()).starts_with(hash);
    return file->answer(asked, ours ? for_ever : ask_again);
  }
  if (!widget_.empty()) return plain(404, "The widget has no such file.\n");
  return plain(503, "This server was started without the widget. Its log says where it looked.\n");
}

server::page_answer served_folder::embed_answer(const server::page_request& asked) {
  server::page_answer out = embed_->answer(asked, ask_again);
  out.headers.emplace_back("Content-Security-Policy", embed_policy(options_.framed_by));
  out.headers.emplace_back("Link", preload_);
  return out;
}

server::page_answer served_folder::file_answer(const server::page_request& asked, entry& file) {
  if (file.not_available) {
    return plain(503, "This document is not available: " + file.problem + "\n");
  }
  std::shared_ptr<served_file> ready;
  {
    const std::lock_guard<std::mutex> lock(file.guard);
    ready = file.kept;
    if (ready == nullptr) {
      std::shared_ptr<const std::string> bytes = file.document;
      if (bytes == nullptr) {
        result<std::string, read_problem> read = read_file(root_, file.real, file_bytes);
        if (!read) return plain(404, "This file cannot be served: " + read.error().sentence + "\n");
        bytes = shared_text(std::move(*read));
      }
      ready = std::make_shared<served_file>(bytes, media_type_of(file.path), file_quality);
      if (bytes->size() <= kept_file_bytes && cached_bytes_ + bytes->size() <= kept_total_bytes) {
        file.kept = ready;
        file.counted = bytes->size();
        cached_bytes_ += bytes->size();
      }
    }
  }
  server::page_answer out = ready->answer(asked, ask_again);
  if (!preload_.empty() && out.media_type.starts_with("text/html") && wants_module(ready->bytes())) {
    out.headers.emplace_back("Link", preload_);
  }
  return out;
}

// "" or "a/": its index.html; "a" where "a/index.html" is there: the address with the slash.
server::page_answer served_folder::folder_answer(const server::page_request& asked, const std::string& path) {
  const bool whole = path.empty() || path.back() == '/';
  const std::shared_ptr<entry> page = entry_of(whole ? path + "index.html" : path + "/index.html");
  if (page == nullptr && path.empty()) {
    served_file made(shared_text(front_page(documents())), media_type_of("x.html"), file_quality);
    return made.answer(asked, ask_again);
  }
  if (page == nullptr) return plain(404, "There is nothing at this address.\n");
  if (whole) return file_answer(asked, *page);
  const std::size_t query = asked.target.find('?');
  server::page_answer out = plain(301, "It is one slash further.\n");
  out.headers.emplace_back(
      "Location", url_path(path) + "/" +
                      (query == std::string_view::npos ? "" : std::string(asked.target.substr(query))));
  return out;
}

server::page_answer served_folder::find(const server::page_request& asked) {
  if (asked.method != "GET" && asked.method != "HEAD") {
    server::page_answer out = plain(405, "Here files can only be read.\n");
    out.headers.emplace_back("Allow", "GET, HEAD");
    return out;
  }
  const std::optional<std::string> path = path_of_target(asked.target);
  if (!path) return plain(404, "There is nothing at this address.\n");
  if (is_widget_name(*path)) return widget_answer(asked, *path);
  if (const std::shared_ptr<entry> file = entry_of(*path)) return file_answer(asked, *file);
  if (*path == embed_name && embed_ != nullptr) return embed_answer(asked);
  return folder_answer(asked, *path);
}

void served_folder::watch(int milliseconds) {
  // The new thread inherits the mask, so a signal reaches whoever waits for it.
  sigset_t every, before;
  sigfillset(&every);
  pthread_sigmask(SIG_SETMASK, &every, &before);
  watcher_ = std::thread([this, milliseconds] {
    std::unique_lock<std::mutex> lock(stop_guard_);
    while (!stop_told_.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return stop_; })) {
      lock.unlock();
      look_again();
      lock.lock();
    }
  });
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

}  // namespace faceoff::site
