#include "faceoff/html_writer.hpp"

#include <doctest/doctest.h>

using namespace faceoff;

namespace {

std::string text_in_paragraph(std::string_view content) {
  html_writer out(false);
  out.open(tag::p).text(content);
  return out.take();
}

std::string in_attribute(std::string_view value) {
  html_writer out(false);
  out.open(tag::p).set(attribute::data_id, value);
  return out.take();
}

}  // namespace

TEST_CASE("text cannot open an element, end one or start a reference") {
  CHECK(text_in_paragraph("</p><script>a&b</script>") ==
        "<p>&lt;/p&gt;&lt;script&gt;a&amp;b&lt;/script&gt;</p>");
  CHECK(text_in_paragraph("&lt;") == "<p>&amp;lt;</p>");
  CHECK(text_in_paragraph("<!-- x --> ]]> <![CDATA[") == "<p>&lt;!-- x --&gt; ]]&gt; &lt;![CDATA[</p>");
}

TEST_CASE("an attribute cannot be left") {
  CHECK(in_attribute("\" onclick=\"x") == "<p data-id=\"&quot; onclick=&quot;x\"></p>");
  CHECK(in_attribute("'><img>") == "<p data-id=\"'&gt;&lt;img&gt;\"></p>");
  CHECK(in_attribute("&quot;") == "<p data-id=\"&amp;quot;\"></p>");
  CHECK(in_attribute("") == "<p data-id=\"\"></p>");
}

TEST_CASE("a carriage return survives the parser") { CHECK(text_in_paragraph("a\rb") == "<p>a&#13;b</p>"); }

TEST_CASE("a class is escaped like any other value") {
  html_writer out(false);
  out.open(tag::p, "a\"b");
  CHECK(out.take() == "<p class=\"a&quot;b\"></p>");
}

TEST_CASE("an address is only what resolve_url lets through, and is escaped") {
  html_writer out(false);
  const auto address = resolve_url("https://example.com/?a=1&b=2", "");
  REQUIRE(address);
  out.open(tag::a).set(address::href, *address).text("x");
  CHECK(out.take() == "<a href=\"https://example.com/?a=1&amp;b=2\">x</a>");
  CHECK_FALSE(resolve_url("javascript:alert(1)", "https://example.com/"));
}

TEST_CASE("what is left open is closed, and closing too much does nothing") {
  html_writer out(false);
  out.open(tag::ul).open(tag::li).text("x");
  CHECK(out.take() == "<ul><li>x</li></ul>");
  html_writer other(false);
  other.open(tag::p).close().close().text("y");
  CHECK(other.take() == "<p></p>y");
}

TEST_CASE("an image has no end tag") {
  html_writer out(false);
  out.open(tag::p).open(tag::img).set(attribute::alt, "").close().text("x");
  CHECK(out.take() == "<p><img alt=\"\">x</p>");
}

TEST_CASE("an attribute after the start tag is left out, never misplaced") {
  html_writer out(false);
  out.open(tag::p).text("x").set(attribute::id, "late");
  CHECK(out.take() == "<p>x</p>");
}

TEST_CASE("the parts of a table say their role, since styles change their display") {
  html_writer out(false);
  out.open(tag::table).open(tag::tr).open(tag::th).set(attribute::scope, "row").close();
  out.open(tag::th).set(attribute::scope, "col");
  CHECK(out.take() ==
        "<table role=\"table\"><tr role=\"row\"><th scope=\"row\" role=\"rowheader\"></th>"
        "<th scope=\"col\" role=\"columnheader\"></th></tr></table>");
}

TEST_CASE("bare HTML keeps language, direction and addresses, and nothing that dresses") {
  html_writer out(true);
  out.open(tag::table, "grid").set(attribute::id, "x").set(attribute::lang, "de").set(attribute::dir, "ltr");
  out.open(tag::tr).open(tag::th).set(attribute::scope, "row").set(attribute::aria_label, "y");
  CHECK(out.take() == "<table lang=\"de\" dir=\"ltr\"><tr><th scope=\"row\"></th></tr></table>");
}
