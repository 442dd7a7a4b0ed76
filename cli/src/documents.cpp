#include "documents.hpp"

#include "faceoff/json.hpp"
#include "faceoff/limits.hpp"

namespace faceoff::cli {
namespace {

constexpr json::bounds feed_bounds{limits::feed_bytes, limits::depth + 8, limits::values* limits::feed_items};

// The ids of a feed's items that hold or point to a comparison; empty for anything else.
std::vector<std::string> item_ids(std::string_view text) {
  std::vector<std::string> ids;
  const result<json::value, finding> tree = json::parse(text, feed_bounds);
  if (!tree || tree->find("faceoff") != nullptr) return ids;
  const json::value* items = tree->find("items");
  if (items == nullptr || items->type != json::kind::array) return ids;
  for (const json::value& item : items->items) {
    const json::value* id = item.find("id");
    if (id != nullptr && id->type == json::kind::string && item.find("_faceoff") != nullptr)
      ids.push_back(id->text);
  }
  return ids;
}

}  // namespace

std::vector<parsed_document> parse_documents(std::string_view text, std::string_view item, bool strict) {
  std::vector<parsed_document> out;
  if (item.empty()) {
    for (std::string& id : item_ids(text)) {
      parsed_feed parsed = parse_feed(text, {id, strict});
      out.push_back({std::move(id), std::move(parsed)});
    }
  }
  if (out.empty()) out.push_back({std::string(item), parse_feed(text, {item, strict})});
  return out;
}

bool has_errors(const parsed_feed& parsed) {
  for (const finding& found : parsed.findings) {
    if (found.level == severity::error) return true;
  }
  return false;
}

bool points_elsewhere(const parsed_feed& parsed) { return !has_errors(parsed) && !parsed.document; }

}  // namespace faceoff::cli
