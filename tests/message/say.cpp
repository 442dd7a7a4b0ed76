// Says what it is asked for, so that intl.mjs can compare it. In: lines of language, kind and arguments,
// parted by tabs. Out: a line each.
#include <charconv>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "faceoff/message.hpp"

namespace {

std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> all;
  std::istringstream from(line);
  for (std::string one; std::getline(from, one, '\t');) all.push_back(one);
  return all;
}

std::uint64_t number(const std::string& digits) {
  std::uint64_t read = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), read);
  return read;
}

faceoff::string said(const faceoff::catalog& words, const std::vector<std::string>& asked) {
  const std::string& kind = asked.at(1);
  if (kind == "number") return words.number(number(asked.at(2)));
  if (kind == "percent") return words.percent(std::uint32_t(number(asked.at(2))), asked.at(3) == "1");
  if (kind == "money") return words.money(asked.at(2), faceoff::string(asked.at(3)));
  return words.day(*faceoff::parse_date(asked.at(2)));
}

}  // namespace

int main() {
  faceoff::catalog words;
  for (std::string line; std::getline(std::cin, line);) {
    const auto asked = fields(line);
    if (words.language() != asked.at(0)) {
      const auto text = faceoff::catalog::compiled_in(asked.at(0));
      words = text.empty() ? faceoff::catalog() : std::move(*faceoff::catalog::parse(text));
    }
    std::cout << std::string_view(said(words, asked)) << '\n';
  }
}
