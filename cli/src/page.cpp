#include "page.hpp"

#include "faceoff/json.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/url.hpp"

namespace faceoff::cli {
namespace {

constexpr json::bounds document_bounds{limits::feed_bytes, limits::depth + 8, limits::values};

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

std::string attribute(const char* name, std::string_view value) {
  return value.empty() ? "" : std::string(" ") + name + "=\"" + escaped(value) + "\"";
}

void write_person(json::writer& out, const named_link& who, std::string_view base) {
  out.begin_object();
  if (!who.name.empty()) out.key("name").string(who.name);
  if (const auto url = resolve_url(who.url, base); url && !who.url.empty())
    out.key("url").string(url->text());
  out.end_object();
}

std::string item_json(const feed_entry& entry, std::string_view base) {
  json::writer out;
  const comparison& document = *entry.parsed.document;
  out.begin_object().key("id").string(document.id);
  if (!entry.url.empty()) out.key("url").string(entry.url);
  out.key("title").string(entry.title);
  if (!document.summary.empty()) out.key("summary").string(document.summary);
  out.key("content_html").string(entry.html);
  if (document.date_published.given()) {
    out.key("date_published").string(to_text(document.date_published) + "T00:00:00Z");
  }
  if (document.date_modified.given()) {
    out.key("date_modified").string(to_text(document.date_modified) + "T00:00:00Z");
  }
  if (!document.authors.empty()) {
    out.key("authors").begin_array();
    for (const named_link& who : document.authors) write_person(out, who, base);
    out.end_array();
  }
  if (!document.language.empty()) out.key("language").string(document.language);
  out.key("_faceoff").begin_object();
  if (const auto tree = json::parse(entry.parsed.canonical, document_bounds))
    out.key("comparison").tree(*tree);
  out.end_object().end_object();
  return out.take();
}

std::string quoted(std::string_view text) { return json::writer().string(text).take(); }

}  // namespace

std::string html_page(const page_parts& parts) {
  const std::string src =
      attribute("src", parts.src) + attribute("item", parts.item) + attribute("votes", parts.votes);
  std::string out =
      "<!doctype html>\n<html" + attribute("lang", parts.language) + attribute("dir", parts.direction);
  out += ">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta name=\"color-scheme\" content=\"light dark\">\n";
  out += "<title>" + escaped(parts.title) + "</title>\n";
  if (!parts.description.empty()) {
    out += "<meta name=\"description\"" + attribute("content", parts.description) + ">\n";
  }
  if (!parts.wasm.empty()) {
    out += "<link rel=\"preload\"" + attribute("href", parts.wasm) + " as=\"fetch\" crossorigin>\n";
  }
  out += "<link rel=\"preload\"" + attribute("href", parts.src) + " as=\"fetch\" crossorigin>\n";
  out += "<script async" + attribute("src", parts.script) + "></script>\n";
  out += "</head>\n<body>\n<face-off" + src + ">\n" + parts.fragment + "\n</face-off>\n</body>\n</html>\n";
  return out;
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
