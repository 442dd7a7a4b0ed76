#include "faceoff/site/page_writer.hpp"

#include <doctest/doctest.h>

#include <concepts>

using faceoff::compare_result;
using faceoff::site::page_markup;
using faceoff::site::page_writer;

namespace {

// What stands after the opening of a page with no title.
std::string after_head(page_writer& out) {
  const std::string page = out.take();
  return page.substr(page.find("</title>\n") + 9);
}

}  // namespace

// A string that a program made cannot become markup; neither can one whose place alone is constant.
static_assert(!std::constructible_from<page_markup, std::string>);
static_assert(!std::constructible_from<page_markup, std::string_view>);
static_assert(!std::is_default_constructible_v<page_markup>);

TEST_CASE("page writer: a title cannot leave its element, nor a language its attribute") {
  CHECK(page_writer("e\"n", "", "</title><script>").take() ==
        "<!doctype html>\n<html lang=\"e&quot;n\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<title>&lt;/title&gt;&lt;script&gt;</title>\n");
}

TEST_CASE("page writer: foreign text and attribute values are escaped, markup of ours is not") {
  page_writer out("", "", "");
  out.markup("<p").attribute("title", "\"><b>&").markup(">").text("<i>&amp;\r").markup("</p>");
  CHECK(after_head(out) == "<p title=\"&quot;&gt;&lt;b&gt;&amp;\">&lt;i&gt;&amp;amp;&#13;</p>");
}

TEST_CASE("page writer: an attribute without a value is left out") {
  page_writer out("", "", "");
  out.markup("<p").attribute("lang", "").markup(">");
  CHECK(after_head(out) == "<p>");
}

TEST_CASE("page writer: the core's HTML stands as it is") {
  compare_result done;
  done.html = "<article></article>";
  page_writer out("", "", "");
  out.rendered(done);
  CHECK(after_head(out) == "<article></article>");
}
