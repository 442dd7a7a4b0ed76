#include "request_reader.hpp"

#include "token_list.hpp"

namespace faceoff::server {
namespace http = boost::beast::http;
namespace {

request_method method_of(http::verb verb) {
  switch (verb) {
    case http::verb::get:
      return request_method::get;
    case http::verb::head:
      return request_method::head;
    case http::verb::post:
      return request_method::post;
    case http::verb::options:
      return request_method::options;
    default:
      return request_method::other;
  }
}

// Lists may come in several headers of one name.
void append(std::string& list, std::string_view value) {
  if (!list.empty()) list += ", ";
  list += value;
}

}  // namespace

void request::clear() {
  method = request_method::other;
  for (std::string* one :
       {&method_text, &target, &if_none_match, &accept_encoding, &content_type, &content_encoding, &body}) {
    one->clear();
  }
  hosts = 0;
  http_1_1 = true;
  expects_continue = false;
  has_line = false;
}

std::string_view request::path() const {
  std::string_view path = target;
  path = path.substr(0, path.find('?'));
  if (path.empty() || path[0] == '/') return path;
  std::size_t authority = path.find("://");
  if (authority == std::string_view::npos) return path;
  std::size_t slash = path.find('/', authority + 3);
  return slash == std::string_view::npos ? "/" : path.substr(slash);
}

std::string_view request::query() const {
  std::size_t mark = target.find('?');
  return mark == std::string::npos ? std::string_view() : std::string_view(target).substr(mark + 1);
}

request_reader::request_reader(request& into, const request_limits& within) : into_(into) {
  into_.clear();
  eager(true);
  header_limit(static_cast<std::uint32_t>(within.header_bytes));
  body_limit(within.body_bytes);
}

// Beast's signature.
// NOLINTNEXTLINE(readability-function-size)
void request_reader::on_request_impl(http::verb method, text method_text, text target, int version,
                                     error_code&) {
  into_.method = method_of(method);
  into_.method_text.assign(method_text.data(), method_text.size());
  into_.target.assign(target.data(), target.size());
  into_.http_1_1 = version == 11;
  into_.has_line = true;
}

void request_reader::on_field_impl(http::field name, text, text value, error_code&) {
  std::string_view words(value.data(), value.size());
  switch (name) {
    case http::field::host:
      ++into_.hosts;
      break;
    case http::field::if_none_match:
      append(into_.if_none_match, words);
      break;
    case http::field::accept_encoding:
      append(into_.accept_encoding, words);
      break;
    case http::field::content_type:
      append(into_.content_type, words);
      break;
    case http::field::content_encoding:
      append(into_.content_encoding, words);
      break;
    case http::field::expect:
      into_.expects_continue |= same_token(words, "100-continue");
      break;
    default:
      break;
  }
}

void request_reader::on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) {}

std::size_t request_reader::on_body_impl(text part, error_code&) {
  into_.body.append(part.data(), part.size());
  return part.size();
}

std::size_t request_reader::on_chunk_body_impl(std::uint64_t, text part, error_code& code) {
  return on_body_impl(part, code);
}

}  // namespace faceoff::server
