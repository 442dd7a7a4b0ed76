// Reads one comparison's tree into the model by the tables of shapes.hpp, collecting every finding.
//
// In: the whole text's tree, and the comparison's within it. Out: the model, and findings in the order they
// were met, each with the value it is about; `parse_feed` sorts them and finds pointers, lines and columns.
// Cost: linear in the tree for a valid document.
#pragma once

#include "faceoff/error_rules.hpp"
#include "faceoff/json.hpp"
#include "faceoff/list.hpp"
#include "faceoff/model.hpp"
#include "faceoff/string.hpp"
#include "shapes.hpp"

namespace faceoff::feed {

struct placed_finding : finding {
  const json::value* about = nullptr;
  std::uint32_t offset = 0;
};

class reader {
 public:
  explicit reader(const json::value& whole) : whole_(whole) {}

  void read(const json::value& tree, comparison& into);

  const comparison& document() const { return *document_; }
  list<placed_finding>& findings() { return findings_; }

  // One finding about `at`, whose text is its subject. To be completed before the next one.
  placed_finding& tell(rule what, const json::value& at);
  void tell(rule what, const json::value& at, std::uint64_t subject, std::uint64_t expected);
  // `at` is of another kind than wanted.
  void wrong_kind(const json::value& at, json::kind wanted);

 private:
  void object(const json::value& given, const shape& form, void* into);
  void member(const json::value& given, const field& known, void* into);
  void unknown_key(const json::value& member, const shape& form);
  void text(const json::value& given, const field& known, string& into);
  void formatted(const json::value& given, const field& known, string& into);
  void time(const json::value& given, const field& known, void* into);
  void number(const json::value& given, const field& known, void* into);
  void code(const json::value& given, const field& known, std::uint8_t& into);
  void reference(const json::value& given, const field& known, void* into);
  void elements(const json::value& given, const field& known, list_detail::storage& into);
  void repeats(const json::value& given, rule what);
  string suggestion(const string& word, const char* words, const string& otherwise) const;
  // Whether working out a suggestion is still worth its time.
  bool patient() const { return findings_.size() < 400; }

  const json::value& whole_;
  comparison* document_ = nullptr;
  list<placed_finding> findings_;
};

}  // namespace faceoff::feed
