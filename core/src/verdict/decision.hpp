// What explains one answer: the document, its field as it is, and a second one to try changes on.
//
// In: a judged field. Out: an answer's reasons, caveats and changes, each list in the order of ids. Cost:
// some 3,000 judgements at the limits. Internal to the verdict stage.
#pragma once

#include "field.hpp"

namespace faceoff::verdict_detail {

// Indices of things in the order of their ids.
struct id_order {
  const string* ids[limits::reviewers]{};
  std::uint8_t by_id[limits::reviewers]{};
  unsigned size = 0;

  void add(const string& id);  // in the document's order
  const std::uint8_t* begin() const { return by_id; }
  const std::uint8_t* end() const { return by_id + size; }
};

struct decision {
  const comparison& document;
  answer& given;
  field among{};    // as the document has it, judged
  field changed{};  // the same between two trials
  id_order contenders{}, reviewers{};
};

// Judges `changed` and makes it as it was. Where the answer is another one, adds it to the changes; else
// null.
change_item* try_change(decision& on, answer_change what, index_or_none contender,
                        limit_code limit = limit_code::unset);

void find_reasons(decision& on);
void find_caveats(decision& on, const date& today);  // and the changes by a release
void find_changes(decision& on);                     // all others

}  // namespace faceoff::verdict_detail
