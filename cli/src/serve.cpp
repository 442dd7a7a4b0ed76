#include "serve.hpp"

#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

#include "faceoff/server/feed_server.hpp"
#include "faceoff/site/served_folder.hpp"
#include "news_text.hpp"
#include "places.hpp"
#include "terminal.hpp"

namespace faceoff::cli {
namespace {

constexpr int look_every_ms = 1000;

void note(const std::string& line) { std::fwrite(line.data(), 1, line.size(), stderr); }

std::string address_of(const serve_options& options, std::uint16_t port) {
  const bool six = options.host.find(':') != std::string::npos;
  return "http://" + (six ? "[" + options.host + "]" : options.host) + ":" + std::to_string(port) + "/";
}

// The folder is shown before anything is opened: what is wrong with it, and whether that stops the start.
exit_code judge(const serve_options& options, const std::vector<site::library_news>& news) {
  exit_code worst = exit_code::fine;
  for (const site::library_news& item : news) {
    if (item.what == site::news_kind::conflict) {
      complain(visible(item.path) + " and " + visible(item.other) + " both claim the id \"" +
                   visible(item.id) + "\"",
               "give one of them another id, or delete the copy; a renamed comparison lists its old id in "
               "aliases");
      worst = exit_code::findings;
      continue;
    }
    if (item.what == site::news_kind::broken || !item.findings.empty()) note(news_text(item));
    if (item.what == site::news_kind::broken && options.strict) worst = exit_code::findings;
  }
  if (worst != exit_code::fine && options.strict) complain("not started: documents are in error", "");
  return worst;
}

std::string hint_for(server::store_error what) {
  switch (what) {
    case server::store_error::in_use:
      return "stop the other server, or give this one a store of its own: --votes FILE";
    case server::store_error::newer_schema:
      return "update faceoff; the store is left as it was";
    case server::store_error::damaged:
      return "name another file with --votes FILE; this one is left as it was";
    case server::store_error::full:
      return "make room on its disk";
    default:
      return "name a file that you may write, with --votes FILE";
  }
}

exit_code open_store(const serve_options& options, const std::string& folder,
                     std::unique_ptr<server::ballot_store>& out, std::string& path) {
  path = options.votes.empty() ? default_store() : options.votes;
  if (path.empty()) {
    complain("there is no place for the votes: neither XDG_STATE_HOME nor HOME is set",
             "name one: --votes FILE");
    return exit_code::usage;
  }
  if (lies_in(path, folder)) {
    complain("the store " + visible(path) + " lies in the served folder, where anybody could fetch it",
             "keep it elsewhere, for example --votes ../votes.db, or leave --votes out to use " +
                 visible(default_store()));
    return exit_code::usage;
  }
  const std::string failed = make_folder_of(path);
  if (!failed.empty()) {
    complain("cannot make the folder of " + visible(path) + ": " + failed,
             "name a file that you may write: --votes FILE");
    return exit_code::unreadable;
  }
  auto opened = server::ballot_store::open({path, 0, 250});
  if (!opened) {
    complain("cannot open the store: " + visible(opened.error().detail), hint_for(opened.error().what));
    return exit_code::unreadable;
  }
  out = std::move(*opened);
  return exit_code::fine;
}

std::vector<std::string> places_for_widget(const serve_options& options) {
  if (!options.widget.empty()) return {options.widget};
  return widget_places(options.program);
}

void warn_without_widget(const serve_options& options) {
  std::string looked;
  for (const std::string& place : places_for_widget(options))
    looked += (looked.empty() ? "" : ", ") + visible(place);
  warn("the widget is missing, so pages show their static text only; looked in " + looked,
       "build it with script/build, or name the folder of faceoff.js and faceoff.wasm: --widget DIR");
}

void announce(const serve_options& options, site::served_folder& pages, const std::string& store,
              std::uint16_t port) {
  std::size_t polls = 0, good = 0;
  for (const site::library_document& known : pages.documents()) {
    good += known.good != nullptr ? 1 : 0;
    polls += known.poll ? 1 : 0;
  }
  note("serving " + visible(options.folder) + ": " + std::to_string(good) + " comparison(s), " +
       std::to_string(polls) + " poll(s) under /votes, votes kept in " + visible(store) + "\n");
  if (good == 0) {
    note("  " + toned(stderr, tone::hint, "hint:") +
         " no *.faceoff.json is there; `faceoff check` tells why one is " + "refused\n");
  }
  answer(address_of(options, port) + "\n");
}

// What a frame-ancestors directive says.
std::string framed_by(const std::vector<std::string>& origins) {
  std::string out = "'self'";
  for (const std::string& origin : origins) out.append(" ").append(origin);
  return out;
}

std::string without_slash(std::string text) {
  while (!text.empty() && text.back() == '/') text.pop_back();
  return text;
}

}  // namespace

exit_code serve(const serve_options& options) {
  server::poll_registry polls;
  std::vector<site::library_news> first;
  bool started = false;
  site::site_options wanted;
  wanted.folder = options.folder;
  wanted.widget_folder = find_widget(places_for_widget(options));
  const bool has_widget = !wanted.widget_folder.empty();
  wanted.strict = options.strict;
  wanted.framed_by = framed_by(options.embed_on);
  wanted.told = [&](const std::vector<site::library_news>& news) {
    if (!started) first = news;
    for (const site::library_news& item : news) {
      if (started) note(news_text(item));
    }
  };
  wanted.skipped = [](const std::string& what) { note("not served: " + visible(what) + "\n"); };
  auto pages = site::served_folder::open(std::move(wanted), polls);
  if (!pages) {
    complain("cannot serve " + visible(options.folder) + ": " + pages.error().detail,
             "name a folder you may read");
    return exit_code::unreadable;
  }
  const exit_code judged = judge(options, first);
  if (judged != exit_code::fine) return judged;
  started = true;

  std::unique_ptr<server::ballot_store> store;
  std::string store_path;
  const exit_code opened = open_store(options, (*pages)->folder(), store, store_path);
  if (opened != exit_code::fine) return opened;

  if (!has_widget) warn_without_widget(options);
  server::settings settings;
  settings.host = options.host;
  settings.port = options.port;
  if (!options.public_url.empty()) settings.public_votes_url = without_slash(options.public_url) + "/votes";
  settings.report = [](const std::string& line) { warn(visible(line), ""); };
  (*pages)->watch(look_every_ms);
  const server::start_problem problem =
      server::run(std::move(settings), {polls, *store, **pages},
                  [&](std::uint16_t port) { announce(options, **pages, store_path, port); });
  if (problem.detail.empty()) return exit_code::fine;
  complain("cannot serve at " + address_of(options, options.port) + ": " + visible(problem.detail),
           "choose another port with --port N (--port 0 takes any free one), or another address with --host");
  return exit_code::unreadable;
}

}  // namespace faceoff::cli
