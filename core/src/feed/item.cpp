#include "item.hpp"

namespace faceoff::feed {

namespace {

bool is_text(const json::value* given) { return given != nullptr && given->type == json::kind::string; }

bool is_document(const json::value& attachment, std::string_view url) {
  const json::value* const type = attachment.find("mime_type");
  if (is_text(type) && type->text == "application/vnd.faceoff+json") return true;
  return url.substr(0, url.find_first_of("?#")).ends_with(".faceoff.json");
}

}  // namespace

const json::value* comparison_of(const json::value& item) {
  const json::value* const extension = item.find("_faceoff");
  return extension == nullptr ? nullptr : extension->find("comparison");
}

const json::value* attachment_of(const json::value& item) {
  const json::value* const attachments = item.find("attachments");
  if (attachments == nullptr || attachments->type != json::kind::array) return nullptr;
  for (const json::value& attachment : attachments->items) {
    const json::value* const url = attachment.find("url");
    if (is_text(url) && is_document(attachment, url->text)) return url->text.empty() ? nullptr : url;
  }
  return nullptr;
}

bool item_choice::is_wanted(const json::value* id) {
  if (!is_text(id)) return false;
  if (id->text == wanted_) return true;
  nearest_.offer(id->text);
  return false;
}

unsigned item_choice::rank_of(const json::value& item, const json::value* comparison) {
  if (is_wanted(item.find("id"))) return 3;
  if (comparison == nullptr) return 0;
  if (is_wanted(comparison->find("id"))) return 2;
  const json::value* const aliases = comparison->find("aliases");
  if (aliases == nullptr) return 0;
  for (const json::value& alias : aliases->items) {
    if (is_wanted(&alias)) return 1;
  }
  return 0;
}

bool item_choice::consider(const json::value& item) {
  const std::size_t index = seen_++;
  const json::value* const comparison = comparison_of(item);
  const bool usable = comparison != nullptr || attachment_of(item) != nullptr;
  usable_ += usable;
  const unsigned rank = wanted_.empty() ? usable && usable_ == 1 : rank_of(item, comparison);
  if (rank <= rank_) return false;
  rank_ = rank;
  index_ = index;
  return true;
}

}  // namespace faceoff::feed
