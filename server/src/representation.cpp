#include "representation.hpp"

#include "faceoff/digest.hpp"
#include "faceoff/server/page_source.hpp"

namespace faceoff::server {
namespace {

constexpr std::size_t worth_compressing = 256;  // below, the header costs more than is gained
constexpr int brotli_quality = 5;               // of a changing answer: 0.1 ms for 2 KiB
constexpr int gzip_quality = 6;

std::string compressed(std::string_view bytes, std::string_view encoding) {
  return encoding == "br" ? compress_brotli(bytes, brotli_quality) : compress_gzip(bytes, gzip_quality);
}

head_writer head_of(int status, std::string_view etag) {
  head_writer head(status);
  allow_any_origin(head);
  head.field("Cache-Control", "no-cache").field("Vary", "Accept-Encoding").field("ETag", etag);
  return head;
}

}  // namespace

representation::representation(std::string media_type, std::string bytes)
    : media_type_(std::move(media_type)), bytes_(std::make_shared<const std::string>(std::move(bytes))) {}

const answer& representation::find(std::string_view accept_encoding, std::string_view if_none_match) const {
  std::string_view encoding;
  if (bytes_->size() >= worth_compressing && !accept_encoding.empty()) {
    encoding = choose_encoding(accept_encoding, true, true);
  }
  variant& one = variants_[encoding.empty() ? 0 : encoding == "gzip" ? 1 : 2];
  std::call_once(one.made, [&] { make(one, encoding); });
  return !if_none_match.empty() && etag_matches(if_none_match, one.etag) ? one.unchanged : one.whole;
}

void representation::make(variant& one, std::string_view encoding) const {
  one.etag = "\"";
  one.etag += to_hex(sha256_of(*bytes_)).view().substr(0, 32);
  if (!encoding.empty()) one.etag.append("-").append(encoding);
  one.etag += '"';
  one.whole.body = bytes_;
  if (!encoding.empty()) one.whole.body = std::make_shared<const std::string>(compressed(*bytes_, encoding));
  head_writer whole = head_of(200, one.etag);
  whole.field("Content-Type", media_type_);
  if (!encoding.empty()) whole.field("Content-Encoding", encoding);
  whole.length(one.whole.body->size());
  one.whole.head = whole.take();
  one.unchanged.head = head_of(304, one.etag).take();
}

}  // namespace faceoff::server
