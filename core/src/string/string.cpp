#include "faceoff/string.hpp"

namespace faceoff {

string::string(const char* from) : string(std::string_view(from)) {}
string::string(std::string_view from) { *this += from; }
string::string(const string& from) { *this += from; }

string& string::operator=(const string& from) {
  *this = string(from);
  return *this;
}

string& string::operator=(string&& from) noexcept {
  list_detail::exchange(&storage_, &from.storage_, sizeof storage_);
  return *this;
}

string& string::operator+=(std::string_view more) {
  list_detail::append(storage_, more.data(), more.size(), 1);
  return *this;
}

string& string::operator+=(const char* more) { return *this += std::string_view(more); }
string& string::operator+=(const string& more) { return *this += std::string_view(more); }

// Much of what is written are single characters; for one, copying memory is slow in WebAssembly.
string& string::operator+=(char more) {
  reserve(size() + 1);
  static_cast<char*>(storage_.data)[storage_.size++] = more;
  return *this;
}

bool operator==(const string& a, const string& b) { return std::string_view(a) == std::string_view(b); }
bool operator==(const string& a, const char* b) { return std::string_view(a) == std::string_view(b); }
bool operator<(const string& a, const string& b) { return std::string_view(a) < std::string_view(b); }

std::string_view text_after(const char* texts, std::size_t skip) {
  while (skip > 0) {
    if (*texts++ == '\0') --skip;
  }
  return texts;
}

string operator+(string left, std::string_view right) { return std::move(left += right); }

std::size_t span_of(const char* at, const char* end, const char* ranges) {
  const auto byte = [](const char* of) { return static_cast<unsigned char>(*of); };
  const char* const first = at;
  for (; at != end; ++at) {
    const char* range = ranges;
    while (*range != '\0' && (byte(at) < byte(range) || byte(at) > byte(range + 1))) range += 2;
    if (*range == '\0') break;
  }
  return static_cast<std::size_t>(at - first);
}

}  // namespace faceoff
