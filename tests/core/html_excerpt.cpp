#include <doctest/doctest.h>

#include <string>

#include "faceoff/html.hpp"

using faceoff::first_sentence;

namespace {

std::string times(int count, const std::string& text) {
  std::string out;
  for (int i = 0; i < count; i++) out += text;
  return out;
}

std::size_t points(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

}  // namespace

TEST_CASE("the first sentence ends at a full stop, question mark or exclamation mark before a space") {
  CHECK(first_sentence("It works. It is fast.") == "It works.");
  CHECK(first_sentence("Really? Yes.") == "Really?");
  CHECK(first_sentence("No end at all") == "No end at all");
  CHECK(first_sentence("") == "");
}

TEST_CASE("a number, an initial or an abbreviation ends no sentence") {
  CHECK(first_sentence("Version 3.1 is out. Good.") == "Version 3.1 is out.");
  CHECK(first_sentence("J. Smith wrote it. Good.") == "J. Smith wrote it.");
  CHECK(first_sentence("Cheap, e.g. for students. Good.") == "Cheap, e.g. for students.");
}

TEST_CASE("fullwidth marks end a sentence without a space") {
  CHECK(first_sentence("\u826f\u3044\u3002\u901f\u3044\u3002") == "\u826f\u3044\u3002");
}

TEST_CASE("line breaks and runs of spaces become one space") {
  CHECK(first_sentence("  One\n\n two\t three.  Four.") == "One two three.");
}

TEST_CASE("a long sentence is cut at a word, at most the limit with its ellipsis") {
  CHECK(first_sentence("one two three four", 12) == "one two\u2026");
  CHECK(first_sentence("one two, three four", 12) == "one two\u2026");
  CHECK(first_sentence("one two", 7) == "one two");
  const std::string cut = first_sentence(times(60, "word "));
  CHECK(points(cut) <= 140);
  CHECK(points(cut) > 130);
}

TEST_CASE("a sentence of exactly the limit stays whole, one more is cut") {
  const std::string whole = times(27, "abcd ") + "abcd.";  // 27 * 5 + 5 = 140
  CHECK(first_sentence(whole + " Next.") == whole);
  CHECK(points(first_sentence("x" + whole + " Next.")) <= 140);
  CHECK(first_sentence("x" + whole).view().ends_with("\u2026"));
}

TEST_CASE("a word longer than the limit is cut within it, never within a character") {
  CHECK(first_sentence(times(200, "\u00e4"), 10) == times(9, "\u00e4") + "\u2026");
}
