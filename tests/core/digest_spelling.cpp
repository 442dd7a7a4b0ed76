#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

#include "faceoff/digest.hpp"

using namespace faceoff;

namespace {

const std::string abc_hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const std::string abc_url =
    "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0";  // Python's base64.urlsafe_b64encode

hash256 read_back;
bool from_hex(std::string_view text) { return faceoff::from_hex(text, read_back); }
bool from_base64url(std::string_view text) { return faceoff::from_base64url(text, read_back); }

}  // namespace

TEST_CASE("a hash is spelled in 64 hex or 43 base64url characters") {
  CHECK(to_hex(sha256_of("abc")) == abc_hex);
  CHECK(to_base64url(sha256_of("abc")) == abc_url);
}

TEST_CASE("both spellings are read back") {
  hash256 hash{};
  for (unsigned i = 0; i < 256; ++i) {
    for (std::size_t at = 0; at < hash.size(); ++at) hash[at] = static_cast<std::uint8_t>(i * (at + 1) + at);
    REQUIRE(from_hex(to_hex(hash)));
    CHECK(read_back == hash);
    read_back = {};
    REQUIRE(from_base64url(to_base64url(hash)));
    CHECK(read_back == hash);
  }
}

TEST_CASE("hex is strict: lower case, 64 characters") {
  CHECK(from_hex(abc_hex));
  CHECK_FALSE(from_hex(""));
  CHECK_FALSE(from_hex(abc_hex.substr(1)));
  CHECK_FALSE(from_hex(abc_hex + "0"));
  for (const char bad : {'A', 'g', ' ', '\0', '/', ':', '`', '\xc3'}) {
    std::string text = abc_hex;
    text[17] = bad;
    CHECK_FALSE(from_hex(text));
  }
}

TEST_CASE("base64url is strict: its alphabet, 43 characters, no padding, unused bits zero") {
  CHECK(from_base64url(abc_url));
  CHECK_FALSE(from_base64url(""));
  CHECK_FALSE(from_base64url(abc_url.substr(1)));
  CHECK_FALSE(from_base64url(abc_url + "="));
  for (const char bad : {'+', '/', '=', ' ', '\0', '@', '[', '`', '{', '\xc3'}) {
    std::string text = abc_url;
    text[17] = bad;
    CHECK_FALSE(from_base64url(text));
  }
  // The last digit holds four bits and two zeros: of 64 digits, 16 are right.
  int right = 0;
  for (const char digit : std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")) {
    right += from_base64url(abc_url.substr(0, 42) + digit) ? 1 : 0;
  }
  CHECK(right == 16);
}
