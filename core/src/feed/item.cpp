#include "item.hpp"

namespace faceoff::feed {

namespace {

// The text of the member; null where there is none.
const json::value* text_member(const json::value& object, const char* key) {
  const json::value* const found = object.find(key);
  return found != nullptr && found->type == json::kind::string ? found : nullptr;
}

bool is_document(const json::value& attachment, std::string_view url) {
  const json::value* const type = text_member(attachment, "mime_type");
  if (type != nullptr && type->text == "application/vnd.faceoff+json") return true;
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
    const json::value* const url = text_member(attachment, "url");
    if (url != nullptr && is_document(attachment, url->text)) return url->text.empty() ? nullptr : url;
  }
  return nullptr;
}

bool item_choice::is_wanted(std::string_view id) {
  if (id == wanted_) return true;
  nearest_.offer(id);
  return false;
}

unsigned item_choice::rank_of(const json::value& item, const json::value* comparison) {
  const json::value* const id = text_member(item, "id");
  if (id != nullptr && is_wanted(id->text)) return 3;
  if (comparison == nullptr) return 0;
  const json::value* const own = text_member(*comparison, "id");
  if (own != nullptr && is_wanted(own->text)) return 2;
  const json::value* const aliases = comparison->find("aliases");
  if (aliases == nullptr) return 0;
  for (const json::value& alias : aliases->items) {
    if (alias.type == json::kind::string && is_wanted(alias.text)) return 1;
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
