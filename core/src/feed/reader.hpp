// Reads one comparison's tree into the model by the tables of shapes.hpp, collecting every finding.
//
// In: the tree and where it stands in the text. Out: the model and findings in the order they were met, each
// with the byte it is about; `parse_feed` sorts them and finds lines and columns. Cost: linear in the tree
// for a valid document.
#pragma once

#include "faceoff/error_rules.hpp"
#include "faceoff/json.hpp"
#include "faceoff/list.hpp"
#include "faceoff/model.hpp"
#include "faceoff/string.hpp"
#include "shapes.hpp"

namespace faceoff::feed {

struct placed_finding {
  finding told;
  std::uint32_t offset = 0;
};

class reader {
 public:
  // pointer: of the comparison itself within the text.
  reader(comparison& into, string pointer) : document_(into), path_(std::move(pointer)) {}

  void read(const json::value& tree) { object(tree, comparison_shape, &document_); }

  const comparison& document() const { return document_; }
  list<placed_finding>& findings() { return findings_; }
  // Whether working out a suggestion is still worth its time.
  bool patient() const { return findings_.size() < 400; }

  // One finding at `at`, at the current path.
  void tell(rule what, const json::value& at, std::string_view subject = {}, std::string_view expected = {});
  // One at the object's member named so, or at the object where it has none.
  void tell_member(rule what, const json::value& object, std::string_view key, std::string_view subject = {},
                   std::string_view expected = {});

 private:
  friend class path_step;

  void object(const json::value& given, const shape& form, void* into);
  void member(const json::value& given, const field& known, void* into);
  void unknown_key(const json::value& member, const shape& form);
  void text_like(const json::value& given, const field& known, string& into);
  void formatted(const json::value& given, const field& known, string& into);
  void times(const json::value& given, const field& known, void* into);
  void number(const json::value& given, const field& known, void* into);
  void code(const json::value& given, const field& known, std::uint8_t& into);
  struct id_list;
  void reference(const json::value& given, const field& known, void* into);
  void unknown_reference(const json::value& given, const id_list& ids);
  void texts(const json::value& given, const field& known, list<string>& into);
  void elements(const json::value& given, const field& known, void* into);
  void repeats(const json::value& given, const repeat& by);
  bool is(const json::value& given, json::kind wanted);
  void wrong_kind(const json::value& given, std::string_view wanted);

  comparison& document_;
  string path_;
  list<placed_finding> findings_;
};

// Lengthens the reader's path while it lives.
class path_step {
 public:
  path_step(reader& of, std::string_view key) : of_(of), length_(of.path_.size()) {
    of.path_ += json::pointer_token(key);
  }
  path_step(reader& of, std::size_t index) : path_step(of, json::decimal(index)) {}
  ~path_step() { of_.path_.cut(length_); }
  path_step(const path_step&) = delete;
  path_step& operator=(const path_step&) = delete;

 private:
  reader& of_;
  std::size_t length_;
};

}  // namespace faceoff::feed
