#include <algorithm>

#include "ballot_json.hpp"
#include "faceoff/limits.hpp"

namespace faceoff {
namespace {

using json::kind;
using json::value;

// What the poll itself refuses. The pointer's index is that of the body, so calls are not sorted yet.
ballot_problem refused_by(const poll& asked, const ballot& cast) {
  if (cast.definition != asked.definition) return {ballot_error::other_definition, "/definition"};
  const auto known = [&](const string& contender) {
    return std::binary_search(asked.contenders.begin(), asked.contenders.end(), contender);
  };
  if (!cast.calls.empty() && asked.mode != poll_mode::verdicts) return {ballot_error::wrong_mode, "/calls"};
  if (!cast.pick.empty() && asked.mode != poll_mode::pick) return {ballot_error::wrong_mode, "/pick"};
  for (std::size_t i = 0; i < cast.calls.size(); ++i) {
    if (known(cast.calls[i].contender)) continue;
    return {ballot_error::unknown_contender, "/calls/" + json::decimal(i) + "/contender"};
  }
  if (!cast.pick.empty() && !known(cast.pick)) return {ballot_error::unknown_contender, "/pick"};
  return {};
}

}  // namespace

result<posted_ballot, ballot_problem> parse_ballot(std::string_view body, const poll& asked) {
  if (body.size() > limits::ballot_bytes) return ballot_problem{ballot_error::too_large, {}};
  const auto parsed = json::parse(body, {limits::ballot_bytes, limits::depth, limits::ballot_bytes});
  if (!parsed) return ballot_problem{ballot_error::malformed, parsed.error().pointer};
  const value* format = parsed->find("faceoff");
  if (!format || format->type != kind::integer || format->integer == 0) {
    return ballot_problem{ballot_error::malformed, format ? "/faceoff" : ""};
  }
  if (format->integer > 1) return ballot_problem{ballot_error::unsupported_format, "/faceoff"};
  const value* key = parsed->find("key");
  hash256 unused;
  if (!key || key->type != kind::string || !from_base64url(key->text, unused)) {
    return ballot_problem{ballot_error::malformed, key ? "/key" : ""};
  }
  posted_ballot out;
  out.key = key->text;
  if (const value* wrong = read_ballot(*parsed, out.ballot)) {
    return ballot_problem{ballot_error::malformed, pointer_of(*parsed, *wrong)};
  }
  if (ballot_problem refused = refused_by(asked, out.ballot); refused.what != ballot_error::none) {
    return refused;
  }
  sort_calls(out.ballot);
  return out;
}

string write_ballot(const posted_ballot& posted) {
  json::writer out;
  out.begin_object().key("faceoff").integer(1).key("key").text(posted.key);
  write_ballot_members(out, posted.ballot);
  return out.end_object().take();
}

}  // namespace faceoff
