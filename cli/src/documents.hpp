// The comparisons of one input: a document is one, a feed holds one an item.
//
// In: a text, a wanted item. Out: each comparison's parse, in the text's order. Cost: one parse an item.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "faceoff/feed.hpp"

namespace faceoff::cli {

struct parsed_document {
  std::string item;  // of a feed: its id; "" for a document
  parsed_feed parsed;
};

// `item`: only this one of a feed; "" every one. Never empty: a text that is neither gives one parse with
// findings.
std::vector<parsed_document> parse_documents(std::string_view text, std::string_view item, bool strict);

bool has_errors(const parsed_feed& parsed);
// No error, but no document either: a feed's item that only says where its document is.
bool points_elsewhere(const parsed_feed& parsed);

}  // namespace faceoff::cli
