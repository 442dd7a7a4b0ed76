// The own-vote arithmetic against a recount of every ballot: a store with other readers, a device whose posts
// and answers get lost, snapshots of any age.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "faceoff/tally.hpp"
#include "random_ballots.hpp"
#include "recount.hpp"

using namespace faceoff;
using namespace faceoff::test;

namespace {

tally with_own_vote(tally snapshot, const own_vote& own) {
  count_own_vote(snapshot, own);
  count_own_preferences(snapshot, own);
  return snapshot;
}

const poll asked = poll_with(poll_mode::verdicts, {"chalk", "ink", "wax"}, "asked");
const poll changed = poll_with(poll_mode::verdicts, {"chalk", "ink", "slate"}, "changed");
const poll choice = poll_with(poll_mode::pick, {"chalk", "ink", "wax"}, "choice");

ballot calls(std::uint64_t rev, list<contender_call> said_now) {
  ballot out;
  out.rev = rev;
  out.definition = asked.definition;
  out.calls = std::move(said_now);
  return out;
}

// What the store showed at one revision, and every ballot that was in it.
struct moment {
  tally snapshot;
  const poll* asks = nullptr;
  std::map<int, ballots_of_voter> received;  // by reader; the device is reader 0
};

constexpr int device = 0;

class store {
 public:
  store(const poll& asks, std::string epoch) : asks_(&asks), epoch_(std::move(epoch)) { publish(); }

  void ask(const poll& other) {
    if (asks_ == &other) return;
    asks_ = &other;
    ++revision_;
    publish();
  }

  // True when it was counted for the first time. Published by the caller, perhaps with others of a batch.
  bool receive(int reader, const ballot& cast) {
    if (cast.definition != asks_->definition) return false;
    received_[reader].push_back(cast);
    const bool news = static_cast<bool>(fold(rows_[reader], cast));
    revision_ += news;
    return news;
  }

  const moment& publish() {
    moment& now = past_[revision_];
    now = {empty_tally(*asks_), asks_, received_};
    now.snapshot.epoch = epoch_;
    now.snapshot.revision = revision_;
    for (const auto& [reader, row] : rows_) add(now.snapshot, row);
    return now;
  }

  const poll& asks() const { return *asks_; }
  const moment& latest() const { return past_.rbegin()->second; }
  const std::map<std::uint64_t, moment>& past() const { return past_; }

 private:
  const poll* asks_;
  std::string epoch_;
  std::uint64_t revision_ = 0;
  std::map<int, voter_row> rows_;
  std::map<int, ballots_of_voter> received_;
  std::map<std::uint64_t, moment> past_;
};

// A snapshot with the own ballots on the table besides; with first preferences as they are unless `firsts`.
tally expected(const moment& then, const ballots_of_voter& own, bool firsts = true) {
  if (own.empty() || own.back().definition != then.asks->definition) return then.snapshot;
  std::map<int, ballots_of_voter> all = then.received;
  for (const ballot& cast : own) all[device].push_back(cast);
  list<ballots_of_voter> voters;
  for (const auto& [reader, casts] : all) voters.push_back(casts);
  tally out = recount(*then.asks, voters);
  for (std::size_t i = 0; i < out.preferences.size() && !firsts; ++i) {
    out.preferences[i].first_a = then.snapshot.preferences[i].first_a;
    out.preferences[i].first_b = then.snapshot.preferences[i].first_b;
  }
  out.epoch = then.snapshot.epoch;
  out.revision = then.snapshot.revision;
  return out;
}

void remember(own_vote& own, std::uint64_t revision, const ballot& cast, const std::string& epoch) {
  if (own.epoch != epoch) own.counted.clear();
  own.epoch = epoch;
  own.counted.push_back({revision, cast});
  if (own.counted.size() > remembered_ballots) own.counted.erase(own.counted.begin());
}

void others_vote(dice& random, store& feed) {
  for (std::size_t votes = random.below(4); votes > 0; --votes) {
    const int reader = 1 + static_cast<int>(random.below(6));
    feed.receive(reader, random_ballot(random, feed.asks(), 1 + random.below(8)));
  }
}

ballot ballot_on_changed() {
  ballot out;
  out.rev = 1;
  out.definition = changed.definition;
  out.calls = {{"slate", call_code::ship}};
  return out;
}

constexpr call_code ship = call_code::ship, skip = call_code::skip;

}  // namespace

TEST_CASE("without an own vote a snapshot is what it is") {
  store feed(asked, "e");
  feed.receive(1, calls(1, {{"chalk", ship}}));
  const tally snapshot = feed.publish().snapshot;
  CHECK(with_own_vote(snapshot, {}) == snapshot);
}

