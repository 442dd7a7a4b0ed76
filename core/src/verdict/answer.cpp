#include "field.hpp"

namespace faceoff {
namespace {

using namespace verdict_detail;

// Whom to take where the condition does matter.
ruling other_way(const field& among, limit_code condition) {
  field strict = among;
  strict.breakers = bit_of(condition);
  return judge(strict);
}

bool differs(const our_pick& ours, const ruling& found) {
  return ours.given && found.what != outcome::no_panel && ours.contender != found.contender;
}

}  // namespace

answer decide(const comparison& document, const list<limit_code>& deal_breakers, const date& today) {
  const field among = make_field(document, deal_breakers);
  const ruling found = judge(among);
  answer given;
  given.outcome = found.what;
  given.contender = found.contender;
  given.condition = found.condition;
  if (found.what == outcome::conditional) {
    const ruling other = other_way(among, found.condition);
    given.otherwise = other.contender;
    given.otherwise_leans = other.what == outcome::lean;
  }
  given.reasons = find_reasons(among, found);
  given.caveats = find_caveats(document, among, found, today);
  given.changes = find_changes(document, among, found);
  given.differs_from_our_pick = differs(document.our_pick, found);
  return given;
}

}  // namespace faceoff
