#include "english.hpp"
#include "faceoff/limits.hpp"

namespace faceoff {
namespace {

// Puts the member's text into `into`, if there is one.
void take(const json::value& from, std::string_view name, string& into) {
  const json::value* found = from.find(name);
  if (found && found->type == json::kind::string) into = found->text;
}

// By setting, each ended by NUL: names in a catalog, and what English has.
constexpr char setting_names[] = "language\0direction\0decimal\0group\0grouping\0percent";
constexpr char english_settings[] =
    "en\0ltr\0.\0,\0"
    "31\0{n}%";

// Forms of a plural, marked as in english.hpp.
string marked_forms(const json::value& forms) {
  string out;
  for (std::size_t i = 0; i <= std::size_t(plural::other); i++) {
    string form;
    take(forms, name_of(plural(i)), form);
    if (form.empty()) continue;
    out += own_form;
    out += static_cast<char>('0' + i);
    out += form;
  }
  return out;
}

}  // namespace

catalog::catalog() {
  settings_.resize(6);
  for (std::size_t i = 0; i < settings_.size(); i++) settings_[i] = text_after(english_settings, i);
  rules_.resize(std::size_t(plural::other));
  rules_[std::size_t(plural::one)] = "i = 1 and v = 0";
  patterns_.resize(message_count);
  english_patterns(patterns_.data());
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
  for (std::size_t i = 0; i < settings_.size(); i++) take(tree, text_after(setting_names, i), settings_[i]);
  string& direction = settings_[std::size_t(setting::direction)];
  if (!(direction == "rtl")) direction = "ltr";
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
    string text = given.type == json::kind::object ? marked_forms(given) : given.text;
    if (text.empty()) continue;
    text += '\0';
    patterns_[at] = text.data();
    owned_.push_back(std::move(text));
  }
}

// The form for `n`: the one of its category, else the last one.
std::string_view catalog::pattern(message key, std::uint64_t n) const {
  const char* form = patterns_[std::size_t(key)];
  const char mark = *form;
  if (mark == english_form || mark == own_form) {
    std::size_t category = std::size_t(mark == english_form && n == 1 ? plural::one : plural::other);
    for (std::size_t i = 0; mark == own_form && i < rules_.size(); i++) {
      if (plural_rule_holds(rules_[i], n)) category = i;
    }
    for (const char* at = form; *at != '\0'; at++) {
      if (*at != mark) continue;
      form = at + 2;
      if (at[1] == static_cast<char>('0' + category)) break;
    }
  }
  const char* end = form;
  while (static_cast<unsigned char>(*end) > own_form) end++;  // up to NUL or the next form
  return {form, static_cast<std::size_t>(end - form)};
}

}  // namespace faceoff
