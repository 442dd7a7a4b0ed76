// `faceoff render`: a document as HTML, as a report, or several as a feed.
//
// Out, on stdout: the same bytes for the same input and options. Warnings go to stderr.
#pragma once

#include <string>
#include <vector>

#include "exit_code.hpp"
#include "faceoff/html.hpp"
#include "faceoff/list.hpp"
#include "faceoff/model.hpp"

namespace faceoff::cli {

enum class render_target { html, fragment, json, feed };

struct render_options {
  std::vector<std::string> files;  // one, but for a feed
  render_target to = render_target::html;
  std::string item;      // of an input that is a feed
  std::string tally;     // file with a tally or votes feed; "" none
  std::string language;  // of our own words; "" the document's
  date today;            // given
  std::string base;      // the URL the output will have, against which relative ones resolve; "" unknown
  std::string src;       // html: the document's URL as the page writes it; "" the file's name
  std::string votes;     // the votes feed's URL as the page writes it; "" the document's own
  std::string script;    // html: the widget's URL
  std::string styles;    // html, dsd: faceoff.css's URL; "" beside the script
  std::string title;     // feed: its title; "" the first document's publisher
  faceoff::list<limit_code> deal_breakers;
  html_view view = html_view::verdict;  // html, fragment
  std::string contender;                // of a badge: its id; "" the answer's, else the first
  unsigned heading = 2;                 // level of the title, 1..6
  bool shadow = false;                  // html, fragment: the element with a declarative shadow root
};

exit_code render(const render_options& options);

}  // namespace faceoff::cli
