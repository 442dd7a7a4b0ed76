// Finds the wanted comparison in a JSON Feed while it is being read.
//
// In: each item as the parser meets it. Out: at most one kept item at a time per way of matching, and what
// was seen otherwise. An item's own id beats a comparison's id, which beats an alias.
#pragma once

#include <string_view>

#include "faceoff/json.hpp"
#include "faceoff/string.hpp"
#include "nearest.hpp"

namespace faceoff::feed {

class item_choice {
 public:
  explicit item_choice(std::string_view wanted) : wanted_(wanted), nearest_(wanted) {}

  json::list_filter filter() { return {"items", &item_choice::keep, this}; }

  std::size_t seen() const { return seen_; }      // items in the feed
  std::size_t usable() const { return usable_; }  // items that hold or attach a comparison
  bool found() const { return rank_ != 0; }
  std::size_t index() const { return index_; }  // of the kept item in the feed
  // What to do where nothing was found: names the nearest id.
  string advice() const { return nearest_.advice("Is the id spelled as in the feed?"); }

 private:
  static bool keep(void* self, const json::value& item) {
    return static_cast<item_choice*>(self)->consider(item);
  }
  bool consider(const json::value& item);
  unsigned rank_of(const json::value& item, const json::value* comparison);
  bool is_wanted(const json::value* id);

  std::string_view wanted_;
  nearest nearest_;
  std::size_t seen_ = 0, usable_ = 0, index_ = 0;
  unsigned rank_ = 0;  // of the kept item; 0 none
};

// The comparison under `_faceoff.comparison`, or null.
const json::value* comparison_of(const json::value& item);
// The URL of an attachment that is a comparison document, or null.
const json::value* attachment_of(const json::value& item);

}  // namespace faceoff::feed
