// Writes HTML so that nothing foreign can become markup: escaping is a type.
//
// In: names from closed lists, texts, safe URLs. Out: balanced, escaped HTML. Cost: linear. The only ways in
// are text, attribute values and safe_url; no function appends a raw string, and attributes that hold an
// address are a type of their own that takes no string. Closing more than was opened is a programming error
// and does nothing.
#pragma once

#include <cstdint>
#include <string_view>

#include "faceoff/html_names.hpp"
#include "faceoff/list.hpp"
#include "faceoff/message.hpp"
#include "faceoff/string.hpp"
#include "faceoff/url.hpp"

namespace faceoff {

#define FACEOFF_NAME(name, ...) name,
enum class tag : std::uint8_t { FACEOFF_HTML_TAGS(FACEOFF_NAME) };
enum class attribute : std::uint8_t { FACEOFF_HTML_ATTRIBUTES(FACEOFF_NAME, FACEOFF_NAME) };
enum class address : std::uint8_t { FACEOFF_HTML_ADDRESSES(FACEOFF_NAME) };
#undef FACEOFF_NAME

class html_writer : public sentence_sink {
 public:
  // bare: without classes, ids, roles, data and ARIA attributes, and without SVG: what feed readers keep.
  explicit html_writer(bool bare);
  ~html_writer();
  // A page's module writes nothing for feed readers.
#ifdef FACEOFF_LIVE_HTML
  bool bare() const { return false; }
#else
  bool bare() const { return bare_; }
#endif

  // class_name is a literal of ours, so it is a pointer; null: none. Overloads, and what returns nothing, are
  // for size: on WebAssembly a view by value costs twenty bytes a call, a pointer four.
  [[gnu::always_inline]] html_writer& open(tag name, const char* class_name = nullptr) {
    return start(name, class_name), *this;
  }
  // Of the element just opened.
  [[gnu::always_inline]] html_writer& set(attribute name, std::string_view value) {
    return write(name, value), *this;
  }
  [[gnu::always_inline]] html_writer& set(attribute name, const char* value) {
    return write(name, value), *this;
  }
  [[gnu::always_inline]] html_writer& set(attribute name, const string& value) {
    return write(name, value), *this;
  }
  [[gnu::always_inline]] html_writer& set(address name, const safe_url& value) {
    return write(name, value), *this;
  }
  void flag(attribute name);  // a boolean one
  [[gnu::always_inline]] html_writer& text(std::string_view content) {
    return write(content.data(), content.size()), *this;
  }
  [[gnu::always_inline]] html_writer& text(const string& content) { return write(content), *this; }
  [[gnu::always_inline]] html_writer& text(const char* content) { return write(content), *this; }
  [[gnu::always_inline]] html_writer& close() { return end(), *this; }
  void close(int count);
  // open, text, close.
  void element(tag name, const char* class_name, const string& content);

  // A piece of a sentence.
  void ours(const char* words, std::size_t size) override;
  void foreign(const string& content, bool strong) override;

  // Takes back what was written since mark(), all of it closed: to look at it before it is written.
  std::size_t mark();
  string take_back(std::size_t mark);

  // Everything written, with what is still open closed.
  string take();

 private:
  void start(tag name, const char* class_name);
  void end();
  void write(attribute name, std::string_view value);
  void write(attribute name, const char* value);
  void write(attribute name, const string& value);
  void write(address name, const safe_url& value);
  void write(const char* content, std::size_t size);
  void write(const string& content);
  void write(const char* content);
  void escape(const char* content, std::size_t size);
  void end_start_tag();
  void write_attribute(std::string_view name, const char* value, std::size_t size, bool fragment);

  string out_;
  list<tag> stack_;
  bool in_start_tag_ = false;
  [[maybe_unused]] bool bare_;
};

}  // namespace faceoff
