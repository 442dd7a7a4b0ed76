// CLDR's plural rules for whole numbers: a reader of
//   or: and ("or" and)*   and: relation ("and" relation)*   relation: operand ["%" value] ("=" | "!=") ranges
#include "faceoff/message.hpp"

namespace faceoff {
namespace {

struct rule_reader {
  const char* at;  // in a text that '@' ends
  std::uint64_t number;
  bool sound = true;  // false: the rule is malformed

  // After spaces.
  bool take(const char* token) {
    while (*at == ' ') at++;
    std::size_t size = 0;
    while (token[size] != '\0' && at[size] == token[size]) size++;
    if (token[size] != '\0') return false;
    at += size;
    return true;
  }

  std::uint64_t value() {
    take("");
    if (*at < '0' || *at > '9') sound = false;
    std::uint64_t read = 0;
    while (*at >= '0' && *at <= '9') read = read * 10 + static_cast<std::uint64_t>(*at++ - '0');
    return read;
  }

  // n and i are the number; v, w, f, t, c and e are 0 without decimals.
  std::uint64_t operand() {
    std::uint64_t amount = 0;
    if (take("n") || take("i")) {
      amount = number;
    } else if (std::string_view("vwftce").find(*at) != std::string_view::npos) {
      at++;
    } else {
      sound = false;
    }
    if (!take("%")) return amount;
    const std::uint64_t divisor = value();
    if (divisor != 0) return amount % divisor;
    sound = false;
    return 0;
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

  bool holds() {
    bool any = false;
    do {
      bool all = relation();
      while (sound && take("and")) all &= relation();
      any |= all;
    } while (sound && take("or"));
    take("");
    return any && sound && *at == '@';
  }
};

}  // namespace

bool plural_rule_holds(std::string_view rule, std::uint64_t number) {
  string ended = rule;
  ended += '@';
  return rule_reader{ended.data(), number}.holds();
}

std::string_view name_of(plural category) {
  return text_after("zero\0one\0two\0few\0many\0other", std::size_t(category));
}

}  // namespace faceoff
