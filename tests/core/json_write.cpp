#include <doctest/doctest.h>

#include "faceoff/json.hpp"

TEST_CASE("the writer places commas by itself") {
  faceoff::json::writer out;
  out.begin_object().key("a").begin_array().integer(0).integer(18446744073709551615u).end_array();
  out.key("b").begin_object().end_object().key("c").null().key("d").boolean(true).end_object();
  CHECK(out.take() == R"({"a":[0,18446744073709551615],"b":{},"c":null,"d":true})");
}

TEST_CASE("written strings can stand in a script element") {
  faceoff::json::writer out;
  out.text("</script>\"\\\n\r\t\b\f\x01\x7F\xC3\xA9");
  CHECK(out.take() == "\"\\u003c/script>\\\"\\\\\\n\\r\\t\\b\\f\\u0001\x7F\xC3\xA9\"");
}

TEST_CASE("a string that ends like an opening does not swallow the comma behind it") {
  faceoff::json::writer out;
  out.begin_array().text("{").text("[").text(":").end_array();
  CHECK(out.take() == R"(["{","[",":"])");
}

TEST_CASE("fractions have six places at most and no trailing zeros") {
  const std::pair<double, std::string_view> cases[] = {{0, "0"},
                                                       {1, "1"},
                                                       {0.5, "0.5"},
                                                       {0.125, "0.125"},
                                                       {1.0 / 3, "0.333333"},
                                                       {2.0 / 3, "0.666667"},
                                                       {0.0000004, "0"},
                                                       {0.000001, "0.000001"},
                                                       {0.9999999, "1"},
                                                       {0.050, "0.05"},
                                                       {-0.3, "0"}};
  for (const auto& [number, wanted] : cases) {
    faceoff::json::writer out;
    CHECK(out.fraction(number).take() == wanted);
  }
}

TEST_CASE("a tree is written as it was read") {
  const std::string text = R"({"z":1,"a":[true,null,-2.5e3,"x"],"m":{"k":{}}})";
  const auto read = faceoff::json::parse(text, {1000, 16, 100});
  REQUIRE(read);
  CHECK(faceoff::json::write(*read) == text);
}

TEST_CASE("a value's pointer names keys and indices, with tilde and slash escaped") {
  const auto read = faceoff::json::parse(R"({"a/b~c":[1,{"":2}],"d":3})", {1000, 16, 100});
  REQUIRE(read);
  const auto& items = read->items[0].items;
  CHECK(faceoff::json::pointer_of(*read, *read) == "");
  CHECK(faceoff::json::pointer_of(*read, items[0]) == "/a~1b~0c/0");
  CHECK(faceoff::json::pointer_of(*read, items[1].items[0]) == "/a~1b~0c/1/");
  CHECK(faceoff::json::pointer_of(*read, read->items[1]) == "/d");
  CHECK(faceoff::json::pointer_of(items[1], items[1].items[0]) == "/");
}

TEST_CASE("columns count code points and start again behind a line feed") {
  const std::string text = "a\n\xC3\xA9\xF0\x9F\x98\x80z";
  const auto at = faceoff::json::place_of(text, 8);
  CHECK(at.line == 2);
  CHECK(at.column == 3);
}
