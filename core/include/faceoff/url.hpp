// Which addresses a foreign document may point to.
//
// In: a reference from a document and the document's own URL. Out: an absolute URL that is safe in href and
// fetch, or nothing. Resolution by RFC 3986 section 5.2 (strict). Allowed: https anywhere; http on loopback
// and on the base's own origin. Refused: other schemes, scheme-relative references, user info, control
// characters, spaces, backslashes, quotes and angle brackets, a colon in a relative reference's first
// segment, more than limits::url_bytes.
#pragma once

#include <optional>
#include <string_view>

#include "faceoff/string.hpp"

namespace faceoff {

// An absolute, allowed URL. Only resolve_url makes one, so whatever takes a safe_url needs no check of its
// own.
class safe_url {
 public:
  const string& text() const { return text_; }

 private:
  explicit safe_url(string text) : text_(std::move(text)) {}
  friend std::optional<safe_url> resolve_url(std::string_view reference, std::string_view base);

  string text_;
};

// base: absolute http(s) URL, or "" (then only absolute references resolve).
std::optional<safe_url> resolve_url(std::string_view reference, std::string_view base);

// What a document may hold without its base being known: an absolute http(s) URL (http may turn out to be the
// base's own origin), or a relative reference that is not scheme-relative. For validation.
bool plausible_url(const string& reference);
// Of a plausible one: whether it is http and neither on loopback nor relative, so that it is allowed on its
// own origin alone.
bool insecure_url(const string& reference);

}  // namespace faceoff
