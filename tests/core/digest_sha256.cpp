#include <doctest/doctest.h>

#include <string>

#include "faceoff/digest.hpp"

using namespace faceoff;

namespace {

std::string repeated(char byte, std::size_t times) { return std::string(times, byte); }

}  // namespace

// NIST, "SHA-256 example values" (FIPS 180-4 examples) and the SHAVS one-million test.
TEST_CASE("SHA-256 gives NIST's digests") {
  CHECK(to_hex(sha256_of("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(to_hex(sha256_of("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(to_hex(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(to_hex(sha256_of("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                         "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu")) ==
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  CHECK(to_hex(sha256_of(repeated('a', 1'000'000))) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 does not depend on how the bytes are cut") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += static_cast<char>(i);
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const std::string_view whole = std::string_view(text).substr(0, size);
    const hash256 expected = sha256_of(whole);
    for (std::size_t cut = 0; cut <= size; cut += 7) {
      CHECK(sha256().add(whole.substr(0, cut)).add(whole.substr(cut)).finish() == expected);
    }
    sha256 slowly;
    for (const char& byte : whole) slowly.add({&byte, 1});
    CHECK(slowly.finish() == expected);
  }
}

// Lengths around the padding's two cases; digests by Python's hashlib.
TEST_CASE("SHA-256 pads every length around a block's end") {
  CHECK(to_hex(sha256_of(repeated('x', 55))) ==
        "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072");
  CHECK(to_hex(sha256_of(repeated('x', 56))) ==
        "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e");
  CHECK(to_hex(sha256_of(repeated('x', 63))) ==
        "75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2");
  CHECK(to_hex(sha256_of(repeated('x', 64))) ==
        "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c");
  CHECK(to_hex(sha256_of(repeated('x', 65))) ==
        "9537c5fdf120482f7d58d25e9ed583f52c02b4e304ea814db1633ad565aed7e9");
}

// RFC 4231 section 4, test cases 1 to 7.
TEST_CASE("HMAC-SHA-256 gives the digests of RFC 4231") {
  const auto hmac = [](std::string_view key, std::string_view data) {
    return to_hex(hmac_sha256(key, data));
  };
  std::string counting;
  for (char i = 1; i <= 25; ++i) counting += i;
  CHECK(hmac(repeated('\x0b', 20), "Hi There") ==
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  CHECK(hmac("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(hmac(repeated('\xaa', 20), repeated('\xdd', 50)) ==
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
  CHECK(hmac(counting, repeated('\xcd', 50)) ==
        "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
  // Case 5 publishes the first 128 bits only.
  CHECK(hmac(repeated('\x0c', 20), "Test With Truncation").view().substr(0, 32) ==
        "a3b6167473100ee06e0c796c2955552b");
  CHECK(hmac(repeated('\xaa', 131), "Test Using Larger Than Block-Size Key - Hash Key First") ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  CHECK(hmac(repeated('\xaa', 131),
             "This is a test using a larger than block-size key and a larger than block-size data. "
             "The key needs to be hashed before being used by the HMAC algorithm.") ==
        "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}
