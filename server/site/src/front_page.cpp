#include "faceoff/site/front_page.hpp"

#include "faceoff/site/public_name.hpp"

namespace faceoff::site {
namespace {

constexpr std::size_t shown_whole = 10;  // further ones are links: each is a request and a widget

std::string escaped(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    switch (byte) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out.push_back(byte);
    }
  }
  return out;
}

void add(std::string& out, const library_document& known, bool whole) {
  const std::string address = escaped(url_path(known.path));
  const std::string link = "<a href=\"" + address + "\">" + escaped(known.path) + "</a>";
  out += "<section>\n<p>" + link;
  if (!known.problem.empty()) {
    out +=
        known.good != nullptr ? ": its last good version, because its file is broken. " : ": not available. ";
    out += escaped(known.problem);
  }
  out += "</p>\n";
  if (known.good != nullptr && whole) {
    out += "<face-off src=\"" + address + "\"";
    if (known.poll) out += " votes=\"/votes\"";
    out += ">" + escaped(known.title) + "</face-off>\n";
  } else if (known.good != nullptr) {
    out += "<p>" + escaped(known.title) + "</p>\n";
  }
  out += "</section>\n<hr>\n";
}

}  // namespace

std::string front_page(const std::vector<library_document>& documents) {
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Comparisons in this folder</title>\n"
      "<script async src=\"/faceoff.js\"></script>\n</head>\n<body>\n<h1>Comparisons in this folder</h1>\n"
      "<p>This folder has no <code>index.html</code>, so <code>faceoff serve</code> shows what it found.";
  if (documents.empty()) out += " There is no file whose name ends in <code>.faceoff.json</code>.";
  out += "</p>\n<hr>\n";
  std::size_t shown = 0;
  for (const library_document& known : documents) {
    add(out, known, shown < shown_whole);
    shown += known.good != nullptr ? 1 : 0;
  }
  return out + "</body>\n</html>\n";
}

}  // namespace faceoff::site
