// Reads a tally's JSON in two parts: what a reader is shown, and the rest.
//
// In: a lone tally or a votes feed. Out: the tally, or what is wrong first, told in the finding given. Cost:
// linear; the few contenders and pairs are sorted as they come.
#pragma once

#include "../ballot/members.hpp"
#include "faceoff/error_rules.hpp"
#include "faceoff/tally.hpp"

namespace faceoff {

class tally_reader {
 public:
  tally_reader(std::string_view text, finding& why) : text_(text), why_(why) {}

  // To be called first, and the others only as long as nothing was wrong.
  bool find(std::string_view comparison);
  bool read_shown(tally& into, std::string_view comparison);
  bool read_rest(tally& into);

 private:
  bool fail(const json::value& at, const char* subject, const char* expected,
            rule what = rule::tally_invalid);
  bool impossible(const json::value& at, const char* subject) {
    return fail(at, subject, "", rule::tally_counts);
  }
  bool members(const json::value& object, const member* table, void* into);
  const list<json::value>* elements(const json::value& object, const char* key);
  bool tallies(const json::value& object, std::uint64_t ballots, list<contender_tally>& into);
  bool preferences(tally& into);
  bool previous(list<previous_tally>& into);

  const std::string_view text_;
  finding& why_;
  json::value tree_;
  const json::value* root_ = &tree_;  // the tally in it
  const list<json::value> none_;
};

// Moves the last entry to its place among the others, which are in order. False: one of its key is there.
template <class Entry, class Compared>
bool place_last(list<Entry>& entries, Compared compared) {
  for (Entry* at = &entries.back(); at != entries.begin(); --at) {
    const int order = compared(at[0], at[-1]);
    if (order >= 0) return order != 0;
    list_detail::exchange(at, at - 1, sizeof(Entry));
  }
  return true;
}

}  // namespace faceoff
