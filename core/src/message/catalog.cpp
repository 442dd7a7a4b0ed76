#include "english.hpp"
#include "faceoff/limits.hpp"

namespace faceoff {
namespace {

// Puts the member's text into `into`, if there is one.
void take(const json::value& from, std::string_view name, string& into) {
  const json::value* found = from.find(name);
  if (found && found->type == json::kind::string) into = found->text;
}

// Forms of a plural, marked as in english.hpp.
string marked_forms(const json::value& forms) {
  string out;
  for (std::size_t i = 0; i <= std::size_t(plural::other); i++) {
    string form;
    take(forms, name_of(plural(i)), form);
    if (form.empty()) continue;
    out += '\1';
    out += static_cast<char>('0' + i);
    out += form;
  }
  return out;
}

}  // namespace

catalog::catalog() {
  rules_.resize(std::size_t(plural::other));
  rules_[std::size_t(plural::one)] = "i = 1 and v = 0";
  english_.resize(message_count);
  english_patterns(english_.data());
  patterns_.resize(message_count);
}

catalog::~catalog() = default;
catalog::catalog(catalog&&) noexcept = default;
catalog& catalog::operator=(catalog&&) noexcept = default;

result<catalog, finding> catalog::parse(std::string_view text) {
  auto tree = json::parse(text, {limits::catalog_bytes, 4, limits::values});
  if (!tree) return tree.error();
  catalog read;
  read.read(*tree);
  return read;
}

void catalog::read(const json::value& tree) {
  take(tree, "language", language_);
  take(tree, "direction", direction_);
  take(tree, "decimal", decimal_);
  take(tree, "group", group_);
  take(tree, "percent", percent_);
  if (direction_ != "rtl") direction_ = "ltr";
  if (const json::value* rules = tree.find("plural")) {
    for (std::size_t i = 0; i < rules_.size(); i++) {
      rules_[i].clear();
      take(*rules, name_of(plural(i)), rules_[i]);
    }
  }
  const json::value* messages = tree.find("messages");
  if (!messages) return;
  std::size_t place = 0;
  for (const json::value& given : messages->items) {
    const std::size_t at = messages->type == json::kind::object ? message_named(given.key) : place++;
    if (at >= message_count) continue;
    patterns_[at] = given.type == json::kind::object ? marked_forms(given) : given.text;
  }
}

// The form for `n`. English stands in for what the catalog lacks, by English plural rules.
std::string_view catalog::pattern(message key, std::uint64_t n) const {
  const string& own = patterns_[std::size_t(key)];
  const std::string_view forms = own.empty() ? english_[std::size_t(key)] : std::string_view(own);
  if (forms[0] != '\1') return forms;
  std::size_t category = std::size_t(plural::other);
  if (own.empty()) {
    if (n == 1) category = std::size_t(plural::one);
  } else {
    for (std::size_t i = 0; i < rules_.size(); i++) {
      if (plural_rule_holds(rules_[i], n)) category = i;
    }
  }
  const char mark[] = {'\1', static_cast<char>('0' + category)};
  std::size_t start = forms.find(std::string_view(mark, 2));
  if (start == forms.npos) start = forms.rfind('\1');
  const std::size_t end = forms.find('\1', start + 1);
  return forms.substr(start + 2, end == forms.npos ? end : end - start - 2);
}

}  // namespace faceoff
