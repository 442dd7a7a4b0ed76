// Half of the mutations keep the document JSON: a text becomes a nasty one, a value is left out, doubled or
// swapped with another. Bytes alone would seldom get past the parser.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "faceoff/json.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using faceoff::json::kind;
using faceoff::json::value;

constexpr std::string_view nasty[] = {
    "<zq onzq='\"&>",
    "</script><img src=x onerror=zq()>",
    "\"><zq x=\"",
    "'&#x3c;zq",
    "&lt;zq&",
    "`<zq>`",
    "a\n\n<zq>\r\n\t",
    "\xE2\x80\xAE<zq>",
    "javascript:zq",
    "//zq",
    "https://a.example/?<zq>",
    "https://a.example/&",
    "x.html#\"&'",
    "none",
    "ship",
    "0.5",
};

void collect(value& tree, std::vector<value*>& all) {
  all.push_back(&tree);
  for (value& item : tree.items) collect(item, all);
}

void change(value& target, const value& other, std::mt19937& random) {
  switch (random() % 6) {
    case 0:
      if (!target.items.empty())
        target.items.erase(target.items.begin() +
                           static_cast<std::ptrdiff_t>(random() % target.items.size()));
      return;
    case 1:
      if (target.type == kind::array && !target.items.empty())
        target.items.push_back(value(target.items[random() % target.items.size()]));
      return;
    case 2: {
      value copy = other;
      copy.key = target.key;
      target = copy;
      return;
    }
    case 3:
      if (target.type == kind::integer) target.integer = random() % 3 == 0 ? random() : random() % 102;
      if (target.type == kind::boolean) target.boolean = !target.boolean;
      return;
    default: {
      if (target.type != kind::string) return;
      if (random() % 2 == 0) target.text.clear();
      const std::string_view text = target.text;
      const std::size_t at = random() % (text.size() + 1);
      target.text =
          faceoff::string(text.substr(0, at)) + nasty[random() % std::size(nasty)] + text.substr(at);
    }
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed) {
  std::mt19937 random(seed);
  const std::string_view whole(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(whole.find('\xFF'), size);
  const auto read = faceoff::json::parse(whole.substr(0, end), {1 << 16, 24, 5'000});
  if (!read || random() % 2 == 0) return LLVMFuzzerMutate(data, size, most);
  value tree = *read;
  for (unsigned changes = 1 + static_cast<unsigned>(random() % 3); changes > 0; --changes) {
    std::vector<value*> all;
    collect(tree, all);
    const value other = *all[random() % all.size()];
    change(*all[random() % all.size()], other, random);
  }
  const std::string text = faceoff::json::write(tree) + std::string(whole.substr(end));
  if (text.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::memcpy(data, text.data(), text.size());
  return text.size();
}
