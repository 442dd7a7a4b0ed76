#include "check.hpp"

#include "documents.hpp"
#include "faceoff/json.hpp"
#include "faceoff/limits.hpp"
#include "finding_text.hpp"
#include "input.hpp"
#include "terminal.hpp"

namespace faceoff::cli {
namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string summary_of(const comparison& document) {
  std::string title;
  for (const contender& entry : document.contenders) title += (title.empty() ? "" : " vs ") + entry.name;
  if (!document.title.empty()) title = document.title;
  return visible(document.id) + ", \"" + visible(title) +
         "\": " + counted(document.contenders.size(), "contender", "contenders") + ", " +
         counted(document.reviews.size(), "review", "reviews") +
         (document.poll.given ? document.poll.local ? ", private note" : ", poll" : ", no poll");
}

std::string text_of(const std::string& name, const std::string& source, const parsed_document& one) {
  std::string out;
  const std::string shown = one.item.empty() ? name : name + " (" + visible(one.item) + ")";
  for (const finding& found : one.parsed.findings) out += finding_text(name, source, found, stdout);
  if (points_elsewhere(one.parsed)) {
    return out + shown + ": points to " + visible(one.parsed.attachment) + ", which is not checked here\n";
  }
  if (!has_errors(one.parsed)) out += shown + ": ok: " + summary_of(*one.parsed.document) + "\n";
  return out;
}

std::string quoted(std::string_view text) { return json::writer().text(text).take(); }

std::string json_of(const std::string& name, const parsed_document& one) {
  const bool usable = one.parsed.document.has_value();
  return "{\"file\":" + quoted(name) + ",\"item\":" + (one.item.empty() ? "null" : quoted(one.item)) +
         ",\"id\":" + (usable ? quoted(one.parsed.document->id) : "null") +
         ",\"ok\":" + (has_errors(one.parsed) ? "false" : "true") +
         ",\"findings\":" + findings_json(one.parsed.findings) + "}";
}

}  // namespace

exit_code check(const check_options& options) {
  exit_code worst = exit_code::fine;
  std::string entries;
  for (const std::string& file : options.files) {
    const result<std::string, input_problem> text = read_input(file, limits::feed_bytes);
    const std::string name = input_name(file);
    if (!text) {
      complain(text.error().message, text.error().hint);
      worst = worse(worst, exit_code::unreadable);
      continue;
    }
    for (const parsed_document& one : parse_documents(*text, options.item, options.strict)) {
      const bool failed = has_errors(one.parsed) || (options.strict && points_elsewhere(one.parsed));
      if (failed) worst = worse(worst, exit_code::findings);
      if (options.format == report_format::json) {
        entries += (entries.empty() ? "\n" : ",\n") + json_of(file, one);
      } else if (!answer(text_of(name, *text, one))) {
        return exit_code::internal;
      }
    }
  }
  if (options.format == report_format::json &&
      !answer("{\"faceoff\":1,\"documents\":[" + entries + "\n]}\n")) {
    return exit_code::internal;
  }
  return worst;
}

}  // namespace faceoff::cli
