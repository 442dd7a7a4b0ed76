#include "poll_ledger.hpp"

#include <chrono>

#include "votes_feed.hpp"

namespace faceoff::server {

store_problem load_ledger(poll_ledger& ledger, ballot_store& store) {
  const poll& asked = ledger.slot->poll.asked;
  auto stored = store.find_poll(asked.first_id, asked.definition);
  if (!stored) return stored.error();
  ledger.stored = *stored;
  ledger.sum = empty_tally(asked);
  store_problem bad = store.each_row(ledger.stored.number,
                                     [&](const hash256&, const voter_row& row) { add(ledger.sum, row); });
  if (bad.what == store_error::none && ledger.stored.definition != asked.definition) {
    // What is shown changes, and a revision says one thing only.
    ++ledger.stored.revision;
    ledger.stored.definition = asked.definition;
    bad = store.save_poll(ledger.stored);
  }
  ledger.next_revision = ledger.stored.revision;
  return bad;
}

poll_state state_at(const published_poll& poll, std::int64_t now) {
  if (poll.closes.given && now >= poll.closes.seconds) return poll_state::closed;
  if (poll.opens.given && now < poll.opens.seconds) return poll_state::not_open;
  return poll_state::open;
}

date day_of(std::int64_t now) {
  using namespace std::chrono;
  year_month_day day(floor<days>(sys_seconds(seconds(now))));
  date out;
  out.year = static_cast<std::int16_t>(static_cast<int>(day.year()));
  out.month = static_cast<std::uint8_t>(static_cast<unsigned>(day.month()));
  out.day = static_cast<std::uint8_t>(static_cast<unsigned>(day.day()));
  return out;
}

std::shared_ptr<const poll_words> words_of(poll_ledger& ledger, const word_settings& at) {
  const published_poll& poll = ledger.slot->poll;
  tally& sum = ledger.sum;
  sum.comparison = poll.asked.comparison;
  sum.epoch = at.epoch;
  sum.revision = ledger.stored.revision;
  sum.state = state_at(poll, at.now);
  sum.counted_on = day_of(at.now);
  sum.ballots_url = (at.votes_url.empty() ? "votes" : at.votes_url) + "/" + poll.asked.comparison;
  return std::make_shared<const poll_words>(write_tally(sum), summary_of(sum, poll));
}

}  // namespace faceoff::server
