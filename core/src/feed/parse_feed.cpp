#include "../json/sort_indices.hpp"
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

// Findings that no reader tells: about the text or the feed as a whole.
placed_finding at(rule what, const json::value& where, string pointer) {
  placed_finding found;
  found.told.what = what;
  found.told.pointer = std::move(pointer);
  found.offset = where.offset;
  return found;
}

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
  }

 private:
  void tell(placed_finding found, std::string_view subject = {}, std::string_view expected = {}) {
    found.told.subject = json::shortened(subject);
    found.told.expected = json::printable(expected);
    findings_.push_back(std::move(found));
  }

  void too_large(const json::value& where, string pointer, std::size_t bytes) {
    tell(at(rule::json_too_large, where, std::move(pointer)), json::decimal(bytes),
         json::decimal(limits::document_bytes));
  }

  void of_feed(const json::value& items) {
    if (choice_.seen() > limits::feed_items) {
      return tell(at(rule::list_too_long, items, "/items"), json::decimal(choice_.seen()),
                  json::decimal(limits::feed_items));
    }
    if (options_.item.empty() && choice_.usable() > 1) {
      return tell(at(rule::item_needed, items, "/items"), json::decimal(choice_.usable()));
    }
    if (!choice_.found()) return no_item(items);
    const string pointer = "/items" + json::pointer_token(json::decimal(choice_.index()));
    of_item(items.items.back(), pointer);
  }

  void no_item(const json::value& items) {
    if (options_.item.empty()) return tell(at(rule::item_empty, items, "/items"), "the feed");
    tell(at(rule::item_missing, items, "/items"), options_.item, choice_.advice());
  }

  void of_item(const json::value& item, const string& pointer) {
    const json::value* url = nullptr;
    if (const json::value* const own = feed::comparison_of(item)) {
      const string inside = pointer + "/_faceoff/comparison";
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

  void comparison_at(const json::value& tree, string pointer) {
    const json::value* const format = tree.find("faceoff");
    if (format != nullptr && format->type == json::kind::integer && format->integer > 1) {
      out_.newer_format = true;
      return tell(at(rule::format_newer, *format, pointer + "/faceoff"), json::decimal(format->integer), "1");
    }
    comparison& document = out_.document.emplace();
    feed::reader reading(document, std::move(pointer));
    reading.read(tree);
    for (placed_finding& found : reading.findings()) findings_.push_back(std::move(found));
    out_.canonical = json::write(tree);
  }

  // In the text's order, with lines and columns. Where they are too many the last warnings are left out
  // first.
  void finish() {
    std::size_t errors = 0, kept = 0;
    for (placed_finding& found : findings_) {
      if (options_.strict) found.told.level = severity::error;
      errors += found.told.level == severity::error;
    }
    if (errors != 0) out_.document.reset();
    const auto before = [](const void* all, std::uint32_t a, std::uint32_t b) {
      const auto& found = *static_cast<const list<placed_finding>*>(all);
      return found[a].offset < found[b].offset || (found[a].offset == found[b].offset && a < b);
    };
    for (const std::uint32_t index : json::sort_indices(findings_.size(), before, &findings_)) {
      placed_finding& found = findings_[index];
      const bool error = found.told.level == severity::error;
      errors -= error;
      if (kept + (error ? 0 : errors) >= limits::findings) continue;
      ++kept;
      place(found);
    }
  }

  void place(placed_finding& found) {
    const json::place where = json::place_of(text_, found.offset);
    found.told.line = where.line;
    found.told.column = where.column;
    found.told.pointer = json::printable(found.told.pointer);
    out_.findings.push_back(std::move(found.told));
  }

  std::string_view text_;
  const feed_options& options_;
  feed::item_choice choice_;
  list<placed_finding> findings_;
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
