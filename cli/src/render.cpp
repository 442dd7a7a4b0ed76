#include "render.hpp"

#include <optional>
#include <utility>

#include "documents.hpp"
#include "faceoff/compare.hpp"
#include "faceoff/json.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/list.hpp"
#include "faceoff/tally.hpp"
#include "faceoff/url.hpp"
#include "finding_text.hpp"
#include "input.hpp"
#include "page.hpp"
#include "terminal.hpp"

namespace faceoff::cli {
namespace {

constexpr json::bounds report_bounds{limits::feed_bytes, limits::depth, limits::values * 4};

// One comparison to render: where its text is, and its parse.
struct source {
  std::string file;
  std::string text;
  parsed_document one;
};

void tell(const std::string& name, const std::string& text, const faceoff::list<finding>& findings) {
  for (const finding& found : findings) {
    const std::string lines = finding_text(name, text, found, stderr);
    std::fwrite(lines.data(), 1, lines.size(), stderr);
  }
}

exit_code unusable(const source& from) {
  if (points_elsewhere(from.one.parsed)) {
    complain(input_name(from.file) + " only points to " + visible(from.one.parsed.attachment),
             "fetch that document and render it");
  }
  return exit_code::findings;
}

// Every comparison of every file; findings are told as they come.
exit_code collect(const render_options& options, std::vector<source>& out) {
  for (const std::string& file : options.files) {
    result<std::string, input_problem> text = read_input(file, limits::feed_bytes);
    if (!text) {
      complain(text.error().message, text.error().hint);
      return exit_code::unreadable;
    }
    for (parsed_document& one : parse_documents(*text, options.item, false)) {
      tell(input_name(file), *text, one.parsed.findings);
      out.push_back({file, *text, std::move(one)});
      if (!out.back().one.parsed.document || has_errors(out.back().one.parsed)) return unusable(out.back());
    }
  }
  return exit_code::fine;
}

// The tally's text, once it is known to be one for this comparison.
exit_code read_tally(const render_options& options, const comparison& document, std::string& out) {
  if (options.tally.empty()) return exit_code::fine;
  result<std::string, input_problem> text = read_input(options.tally, limits::tally_bytes);
  if (!text) {
    complain(text.error().message, text.error().hint);
    return exit_code::unreadable;
  }
  const result<tally, finding> parsed = parse_tally(*text, document.id);
  if (!parsed) {
    tell(input_name(options.tally), *text, {parsed.error()});
    return exit_code::findings;
  }
  out = std::move(*text);
  return exit_code::fine;
}

compare_result compared(const render_options& options, const source& from, std::string_view tally_text) {
  compare_request request;
  request.document = from.text;
  request.item = from.one.item;
  request.tally = tally_text;
  request.options.base_url = options.base;
  request.options.votes = options.votes;
  request.options.language = options.language;
  request.options.today = options.today;
  request.options.deal_breakers = options.deal_breakers;
  request.options.heading = options.heading;
  if (options.to != render_target::feed) {
    request.options.view = options.view;
    request.options.contender = options.contender;
  }
  request.options.purpose = options.to == render_target::feed ? html_purpose::feed : html_purpose::fallback;
  const std::optional<safe_url> page = resolve_url(from.one.parsed.document->url, options.base);
  if (page) request.options.page_url = page->text();
  return compare(request);
}

// A string of the report; "" when there is none.
std::string told(const json::value& report, std::string_view key) {
  const json::value* found = report.find(key);
  return found != nullptr && found->type == json::kind::string ? found->text : "";
}

std::string file_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

std::string beside(const std::string& script, const char* name) {
  return script.substr(0, script.find_last_of('/') + 1) + name;
}

std::string codes_of(const faceoff::list<limit_code>& limits) {
  std::string codes;
  for (const limit_code one : limits) codes.append(codes.empty() ? "" : " ").append(name_of(one));
  return codes;
}

page_parts parts_of(const render_options& options, const source& from, const compare_result& done) {
  page_parts parts;
  if (const auto report = json::parse(done.report, report_bounds)) {
    parts.language = told(*report, "language");
    parts.direction = told(*report, "direction");
    parts.title = told(*report, "title");
  }
  parts.description = from.one.parsed.document->summary;
  parts.src = options.src.empty() ? file_name(from.file) : options.src;
  parts.item = from.one.item;
  parts.votes = options.votes;
  parts.script = options.script;
  parts.styles = options.styles.empty() ? beside(options.script, "faceoff.css") : options.styles;
  parts.view = options.view;
  parts.shadow = options.shadow;
  parts.own_language = options.language;
  if (options.view == html_view::badge) parts.contender = options.contender;
  if (options.heading != 2 && options.view != html_view::badge)
    parts.heading = std::to_string(options.heading);
  parts.deal_breakers = codes_of(options.deal_breakers);
  return parts;
}

// No such contender would be an empty badge.
exit_code know_contender(const render_options& options, const comparison& document) {
  std::string known;
  for (const contender& one : document.contenders) {
    if (one.id == options.contender) return exit_code::fine;
    known.append(known.empty() ? "" : ", ").append(one.id);
  }
  if (options.contender.empty()) return exit_code::fine;
  complain("no such contender: " + visible(options.contender), "there are " + known);
  return exit_code::usage;
}

std::string feed_of(const render_options& options, const std::vector<source>& sources) {
  std::vector<feed_entry> entries;
  for (const source& from : sources) {
    compare_result done = compared(options, from, "");
    feed_entry entry;
    entry.parsed = from.one.parsed;
    const std::optional<safe_url> url = resolve_url(from.one.parsed.document->url, options.base);
    if (url && !from.one.parsed.document->url.empty()) entry.url = url->text();
    if (const auto report = json::parse(done.report, report_bounds)) entry.title = told(*report, "title");
    entry.html = std::move(done.html);
    entries.push_back(std::move(entry));
  }
  const named_link& publisher = sources.front().one.parsed.document->publisher;
  std::string title = options.title.empty() ? std::string(publisher.name) : options.title;
  if (title.empty()) title = "Comparisons";
  const std::optional<safe_url> home = resolve_url(publisher.url, options.base);
  return json_feed(title, options.base, home && !publisher.url.empty() ? home->text() : "", entries);
}

exit_code answered(std::string text) {
  if (text.empty() || text.back() != '\n') text.push_back('\n');
  return answer(text) ? exit_code::fine : exit_code::internal;
}

}  // namespace

exit_code render(const render_options& options) {
  std::vector<source> sources;
  const exit_code collected = collect(options, sources);
  if (collected != exit_code::fine) return collected;
  if (options.to == render_target::feed) return answered(feed_of(options, sources));
  if (sources.size() != 1) {
    complain("this feed holds " + std::to_string(sources.size()) + " comparisons",
             "name one with --item, for example --item " + visible(sources.front().one.item));
    return exit_code::usage;
  }
  const exit_code known = know_contender(options, *sources.front().one.parsed.document);
  if (known != exit_code::fine) return known;
  std::string tally_text;
  const exit_code read = read_tally(options, *sources.front().one.parsed.document, tally_text);
  if (read != exit_code::fine) return read;
  const compare_result done = compared(options, sources.front(), tally_text);
  if (!done.usable) {
    complain("this document passes the check but cannot be rendered", "please report it, with the document");
    return exit_code::internal;
  }
  if (options.to == render_target::json) return answered(done.report);
  if (options.to == render_target::fragment && !options.shadow) return answered(done.html);
  const page_parts parts = parts_of(options, sources.front(), done);
  return answered(options.to == render_target::html ? html_page(parts, done) : html_element(parts, done));
}

}  // namespace faceoff::cli
