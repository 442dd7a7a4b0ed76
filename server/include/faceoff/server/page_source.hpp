// Everything the server answers that is not a vote: files, the widget, a front page.
//
// In: a request's method, target and negotiation headers. Out: an answer whose bytes are shared, not copied.
// Called from every network thread at once, so it must be thread-safe, and it holds up that thread's other
// readers while it runs: answer from memory. The server writes Date, Content-Length, Connection and
// X-Content-Type-Options itself and leaves out the body for HEAD.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace faceoff::server {

struct page_request {
  std::string_view method;  // "GET", "HEAD", "POST", ... as sent
  std::string_view target;  // as sent, with its query; at most settings::target_bytes; not decoded
  std::string_view if_none_match;
  std::string_view accept_encoding;
};

struct page_answer {
  int status = 404;
  std::string media_type;                   // with its charset where it has one; "" no Content-Type
  std::shared_ptr<const std::string> body;  // null: no body
  std::string etag;                         // with its quotes; "" none
  std::string content_encoding;             // "br", "gzip" or ""
  std::vector<std::pair<std::string, std::string>> headers;  // further ones, e.g. Cache-Control, Vary
};

// A document that is not served as it now stands, for /readyz.
struct broken_document {
  std::string path;
  std::string problem;          // one sentence
  bool last_good_kept = false;  // its last good version is still served
};

class page_source {
 public:
  virtual ~page_source() = default;
  virtual page_answer find(const page_request& asked) = 0;
  virtual std::vector<broken_document> broken() { return {}; }
};

// Which of the encodings at hand an Accept-Encoding header prefers: "br", "gzip" or "" (identity). Quality
// values and "*" count; of equal ones br, then gzip.
std::string_view choose_encoding(std::string_view accept_encoding, bool has_brotli, bool has_gzip);
// Whether If-None-Match names the tag (weak comparison, lists, "*").
bool etag_matches(std::string_view if_none_match, std::string_view etag);
// Compressed bytes; "" when compression fails. quality: brotli 0..11, gzip 1..9.
std::string compress_brotli(std::string_view bytes, int quality);
std::string compress_gzip(std::string_view bytes, int quality);

}  // namespace faceoff::server