TEST_CASE("a pending vote is added, a counted one is there once, a change takes the old one's place") {
  store feed(asked, "e");
  feed.receive(1, calls(1, {{"chalk", ship}, {"ink", skip}}));
  const tally before = feed.publish().snapshot;
  own_vote own;
  own.epoch = "e";
  own.pending = calls(1, {{"chalk", ship}, {"ink", skip}});
  const tally waiting = with_own_vote(before, own);
  CHECK(waiting.ballots == 2);
  CHECK(waiting.tallies[0] == contender_tally{"chalk", 2, 0, 0});
  CHECK(waiting.preferences[0] == pair_tally{"chalk", "ink", 0, 2, 0, 0, 2, 0});

  feed.receive(device, *own.pending);
  const tally after = feed.publish().snapshot;
  remember(own, after.revision, *own.pending, "e");
  own.pending.reset();
  CHECK(with_own_vote(after, own) == after);
  CHECK(with_own_vote(before, own).ballots == 2);

  own.pending = calls(2, {{"chalk", skip}, {"ink", ship}});
  const tally turned = with_own_vote(after, own);
  CHECK(turned.ballots == 2);
  CHECK(turned.tallies[0] == contender_tally{"chalk", 1, 1, 0});
  // The cells follow the change, the first preferences do not.
  CHECK(turned.preferences[0] == pair_tally{"chalk", "ink", 0, 1, 1, 0, 2, 0});
  own.pending = calls(3, {});
  CHECK(with_own_vote(after, own).ballots == 1);
}

TEST_CASE("an own vote on another question changes nothing") {
  store feed(changed, "e");
  feed.receive(1, ballot_on_changed());
  const tally snapshot = feed.publish().snapshot;
  own_vote own;
  own.epoch = "e";
  own.counted.push_back({1, calls(1, {{"chalk", ship}})});
  CHECK(with_own_vote(snapshot, own) == snapshot);
}

TEST_CASE("a store of another epoch has not counted us yet") {
  store feed(asked, "new");
  for (int reader = 1; reader < 4; ++reader) feed.receive(reader, calls(1, {{"ink", ship}}));
  const tally snapshot = feed.publish().snapshot;
  own_vote own;
  own.epoch = "old";
  own.counted.push_back({1, calls(4, {{"ink", ship}})});
  CHECK(with_own_vote(snapshot, own).ballots == 4);
  CHECK(with_own_vote(snapshot, own).tallies[1].ship == 4);
  // A backup may have kept our first preference.
  own.pending = calls(5, {{"chalk", ship}, {"ink", skip}});
  CHECK(with_own_vote(snapshot, own).preferences[0].only_a == 1);
  CHECK(with_own_vote(snapshot, own).preferences[0].first_a == 0);
}

TEST_CASE("counts never go below zero, even under a snapshot that lost us") {
  tally wrong = empty_tally(asked);
  wrong.epoch = "e";
  wrong.revision = 9;
  own_vote own;
  own.epoch = "e";
  own.counted.push_back({3, calls(1, {{"chalk", ship}, {"ink", skip}})});
  own.pending = calls(2, {});
  const tally shown = with_own_vote(wrong, own);
  CHECK(shown.ballots == 0);
  CHECK(shown.tallies == wrong.tallies);
  CHECK(shown.preferences[0].only_a == 0);
}

TEST_CASE("a snapshot older than all that is remembered is left alone") {
  own_vote own;
  own.epoch = "e";
  for (std::uint64_t n = 1; n <= remembered_ballots; ++n)
    own.counted.push_back({10 * n, calls(n + 5, {{"ink", ship}})});
  tally old = empty_tally(asked);
  old.epoch = "e";
  old.revision = 9;
  CHECK(with_own_vote(old, own) == old);
  old.revision = 10;
  CHECK(with_own_vote(old, own).ballots == 1);
  own.counted.erase(own.counted.begin());
  CHECK(with_own_vote(old, own).ballots == 1);
}

