// From the bytes of a document or a feed to a checked comparison.
//
// In: a comparison document, or a JSON Feed 1.1 and an item's id. Out: the comparison and every finding: one
// syntax error, or every semantic finding in one go, in the text's order, at most limits::findings. Cost:
// linear; of a feed only the wanted item is kept. Never throws, prints or fetches.
#pragma once

#include <optional>
#include <string_view>

#include "faceoff/error.hpp"
#include "faceoff/list.hpp"
#include "faceoff/model.hpp"
#include "faceoff/string.hpp"

namespace faceoff {

struct feed_options {
  std::string_view item;  // a feed's item: its id or the comparison's id or alias; "" takes a lone one
  bool strict = false;    // warnings become errors
};

struct parsed_feed {
  list<finding> findings;
  std::optional<comparison> document;  // unless a finding is an error
  string canonical;           // the document alone as compact JSON in its own key order (json::write)
  string attachment;          // the wanted item only points to a document: its URL as written
  bool newer_format = false;  // `faceoff` above 1: nothing else was read
};

parsed_feed parse_feed(std::string_view text, const feed_options& options);

// SHA-256 of `canonical` in hex: what a rendered fallback and the document it came from agree on.
string document_digest(std::string_view canonical);

}  // namespace faceoff
