// Every refusal of the protocol: a status, a stable code and a sentence (RFC 9457).
//
// In: a code and where known a JSON Pointer into the body. Out: an answer of application/problem+json.
#pragma once

#include <cstdint>
#include <string_view>

#include "answer.hpp"
#include "faceoff/ballot.hpp"

namespace faceoff::server {

enum class problem_code : std::uint8_t {
  malformed,           // 400: no JSON, or no ballot
  unsupported_format,  // 400: a later format
  bad_request,         // 400: no HTTP
  not_found,           // 404: nothing below this address
  unknown_poll,        // 404
  method_not_allowed,  // 405
  not_open,            // 409: voting has not begun
  closed,              // 410: voting has ended
  other_definition,    // 412: the poll asks something else now
  too_large,           // 413
  target_too_long,     // 414
  unsupported_media,   // 415
  unknown_contender,   // 422
  wrong_mode,          // 422
  headers_too_large,   // 431
  unavailable,         // 503: the store does not take it; try again
};

struct refusal {
  problem_code code = problem_code::bad_request;
  std::string_view pointer = "";  // JSON Pointer into the body; "" not known or the whole of it
  std::string_view allow = "";    // method_not_allowed: the methods there are
  int retry_seconds = 0;          // 0: no Retry-After
};

answer problem_answer(const refusal& why);
// ballot_error::none does not come here.
problem_code problem_of(ballot_error what);

}  // namespace faceoff::server
