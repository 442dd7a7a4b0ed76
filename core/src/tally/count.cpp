#include <algorithm>
#include <array>
#include <tuple>

#include "faceoff/limits.hpp"
#include "faceoff/tally.hpp"

namespace faceoff {
namespace {

void step(std::uint64_t& count, bool up) {
  if (up && count < limits::exact_integer) ++count;
  if (!up && count > 0) --count;
}

call_code call_of(const ballot& cast, std::string_view contender) {
  for (const contender_call& each : cast.calls) {
    if (each.contender == contender) return each.call;
  }
  return call_code::none;
}

void count_contender(contender_tally& sum, const ballot& cast, bool up) {
  const call_code call = call_of(cast, sum.contender);
  if (call == call_code::ship) step(sum.ship, up);
  if (call == call_code::skip) step(sum.skip, up);
  if (cast.pick == sum.contender) step(sum.picks, up);
}

template <class Entry, class Key>
typename list<Entry>::iterator place_of(list<Entry>& sorted, Key Entry::*key, const Key& wanted) {
  return std::lower_bound(sorted.begin(), sorted.end(), wanted,
                          [key](const Entry& entry, const Key& value) { return entry.*key < value; });
}

void count_earlier_contender(list<contender_tally>& tallies, const string& id, const ballot& cast, bool up) {
  auto place = place_of(tallies, &contender_tally::contender, id);
  if (place == tallies.end() || place->contender != id) {
    if (!up) return;
    place = tallies.insert(place, contender_tally{id, 0, 0, 0});
  }
  count_contender(*place, cast, up);
  if (place->ship == 0 && place->skip == 0 && place->picks == 0) tallies.erase(place);
}

// An entry exists exactly while it counts somebody, so that the order of voters leaves no trace.
void count_earlier(list<previous_tally>& previous, const ballot& cast, bool up) {
  auto place = place_of(previous, &previous_tally::definition, cast.definition);
  if (place == previous.end() || place->definition != cast.definition) {
    if (!up) return;
    place = previous.insert(place, previous_tally{cast.definition, 0, {}});
  }
  step(place->ballots, up);
  for (const contender_call& each : cast.calls) {
    count_earlier_contender(place->tallies, each.contender, cast, up);
  }
  if (!cast.pick.empty()) count_earlier_contender(place->tallies, cast.pick, cast, up);
  if (place->ballots == 0) previous.erase(place);
}

// A row beside one tally. Contenders of the tally go by their index; the lists of both sides are sorted
// alike, so one walk over the pairs meets everything: a store does this twice for each ballot.
class counter {
 public:
  counter(tally& sum, const voter_row& row, bool up) : sum_(sum), row_(row), up_(up) {
    current_ = row.current.definition == sum.definition && !row.current.withdrawn();
    while (first_ != end_ && first_->definition != sum.definition) ++first_;
    while (end_ != first_ && (end_ - 1)->definition != sum.definition) --end_;
  }

  void run() {
    if (current_) {
      step(sum_.ballots, up_);
      for (contender_tally& each : sum_.tallies) count_contender(each, row_.current, up_);
    } else if (!row_.current.withdrawn()) {
      count_earlier(sum_.previous, row_.current, up_);
    }
    if (!current_ && first_ == end_) return;
    stand();
    std::size_t a = 0;
    std::size_t b = 0;
    for (pair_tally& each : sum_.preferences) {
      if (a == size_ || id(a) != each.a) a = b = find(each.a, 0);
      b = find(each.b, b);
      if (a == size_ || b == size_) continue;
      if (current_) count_cell(each, standing_[a].call, standing_[b].call);
      count_first(each, standing_[a].picked, standing_[b].picked);
    }
  }

 private:
  // What the row says about one contender.
  struct standing {
    call_code call = call_code::none;          // a pick ships its contender and skips the others
    const first_preference* picked = nullptr;  // the first ballot that picked it
  };

  const string& id(std::size_t index) const { return sum_.tallies[index].contender; }

  std::size_t find(const string& contender, std::size_t from) const {
    while (from < size_ && id(from) != contender) ++from;
    return from;
  }

  void stand() {
    size_ = std::min(sum_.tallies.size(), standing_.size());
    const bool picks = !row_.current.pick.empty();
    const first_preference* next = first_;
    for (std::size_t i = 0; i < size_; ++i) {
      standing& here = standing_[i];
      here.call = call_of(row_.current, id(i));
      if (picks) here.call = id(i) == row_.current.pick ? call_code::ship : call_code::skip;
      while (next != end_ && next->a < id(i)) ++next;
      if (next != end_ && next->a == id(i) && next->b.empty()) here.picked = next;
    }
  }

  void count_cell(pair_tally& sum, call_code a, call_code b) {
    if (a == call_code::none || b == call_code::none) return;
    if (a == call_code::ship) {
      step(b == call_code::ship ? sum.both : sum.only_a, up_);
    } else {
      step(b == call_code::ship ? sum.only_b : sum.neither, up_);
    }
  }

  // The first of what the pair itself has from calls and its two contenders have from picks.
  void count_first(pair_tally& sum, const first_preference* a, const first_preference* b) {
    while (first_ != end_ && std::tie(first_->a, first_->b) < std::tie(sum.a, sum.b)) ++first_;
    const bool own = first_ != end_ && first_->a == sum.a && first_->b == sum.b;
    const first_preference* least = own ? first_ : nullptr;
    for (const first_preference* each : {a, b}) {
      if (each && (!least || std::tie(each->rev, each->content) < std::tie(least->rev, least->content))) {
        least = each;
      }
    }
    if (least) step(least->prefers_a == (least != b) ? sum.first_a : sum.first_b, up_);
  }

  tally& sum_;
  const voter_row& row_;
  const bool up_;
  bool current_ = false;
  // The row's first preferences under the tally's definition; first_ moves on with the pairs.
  const first_preference* first_ = row_.firsts.data();
  const first_preference* end_ = first_ + row_.firsts.size();
  std::size_t size_ = 0;
  std::array<standing, limits::contenders>
      standing_{};  // a tally has no more: its poll and its reader see to it
};

}  // namespace

tally empty_tally(const poll& asked) {
  tally out;
  out.comparison = asked.comparison;
  out.definition = asked.definition;
  for (const string& a : asked.contenders) {
    out.tallies.push_back({a});
    for (const string& b : asked.contenders) {
      if (a < b) out.preferences.push_back({a, b});
    }
  }
  return out;
}

void add(tally& sum, const voter_row& row) { counter(sum, row, true).run(); }
void remove(tally& sum, const voter_row& row) { counter(sum, row, false).run(); }

}  // namespace faceoff
