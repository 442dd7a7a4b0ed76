#include "decision.hpp"

namespace faceoff {
namespace {

using namespace verdict_detail;

// Limits that make a pick a conditional one while the reader named no deal breakers: they say who may use a
// thing for what. How much and how long of it (quota, time) is part of its price; `other` and `unknown` name
// no condition one could state.
constexpr limit_mask limits_that_matter =
    bit_of(limit_code::non_commercial) | bit_of(limit_code::research_only) |
    bit_of(limit_code::no_redistribution) | bit_of(limit_code::seats) | bit_of(limit_code::region);

field read_field(const comparison& document, const list<limit_code>& deal_breakers) {
  field among = make_field(document);
  for (const limit_code code : deal_breakers) among.breakers |= bit_of(code);
  among.breakers &= ~(bit_of(limit_code::unset) | bit_of(limit_code::unknown));
  if (!among.breakers) among.matters = limits_that_matter;
  judge(among);
  return among;
}

// Whom to take where the condition does matter.
void find_other_way(decision& on) {
  answer& given = on.given;
  if (given.outcome != outcome::conditional) return;
  on.changed.breakers = bit_of(given.condition);
  judge(on.changed);
  given.otherwise = on.changed.found.contender;
  given.otherwise_leans = on.changed.found.what == outcome::lean;
  on.changed = on.among;
}

}  // namespace

answer decide(const comparison& document, const list<limit_code>& deal_breakers, const date& today) {
  answer given;
  decision on{document, given, read_field(document, deal_breakers)};
  on.changed = on.among;
  for (const contender& one : document.contenders) on.contenders.add(one.id);
  for (const reviewer& one : document.reviewers) on.reviewers.add(one.id);
  const ruling& found = on.among.found;
  given.outcome = found.what;
  given.contender = found.contender;
  given.condition = found.condition;
  find_other_way(on);
  find_reasons(on);
  find_caveats(on, today);
  find_changes(on);
  given.differs_from_our_pick = document.our_pick.given && found.what != outcome::no_panel &&
                                !(found.contender == document.our_pick.contender);
  return given;
}

}  // namespace faceoff
