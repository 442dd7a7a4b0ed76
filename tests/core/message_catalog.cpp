#include <doctest/doctest.h>

#include <string>

#include "faceoff/message.hpp"

using namespace faceoff;

namespace {

catalog german() { return std::move(*catalog::parse(catalog::compiled_in("de"))); }

// Pieces in a row; foreign text in [], what the sentence is about in *.
class marking_sink final : public sentence_sink {
 public:
  void ours(const char* words, std::size_t size) override { out.append(words, size); }
  void foreign(const faceoff::string& text, bool strong) override {
    out += strong ? "*" : "[";
    out += std::string_view(text);
    out += strong ? "*" : "]";
  }
  std::string out;
};

std::string marked(const catalog& words, message key, const arguments& with) {
  marking_sink sink;
  words.say(key, with, sink);
  return sink.out;
}

}  // namespace

TEST_CASE("our words and foreign text stay apart") {
  const catalog words;
  const faceoff::string name = "{other}", other = "<b>";
  arguments with;
  with.strong(slot::name, name).foreign(slot::other, other).phrase(slot::text, message::if_seats);
  CHECK(marked(words, message::unless_other, with) == "*{other}*, unless you outgrow its seats: then [<b>].");
}

TEST_CASE("a placeholder without an argument says nothing, and arguments are forgotten when cleared") {
  const catalog words;
  const faceoff::string name = "Tarn";
  arguments with;
  with.foreign(slot::name, name);
  CHECK(marked(words, message::pick, with) == "[Tarn].");
  with.clear();
  CHECK(marked(words, message::pick, with) == ".");
}

TEST_CASE("a count chooses the form by the language's rule") {
  const catalog words;
  CHECK(words.text(message::ai_personas, arguments().number(slot::n, 1)) == "1 AI persona");
  CHECK(words.text(message::ai_personas, arguments().number(slot::n, 0)) == "0 AI personas");
  CHECK(german().text(message::ai_personas, arguments().number(slot::n, 1)) == "1 KI-Persona");
}

TEST_CASE("a language with six forms uses them all") {
  // Arabic as CLDR 48 states it.
  const auto words = catalog::parse(
      R"({"language":"ar","direction":"rtl","plural":{"zero":"n = 0","one":"n = 1","two":"n = 2",)"
      R"("few":"n % 100 = 3..10","many":"n % 100 = 11..99"},"messages":{"labs":{"zero":"Z","one":"O","two":"T",)"
      R"("few":"F","many":"M","other":"X"}}})");
  REQUIRE(words);
  std::string forms;
  for (const std::uint64_t n : {0, 1, 2, 3, 10, 11, 99, 100, 103}) {
    forms += words->text(message::labs, arguments().number(slot::n, n));
  }
  CHECK(forms == "ZOTFFMMXF");
  CHECK(words->direction() == "rtl");
}

TEST_CASE("what a catalog lacks is said in English, by English plural rules") {
  const auto words = catalog::parse(R"({"language":"ja","plural":{},"messages":{"panel":"P"}})");
  REQUIRE(words);
  CHECK(words->text(message::panel) == "P");
  CHECK(words->text(message::readers) == "Readers");
  CHECK(words->text(message::labs, arguments().number(slot::n, 1)) == "1 lab");
}

TEST_CASE("messages by place are those by key, null is said in English, and what is too much is ignored") {
  std::string messages;
  for (std::size_t i = 0; i < message_count; i++) {
    messages += i == std::size_t(message::panel)  ? R"("P",)"
                : i == std::size_t(message::labs) ? R"({"one":"O","other":"X"},)"
                                                  : "null,";
  }
  const auto words = catalog::parse(R"({"messages":[)" + messages + R"("one too many"]})");
  REQUIRE(words);
  CHECK(words->text(message::panel) == "P");
  CHECK(words->text(message::labs, arguments().number(slot::n, 1)) == "O");
  CHECK(words->text(message::labs, arguments().number(slot::n, 2)) == "X");
  CHECK(words->text(message::readers) == "Readers");
}

TEST_CASE("unknown messages and wrong kinds in a catalog do no harm") {
  const auto words =
      catalog::parse(R"({"language":7,"direction":"up","messages":{"nonsense":"x","panel":3}})");
  REQUIRE(words);
  CHECK(words->language() == "en");
  CHECK(words->direction() == "ltr");
  CHECK(words->text(message::panel) == "Panel");
  CHECK_FALSE(catalog::parse("{"));
}

