#include "ballot_writer.hpp"

#include <algorithm>
#include <chrono>

namespace faceoff::server {
namespace {

constexpr std::size_t batch_ballots = 1024;

auto ledger_at(std::vector<std::unique_ptr<poll_ledger>>& ledgers, const std::string& first_id) {
  return std::lower_bound(
      ledgers.begin(), ledgers.end(), first_id,
      [](const auto& one, const std::string& id) { return one->slot->poll.asked.first_id < id; });
}

bool says_the_same(const published_poll& a, const published_poll& b) {
  return a.asked.definition == b.asked.definition && a.asked.contenders == b.asked.contenders;
}

}  // namespace

ballot_writer::ballot_writer(writer_settings wanted, poll_registry& polls, ballot_store& store, board& shown)
    : settings_(std::move(wanted)), polls_(polls), store_(store), board_(shown) {}

ballot_writer::~ballot_writer() { stop(); }

store_problem ballot_writer::start() {
  polls_.watch([this] {
    std::lock_guard hold(guard_);
    polls_changed_ = true;
    wake_.notify_one();
  });
  store_problem bad = open_ledgers(*polls_.current());
  if (bad.what != store_error::none) {
    polls_.watch({});
    return bad;
  }
  thread_ = std::thread([this] { work(); });
  return {};
}

void ballot_writer::take(pending_ballot* one) {
  std::lock_guard hold(guard_);
  queue_.push_back(one);
  if (queue_.size() == 1) wake_.notify_one();
}

void ballot_writer::stop() {
  if (!thread_.joinable()) return;
  polls_.watch({});
  {
    std::lock_guard hold(guard_);
    stopping_ = true;
    wake_.notify_one();
  }
  thread_.join();
}

void ballot_writer::work() {
  auto next_tick = std::chrono::steady_clock::now() + std::chrono::seconds(1);
  std::vector<pending_ballot*> batch;
  for (;;) {
    bool polls_changed = false;
    {
      std::unique_lock hold(guard_);
      wake_.wait_until(hold, next_tick, [&] { return !queue_.empty() || polls_changed_ || stopping_; });
      if (queue_.empty() && stopping_) return;
      auto end = queue_.begin() + static_cast<std::ptrdiff_t>(std::min(queue_.size(), batch_ballots));
      batch.assign(queue_.begin(), end);
      queue_.erase(queue_.begin(), end);
      polls_changed = std::exchange(polls_changed_, false);
    }
    if (polls_changed) read_polls();
    if (!batch.empty()) count(batch);
    if (std::chrono::steady_clock::now() < next_tick) continue;
    tick();
    next_tick = std::chrono::steady_clock::now() + std::chrono::seconds(1);
  }
}

void ballot_writer::read_polls() {
  store_problem bad = open_ledgers(*polls_.current());
  polls_missing_ = bad.what != store_error::none;
  note(bad);
}

store_problem ballot_writer::open_ledgers(const poll_set& wanted) {
  std::vector<std::unique_ptr<poll_ledger>> next;
  std::vector<std::shared_ptr<poll_slot>> slots;
  store_problem bad = store_.begin();
  for (const published_poll& poll : wanted.all()) {
    auto ledger = std::make_unique<poll_ledger>();
    ledger->slot = std::make_shared<poll_slot>(poll);
    slots.push_back(ledger->slot);
    auto old = ledger_at(ledgers_, poll.asked.first_id);
    bool known = old != ledgers_.end() && (*old)->slot->poll.asked.first_id == poll.asked.first_id;
    if (known && says_the_same((*old)->slot->poll, poll)) {
      ledger->stored = (*old)->stored;
      ledger->sum = (*old)->sum;
      ledger->next_revision = ledger->stored.revision;
    } else {
      if (bad.what == store_error::none) bad = load_ledger(*ledger, store_);
      if (bad.what != store_error::none) continue;
    }
    next.push_back(std::move(ledger));
  }
  if (bad.what == store_error::none) bad = store_.commit();
  if (bad.what != store_error::none) {
    // The old polls stay as they are, under their old documents; what is new has to wait.
    store_.roll_back();
    return bad;
  }
  std::sort(next.begin(), next.end(), [](const auto& a, const auto& b) {
    return a->slot->poll.asked.first_id < b->slot->poll.asked.first_id;
  });
  ledgers_ = std::move(next);
  word_settings at{store_.epoch(), settings_.votes_url, settings_.now()};
  for (auto& ledger : ledgers_) ledger->slot->words.store(words_of(*ledger, at));
  board_.replace(std::move(slots));
  return {};
}

void ballot_writer::count(std::vector<pending_ballot*>& batch) {
  std::vector<change> changes;
  store_problem bad = count_all(batch, changes);
  if (bad.what != store_error::none) {
    note(bad);  // whether it works again is for try_store: a changed vote fits where a new one does not
    store_.roll_back();
    for (poll_ledger* ledger : touched_) ledger->next_revision = ledger->stored.revision;
    for (pending_ballot* one : batch) one->end = fate::unavailable;
    return settings_.done(batch);
  }
  for (change& one : changes) {
    if (one.before.current.rev != 0) remove(one.ledger->sum, one.before);
    add(one.ledger->sum, one.after);
  }
  word_settings at{store_.epoch(), settings_.votes_url, settings_.now()};
  for (poll_ledger* ledger : touched_) {
    ledger->stored.revision = ledger->next_revision;
    board_.say(*ledger->slot, words_of(*ledger, at));
  }
  for (pending_ballot* one : batch) {
    if (one->end > fate::withdrawn) continue;
    one->words = (*ledger_at(ledgers_, one->slot->poll.asked.first_id))->slot->words.load();
  }
  settings_.done(batch);
}

store_problem ballot_writer::count_all(const std::vector<pending_ballot*>& batch,
                                       std::vector<change>& changes) {
  touched_.clear();
  store_problem bad = store_.begin();
  for (pending_ballot* one : batch) {
    if (bad.what == store_error::none) bad = count_one(*one, changes);
  }
  for (poll_ledger* ledger : touched_) {
    if (bad.what != store_error::none) break;
    stored_poll next = ledger->stored;
    next.revision = ledger->next_revision;
    bad = store_.save_poll(next);
  }
  if (bad.what == store_error::none) bad = store_.commit();
  return bad;
}

store_problem ballot_writer::count_one(pending_ballot& one, std::vector<change>& changes) {
  const poll& asked = one.slot->poll.asked;
  auto at = ledger_at(ledgers_, asked.first_id);
  if (at == ledgers_.end() || (*at)->slot->poll.asked.first_id != asked.first_id) {
    one.end = fate::unknown_poll;
    return {};
  }
  poll_ledger& ledger = **at;
  if (ledger.sum.definition != one.cast.definition) {
    one.end = fate::other_definition;
    return {};
  }
  auto found = store_.find_row(ledger.stored.number, one.voter);
  if (!found && found.error().what == store_error::damaged) {
    // One voter's row: the others' votes still count.
    one.end = fate::unavailable;
    if (settings_.report) settings_.report("the vote store fails: " + found.error().detail);
    return {};
  }
  if (!found) return found.error();
  voter_row before = found->row;
  if (fold(found->row, one.cast)) {
    store_problem bad = store_.save_row(ledger.stored.number, one.voter, *found);
    if (bad.what != store_error::none) return bad;
    if (ledger.next_revision == ledger.stored.revision) touched_.push_back(&ledger);
    ++ledger.next_revision;
    changes.push_back({&ledger, std::move(before), found->row});
  }
  one.end = fate::superseded;
  if (found->row.current == one.cast) one.end = one.cast.withdrawn() ? fate::withdrawn : fate::counted;
  return {};
}

void ballot_writer::note(const store_problem& how) {
  bool works = how.what == store_error::none;
  if (store_works_.exchange(works) == works || !settings_.report) return;
  settings_.report(works ? "the vote store works again" : "the vote store fails: " + how.detail);
}

void ballot_writer::try_store() {
  store_problem bad = store_.begin();
  for (auto& ledger : ledgers_) {
    if (bad.what == store_error::none) bad = store_.save_poll(ledger->stored);
  }
  if (bad.what == store_error::none) bad = store_.try_room();
  if (bad.what == store_error::none) bad = store_.commit();
  if (bad.what != store_error::none) store_.roll_back();
  note(bad);
}

void ballot_writer::tick() {
  if (polls_missing_) read_polls();
  if (!store_works_.load()) try_store();
  word_settings at{store_.epoch(), settings_.votes_url, settings_.now()};
  for (auto& ledger : ledgers_) {
    bool same =
        ledger->sum.state == state_at(ledger->slot->poll, at.now) && ledger->sum.counted_on == day_of(at.now);
    if (!same) board_.say(*ledger->slot, words_of(*ledger, at));
  }
}

}  // namespace faceoff::server
