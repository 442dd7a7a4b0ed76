// Random comparison documents from a fixed seed, dense in ties, missing parts and small panels.
#pragma once

#include <algorithm>
#include <random>
#include <string>

#include "verdict_documents.hpp"

namespace faceoff::testing {

class document_source {
 public:
  explicit document_source(unsigned seed) : random_(seed) {}

  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
  template <class type>
  type one_of(const list<type>& choices) {
    return choices[below(static_cast<unsigned>(choices.size()))];
  }

  comparison next(unsigned most_contenders, unsigned most_reviewers) {
    comparison document = contenders(2 + below(most_contenders - 1));
    const list<faceoff::string> ids = shuffled<faceoff::string>({"d", "a", "k", "b2", "b10", "z", "c", "B"});
    for (std::size_t index = 0; index < document.contenders.size(); ++index) {
      document.contenders[index].id = ids[index];
      fill(document.contenders[index]);
    }
    document.comparable = one_of<comparable_code>({{}, {}, comparable_code::yes, comparable_code::no});
    if (below(2)) document.ship_from = static_cast<std::uint8_t>(below(101));
    add_panel(document, below(most_reviewers + 1));
    document.our_pick.given = below(2);
    if (below(3))
      document.our_pick.contender =
          static_cast<std::uint8_t>(below(static_cast<unsigned>(document.contenders.size())));
    return document;
  }

  list<limit_code> breakers() {
    list<limit_code> said;
    for (unsigned count = below(3); count > 0; --count) said.push_back(code());
    return said;
  }

  template <class type>
  list<type> shuffled(list<type> all) {
    for (std::size_t left = all.size(); left > 1; --left)
      std::swap(all[left - 1], all[below(static_cast<unsigned>(left))]);
    return all;
  }

 private:
  std::mt19937 random_;

  limit_code code() {
    return one_of<limit_code>({limit_code::non_commercial, limit_code::research_only, limit_code::seats,
                               limit_code::quota, limit_code::other, limit_code::unknown});
  }

  void fill(contender& one) {
    one.status.value = one_of<status_code>({{},
                                            {},
                                            {},
                                            status_code::released,
                                            status_code::released,
                                            status_code::unconfirmed,
                                            status_code::announced,
                                            status_code::discontinued,
                                            status_code::unknown});
    one.status.disputed = below(8) == 0;
    one.relationship =
        one_of<relationship_code>({{}, {}, relationship_code::own_product, relationship_code::gifted});
    for (unsigned count = below(4) / 2; count > 0; --count)
      add_limit(one, code(), one_of<faceoff::string>({"", "x", "y"}));
    for (unsigned count = below(3); count > 0; --count)
      one.jobs.push_back(one_of<faceoff::string>({"p", "q", "r"}));
    price& given = one.price;
    given.kind = one_of<price_kind>({{},
                                     price_kind::free,
                                     price_kind::free,
                                     price_kind::freemium,
                                     price_kind::subscription,
                                     price_kind::usage,
                                     price_kind::contact});
    given.amount = one_of<faceoff::string>({"", "0", "7", "7.0", "7.01", "10"});
    given.currency = one_of<faceoff::string>({"EUR", "EUR", "USD", ""});
    given.per = one_of<faceoff::string>({"month", "month", "seat", ""});
    for (unsigned count = below(3); count > 0; --count)
      given.rates.push_back({"", one_of<faceoff::string>({"0", "1", "2.5"}),
                             one_of<faceoff::string>({"call", "call", "hour"})});
    if (below(2)) given.checked_on = {2026, static_cast<std::uint8_t>(1 + below(12)), 1};
  }

  void add_panel(comparison& document, unsigned count) {
    const list<faceoff::string> ids = shuffled<faceoff::string>({"r1", "r0", "r10", "s", "a", "R", "q", "m"});
    const unsigned agreeable = below(4);  // some panels ship nearly everything, so that several are eligible
    for (unsigned row = 0; row < count; ++row) {
      reviewer speaker;
      speaker.id = ids[row];
      speaker.kind =
          one_of<reviewer_kind>({reviewer_kind::human, reviewer_kind::ai_persona, reviewer_kind::ai_persona});
      document.reviewers.push_back(speaker);
      for (std::size_t column = 0; column < document.contenders.size(); ++column)
        add_review(document, row, static_cast<std::uint8_t>(column), agreeable);
    }
  }

  void add_review(comparison& document, unsigned row, std::uint8_t column, unsigned agreeable) {
    if (below(6) == 0) return;
    review given;
    given.reviewer = static_cast<std::uint8_t>(row);
    given.contender = column;
    if (below(8)) {
      given.verdict = below(4) < agreeable
                          ? verdict_code::ship
                          : one_of<verdict_code>({verdict_code::ship, verdict_code::skip, verdict_code::skip,
                                                  verdict_code::mixed, verdict_code::mixed,
                                                  verdict_code::abstain, verdict_code::unknown});
    } else {
      given.score = static_cast<std::uint8_t>(below(101));
    }
    document.reviews.push_back(given);
  }
};

}  // namespace faceoff::testing