// Every answer arrives, so every revision is exact: then a snapshot of any age comes out right, as far back
// as the device remembers.
TEST_CASE("with every answer received, snapshots of any age show the recount") {
  dice random(8);
  int compared = 0;
  for (int round = 0; round < 150; ++round) {
    const poll& question = round % 3 == 0 ? choice : asked;
    store feed(question, "e");
    own_vote own;
    ballots_of_voter cast_so_far;
    for (std::uint64_t rev = 1; rev < remembered_ballots; ++rev) {
      others_vote(random, feed);
      if (random.one_in(8)) feed.ask(random.one_in(2) ? question : changed);
      if (random.one_in(2)) feed.publish();
      const ballot next = random_ballot(random, feed.asks(), rev);
      feed.receive(device, next);
      others_vote(random, feed);  // in the same batch
      remember(own, feed.publish().snapshot.revision, next, "e");
      cast_so_far.push_back(next);
      own_vote and_pending = own;
      ballots_of_voter with_pending = cast_so_far;
      and_pending.pending = random_ballot(random, feed.asks(), rev + 1);
      with_pending.push_back(*and_pending.pending);
      for (const auto& [revision, then] : feed.past()) {
        REQUIRE(with_own_vote(then.snapshot, own) == expected(then, cast_so_far));
        REQUIRE(with_own_vote(then.snapshot, and_pending) == expected(then, with_pending));
        compared += 2;
      }
    }
  }
  CHECK(compared > 10'000);
}

namespace {

// A device by the rules of DESIGN: ballots are stored before they are sent, snapshots are held back while one
// is under way, and a lower revision is never shown.
struct reader_device {
  own_vote own;
  ballots_of_voter cast;
  std::uint64_t rev = 0;
  const moment* shown = nullptr;

  void see(const moment& fresh) {
    if (own.pending && shown) return;
    if (shown && shown->snapshot.epoch == fresh.snapshot.epoch &&
        fresh.snapshot.revision < shown->snapshot.revision) {
      return;
    }
    const std::uint64_t known = own.counted.empty() ? 0 : own.counted.back().revision;
    if (own.epoch == fresh.snapshot.epoch && fresh.snapshot.revision < known) return;
    shown = &fresh;
  }

  void choose(dice& random, const poll& asks) {
    own.pending = random_ballot(random, asks, ++rev);
    cast.push_back(*own.pending);
  }

  void post(dice& random, store& feed) {
    if (!own.pending || random.one_in(3)) return;  // lost on the way there
    feed.receive(device, *own.pending);
    const moment& answer = feed.publish();
    if (random.one_in(3)) return;  // lost on the way back: it will be sent again
    remember(own, answer.snapshot.revision, *own.pending, answer.snapshot.epoch);
    own.pending.reset();
    shown = &answer;
  }
};

// True while the device knows of every ballot it cast whether the store counted it.
bool knows_all(const own_vote& own) {
  std::uint64_t known = 0;
  for (const counted_ballot& each : own.counted) {
    if (each.cast.rev != ++known) return false;
  }
  return !own.pending || own.pending->rev == known + 1;
}

void check(const reader_device& reader) {
  if (!reader.shown) return;
  ballots_of_voter newest;
  if (!reader.cast.empty()) newest.push_back(reader.cast.back());
  REQUIRE(with_own_vote(reader.shown->snapshot, reader.own) ==
          expected(*reader.shown, newest, knows_all(reader.own)));
}

}  // namespace

TEST_CASE("with posts and answers lost, what is shown is the recount with the newest own ballot") {
  dice random(9);
  int shown = 0;
  int with_firsts = 0;
  for (int round = 0; round < 400; ++round) {
    const poll& question = round % 3 == 0 ? choice : asked;
    store feed(question, "e");
    reader_device reader;
    for (int step = 0; step < 40; ++step) {
      others_vote(random, feed);
      if (random.one_in(2)) feed.publish();
      if (random.one_in(3)) reader.see(feed.latest());
      if (random.one_in(6)) {  // an old snapshot from a cache
        auto then = feed.past().begin();
        std::advance(then, static_cast<long>(random.below(feed.past().size())));
        reader.see(then->second);
      }
      if (random.one_in(5) && reader.shown) reader.choose(random, feed.asks());
      reader.post(random, feed);
      check(reader);
      shown += reader.shown != nullptr;
      with_firsts += reader.own.pending && knows_all(reader.own);
    }
  }
  CHECK(with_firsts > 1'000);
  CHECK(shown > 10'000);
}

TEST_CASE("a store that starts anew counts the reader once, before and after it got the ballot again") {
  dice random(10);
  for (int round = 0; round < 200; ++round) {
    store old_feed(asked, "old");
    reader_device reader;
    reader.see(old_feed.latest());
    for (std::uint64_t votes = 1 + random.below(4); votes > 0; --votes) {
      reader.choose(random, asked);
      while (reader.own.pending) reader.post(random, old_feed);
    }
    store feed(asked, "new");
    others_vote(random, feed);
    feed.publish();
    const ballots_of_voter newest = {reader.cast.back()};
    const tally once = expected(feed.latest(), newest, reader.rev == 1);
    REQUIRE(with_own_vote(feed.latest().snapshot, reader.own) == once);
    // The device posts its ballot again, as it does whenever it meets a new epoch.
    reader.own.pending = reader.own.counted.back().cast;
    REQUIRE(with_own_vote(feed.latest().snapshot, reader.own) == once);
    while (reader.own.pending) reader.post(random, feed);
    REQUIRE(with_own_vote(feed.latest().snapshot, reader.own) == feed.latest().snapshot);
    CHECK(reader.own.counted.size() == 1);
  }
}
