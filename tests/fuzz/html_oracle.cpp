#include "html_oracle.hpp"

#include <algorithm>
#include <vector>

#include "faceoff/html_names.hpp"

namespace faceoff_fuzz {

namespace {

#define FACEOFF_NAME(name, ...) #name,
constexpr std::string_view tags[] = {FACEOFF_HTML_TAGS(FACEOFF_NAME)};
#undef FACEOFF_NAME
#define FACEOFF_SPELLING(name, spelling) spelling,
constexpr std::string_view attributes[] = {FACEOFF_HTML_ATTRIBUTES(FACEOFF_SPELLING, FACEOFF_SPELLING)};
constexpr std::string_view addresses[] = {FACEOFF_HTML_ADDRESSES(FACEOFF_SPELLING)};
#undef FACEOFF_SPELLING

template <class List>
bool in(const List& list, std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

bool escaped(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<' || text[i] == '>' || text[i] == '"' || text[i] == '\r') return false;
    if (text[i] != '&') continue;
    const std::string_view rest = text.substr(i);
    const bool known = rest.starts_with("&amp;") || rest.starts_with("&lt;") || rest.starts_with("&gt;") ||
                       rest.starts_with("&quot;") || rest.starts_with("&#13;");
    if (!known) return false;
  }
  return true;
}

bool web_address(std::string_view value) {
  std::string start(value.substr(0, 8));
  for (char& c : start) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return start.starts_with("https://") || start.starts_with("http://") || value.starts_with('#');
}

class tokenizer {
 public:
  explicit tokenizer(std::string_view html) : rest_(html) {}

  std::string run() {
    while (fault_.empty() && !rest_.empty()) {
      const std::string_view text = rest_.substr(0, rest_.find('<'));
      rest_.remove_prefix(text.size());
      if (!escaped(text)) return std::string("unescaped text: ").append(text);
      if (rest_.starts_with("</")) {
        close();
      } else if (!rest_.empty()) {
        open();
      }
    }
    if (fault_.empty() && !open_.empty()) fault_ = std::string("not closed: ").append(open_.back());
    return fault_;
  }

  const std::string& skeleton() const { return skeleton_; }

 private:
  std::string_view name() {
    const std::size_t end =
        std::min(rest_.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"),
                 rest_.size());
    const std::string_view found = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return found;
  }

  void fail(std::string_view what, std::string_view about) {
    fault_ = std::string(what).append(": ").append(about.substr(0, 200));
  }

  void close() {
    rest_.remove_prefix(2);
    const std::string_view found = name();
    if (open_.empty() || open_.back() != found || !rest_.starts_with('>'))
      return fail("closes what is not open", found);
    open_.pop_back();
    rest_.remove_prefix(1);
    skeleton_ += "/\n";
  }

  void open() {
    rest_.remove_prefix(1);
    const std::string_view found = name();
    if (!in(tags, found)) return fail("tag", found.empty() ? rest_ : found);
    skeleton_ += found;
    while (rest_.starts_with(' ')) {
      rest_.remove_prefix(1);
      attribute();
      if (!fault_.empty()) return;
    }
    if (!rest_.starts_with('>')) return fail("tag does not end", rest_);
    rest_.remove_prefix(1);
    skeleton_ += '\n';
    if (found != "img") open_.push_back(found);
  }

  void attribute() {
    const std::string_view found = name();
    const bool address = in(addresses, found);
    if (!address && !in(attributes, found)) return fail("attribute", found.empty() ? rest_ : found);
    if (found.starts_with("on") || found == "style" || found == "srcdoc") return fail("attribute", found);
    const bool bare = !rest_.starts_with("=\"");
    const bool valueless = found == "hidden" || found == "disabled" || found == "data-same";
    if (bare != valueless) return fail("with or without a value", found);
    skeleton_.append(" ").append(found);
    if (bare) return;
    rest_.remove_prefix(2);
    const std::size_t end = rest_.find('"');
    if (end == rest_.npos) return fail("value does not end", found);
    const std::string_view value = rest_.substr(0, end);
    if (!escaped(value)) return fail("unescaped value", value);
    if (address && !web_address(value)) return fail("address", value);
    rest_.remove_prefix(end + 1);
  }

  std::string_view rest_;
  std::vector<std::string_view> open_;
  std::string fault_, skeleton_;
};

}  // namespace

std::string html_fault(std::string_view html) { return tokenizer(html).run(); }

std::string skeleton(std::string_view html) {
  tokenizer reading(html);
  reading.run();
  return reading.skeleton();
}

}  // namespace faceoff_fuzz
