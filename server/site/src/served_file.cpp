#include "faceoff/site/served_file.hpp"

#include "faceoff/digest.hpp"
#include "faceoff/site/public_name.hpp"

namespace faceoff::site {
namespace {

constexpr std::size_t worth_compressing = 256;  // below, the headers weigh more than what is saved

}  // namespace

served_file::served_file(std::shared_ptr<const std::string> bytes, std::string_view media_type, int quality)
    : identity_(std::move(bytes)),
      media_type_(media_type),
      digest_(to_hex(sha256_of(*identity_))),
      quality_(quality),
      worth_(identity_->size() >= worth_compressing &&
             compressible(media_type.substr(0, media_type.find(';')))) {}

std::shared_ptr<const std::string> served_file::encoded(std::string_view encoding) {
  const std::lock_guard<std::mutex> lock(guard_);
  std::shared_ptr<const std::string>& kept = encoding == "br" ? brotli_ : gzip_;
  if (kept == nullptr) {
    kept =
        std::make_shared<const std::string>(encoding == "br" ? server::compress_brotli(*identity_, quality_)
                                                             : server::compress_gzip(*identity_, 9));
  }
  return kept;
}

server::page_answer served_file::answer(const server::page_request& asked, std::string_view cache_control) {
  server::page_answer out;
  std::string_view encoding = worth_ ? server::choose_encoding(asked.accept_encoding, true, true) : "";
  std::shared_ptr<const std::string> body = identity_;
  if (!encoding.empty()) {
    body = encoded(encoding);
    if (body->empty() || body->size() >= identity_->size()) {
      body = identity_;
      encoding = "";
    }
  }
  out.etag.append("\"").append(digest_, 0, 32);
  if (!encoding.empty()) out.etag.append("-").append(encoding);
  out.etag.append("\"");
  out.headers.emplace_back("Cache-Control", cache_control);
  out.headers.emplace_back("Access-Control-Allow-Origin", "*");
  if (worth_) out.headers.emplace_back("Vary", "Accept-Encoding");
  if (!asked.if_none_match.empty() && server::etag_matches(asked.if_none_match, out.etag)) {
    out.status = 304;
    return out;
  }
  out.status = 200;
  out.media_type = media_type_;
  out.content_encoding = encoding;
  out.body = std::move(body);
  return out;
}

}  // namespace faceoff::site
