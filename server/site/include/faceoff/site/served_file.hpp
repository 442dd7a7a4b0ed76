// One file in memory, ready to be answered in every encoding.
//
// In: bytes and a media type. Out: answers whose bodies are shared. Cost: each encoding is made at most once,
// at its first use, under the file's own lock. Thread-safe.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "faceoff/server/page_source.hpp"

namespace faceoff::site {

class served_file {
 public:
  // `quality`: brotli's, 0..11.
  served_file(std::shared_ptr<const std::string> bytes, std::string_view media_type, int quality);

  const std::string& bytes() const { return *identity_; }
  const std::string& digest() const { return digest_; }  // SHA-256 as hex

  // 200 with a strong ETag of its own for each encoding, or 304. Headers: Vary, Cache-Control as given.
  server::page_answer answer(const server::page_request& asked, std::string_view cache_control);

 private:
  std::shared_ptr<const std::string> encoded(std::string_view encoding);

  const std::shared_ptr<const std::string> identity_;
  const std::string media_type_;
  const std::string digest_;
  const int quality_;
  const bool worth_;  // compressing
  std::mutex guard_;
  std::shared_ptr<const std::string> brotli_;  // null: not made yet
  std::shared_ptr<const std::string> gzip_;
};

}  // namespace faceoff::site
