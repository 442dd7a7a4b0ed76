// The answer against a slow and obvious one: reviewers are counted one by one, left out one by one, cycles
// are walked, and "what would change it" is checked by editing the document and asking again.
#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <set>

#include "verdict_random.hpp"

using namespace faceoff;
using namespace faceoff::testing;

namespace {

struct ruling {
  outcome what = outcome::no_panel;
  index_or_none contender;
  limit_code condition = limit_code::unset;

  bool operator==(const ruling& other) const { return what == other.what && contender == other.contender; }
};

const std::set<limit_code> conditions{limit_code::non_commercial, limit_code::research_only,
                                      limit_code::no_redistribution, limit_code::seats, limit_code::region};

class oracle {
 public:
  // breakers bar; `asked` holds the limits that make a pick conditional.
  oracle(const comparison& document, const std::set<limit_code>& breakers, const std::set<limit_code>& asked)
      : document_(document), breakers_(breakers), asked_(asked) {
    for (const review& given : document.reviews) {
      const verdict_code verdict = counted_verdict(document, given);
      const int rank = verdict == verdict_code::ship    ? 3
                       : verdict == verdict_code::mixed ? 2
                       : verdict == verdict_code::skip  ? 1
                                                        : 0;
      if (rank) ranks_[{given.reviewer, given.contender}] = rank;
    }
    for (contender_index x = 0; x < document.contenders.size(); ++x)
      if (is_eligible(x)) eligible_.push_back(x);
  }

  ruling judge() const {
    bool decided = false;
    for (contender_index x = 0; x < size(); ++x) decided = decided || ships(x) + skips(x) > 0;
    if (!decided) return {outcome::no_panel, {}};
    if (eligible_.empty()) return {outcome::neither, {}};
    if (different_jobs()) return {outcome::different_jobs, {}};
    return eligible_.size() == 1 ? judge_lone(eligible_[0]) : judge_field();
  }

  const list<contender_index>& eligible() const { return eligible_; }
  contender_index size() const { return static_cast<contender_index>(document_.contenders.size()); }

  // How many more of the reviewers but one prefer x to y.
  int lead(contender_index x, contender_index y, std::size_t left_out = SIZE_MAX) const {
    int sum = 0;
    for (std::size_t reviewer = 0; reviewer < document_.reviewers.size(); ++reviewer) {
      if (reviewer == left_out) continue;
      const int rank_x = rank(reviewer, x), rank_y = rank(reviewer, y);
      if (rank_x && rank_y) sum += (rank_x > rank_y) - (rank_x < rank_y);
    }
    return sum;
  }

  // Is there a way from x back to x over eligible ones, each preferred by more to the next?
  bool in_cycle(contender_index x) const {
    std::set<contender_index> reached;
    const std::function<void(contender_index)> walk = [&](contender_index from) {
      for (const contender_index y : eligible_)
        if (lead(from, y) > 0 && reached.insert(y).second) walk(y);
    };
    walk(x);
    return reached.count(x) > 0;
  }

 private:
  const comparison& document_;
  std::set<limit_code> breakers_, asked_;
  std::map<std::pair<std::size_t, std::size_t>, int> ranks_;
  list<contender_index> eligible_;

  int rank(std::size_t reviewer, std::size_t of) const {
    const auto found = ranks_.find({reviewer, of});
    return found == ranks_.end() ? 0 : found->second;
  }
  int count(contender_index x, int wanted, std::size_t left_out = SIZE_MAX) const {
    int sum = 0;
    for (std::size_t reviewer = 0; reviewer < document_.reviewers.size(); ++reviewer)
      sum += reviewer != left_out && rank(reviewer, x) == wanted;
    return sum;
  }
  int ships(contender_index x) const { return count(x, 3); }
  int skips(contender_index x) const { return count(x, 1); }
  bool half(contender_index x, std::size_t left_out = SIZE_MAX) const {
    const int ship = count(x, 3, left_out), skip = count(x, 1, left_out);
    return ship + skip > 0 && 2 * ship >= ship + skip;
  }

  bool is_eligible(contender_index x) const {
    const contender& one = document_.contenders[x];
    if (one.status.value != status_code::unset && one.status.value != status_code::released) return false;
    for (const limit& given : one.limits) {
      if (breakers_.count(given.code)) return false;
      if (given.code == limit_code::research_only && breakers_.count(limit_code::non_commercial))
        return false;
    }
    return half(x);
  }

  bool beats(contender_index x, contender_index y) const {
    bool always = lead(x, y) > 0;
    for (std::size_t left_out = 0; left_out < document_.reviewers.size(); ++left_out)
      always = always && lead(x, y, left_out) > 0;
    return always;
  }
  bool sweeps(contender_index x, contender_index y) const {
    for (std::size_t reviewer = 0; reviewer < document_.reviewers.size(); ++reviewer)
      if (rank(reviewer, x) && rank(reviewer, x) < rank(reviewer, y)) return false;
    return beats(x, y);
  }

