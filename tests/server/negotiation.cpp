#include <doctest/doctest.h>

#include "faceoff/server/page_source.hpp"

namespace faceoff::server {

TEST_CASE("an encoding is chosen by quality, brotli first among equals") {
  struct row {
    const char* accept;
    const char* chosen;
  };
  const row rows[] = {
      {"", ""},
      {"gzip", "gzip"},
      {"br", "br"},
      {"gzip, deflate, br", "br"},
      {"gzip, deflate, br, zstd", "br"},
      {"GZIP", "gzip"},
      {"x-gzip", "gzip"},
      {"br;q=0.5, gzip;q=0.8", "gzip"},
      {"br ; q=0.5 , gzip ; q=0.8", "gzip"},
      {"br;q=0, gzip", "gzip"},
      {"br;q=0, gzip;q=0.000", ""},
      {"*", "br"},
      {"*;q=0", ""},
      {"gzip;q=0.1, *;q=0", "gzip"},
      {"identity", ""},
      {"identity;q=1, gzip;q=0.5", ""},
      {"identity;q=0.5, gzip;q=0.5", "gzip"},
      {"gzip;q=2", ""},
      {"gzip;q=nonsense, br;q=0.1", "br"},
      {"gzipped", ""},
      {",, ,gzip,", "gzip"},
      {"gzip;level=9;q=0.2", "gzip"},
  };
  for (const row& one : rows) {
    CAPTURE(one.accept);
    CHECK(choose_encoding(one.accept, true, true) == one.chosen);
  }
  CHECK(choose_encoding("br, gzip;q=0.1", false, true) == "gzip");
  CHECK(choose_encoding("br", false, true) == "");
}

TEST_CASE("If-None-Match is compared weakly, in lists, and * is any") {
  CHECK(etag_matches("\"a\"", "\"a\""));
  CHECK(etag_matches("W/\"a\"", "\"a\""));
  CHECK(etag_matches("\"b\", W/\"a\"", "\"a\""));
  CHECK(etag_matches("\"b,c\" ,\"a\"", "\"a\""));
  CHECK(etag_matches("*", "\"a\""));
  CHECK_FALSE(etag_matches("", "\"a\""));
  CHECK_FALSE(etag_matches("\"b\"", "\"a\""));
  CHECK_FALSE(etag_matches("a", "\"a\""));
  CHECK_FALSE(etag_matches("\"x, \"a\"", "\"b\""));
  CHECK_FALSE(etag_matches("*", ""));
}

}  // namespace faceoff::server
