#include "field.hpp"

namespace faceoff {

panel_reading read_panel(const comparison& document) {
  // By reviewer_kind: where it is counted.
  using counter = std::uint16_t panel_reading::*;
  constexpr counter counters[] = {&panel_reading::undeclared,  &panel_reading::humans,
                                  &panel_reading::ai_personas, &panel_reading::labs,
                                  &panel_reading::crowds,      &panel_reading::undeclared};
  const verdict_detail::field among = verdict_detail::make_field(document);
  panel_reading reading;
  for (unsigned index = 0; index < among.size; ++index) {
    const verdict_detail::seat& seat = among.seats[index];
    contender_panel& one = reading.contenders.add();
    one.votes = share_of(seat.ships(), seat.skips());
    one.mixed = static_cast<std::uint16_t>(verdict_detail::size_of(seat.who(verdict_code::mixed)));
    one.abstain = static_cast<std::uint16_t>(verdict_detail::size_of(seat.who(verdict_code::abstain)));
    one.not_reviewed =
        static_cast<std::uint16_t>(document.reviewers.size() - one.votes.n - one.mixed - one.abstain);
    one.percentage = one.votes.n >= 3;
  }
  for (const reviewer_index one : reviewer_set(among.speak))
    ++(reading.*counters[static_cast<unsigned>(document.reviewers[one].kind)]);
  return reading;
}

}  // namespace faceoff