  bool share_a_job(contender_index x, contender_index y) const {
    const auto& jobs = document_.contenders[x].jobs;
    const auto& others = document_.contenders[y].jobs;
    if (jobs.empty() || others.empty()) return true;  // for all one knows
    return std::find_first_of(jobs.begin(), jobs.end(), others.begin(), others.end()) != jobs.end();
  }
  bool different_jobs() const {
    for (contender_index x = 0; x < size(); ++x)
      for (contender_index y = 0; y < x; ++y) {
        const bool both = eligible_.size() == 1 || (is_eligible(x) && is_eligible(y));
        if (both && share_a_job(x, y)) return false;
      }
    return true;
  }

  ruling award(contender_index x) const {
    for (unsigned value = 0; value <= static_cast<unsigned>(limit_code::unknown); ++value)
      for (const limit& given : document_.contenders[x].limits)
        if (given.code == static_cast<limit_code>(value) && asked_.count(given.code))
          return {outcome::conditional, x, given.code};
    return {outcome::pick, x};
  }

  ruling judge_lone(contender_index x) const {
    bool beats_one = false, keeps = true;
    for (contender_index y = 0; y < size(); ++y) {
      if (y == x) continue;
      if (sweeps(x, y)) return award(x);
      beats_one = beats_one || beats(x, y);
    }
    for (std::size_t left_out = 0; left_out < document_.reviewers.size(); ++left_out)
      keeps = keeps && half(x, left_out);
    return beats_one || keeps ? ruling{outcome::lean, x} : ruling{outcome::too_close, {}};
  }

  ruling judge_field() const {
    for (const contender_index x : eligible_) {
      bool beats_all = true, sweeps_all = true;
      for (const contender_index y : eligible_) {
        if (y == x) continue;
        beats_all = beats_all && beats(x, y);
        sweeps_all = sweeps_all && sweeps(x, y);
      }
      if (sweeps_all) return award(x);
      if (beats_all) return {outcome::lean, x};
    }
    return {outcome::too_close, {}};
  }
};

using codes = std::set<limit_code>;

// Deal breakers as `decide` takes them.
codes heard(const list<limit_code>& breakers) {
  codes said(breakers.begin(), breakers.end());
  said.erase(limit_code::unset);
  said.erase(limit_code::unknown);
  return said;
}
ruling ask(const comparison& document, const codes& said) {
  return oracle(document, said, said.empty() ? conditions : codes{}).judge();
}

review& review_of(comparison& document, std::uint8_t reviewer, std::uint8_t of) {
  for (review& given : document.reviews)
    if (given.reviewer == reviewer && given.contender == of) return given;
  review fresh;
  fresh.reviewer = reviewer;
  fresh.contender = of;
  document.reviews.push_back(fresh);
  return document.reviews.back();
}

bool judged(const comparison& document, std::uint8_t reviewer, std::uint8_t of) {
  comparison copy = document;
  const verdict_code verdict = counted_verdict(copy, review_of(copy, reviewer, of));
  return verdict == verdict_code::ship || verdict == verdict_code::mixed || verdict == verdict_code::skip;
}

comparison with_verdict(comparison document, std::uint8_t reviewer, std::uint8_t of, verdict_code verdict) {
  review_of(document, reviewer, of).verdict = verdict;
  return document;
}

comparison with_one_more(comparison document, std::uint8_t of, verdict_code verdict) {
  reviewer fresh;
  fresh.id = "somebody new";
  document.reviewers.push_back(fresh);
  return with_verdict(document, static_cast<std::uint8_t>(document.reviewers.size() - 1), of, verdict);
}

comparison without_limit(comparison document, contender_index of, limit_code code) {
  auto& limits = document.contenders[of].limits;
  for (std::size_t i = limits.size(); i-- > 0;) {
    if (limits[i].code == code) limits.erase(limits.begin() + i);
  }
  return document;
}

comparison with_release(comparison document, contender_index of) {
  document.contenders[of].status.value = status_code::released;
  return document;
}

codes toggled(codes said, limit_code code) {
  if (!said.erase(code)) said.insert(code);
  return said;
}

// What really comes of a change the answer lists.
ruling outcome_of(const comparison& document, const codes& said, const change_item& item) {
  const auto of = static_cast<std::uint8_t>(item.contender ? *item.contender : 0);
  const auto who = static_cast<std::uint8_t>(item.reviewer ? *item.reviewer : 0);
  switch (item.what) {
    case answer_change::release_confirmed:
      return ask(with_release(document, of), said);
    case answer_change::limit_lifted:
      return ask(without_limit(document, of, item.limit), said);
    case answer_change::limit_matters:
      return oracle(document, toggled(said, item.limit), said.empty() ? conditions : codes{}).judge();
    case answer_change::one_reviewer:
      REQUIRE(judged(document, who, of));
      return ask(with_verdict(document, who, of, item.verdict), said);
    case answer_change::more_reviews:
      if (!item.reviewer) return ask(with_one_more(document, of, item.verdict), said);
      REQUIRE_FALSE(judged(document, who, of));
      return ask(with_verdict(document, who, of, item.verdict), said);
  }
  return {};
}

// Every single change there is that changes the answer, as the answer groups them.
std::set<std::string> changes_there_are(const comparison& document, const codes& said, const ruling& base) {
  std::set<std::string> found;
  const auto note = [&](const std::string& name, const ruling& then) {
    if (!(then == base)) found.insert(name);
  };
  codes known = said;
  for (contender_index x = 0; x < document.contenders.size(); ++x) {
    const contender& one = document.contenders[x];
    const status_code status = one.status.value;
    if (status == status_code::unconfirmed || status == status_code::announced ||
        status == status_code::unknown)
      note("release " + one.id, ask(with_release(document, x), said));
    for (const limit& given : one.limits) {
      known.insert(given.code);
      note("lifted " + one.id + coded(given.code), ask(without_limit(document, x, given.code), said));
    }
    for (const verdict_code verdict : {verdict_code::ship, verdict_code::skip}) {
      note("more " + one.id, ask(with_one_more(document, x, verdict), said));
      for (std::uint8_t row = 0; row < document.reviewers.size(); ++row)
        note((judged(document, row, x) ? "reviewer " + document.reviewers[row].id : "more " + one.id),
             ask(with_verdict(document, row, x, verdict), said));
    }
  }
  known.erase(limit_code::unknown);
  for (const limit_code code : known)
    note("matters" + coded(code),
         oracle(document, toggled(said, code), said.empty() ? conditions : codes{}).judge());
  return found;
}

std::string group_of(const comparison& document, const change_item& item) {
  switch (item.what) {
    case answer_change::release_confirmed:
      return "release" + at(document, item.contender);
    case answer_change::limit_lifted:
      return "lifted" + at(document, item.contender) + coded(item.limit);
    case answer_change::limit_matters:
      return "matters" + coded(item.limit);
    case answer_change::one_reviewer:
      return "reviewer " + document.reviewers[*item.reviewer].id;
    case answer_change::more_reviews:
      return "more" + at(document, item.contender);
  }
  return {};
}

bool says(const answer& given, answer_reason what) {
  return std::any_of(given.reasons.begin(), given.reasons.end(),
                     [&](const reason_item& item) { return item.what == what; });
}

}  // namespace

