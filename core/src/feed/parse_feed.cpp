#include "../json/shown.hpp"
#include "faceoff/digest.hpp"
#include "faceoff/feed.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/url.hpp"
#include "item.hpp"
#include "reader.hpp"

namespace faceoff {

namespace {

using feed::placed_finding;

class parsing {
 public:
  parsing(std::string_view text, const feed_options& options, parsed_feed& out)
      : text_(text), options_(options), choice_(options.item), out_(out) {}

  void run() {
    constexpr json::bounds within{limits::feed_bytes, limits::depth, limits::values};
    const auto root = json::parse(text_, within, choice_.filter());
    if (!root) {
      out_.findings.push_back(root.error());
      return;
    }
    feed::reader reading(*root);
    if (const json::value* const tree = comparison_in(*root, reading)) {
      string canonical = json::write(*tree);
      const std::size_t bytes = tree == &*root ? text_.size() : canonical.size();
      if (bytes > limits::document_bytes) {
        reading.tell(rule::json_too_large, *tree, bytes, limits::document_bytes);
      } else if (is_readable(*tree, reading)) {
        reading.read(*tree, out_.document.emplace());
        out_.canonical = std::move(canonical);
      }
    }
    finish(*root, reading.findings());
  }

 private:
  // Null where there is none, which has then been told, or an attachment.
  const json::value* comparison_in(const json::value& root, feed::reader& reading) {
    const json::value* const items = root.find("items");
    if (root.find("contenders") != nullptr) return &root;
    if (items != nullptr && items->type == json::kind::array) return comparison_of_feed(*items, reading);
    if (root.find("faceoff") != nullptr) return &root;
    reading.tell(rule::not_comparison, root);
    return nullptr;
  }

  const json::value* comparison_of_feed(const json::value& items, feed::reader& reading) {
    if (choice_.seen() > limits::feed_items) {
      reading.tell(rule::list_too_long, items, choice_.seen(), limits::feed_items);
    } else if (options_.item.empty() && choice_.usable() > 1) {
      reading.tell(rule::item_needed, items).subject = json::decimal(choice_.usable());
    } else if (choice_.found()) {
      return comparison_of_item(items.items.back(), reading);
    } else if (options_.item.empty()) {
      reading.tell(rule::item_empty, items).subject = "the feed";
    } else {
      placed_finding& found = reading.tell(rule::item_missing, items);
      found.subject = json::shortened(options_.item);
      found.expected = choice_.advice();
    }
    return nullptr;
  }

  const json::value* comparison_of_item(const json::value& item, feed::reader& reading) {
    if (const json::value* const own = feed::comparison_of(item)) return own;
    const json::value* const url = feed::attachment_of(item);
    if (url == nullptr) {
      reading.tell(rule::item_empty, item).subject = "this item";
    } else if (plausible_url(url->text)) {
      out_.attachment = url->text;
    } else {
      reading.tell(rule::url_refused, *url).about = item.find("attachments");
    }
    return nullptr;
  }

  bool is_readable(const json::value& tree, feed::reader& reading) {
    const json::value* const format = tree.find("faceoff");
    out_.newer_format = format != nullptr && format->type == json::kind::integer && format->integer > 1;
    if (out_.newer_format) reading.tell(rule::format_newer, *format, format->integer, 1);
    return !out_.newer_format;
  }

  // In the text's order, with pointers, lines and columns. Where they are too many the last warnings are left
  // out first.
  void finish(const json::value& root, list<placed_finding>& findings) {
    std::size_t errors = 0;
    for (placed_finding& found : findings) {
      if (options_.strict) found.level = severity::error;
      errors += found.level == severity::error;
    }
    if (errors != 0) out_.document.reset();
    if constexpr (!findings_told) return;
    std::size_t warnings = errors < limits::findings ? limits::findings - errors : 0;
    while (out_.findings.size() < limits::findings) {
      placed_finding* next = nullptr;
      for (placed_finding& found : findings) {
        const bool wanted = found.about != nullptr && (found.level == severity::error || warnings != 0);
        if (wanted && (next == nullptr || found.offset < next->offset)) next = &found;
      }
      if (next == nullptr) return;
      warnings -= next->level == severity::warning;
      const json::place where = json::place_of(text_, next->offset);
      next->line = where.line;
      next->column = where.column;
      next->pointer = json::printable(json::pointer_of(root, *next->about));
      next->about = nullptr;
      out_.findings.push_back(std::move(*next));
    }
  }

  std::string_view text_;
  const feed_options& options_;
  feed::item_choice choice_;
  parsed_feed& out_;
};

}  // namespace

parsed_feed parse_feed(std::string_view text, const feed_options& options) {
  parsed_feed out;
  parsing(text, options, out).run();
  return out;
}

string document_digest(std::string_view canonical) { return to_hex(sha256_of(canonical)); }

}  // namespace faceoff
