#include "faceoff/site/library.hpp"
#include "faceoff/list.hpp"

#include <algorithm>
#include <utility>

#include "faceoff/feed.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/site/public_name.hpp"

namespace faceoff::site {
namespace {

constexpr std::int64_t still_writing_ns = 2'000'000'000;

bool claims(const library_document& known, const std::string& id) {
  return known.id == id || std::find(known.aliases.begin(), known.aliases.end(), id) != known.aliases.end();
}

bool is_listed(const folder_listing& listing, const std::string& path) {
  const auto at =
      std::lower_bound(listing.files.begin(), listing.files.end(), path,
                       [](const folder_file& one, const std::string& wanted) { return one.path < wanted; });
  return at != listing.files.end() && at->path == path;
}

bool has_poll_here(const comparison& document) {
  return document.poll.given && !document.poll.local && document.poll.mode != poll_mode::unknown;
}

}  // namespace

// A file's new content, read and parsed.
struct library::candidate {
  parsed_feed parsed;
  std::string source;
  std::string unreadable;  // a sentence; then the two above are empty
};

std::string first_error(const faceoff::list<finding>& findings) {
  for (const finding& found : findings) {
    if (found.level != severity::error) continue;
    std::string text;
    if (found.line != 0) {
      text = "line " + std::to_string(found.line) + ", column " + std::to_string(found.column) + ": ";
    }
    return text + sentence(found);
  }
  return {};
}

library_document& library::entry(const std::string& path) {
  const auto at = std::lower_bound(
      documents_.begin(), documents_.end(), path,
      [](const library_document& one, const std::string& wanted) { return one.path < wanted; });
  if (at != documents_.end() && at->path == path) return *at;
  library_document fresh;
  fresh.path = path;
  return *documents_.insert(at, std::move(fresh));
}

// Who else has one of the candidate's ids. A document whose file is missing holds nothing: it was renamed.
const library_document* library::holder(const candidate& next, const std::string& path,
                                        std::string& id) const {
  faceoff::list<faceoff::string> wanted = next.parsed.document->aliases;
  wanted.push_back(next.parsed.document->id);
  for (const library_document& known : documents_) {
    if (known.path == path || known.missing || known.good == nullptr) continue;
    for (const faceoff::string& name : wanted) {
      if (!claims(known, name)) continue;
      id = name;
      return &known;
    }
  }
  return nullptr;
}

void library::drop_missing(const folder_listing& listing, std::vector<library_news>& news) {
  std::vector<library_document> kept;
  for (library_document& known : documents_) {
    const bool listed = is_listed(listing, known.path);
    if (!listed && known.missing) {
      news.push_back({news_kind::removed, known.path, {}, {}, {}, {}, {}, false});
      continue;
    }
    known.missing = !listed;
    kept.push_back(std::move(known));
  }
  documents_ = std::move(kept);
}

void library::accept(library_document& known, candidate& next, std::vector<library_news>& news) {
  const comparison& document = *next.parsed.document;
  const bool had = known.good != nullptr && known.problem.empty();
  server::published_poll about = server::published_poll_of(document);
  known.id = document.id;
  known.aliases = document.aliases;
  known.title = about.title;
  known.problem.clear();
  known.poll.reset();
  if (has_poll_here(document)) known.poll = std::move(about);
  known.good = std::make_shared<const std::string>(next.source);
  news.push_back({had ? news_kind::changed : news_kind::served,
                  known.path,
                  {},
                  {},
                  {},
                  std::move(next.parsed.findings),
                  std::move(next.source),
                  false});
}

void library::take(const folder_file& file, const reader& read, std::int64_t now_ns,
                   std::vector<library_news>& news) {
  library_document& known = entry(file.path);
  if (known.settled && known.stamp == file.stamp) return;
  const bool told = known.stamp == file.stamp && !known.problem.empty();  // a conflict looked at again
  candidate next;
  result<std::string, read_problem> bytes = read(file);
  if (bytes) {
    next.source = std::move(*bytes);
    next.parsed = parse_feed(next.source, {{}, strict_});
  } else {
    next.unreadable = bytes.error().sentence;
  }
  known.stamp = file.stamp;
  known.settled = true;
  if (!next.parsed.document || next.parsed.document->id.empty()) {
    if (now_ns != 0 && now_ns - file.stamp.changed_ns < still_writing_ns) {
      known.settled = false;
      return;
    }
    known.problem = next.unreadable.empty() ? first_error(next.parsed.findings) : next.unreadable;
    if (known.problem.empty()) known.problem = "It holds no comparison, only where one is.";
    news.push_back({news_kind::broken,
                    file.path,
                    {},
                    {},
                    known.problem,
                    std::move(next.parsed.findings),
                    std::move(next.source),
                    known.good != nullptr});
    return;
  }
  std::string id;
  const library_document* other = holder(next, file.path, id);
  if (other == nullptr) return accept(known, next, news);
  known.problem = "It claims the id \"" + id + "\", which " + other->path + " already has.";
  known.settled = false;
  if (!told) {
    news.push_back({news_kind::conflict, file.path, other->path, id, {}, {}, {}, known.good != nullptr});
  }
}

std::vector<library_news> library::update(const folder_listing& listing, const reader& read,
                                          std::int64_t now_ns) {
  std::vector<library_news> news;
  drop_missing(listing, news);
  for (const folder_file& file : listing.files) {
    if (is_document_name(file.path)) take(file, read, now_ns, news);
  }
  // A renamed document's old entry gives way at once when its id has moved.
  std::erase_if(documents_, [&](const library_document& old) {
    if (!old.missing) return false;
    for (const library_document& known : documents_) {
      if (!known.missing && known.good != nullptr && claims(known, old.id)) return true;
    }
    return false;
  });
  return news;
}

std::vector<server::published_poll> library::polls() const {
  std::vector<server::published_poll> out;
  for (const library_document& known : documents_) {
    if (known.good != nullptr && known.poll) out.push_back(*known.poll);
  }
  return out;
}

std::vector<server::broken_document> library::broken() const {
  std::vector<server::broken_document> out;
  for (const library_document& known : documents_) {
    if (!known.problem.empty()) out.push_back({known.path, known.problem, known.good != nullptr});
  }
  return out;
}

}  // namespace faceoff::site
