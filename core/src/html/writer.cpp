#include "faceoff/html_writer.hpp"

namespace faceoff {
namespace {

// Names and roles as one literal each: shorter in WebAssembly than arrays of pointers.
#define FACEOFF_TAG(name, role) #name "\0" role "\0"
constexpr char tags[] = FACEOFF_HTML_TAGS(FACEOFF_TAG);
#undef FACEOFF_TAG
#define FACEOFF_ATTRIBUTE(name, spelling) spelling "\0"
constexpr char attributes[] = FACEOFF_HTML_ATTRIBUTES(FACEOFF_ATTRIBUTE, FACEOFF_ATTRIBUTE);
constexpr char addresses[] = FACEOFF_HTML_ADDRESSES(FACEOFF_ATTRIBUTE);
#undef FACEOFF_ATTRIBUTE

std::string_view name_of(tag name) { return text_after(tags, 2 * unsigned(name)); }
std::string_view role_of(tag name) { return text_after(tags, 2 * unsigned(name) + 1); }

}  // namespace

html_writer::html_writer(bool bare) : bare_(bare) {}
html_writer::~html_writer() = default;

void html_writer::escape(const char* content, std::size_t size) {
  const char* const end = content + size;
  for (const char* at = content; at < end; at++) {
    const char* escaped = "&amp;";
    switch (*at) {
      case '&':
        break;
      case '<':
        escaped = "&lt;";
        break;
      case '>':
        escaped = "&gt;";
        break;
      case '"':
        escaped = "&quot;";
        break;
      case '\r':
        escaped = "&#13;";
        break;  // a parser would turn it into a line feed
      default:
        continue;
    }
    out_ += std::string_view(content, std::size_t(at - content));
    out_ += escaped;
    content = at + 1;
  }
  out_ += std::string_view(content, std::size_t(end - content));
}

void html_writer::end_start_tag() {
  if (in_start_tag_) out_ += '>';
  in_start_tag_ = false;
}

void html_writer::write_attribute(std::string_view name, const char* value, std::size_t size, bool fragment) {
  if (!in_start_tag_) return;
  out_ += ' ';
  out_ += name;
  out_ += fragment ? "=\"#" : "=\"";
  escape(value, size);
  out_ += '"';
}

void html_writer::start(tag name, const char* class_name) {
  end_start_tag();
  out_ += '<';
  out_ += name_of(name);
  stack_.push_back(name);
  in_start_tag_ = true;
  if (class_name) write(attribute::class_name, class_name);
  const std::string_view role = role_of(name);
  if (!role.empty() && name != tag::th) write(attribute::role, role);
}

void html_writer::write(attribute name, std::string_view value) {
  if (bare() && name > attribute::scope) return;
  write_attribute(text_after(attributes, unsigned(name)), value.data(), value.size(),
                  name == attribute::fragment);
  // A header cell's role follows from its scope.
  if (name == attribute::scope) write(attribute::role, value == "row" ? "rowheader" : role_of(tag::th));
}

void html_writer::flag(attribute name) {
  if (bare()) return;
  out_ += ' ';
  out_ += text_after(attributes, unsigned(name));
}

void html_writer::write(attribute name, const char* value) { write(name, std::string_view(value)); }

void html_writer::write(attribute name, const string& value) { write(name, std::string_view(value)); }

void html_writer::write(address name, const safe_url& value) {
  write_attribute(text_after(addresses, unsigned(name)), value.text().data(), value.text().size(), false);
}

void html_writer::write(const char* content, std::size_t size) {
  end_start_tag();
  escape(content, size);
}

void html_writer::write(const string& content) { write(content.data(), content.size()); }

void html_writer::write(const char* content) { write(content, std::string_view(content).size()); }

void html_writer::close(int count) {
  while (count-- > 0) end();
}

void html_writer::end() {
  if (stack_.empty()) return;
  end_start_tag();
  const tag name = stack_.back();
  stack_.pop_back();
  if (name == tag::img) return;
  out_ += "</";
  out_ += name_of(name);
  out_ += '>';
}

void html_writer::element(tag name, const char* class_name, const string& content) {
  open(name, class_name).text(content).close();
}

void html_writer::ours(const char* words, std::size_t size) { write(words, size); }

void html_writer::foreign(const string& content, bool) { write(content); }

std::size_t html_writer::mark() {
  end_start_tag();
  return out_.size();
}

string html_writer::take_back(std::size_t mark) {
  end_start_tag();
  string taken(std::string_view(out_).substr(mark));
  out_.cut(mark);
  return taken;
}

string html_writer::take() {
  while (!stack_.empty()) close();
  return std::move(out_);
}

}  // namespace faceoff
