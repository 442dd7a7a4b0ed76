// Whole files around what the core renders: an HTML page with the snippet, a JSON Feed.
//
// In: rendered pieces. Out: text that is safe whatever the pieces hold: every foreign string is escaped, but
// for the core's own HTML. Never reads a clock: every date is an argument.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "faceoff/compare.hpp"
#include "faceoff/feed.hpp"

namespace faceoff::cli {

struct page_parts {
  std::string language;   // "en"
  std::string direction;  // "ltr" or "rtl"
  std::string title;
  std::string description;
  std::string src;     // the document's URL
  std::string item;    // with src a feed
  std::string votes;   // "" no attribute
  std::string script;  // the widget's URL
  std::string styles;  // faceoff.css's URL
  html_view view = html_view::verdict;
  bool shadow = false;        // the HTML in a declarative shadow root, with its styles
  std::string own_language;   // attribute lang; this and those below: "" no attribute
  std::string contender;      // of a badge
  std::string heading;        // level of the title
  std::string deal_breakers;  // limit codes
};

// rendered: the comparison's HTML as readers see it without script.
std::string html_page(const page_parts& parts, const compare_result& rendered);
// The element alone, for a page that has the script.
std::string html_element(const page_parts& parts, const compare_result& rendered);

struct feed_entry {
  parsed_feed parsed;  // holds a document
  std::string url;     // absolute; "" unknown
  std::string title;
  std::string html;  // the core's HTML for feeds
};

// JSON Feed 1.1, a line an item. `url`: the feed's own, "" unknown. `home`: the page it belongs to, ""
// unknown.
std::string json_feed(std::string_view title, std::string_view url, std::string_view home,
                      const std::vector<feed_entry>& entries);

}  // namespace faceoff::cli
