#include "faceoff/site/page_writer.hpp"

#include "faceoff/html_writer.hpp"

namespace faceoff::site {

page_writer::page_writer(std::string_view language, std::string_view direction, std::string_view title) {
  markup("<!doctype html>\n<html").attribute("lang", language).attribute("dir", direction);
  markup(">\n<head>\n<meta charset=\"utf-8\">\n");
  markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  markup("<meta name=\"color-scheme\" content=\"light dark\">\n");
  markup("<title>").text(title).markup("</title>\n");
}

page_writer& page_writer::markup(page_markup constant) {
  out_ += constant.text();
  return *this;
}

page_writer& page_writer::text(std::string_view foreign) {
  html_writer escaped(false);
  escaped.text(foreign);
  const auto safe = escaped.take();
  out_ += std::string_view(safe);
  return *this;
}

page_writer& page_writer::attribute(page_markup name, std::string_view value) {
  if (value.empty()) return *this;
  out_ += ' ';
  return markup(name).markup("=\"").text(value).markup("\"");
}

page_writer& page_writer::rendered(const compare_result& by_the_core) {
  out_ += std::string_view(by_the_core.html);
  return *this;
}

}  // namespace faceoff::site
