#include <algorithm>

#include "../json/string_reader.hpp"
#include "faceoff/digest.hpp"
#include "faceoff/feed.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/url.hpp"
#include "item.hpp"
#include "reader.hpp"

namespace faceoff {

namespace {

using feed::placed_finding;

std::string decimal(std::size_t number) { return json::writer().integer(number).take(); }

// Findings that no reader tells: about the text or the feed as a whole.
placed_finding at(rule what, const json::value& where, std::string pointer) {
  placed_finding found;
  found.told.what = what;
  found.told.pointer = std::move(pointer);
  found.offset = where.offset;
  return found;
}

class parsing {
 public:
  parsing(std::string_view text, const feed_options& options)
      : text_(text), options_(options), choice_(options.item) {}

  parsed_feed run() {
    constexpr json::bounds within{limits::feed_bytes, limits::depth, limits::values};
    const auto root = json::parse(text_, within, choice_.filter());
    if (!root) {
      out_.findings.push_back(root.error());
      return std::move(out_);
    }
    const json::value* const items = root->find("items");
    if (items != nullptr && items->type == json::kind::array && root->find("contenders") == nullptr) {
      of_feed(*items);
    } else if (root->find("contenders") == nullptr && root->find("faceoff") == nullptr) {
      tell(at(rule::not_comparison, *root, {}));
    } else if (text_.size() > limits::document_bytes) {
      too_large(*root, {}, text_.size());
    } else {
      comparison_at(*root, {});
    }
    finish();
    return std::move(out_);
  }

 private:
  void tell(placed_finding found, std::string_view subject = {}, std::string_view expected = {}) {
    found.told.subject = json::shortened(subject);
    found.told.expected = json::printable(expected);
    findings_.push_back(std::move(found));
  }

  void too_large(const json::value& where, std::string pointer, std::size_t bytes) {
    tell(at(rule::json_too_large, where, std::move(pointer)), decimal(bytes),
         decimal(limits::document_bytes));
  }

  void of_feed(const json::value& items) {
    if (choice_.seen() > limits::feed_items) {
      return tell(at(rule::list_too_long, items, "/items"), decimal(choice_.seen()),
                  decimal(limits::feed_items));
    }
    if (options_.item.empty() && choice_.usable() > 1) {
      return tell(at(rule::item_needed, items, "/items"), decimal(choice_.usable()));
    }
    if (!choice_.found()) return no_item(items);
    const std::string pointer = "/items" + json::pointer_token(decimal(choice_.index()));
    of_item(items.items.back(), pointer);
  }

  void no_item(const json::value& items) {
    if (options_.item.empty()) return tell(at(rule::item_empty, items, "/items"), "the feed");
    tell(at(rule::item_missing, items, "/items"), options_.item, choice_.advice());
  }

  void of_item(const json::value& item, const std::string& pointer) {
    const json::value* url = nullptr;
    if (const json::value* const own = feed::comparison_of(item)) {
      const std::string inside = pointer + "/_faceoff/comparison";
      const std::size_t bytes = json::write(*own).size();
      if (bytes > limits::document_bytes) return too_large(*own, inside, bytes);
      return comparison_at(*own, inside);
    }
    const std::string_view attached = feed::attachment_of(item, &url);
    if (attached.empty()) return tell(at(rule::item_empty, item, pointer), "this item");
    if (!plausible_url(attached))
      return tell(at(rule::url_refused, *url, pointer + "/attachments"), attached);
    out_.attachment = attached;
  }

  void comparison_at(const json::value& tree, std::string pointer) {
    const json::value* const format = tree.find("faceoff");
    if (format != nullptr && format->type == json::kind::integer && format->integer > 1) {
      out_.newer_format = true;
      return tell(at(rule::format_newer, *format, pointer + "/faceoff"), decimal(format->integer), "1");
    }
    comparison& document = out_.document.emplace();
    feed::reader reading(document, std::move(pointer));
    reading.read(tree);
    for (placed_finding& found : reading.findings()) findings_.push_back(std::move(found));
    out_.canonical = json::write(tree);
  }

  // In the text's order, with lines and columns; errors are not the ones cut off.
  void finish() {
    if (options_.strict) {
      for (placed_finding& found : findings_) found.told.level = severity::error;
    }
    const auto is_error = [](const placed_finding& found) { return found.told.level == severity::error; };
    const auto errors = std::stable_partition(findings_.begin(), findings_.end(), is_error);
    if (errors != findings_.begin()) out_.document.reset();
    const auto earlier = [](const placed_finding& a, const placed_finding& b) { return a.offset < b.offset; };
    std::stable_sort(findings_.begin(), errors, earlier);
    std::stable_sort(errors, findings_.end(), earlier);
    if (findings_.size() > limits::findings) findings_.resize(limits::findings);
    std::stable_sort(findings_.begin(), findings_.end(), earlier);
    for (placed_finding& found : findings_) {
      const json::place where = json::place_of(text_, found.offset);
      found.told.line = where.line;
      found.told.column = where.column;
      found.told.pointer = json::printable(found.told.pointer);
      out_.findings.push_back(std::move(found.told));
    }
  }

  std::string_view text_;
  const feed_options& options_;
  feed::item_choice choice_;
  std::vector<placed_finding> findings_;
  parsed_feed out_;
};

}  // namespace

parsed_feed parse_feed(std::string_view text, const feed_options& options) {
  return parsing(text, options).run();
}

std::string document_digest(std::string_view canonical) { return to_hex(sha256_of(canonical)); }

}  // namespace faceoff