TEST_CASE("numbers take the language's symbols") {
  const catalog words;
  CHECK(words.number(0) == "0");
  CHECK(words.number(999) == "999");
  CHECK(words.number(1'000) == "1,000");
  CHECK(words.number(9'007'199'254'740'991) == "9,007,199,254,740,991");
  CHECK(words.decimal("1249.50") == "1,249.50");
  CHECK(german().decimal("1249.50") == "1.249,50");
}

TEST_CASE("groups are of two after the last three, or begin with two, where the language has it so") {
  const auto hindi = catalog::parse(R"({"grouping":"21"})");
  const auto spanish = catalog::parse(R"({"grouping":"32","group":"."})");
  REQUIRE(hindi);
  REQUIRE(spanish);
  CHECK(hindi->number(999) == "999");
  CHECK(hindi->number(1'000) == "1,000");
  CHECK(hindi->number(12'34'56'789) == "12,34,56,789");
  CHECK(spanish->number(1'000) == "1000");
  CHECK(spanish->number(10'000) == "10.000");
  CHECK(spanish->number(1'234'567) == "1.234.567");
  for (const char* odd : {"", "0", "00", "xx", "211"}) {
    const auto words = catalog::parse(R"({"grouping":")" + std::string(odd) + R"("})");
    REQUIRE(words);
    CHECK(words->number(1'234'567) == "1,234,567");
  }
}

TEST_CASE("a price has its sign where the language has one, else its code") {
  const catalog words;
  CHECK(words.money("1249.50", "USD") == "$1,249.50");
  CHECK(words.money("5", "CHF") == "CHF\u00a05");
  CHECK(words.money("5", "") == "5");
  CHECK(german().money("1249.50", "JPY") == "1.249,50\u00a0\u00a5");
  CHECK(german().money("0.5", "CHF") == "0,5\u00a0CHF");
}

TEST_CASE("a tag gets its language's catalog; traditional Chinese does not get the simplified one") {
  CHECK(catalog::compiled_in("de-AT") == catalog::compiled_in("de"));
  CHECK(catalog::compiled_in("DE") == catalog::compiled_in("de"));
  CHECK(catalog::compiled_in("pt-PT") == catalog::compiled_in("pt"));
  for (const char* tag : {"zh", "zh-CN", "zh-Hans", "zh-Hans-TW", "zh-SG"}) {
    CHECK_FALSE(catalog::compiled_in(tag).empty());
  }
  for (const char* tag :
       {"zh-Hant", "zh-hant-CN", "zh-TW", "zh-HK", "ZH-mo", "en", "en-GB", "nl", "deu", "", "-", "z"}) {
    INFO(tag);
    CHECK(catalog::compiled_in(tag).empty());
  }
}

TEST_CASE("a percentage shows a tenth only where it is asked for") {
  const catalog words;
  CHECK(words.percent(500, false) == "50%");
  CHECK(words.percent(504, true) == "50.4%");
  CHECK(words.percent(0, false) == "0%");
  CHECK(words.percent(1000, false) == "100%");
  CHECK(german().percent(504, true) == "50,4\u00a0%");
}

TEST_CASE("a day is written out") {
  CHECK(catalog().day({2026, 11, 25}) == "25 November 2026");
  CHECK(catalog().day({2026, 1, 1}) == "1 January 2026");
  CHECK(german().day({2026, 3, 9}) == "9. M\u00e4rz 2026");
  CHECK(german().day({2026, 12, 31}) == "31. Dezember 2026");
}

TEST_CASE("names are listed with the language's words") {
  const catalog words;
  const faceoff::string a = "A", b = "B", c = "C";
  const list<const faceoff::string*> three = {&a, &b, &c}, two = {&a, &b}, none;
  CHECK(marked(words, message::formerly, arguments().names(slot::text, three)) ==
        "formerly [A], [B] and [C]");
  CHECK(marked(german(), message::formerly, arguments().names(slot::text, two)) == "fr\u00fcher [A] und [B]");
  CHECK(marked(words, message::formerly, arguments().names(slot::text, none)) == "formerly ");
}
