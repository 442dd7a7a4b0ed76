// CLDR's plural rules for whole numbers: a recursive-descent reader of
//   or: and ("or" and)*   and: relation ("and" relation)*   relation: operand ["%" value] ("=" | "!=") ranges
#include "faceoff/message.hpp"

namespace faceoff {
namespace {

struct rule_reader {
  std::string_view rest;
  std::uint64_t number = 0;
  bool sound = true;  // false: the rule is malformed

  void space() {
    while (!rest.empty() && rest[0] == ' ') rest.remove_prefix(1);
  }

  bool take(std::string_view token) {
    space();
    if (!rest.starts_with(token)) return false;
    rest.remove_prefix(token.size());
    return true;
  }

  std::uint64_t value() {
    space();
    std::uint64_t read = 0;
    std::size_t digits = 0;
    while (digits < rest.size() && digits < 15 && rest[digits] >= '0' && rest[digits] <= '9') {
      read = read * 10 + static_cast<std::uint64_t>(rest[digits++] - '0');
    }
    if (digits == 0) sound = false;
    rest.remove_prefix(digits);
    return read;
  }

  // n and i are the number; v, w, f, t, c and e are 0 without decimals.
  std::uint64_t operand() {
    space();
    const char name = rest.empty() ? '?' : rest[0];
    if (std::string_view("nivwftce").find(name) == std::string_view::npos) {
      sound = false;
      return 0;
    }
    rest.remove_prefix(1);
    const std::uint64_t amount = name == 'n' || name == 'i' ? number : 0;
    if (!take("%")) return amount;
    const std::uint64_t divisor = value();
    if (divisor == 0) sound = false;
    return divisor == 0 ? 0 : amount % divisor;
  }

  bool relation() {
    const std::uint64_t left = operand();
    const bool wanted = !take("!");
    if (!take("=")) sound = false;
    bool found = false;
    do {
      const std::uint64_t low = value();
      const std::uint64_t high = take("..") ? value() : low;
      found |= left >= low && left <= high;
    } while (sound && take(","));
    return found == wanted;
  }

  bool both() {
    bool holds = relation();
    while (sound && take("and")) holds &= relation();
    return holds;
  }

  bool any() {
    bool holds = both();
    while (sound && take("or")) holds |= both();
    return holds;
  }
};

}  // namespace

bool plural_rule_holds(std::string_view rule, std::uint64_t number) {
  rule_reader reader{rule.substr(0, rule.find('@')), number};
  const bool holds = reader.any();
  reader.space();
  return holds && reader.sound && reader.rest.empty();
}

std::string_view name_of(plural category) {
  constexpr std::string_view names[] = {"zero", "one", "two", "few", "many", "other"};
  return names[static_cast<std::size_t>(category)];
}

}  // namespace faceoff
