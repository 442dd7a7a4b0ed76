#include "faceoff/string.hpp"

#include <doctest/doctest.h>

#include <string>

using faceoff::string;

TEST_CASE("a string holds what is added, NULs included") {
  string text = "ab";
  text += 'c';
  text += std::string_view("\0d", 2);
  text += string("e");
  CHECK(text.size() == 6);
  CHECK(text == std::string_view("abc\0de", 6));
  CHECK(text.back() == 'e');
}

TEST_CASE("a string may be added to itself") {
  string text = "ab";
  for (int i = 0; i < 4; ++i) text += text;
  std::string wanted;
  for (int i = 0; i < 16; ++i) wanted += "ab";
  CHECK(text == wanted);
}

TEST_CASE("a copied string is its own, a moved one leaves nothing") {
  string from = "text";
  string copy = from;
  copy += '!';
  CHECK(from == "text");
  const string moved = std::move(from);
  CHECK(moved == "text");
  CHECK(copy == "text!");
  copy = moved;
  CHECK(copy == moved);
}

TEST_CASE("strings are ordered by bytes, a start before the longer one") {
  CHECK(string("a") < string("ab"));
  CHECK(string("Z") < string("a"));
  CHECK(string("z") < string("\xC3\xA4"));
  CHECK(!(string("a") < string("a")));
  CHECK(string() < string("a"));
}

TEST_CASE("a text stands after as many others as are skipped") {
  constexpr char texts[] = "one\0\0three\0";
  CHECK(faceoff::text_after(texts, 0) == "one");
  CHECK(faceoff::text_after(texts, 1).empty());
  CHECK(faceoff::text_after(texts, 2) == "three");
}
