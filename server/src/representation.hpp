// The bytes of one resource at one moment, in every encoding it is asked for.
//
// In: a media type and bytes. Out: answers to GET and its 304, per encoding, made at the first request that
// wants them and then shared by all (single flight). Cost: a hash and a compression once per change, if
// anyone asks. Immutable to its readers, safe from any thread.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "answer.hpp"

namespace faceoff::server {

// One resource's bytes in their encodings, with the entity tags.
class representation {
 public:
  representation(std::string media_type, std::string bytes);

  // 200, or 304 when If-None-Match names the tag of what would be sent.
  const answer& find(std::string_view accept_encoding, std::string_view if_none_match) const;
  const std::string& bytes() const { return *bytes_; }

 private:
  struct variant {
    std::once_flag made;
    std::string etag;
    answer whole;
    answer unchanged;
  };
  void make(variant& one, std::string_view encoding) const;

  std::string media_type_;
  std::shared_ptr<const std::string> bytes_;
  mutable std::array<variant, 3> variants_;  // as they are, gzip, brotli
};

}  // namespace faceoff::server
