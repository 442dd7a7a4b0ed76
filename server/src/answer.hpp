// An HTTP answer, ready to be sent but for what differs per connection (Date, Connection).
//
// In: status, media type, headers, body. Out: the head as bytes and the body shared. An answer is made once
// per change and sent to many; `sent to HEAD` leaves the body out and keeps its length.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace faceoff::server {

struct answer {
  std::string head;  // status line and headers, each with CRLF, without the empty line that ends them
  std::shared_ptr<const std::string> body;  // null: none
};

class head_writer {
 public:
  explicit head_writer(int status);
  head_writer& field(std::string_view name, std::string_view value);
  head_writer& length(std::size_t bytes);
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

// "Not Found" for 404; "" for a status this server never sends.
std::string_view reason_of(int status);

// What every answer of the votes feed carries: any origin may read it, nothing is guessed from its bytes.
void allow_any_origin(head_writer& head);

}  // namespace faceoff::server
