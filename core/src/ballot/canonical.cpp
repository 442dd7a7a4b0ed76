// The hashes by which both sides of the protocol agree on what was said and who said it.
#include "faceoff/ballot.hpp"
#include "fields.hpp"

namespace faceoff {

constexpr std::string_view zero{"\0", 1};

hash256 content_hash(const ballot& cast) {
  sha256 hash;
  add_field(hash, "faceoff-ballot-1");
  add_field(hash, to_hex(cast.definition));
  for (const contender_call& each : cast.calls) {
    add_field(hash, each.contender);
    add_field(hash, each.call == call_code::ship ? "ship" : "skip");
  }
  add_field(hash, cast.pick);
  return hash.finish();
}

string reader_key(std::string_view secret, std::string_view votes_url, std::string_view first_id) {
  return to_base64url(hmac_sha256(secret, string(votes_url) + zero + first_id));
}

hash256 pseudonym(std::string_view first_id, std::string_view key) {
  return sha256().add("faceoff-pseudonym-1").add(zero).add(first_id).add(zero).add(key).finish();
}

}  // namespace faceoff
