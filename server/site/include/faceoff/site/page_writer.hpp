// Writes whole HTML pages around what the core renders, so that nothing foreign can become markup.
//
// In: markup written in the source, foreign texts, what compare() rendered. Out: a page. Cost: linear.
// Markup is a type only a constant makes, the core's HTML comes only inside a compare_result, and every other
// string is escaped, by the core's own writer. Never balances tags: a page's few are seen in one function.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "faceoff/compare.hpp"

namespace faceoff::site {

// Markup known when the program is compiled; a string made at run time does not compile.
class page_markup {
 public:
  consteval page_markup(const char* constant) : text_(constant) {}
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

class page_writer {
 public:
  page_writer() = default;  // a piece of a page
  // The page up to its title. language, direction: "" no attribute.
  page_writer(std::string_view language, std::string_view direction, std::string_view title);

  page_writer& markup(page_markup constant);
  // Between tags; not inside <script> or <style>, where HTML knows no escapes.
  page_writer& text(std::string_view foreign);
  // Inside a start tag: ` name="value"`, nothing where the value is empty.
  page_writer& attribute(page_markup name, std::string_view value);
  page_writer& rendered(const compare_result& by_the_core);

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace faceoff::site
