#include "answer.hpp"

#include <boost/beast/http/status.hpp>

namespace faceoff::server {

std::string_view reason_of(int status) {
  auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status));
  return {reason.data(), reason.size()};
}

head_writer::head_writer(int status) {
  out_ = "HTTP/1.1 " + std::to_string(status) + " ";
  out_ += reason_of(status);
  out_ += "\r\nX-Content-Type-Options: nosniff\r\n";
}

head_writer& head_writer::field(std::string_view name, std::string_view value) {
  out_ += name;
  out_ += ": ";
  // A line break in a value would begin another header.
  for (char c : value) out_ += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
  out_ += "\r\n";
  return *this;
}

head_writer& head_writer::length(std::size_t bytes) { return field("Content-Length", std::to_string(bytes)); }

void allow_any_origin(head_writer& head) {
  head.field("Access-Control-Allow-Origin", "*")
      .field("Access-Control-Expose-Headers", "ETag, Retry-After")
      .field("Cross-Origin-Resource-Policy", "cross-origin");
}

}  // namespace faceoff::server
