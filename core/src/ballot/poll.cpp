
#include "faceoff/ballot.hpp"
#include "fields.hpp"

namespace faceoff {
namespace {

hash256 definition_of(poll_mode mode, const list<const contender*>& sorted) {
  sha256 hash;
  add_field(hash, "faceoff-definition-1");
  add_field(hash, name_of(mode));
  for (const contender* each : sorted) {
    add_field(hash, each->id);
    add_field(hash, each->former_names.empty() ? each->name : each->former_names.front());
  }
  return hash.finish();
}

}  // namespace

poll poll_of(const comparison& document) {
  poll out;
  out.comparison = document.id;
  out.first_id = first_id(document);
  out.mode = document.poll.mode == poll_mode::unset ? poll_mode::verdicts : document.poll.mode;
  list<const contender*> sorted;
  for (const contender& each : document.contenders) sorted.push_back(&each);
  insertion_sort(sorted, [](const contender* left, const contender* right) { return left->id < right->id; });
  for (const contender* each : sorted) out.contenders.push_back(each->id);
  out.definition = definition_of(out.mode, sorted);
  return out;
}

}  // namespace faceoff