TEST_CASE("the answer agrees with counting and leaving out one by one, on 20,000 random documents") {
  document_source source(2026);
  std::map<outcome, int> seen;
  for (int round = 0; round < 20'000; ++round) {
    const comparison document = source.next(6, 8);
    const list<limit_code> breakers = source.breakers();
    const codes said = heard(breakers);
    const answer given = decide(document, breakers, {});
    const ruling expected = ask(document, said);
    REQUIRE(given.outcome == expected.what);
    REQUIRE(given.contender == expected.contender);
    REQUIRE(given.condition == expected.condition);
    const ruling other =
        given.outcome == outcome::conditional ? oracle(document, {given.condition}, {}).judge() : ruling{};
    REQUIRE(given.otherwise == other.contender);
    REQUIRE(given.otherwise_leans == (other.what == outcome::lean));
    ++seen[given.outcome];
  }
  // The seed must reach every outcome often enough to mean something.
  for (const outcome what : {outcome::no_panel, outcome::different_jobs, outcome::neither, outcome::too_close,
                             outcome::lean, outcome::conditional, outcome::pick}) {
    INFO(name_of(what));
    CHECK(seen[what] >= 100);
  }
}

TEST_CASE("a cycle is told exactly where every eligible one has another that more prefer") {
  document_source source(3);
  int cycles = 0;
  for (int round = 0; round < 20'000; ++round) {
    const comparison document = source.next(5, 7);
    const oracle slow(document, {}, conditions);
    const answer given = decide(document, {}, {});
    if (given.outcome != outcome::too_close) {
      REQUIRE_FALSE(says(given, answer_reason::cycle));
      continue;
    }
    bool all_beaten = true, any_cycle = false;
    for (const contender_index x : slow.eligible()) {
      bool beaten = false;
      for (const contender_index y : slow.eligible()) beaten = beaten || slow.lead(y, x) > 0;
      all_beaten = all_beaten && beaten;
      any_cycle = any_cycle || slow.in_cycle(x);
    }
    REQUIRE(says(given, answer_reason::cycle) == all_beaten);
    if (all_beaten) REQUIRE(any_cycle);
    cycles += all_beaten;
  }
  CHECK(cycles >= 10);
}

TEST_CASE("what would change it is what does change it, no more and no less, on 1,500 random documents") {
  document_source source(99);
  for (int round = 0; round < 1500; ++round) {
    const comparison document = source.next(4, 5);
    const list<limit_code> breakers = source.breakers();
    const codes said = heard(breakers);
    const ruling base = ask(document, said);
    const answer given = decide(document, breakers, {});
    std::set<std::string> listed;
    for (const change_item& item : given.changes) {
      const ruling then = outcome_of(document, said, item);
      REQUIRE(then.what == item.then);
      REQUIRE(then.contender == item.then_contender);
      REQUIRE_FALSE(then == base);
      REQUIRE(listed.insert(group_of(document, item)).second);
    }
    REQUIRE(listed == changes_there_are(document, said, base));
  }
}
