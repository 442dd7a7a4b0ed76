#include "faceoff/ballot.hpp"
#include "fields.hpp"

namespace faceoff {
namespace {

// The contender whose id comes next by bytes; null after the last.
const contender* next_of(const comparison& document, const contender* last) {
  const contender* next = nullptr;
  for (const contender& each : document.contenders) {
    if (last && !(last->id < each.id)) continue;
    if (!next || each.id < next->id) next = &each;
  }
  return next;
}

}  // namespace

poll poll_of(const comparison& document) {
  poll out;
  out.comparison = document.id;
  out.first_id = first_id(document);
  out.mode = document.poll.mode == poll_mode::unset ? poll_mode::verdicts : document.poll.mode;
  sha256 definition;
  add_field(definition, "faceoff-definition-1");
  add_field(definition, name_of(out.mode));
  for (const contender* each = nullptr; (each = next_of(document, each));) {
    out.contenders.push_back(each->id);
    add_field(definition, each->id);
    add_field(definition, each->former_names.empty() ? each->name : each->former_names.front());
  }
  out.definition = definition.finish();
  return out;
}

}  // namespace faceoff
