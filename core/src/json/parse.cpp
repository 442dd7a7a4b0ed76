#include "faceoff/error_rules.hpp"
#include "faceoff/json.hpp"
#include "number.hpp"
#include "sort_indices.hpp"
#include "string_reader.hpp"

namespace faceoff::json {

namespace {

class parser {
 public:
  parser(std::string_view text, const bounds& within, const list_filter& filter)
      : text_(text), within_(within), filter_(filter), values_(within.values) {}

  bool whole(value& root) {
    if (!acceptable()) return false;
    skip_space();
    if (at_ == text_.size()) return fail(rule::json_empty);
    if (text_[at_] == '<') return fail(rule::json_html);
    if (!read(root, 1)) return false;
    skip_space();
    return at_ == text_.size() || fail(rule::json_trailing, shown(text_, at_));
  }

  finding found() const {
    finding told = found_;
    told.pointer = printable(told.pointer);
    return told;
  }

 private:
  bool fail(rule what, string subject = {}, std::string_view expected = {}) {
    const place where = place_of(text_, static_cast<std::uint32_t>(at_));
    found_ = {what, severity::error, {}, where.line, where.column, std::move(subject), string(expected)};
    return false;
  }

  bool fail_expecting(std::string_view expected) {
    return at_ == text_.size() ? fail(rule::json_ends_early, {}, expected)
                               : fail(rule::json_unexpected, shown(text_, at_), expected);
  }

  // What can be said of the text without reading it.
  bool acceptable() {
    if (text_.size() > within_.bytes) {
      fail(rule::json_too_large, decimal(text_.size()), decimal(within_.bytes));
      found_.line = found_.column = 0;
      return false;
    }
    if (text_.starts_with("\xEF\xBB\xBF")) return fail(rule::json_byte_order_mark);
    const std::size_t nul = text_.find('\0');
    if (nul == text_.npos) return true;
    at_ = nul;
    return fail(rule::json_nul);
  }

  void skip_space() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) {
      ++at_;
    }
  }

  bool next_is(char wanted) const { return at_ < text_.size() && text_[at_] == wanted; }

  // A value of a text that is a value deep in `depth` containers. Leaves at_ behind it.
  bool read(value& into, std::size_t depth) {
    skip_space();
    into.offset = static_cast<std::uint32_t>(at_);
    if (values_ == 0) return fail(rule::json_values, {}, decimal(within_.values));
    --values_;
    if (at_ == text_.size()) return fail_expecting("a value");
    switch (text_[at_]) {
      case '{':
      case '[':
        return container(into, depth);
      case '"':
        into.type = kind::string;
        return quoted(into.text);
      default:
        return literal(into);
    }
  }

  bool quoted(string& into) {
    const string_end end = read_string(text_, at_, into);
    at_ = end.at;
    if (!end.failed) return true;
    return end.what == rule::json_ends_early ? fail_expecting("a closing quote")
                                             : fail(end.what, end.subject);
  }

  bool literal(value& into) {
    const std::string_view rest = text_.substr(at_);
    const char first = rest.front();
    if (first == '-' || (first >= '0' && first <= '9')) return number(into);
    into.boolean = rest.starts_with("true");
    const bool is_null = rest.starts_with("null");
    if (!into.boolean && !is_null && !rest.starts_with("false")) return fail_expecting("a value");
    into.type = is_null ? kind::null : kind::boolean;
    at_ += into.boolean || is_null ? 4 : 5;
    return true;
  }

  std::size_t digits() {
    const std::size_t first = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    return at_ - first;
  }

  bool number(value& into) {
    const std::size_t first = at_;
    at_ += next_is('-');
    const bool zero = next_is('0');
    bool valid = zero ? digits() == 1 : digits() != 0;
    if (valid && next_is('.')) {
      ++at_;
      valid = digits() != 0;
    }
    if (valid && (next_is('e') || next_is('E'))) {
      ++at_;
      at_ += next_is('+') || next_is('-');
      valid = digits() != 0;
    }
    into.text = text_.substr(first, at_ - first);
    if (!valid) {
      at_ = first;
      return fail(rule::json_number, shown(text_, at_));
    }
    const std::optional<std::uint64_t> exact = exact_integer(into.text);
    into.type = exact ? kind::integer : kind::other_number;
    if (exact) {
      into.integer = *exact;
      into.text.clear();
    }
    return true;
  }

  bool container(value& into, std::size_t depth) {
    if (depth > within_.depth) return fail(rule::json_depth, {}, decimal(within_.depth));
    into.type = text_[at_] == '{' ? kind::object : kind::array;
    const char closing = into.type == kind::object ? '}' : ']';
    ++at_;
    skip_space();
    if (next_is(closing)) return ++at_;
    for (std::size_t index = 0;; ++index) {
      value& element = into.items.add();
      if (into.type == kind::object && !key(element)) return false;
      if (!read_element(into, element, depth)) return within_element(into, element, index);
      skip_space();
      if (next_is(closing)) break;
      if (!next_is(',')) return fail_expecting(closing == '}' ? "a comma or }" : "a comma or ]");
      ++at_;
    }
    ++at_;
    return into.type == kind::array || distinct_keys(into);
  }

  bool read_element(value& into, value& element, std::size_t depth) {
    const bool filtered = depth == 2 && filter_.keep != nullptr && in_filtered_list_;
    if (depth == 1) in_filtered_list_ = into.type == kind::object && element.key == filter_.list;
    if (filtered) values_ = within_.values;
    if (!read(element, depth + 1)) return false;
    if (filtered && into.type == kind::array && !filter_.keep(filter_.context, element))
      into.items.pop_back();
    return true;
  }

  bool key(value& element) {
    skip_space();
    element.key_offset = static_cast<std::uint32_t>(at_);
    if (!next_is('"')) return fail_expecting("a key in double quotes");
    if (!quoted(element.key)) return false;
    skip_space();
    if (!next_is(':')) return fail_expecting("a colon");
    ++at_;
    return true;
  }

  // The pointer of a failure grows from its end as the calls return.
  bool within_element(const value& into, const value& element, std::size_t index) {
    const bool named = into.type == kind::object;
    found_.pointer = pointer_token(named ? element.key : decimal(index)) + found_.pointer;
    return false;
  }

  bool distinct_keys(const value& object) {
    const auto before = [](const void* whole, std::uint32_t a, std::uint32_t b) {
      const list<value>& members = static_cast<const value*>(whole)->items;
      const int order = members[a].key.view().compare(members[b].key);
      return order < 0 || (order == 0 && a < b);
    };
    const list<std::uint32_t> order = sort_indices(object.items.size(), before, &object);
    const value* twice = nullptr;
    for (std::size_t i = 1; i < order.size(); ++i) {
      const value& member = object.items[order[i]];
      if (member.key != object.items[order[i - 1]].key) continue;
      if (twice == nullptr || member.key_offset < twice->key_offset) twice = &member;
    }
    if (twice == nullptr) return true;
    at_ = twice->key_offset;
    fail(rule::json_duplicate_key, shortened(twice->key));
    found_.pointer = pointer_token(twice->key);
    return false;
  }

  std::string_view text_;
  const bounds& within_;
  const list_filter& filter_;
  std::size_t at_ = 0;
  std::size_t values_;  // how many more may come
  bool in_filtered_list_ = false;
  finding found_;
};

}  // namespace

result<value, finding> parse(std::string_view text, const bounds& within, const list_filter& filter) {
  parser reading(text, within, filter);
  value root;
  if (!reading.whole(root)) return reading.found();
  return root;
}

}  // namespace faceoff::json
