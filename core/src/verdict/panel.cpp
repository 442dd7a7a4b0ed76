#include <algorithm>

#include "field.hpp"

namespace faceoff {
namespace {

using verdict_detail::reviewer_mask;

void count_speaker(panel_reading& reading, reviewer_kind kind) {
  switch (kind) {
    case reviewer_kind::human:
      ++reading.humans;
      break;
    case reviewer_kind::ai_persona:
      ++reading.ai_personas;
      break;
    case reviewer_kind::lab:
      ++reading.labs;
      break;
    case reviewer_kind::crowd:
      ++reading.crowds;
      break;
    default:
      ++reading.undeclared;
      break;
  }
}

}  // namespace

panel_reading read_panel(const comparison& document) {
  const verdict_detail::field among = verdict_detail::make_field(document, {});
  panel_reading reading;
  reading.contenders = list<contender_panel>(among.size);
  reviewer_mask speaks = 0;
  for (const review& given : document.reviews) {
    if (given.contender >= among.size || given.reviewer >= limits::reviewers) continue;
    if (counted_verdict(document, given) != verdict_code::abstain) continue;
    ++reading.contenders[given.contender].abstain;
    speaks |= reviewer_mask{1} << given.reviewer;
  }
  for (std::size_t index = 0; index < among.size; ++index) {
    const verdict_detail::seat& seat = among.seats[index];
    contender_panel& one = reading.contenders[index];
    one.votes = share_of(seat.ships(), seat.skips());
    one.mixed = static_cast<std::uint16_t>(std::popcount(seat.mixed));
    const std::size_t told = seat.decided() + one.mixed + one.abstain;
    one.not_reviewed = static_cast<std::uint16_t>(document.reviewers.size() - told);
    one.percentage = one.votes.n >= 3;
    speaks |= seat.judged();
  }
  for (std::size_t index = 0; index < std::min(document.reviewers.size(), limits::reviewers); ++index)
    if (speaks >> index & 1) count_speaker(reading, document.reviewers[index].kind);
  return reading;
}

}  // namespace faceoff
