#include "faceoff/site/front_page.hpp"

#include "faceoff/site/page_writer.hpp"
#include "faceoff/site/public_name.hpp"

namespace faceoff::site {
namespace {

constexpr std::size_t shown_whole = 10;  // further ones are links: each is a request and a widget

void add(page_writer& out, const library_document& known, bool whole) {
  const std::string address = url_path(known.path);
  out.markup("<section>\n<p><a").attribute("href", address).markup(">").text(known.path).markup("</a>");
  if (!known.problem.empty()) {
    out.text(known.good != nullptr ? ": its last good version, because its file is broken. "
                                   : ": not available. ");
    out.text(known.problem);
  }
  out.markup("</p>\n");
  if (known.good != nullptr && whole) {
    out.markup("<face-off").attribute("src", address).attribute("votes", known.poll ? "/votes" : "");
    out.markup(">").text(known.title).markup("</face-off>\n");
  } else if (known.good != nullptr) {
    out.markup("<p>").text(known.title).markup("</p>\n");
  }
  out.markup("</section>\n<hr>\n");
}

}  // namespace

std::string front_page(const std::vector<library_document>& documents) {
  constexpr const char* name = "Comparisons in this folder";
  page_writer out("en", "", name);
  out.markup("<script async src=\"/faceoff.js\"></script>\n</head>\n<body>\n<h1>").text(name);
  out.markup("</h1>\n<p>This folder has no <code>index.html</code>, so <code>faceoff serve</code> shows ");
  out.markup("what it found.");
  if (documents.empty()) {
    out.markup(" There is no file whose name ends in <code>.faceoff.json</code>.");
  }
  out.markup("</p>\n<hr>\n");
  std::size_t shown = 0;
  for (const library_document& known : documents) {
    add(out, known, shown < shown_whole);
    shown += known.good != nullptr ? 1 : 0;
  }
  return out.markup("</body>\n</html>\n").take();
}

}  // namespace faceoff::site
