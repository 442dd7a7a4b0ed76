#include "page.hpp"

#include "faceoff/json.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/site/page_writer.hpp"
#include "faceoff/url.hpp"

namespace faceoff::cli {
namespace {

constexpr json::bounds document_bounds{limits::feed_bytes, limits::depth + 8, limits::values};

void write_person(json::writer& out, const named_link& who, std::string_view base) {
  out.begin_object();
  if (!who.name.empty()) out.key("name").text(who.name);
  if (const auto url = resolve_url(who.url, base); url && !who.url.empty()) out.key("url").text(url->text());
  out.end_object();
}

std::string item_json(const feed_entry& entry, std::string_view base) {
  json::writer out;
  const comparison& document = *entry.parsed.document;
  out.begin_object().key("id").text(document.id);
  if (!entry.url.empty()) out.key("url").text(entry.url);
  out.key("title").text(entry.title);
  if (!document.summary.empty()) out.key("summary").text(document.summary);
  out.key("content_html").text(entry.html);
  if (document.date_published.given()) {
    out.key("date_published").text(to_text(document.date_published) + "T00:00:00Z");
  }
  if (document.date_modified.given()) {
    out.key("date_modified").text(to_text(document.date_modified) + "T00:00:00Z");
  }
  if (!document.authors.empty()) {
    out.key("authors").begin_array();
    for (const named_link& who : document.authors) write_person(out, who, base);
    out.end_array();
  }
  if (!document.language.empty()) out.key("language").text(document.language);
  out.key("_faceoff").begin_object();
  if (const auto tree = json::parse(entry.parsed.canonical, document_bounds))
    out.key("comparison").tree(*tree);
  out.end_object().end_object();
  return out.take();
}

// By html_view.
constexpr site::page_markup starts[] = {"<face-off", "<face-off-vote", "<face-off-badge"};
constexpr site::page_markup ends[] = {"</face-off>", "</face-off-vote>", "</face-off-badge>"};

void write_element(site::page_writer& out, const page_parts& parts, const compare_result& rendered) {
  const auto view = static_cast<std::size_t>(parts.view);
  out.markup(starts[view]).attribute("src", parts.src).attribute("item", parts.item);
  out.attribute("votes", parts.votes).attribute("lang", parts.own_language);
  out.attribute("contender", parts.contender).attribute("heading-level", parts.heading);
  out.attribute("deal-breakers", parts.deal_breakers).markup(">");
  if (parts.shadow) {
    out.markup("<template shadowrootmode=\"open\"><link rel=\"stylesheet\"").attribute("href", parts.styles);
    out.markup(">").rendered(rendered).markup("</template>");
  } else if (parts.view == html_view::badge) {
    out.rendered(rendered);  // inside a line of text, where a line end would be a space
  } else {
    out.markup("\n").rendered(rendered).markup("\n");
  }
  out.markup(ends[view]);
}

std::string quoted(std::string_view text) { return json::writer().text(text).take(); }

}  // namespace

std::string html_page(const page_parts& parts, const compare_result& rendered) {
  site::page_writer out(parts.language, parts.direction, parts.title);
  if (!parts.description.empty()) {
    out.markup("<meta name=\"description\"").attribute("content", parts.description).markup(">\n");
  }
  out.markup("<link rel=\"preload\"").attribute("href", parts.src).markup(" as=\"fetch\" crossorigin>\n");
  if (!parts.shadow) out.markup("<link rel=\"stylesheet\"").attribute("href", parts.styles).markup(">\n");
  out.markup("<script async").attribute("src", parts.script).markup("></script>\n</head>\n<body>\n");
  write_element(out, parts, rendered);
  return out.markup("\n</body>\n</html>\n").take();
}

std::string html_element(const page_parts& parts, const compare_result& rendered) {
  site::page_writer out;
  write_element(out, parts, rendered);
  return out.take();
}

std::string json_feed(std::string_view title, std::string_view url, std::string_view home,
                      const std::vector<feed_entry>& entries) {
  std::string out = "{\"version\":\"https://jsonfeed.org/version/1.1\",\n\"title\":" + quoted(title);
  if (!home.empty()) out += ",\n\"home_page_url\":" + quoted(home);
  if (!url.empty()) out += ",\n\"feed_url\":" + quoted(url);
  out += ",\n\"items\":[";
  const char* before = "\n";
  for (const feed_entry& entry : entries) {
    out += before + item_json(entry, url);
    before = ",\n";
  }
  return out + "\n]}\n";
}

}  // namespace faceoff::cli
