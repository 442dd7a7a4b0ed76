// One HTTP request from bytes, keeping only what this server looks at.
//
// In: bytes as they come, to Beast's parser. Out: method, target, five headers, a body of bounded size. Cost:
// linear; strings keep their capacity from request to request, so a hot connection allocates nothing. The
// parser refuses what makes two readers disagree on where a request ends (doubled lengths, bare line feeds).
#pragma once

#include <boost/beast/http/basic_parser.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace faceoff::server {

enum class request_method : unsigned char { get, head, post, options, other };

struct request {
  request_method method = request_method::other;
  std::string method_text;
  std::string target;
  std::string if_none_match;
  std::string accept_encoding;
  std::string content_type;
  std::string content_encoding;
  std::string body;
  unsigned hosts = 0;  // Host headers
  bool http_1_1 = true;
  bool expects_continue = false;
  bool has_line = false;  // the request line was read

  void clear();
  // Without its query, and without the scheme and authority that a proxy's form has.
  std::string_view path() const;
  std::string_view query() const;
};

struct request_limits {
  std::size_t header_bytes = 0;
  std::size_t body_bytes = 0;
};

class request_reader : public boost::beast::http::basic_parser<true> {
 public:
  // Clears and then fills `into`.
  request_reader(request& into, const request_limits& within);

 private:
  using error_code = boost::beast::error_code;
  using text = boost::beast::string_view;

  void on_request_impl(boost::beast::http::verb method, text method_text, text target, int version,
                       error_code&) override;
  void on_field_impl(boost::beast::http::field name, text name_text, text value, error_code&) override;
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override;
  std::size_t on_body_impl(text part, error_code&) override;
  std::size_t on_chunk_body_impl(std::uint64_t left, text part, error_code&) override;
  void on_response_impl(int, text, int, error_code&) override {}
  void on_header_impl(error_code&) override {}
  void on_chunk_header_impl(std::uint64_t, text, error_code&) override {}
  void on_finish_impl(error_code&) override {}

  request& into_;
};

}  // namespace faceoff::server
