#include "problem.hpp"

#include "faceoff/json.hpp"

namespace faceoff::server {
namespace {

struct entry {
  problem_code code;
  int status;
  std::string_view name;
  std::string_view detail;
};

constexpr entry entries[] = {
    {problem_code::malformed, 400, "malformed",
     "The body is not a ballot: a JSON object with faceoff, key, rev, definition and calls or pick."},
    {problem_code::unsupported_format, 400, "unsupported_format",
     "The ballot is of a later format than this server reads: send format 1."},
    {problem_code::bad_request, 400, "bad_request", "The request is not well-formed HTTP/1.1."},
    {problem_code::not_found, 404, "not_found", "There is nothing at this address."},
    {problem_code::unknown_poll, 404, "unknown_poll", "No poll has this id: see the list at the votes URL."},
    {problem_code::method_not_allowed, 405, "method_not_allowed",
     "This address does not take this method: see Allow."},
    {problem_code::not_open, 409, "not_open", "Voting has not begun yet."},
    {problem_code::closed, 410, "closed", "Voting has ended."},
    {problem_code::other_definition, 412, "other_definition",
     "The poll asks something else than this ballot answers: load the comparison again."},
    {problem_code::too_large, 413, "too_large", "A ballot has at most 2048 bytes."},
    {problem_code::target_too_long, 414, "target_too_long", "The address of the request is too long."},
    {problem_code::unsupported_media, 415, "unsupported_media",
     "A ballot is sent as Content-Type: application/json, not encoded."},
    {problem_code::unknown_contender, 422, "unknown_contender",
     "The ballot names a contender that the poll does not have."},
    {problem_code::wrong_mode, 422, "wrong_mode",
     "The ballot has calls where the poll asks for a pick, or a pick where it asks for calls."},
    {problem_code::headers_too_large, 431, "headers_too_large", "The headers of the request are too large."},
    {problem_code::unavailable, 503, "unavailable",
     "Votes cannot be stored just now; this one was not counted. Try again later."},
};

const entry& entry_of(problem_code code) {
  for (const entry& one : entries) {
    if (one.code == code) return one;
  }
  return entries[0];
}

std::string body_of(const entry& what, std::string_view pointer) {
  json::writer out;
  out.begin_object().key("type").text("about:blank").key("title").text(reason_of(what.status));
  out.key("status").integer(static_cast<std::uint64_t>(what.status)).key("code").text(what.name);
  out.key("detail").text(what.detail);
  if (!pointer.empty()) out.key("pointer").text(pointer);
  out.end_object();
  return out.take();
}

}  // namespace

answer problem_answer(const refusal& why) {
  const entry& what = entry_of(why.code);
  auto body = std::make_shared<const std::string>(body_of(what, why.pointer));
  head_writer head(what.status);
  allow_any_origin(head);
  head.field("Content-Type", "application/problem+json").field("Cache-Control", "no-store");
  if (!why.allow.empty()) head.field("Allow", why.allow);
  if (why.retry_seconds > 0) head.field("Retry-After", std::to_string(why.retry_seconds));
  head.length(body->size());
  return {head.take(), std::move(body)};
}

problem_code problem_of(ballot_error what) {
  switch (what) {
    case ballot_error::too_large:
      return problem_code::too_large;
    case ballot_error::unsupported_format:
      return problem_code::unsupported_format;
    case ballot_error::other_definition:
      return problem_code::other_definition;
    case ballot_error::unknown_contender:
      return problem_code::unknown_contender;
    case ballot_error::wrong_mode:
      return problem_code::wrong_mode;
    case ballot_error::none:
    case ballot_error::malformed:
      break;
  }
  return problem_code::malformed;
}

}  // namespace faceoff::server
