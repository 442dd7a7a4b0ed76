// The order of contenders and reviewers in a document changes nothing but indices.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "verdict_random.hpp"

using namespace faceoff;
using namespace faceoff::testing;

namespace {

constexpr date today{2026, 11, 25};

using order = list<std::uint8_t>;  // place -> former index

order identity(std::size_t size) {
  order same(size);
  std::iota(same.begin(), same.end(), std::uint8_t{0});
  return same;
}

comparison reordered(const comparison& document, const order& contender_order, const order& reviewer_order) {
  comparison moved = document;
  order contender_place(contender_order.size()), reviewer_place(reviewer_order.size());
  for (std::size_t place = 0; place < contender_order.size(); ++place) {
    moved.contenders[place] = document.contenders[contender_order[place]];
    contender_place[contender_order[place]] = static_cast<std::uint8_t>(place);
  }
  for (std::size_t place = 0; place < reviewer_order.size(); ++place) {
    moved.reviewers[place] = document.reviewers[reviewer_order[place]];
    reviewer_place[reviewer_order[place]] = static_cast<std::uint8_t>(place);
  }
  for (review& given : moved.reviews) {
    given.contender = contender_place[given.contender];
    given.reviewer = reviewer_place[given.reviewer];
  }
  std::reverse(moved.reviews.begin(), moved.reviews.end());
  if (moved.our_pick.contender) moved.our_pick.contender = contender_place[*moved.our_pick.contender];
  return moved;
}

void append_sorted(lines& all, lines some) {
  std::sort(some.begin(), some.end());
  all.append(some.begin(), some.end());
}

std::string number(std::uint64_t value) { return " " + std::to_string(value); }

lines panel_lines(const comparison& document) {
  lines all;
  const panel_reading panel = read_panel(document);
  for (std::size_t index = 0; index < panel.contenders.size(); ++index) {
    const contender_panel& one = panel.contenders[index];
    all.push_back(document.contenders[index].id + number(one.votes.ship) + number(one.votes.n) +
                  number(one.mixed) + number(one.abstain) + number(one.not_reviewed) +
                  number(one.percentage));
  }
  all.push_back("speak" + number(panel.humans) + number(panel.ai_personas) + number(panel.undeclared));
  return all;
}

std::string codes(limit_set given) {
  std::string text;
  for (const limit_code code : given) text += coded(code);
  return text;
}

lines price_lines(const comparison& document) {
  lines all;
  const price_reading reading = read_prices(document, today);
  for (std::size_t index = 0; index < reading.contenders.size(); ++index) {
    const contender_price& one = reading.contenders[index];
    all.push_back(document.contenders[index].id + " " + std::string(name_of(one.entry)) +
                  number(one.checked_days.value_or(9999)) + number(one.out_of_date) +
                  number(one.rate ? *one.rate : 99));
  }
  for (const price_pair& pair : reading.pairs) {
    const std::string& a = document.contenders[pair.a].id;
    const std::string& b = document.contenders[pair.b].id;
    const std::string says = std::string(name_of(pair.order)) + at(document, pair.cheaper) + " " +
                             std::string(name_of(pair.reason));
    all.push_back(
        a < b ? a + " " + b + " " + says + codes(pair.only_a_limits) + "|" + codes(pair.only_b_limits)
              : b + " " + a + " " + says + codes(pair.only_b_limits) + "|" + codes(pair.only_a_limits));
  }
  return all;
}

std::string names(const comparison& document, reviewer_set given) {
  lines ids;
  for (const reviewer_index index : given) ids.push_back(document.reviewers[index].id);
  std::sort(ids.begin(), ids.end());
  std::string text = "|";
  for (const faceoff::string& id : ids) text += id + " ";
  return text;
}

lines split_lines(const comparison& document) {
  lines all;
  const split_reading reading = read_split(document);
  for (std::size_t index = 0; index < reading.contenders.size(); ++index) {
    const contender_split& one = reading.contenders[index];
    all.push_back(document.contenders[index].id + " " + std::string(name_of(one.kind)) + number(one.most) +
                  number(one.least) + number(one.most_ship));
  }
  for (const head_to_head& pair : reading.pairs) {
    const std::string& a = document.contenders[pair.a].id;
    const std::string& b = document.contenders[pair.b].id;
    const std::string for_a = names(document, pair.prefer_a), for_b = names(document, pair.prefer_b);
    all.push_back((a < b ? a + " " + b + for_a + for_b : b + " " + a + for_b + for_a) +
                  names(document, pair.same) + at(document, pair.leader) + number(pair.dominant) +
                  number(pair.survives));
  }
  return all;
}

// Everything the stage says, by ids; the lists of the answer in their own order.
lines everything(const comparison& document, const list<limit_code>& breakers) {
  lines all;
  append_sorted(all, panel_lines(document));
  append_sorted(all, price_lines(document));
  append_sorted(all, split_lines(document));
  const answer given = decide(document, breakers, today);
  all.push_back(said(document, given) + number(given.differs_from_our_pick));
  for (const lines& part :
       {reasons_of(document, given), caveats_of(document, given), changes_of(document, given)})
    all.append(part.begin(), part.end());
  return all;
}

}  // namespace

TEST_CASE("every order of up to five contenders, and any order of reviewers, gives the same readings") {
  document_source source(7);
  for (int round = 0; round < 150; ++round) {
    const comparison document = source.next(5, 6);
    const list<limit_code> breakers = source.breakers();
    const lines expected = everything(document, breakers);
    order contender_order = identity(document.contenders.size());
    do {
      const order reviewer_order = source.shuffled(identity(document.reviewers.size()));
      REQUIRE(everything(reordered(document, contender_order, reviewer_order), breakers) == expected);
    } while (std::next_permutation(contender_order.begin(), contender_order.end()));
  }
}

TEST_CASE("shuffles of eight contenders and eight reviewers give the same readings") {
  document_source source(11);
  for (int round = 0; round < 60; ++round) {
    const comparison document = source.next(8, 8);
    const list<limit_code> breakers = source.breakers();
    const lines expected = everything(document, breakers);
    for (int shuffle = 0; shuffle < 20; ++shuffle) {
      const order contender_order = source.shuffled(identity(document.contenders.size()));
      const order reviewer_order = source.shuffled(identity(document.reviewers.size()));
      REQUIRE(everything(reordered(document, contender_order, reviewer_order), breakers) == expected);
    }
  }
}
