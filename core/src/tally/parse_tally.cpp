#include <cstring>

#include "../ballot/ballot_json.hpp"
#include "../ballot/members.hpp"
#include "faceoff/error_rules.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/tally.hpp"

namespace faceoff {
namespace {

using json::kind;
using json::value;

struct head {
  std::uint64_t format = 0;
  string state;
  string counted_on;
};

constexpr member head_members[] = {
    {holds::count, offsetof(head, format), "faceoff"},
    {holds::text, offsetof(head, state), "state"},
    {holds::text_or_null, offsetof(head, counted_on), "counted_on"},
    {},
};
constexpr member tally_members[] = {
    {holds::text, offsetof(tally, comparison), "comparison"},
    {holds::hash, offsetof(tally, definition), "definition"},
    {holds::text, offsetof(tally, epoch), "epoch"},
    {holds::count, offsetof(tally, revision), "revision"},
    {holds::count, offsetof(tally, ballots), "ballots"},
    {holds::count, offsetof(tally, quarantined), "quarantined"},
    {holds::text_or_null, offsetof(tally, called), "called"},
    {holds::text_or_null, offsetof(tally, ballots_url), "ballots_url"},
    {holds::text_or_null, offsetof(tally, events_url), "events_url"},
    {},
};
constexpr member contender_members[] = {
    {holds::text, offsetof(contender_tally, contender), "contender"},
    {holds::count, offsetof(contender_tally, ship), "ship"},
    {holds::count, offsetof(contender_tally, skip), "skip"},
    {holds::count, offsetof(contender_tally, picks), "picks"},
    {},
};
constexpr member pair_members[] = {
    {holds::text, offsetof(pair_tally, a), "a"},
    {holds::text, offsetof(pair_tally, b), "b"},
    {holds::count, offsetof(pair_tally, both), "both"},
    {holds::count, offsetof(pair_tally, only_a), "only_a"},
    {holds::count, offsetof(pair_tally, only_b), "only_b"},
    {holds::count, offsetof(pair_tally, neither), "neither"},
    {holds::count, offsetof(pair_tally, first_a), "first_a"},
    {holds::count, offsetof(pair_tally, first_b), "first_b"},
    {},
};
constexpr member previous_members[] = {
    {holds::hash, offsetof(previous_tally, definition), "definition"},
    {holds::count, offsetof(previous_tally, ballots), "ballots"},
    {},
};

// Of two entries that start with their keys: one text, two texts, or a hash (no texts).
int compared(const void* one, const void* other, int texts) {
  if (texts == 0) return std::memcmp(one, other, sizeof(hash256));
  const auto* a = static_cast<const string*>(one);
  const auto* b = static_cast<const string*>(other);
  const int first = a->view().compare(*b);
  return first != 0 || texts == 1 ? first : compared(a + 1, b + 1, 1);
}

// Moves the last entry to its place among the others, which are in order. False: one of its key is there.
template <class Entry>
bool place_last(list<Entry>& entries, int texts) {
  for (Entry* at = &entries.back(); at != entries.begin(); --at) {
    const int order = compared(at, at - 1, texts);
    if (order >= 0) return order != 0;
    list_detail::exchange(at, at - 1, sizeof(Entry));
  }
  return true;
}

// Reading stops at the first thing that is wrong; it is told in `why_`.
class reader {
 public:
  reader(std::string_view text, const value& root, finding& why) : text_(text), root_(root), why_(why) {}

  bool read(tally& into, std::string_view comparison) {
    head start;
    if (!members(root_, head_members, &start) || !members(root_, tally_members, &into)) return false;
    if (start.format != 1) return fail(root_, "faceoff", "1");
    if (!comparison.empty() && into.comparison != comparison) {
      fail(root_, "comparison", "");
      why_.expected = comparison;
      return false;
    }
    into.state = start.state == "open"     ? poll_state::open
                 : start.state == "closed" ? poll_state::closed
                                           : poll_state::not_open;
    if (!start.counted_on.empty()) {
      const auto day = parse_date(start.counted_on);
      if (!day) return fail(root_, "counted_on", "YYYY-MM-DD");
      into.counted_on = *day;
    }
    if (!tallies(root_, into.ballots, into.tallies) || !preferences(into) || !previous(into.previous))
      return false;
    return into.called.empty() || tally_of(into, into.called) || fail(root_, "called", "a contender");
  }

  bool fail(const value& at, const char* subject, const char* expected, rule what = rule::tally_invalid) {
    const json::place where = json::place_of(text_, at.offset);
    why_.what = what;
    why_.pointer = json::pointer_of(root_, at);
    why_.line = where.line;
    why_.column = where.column;
    why_.subject = subject;
    why_.expected = expected;
    return false;
  }

 private:
  bool members(const value& object, const member* table, void* into) {
    const wrong_member wrong = read_members(object, table, into);
    return !wrong.at || fail(*wrong.at, wrong.key, wrong.expected);
  }

  bool impossible(const value& at, const char* subject) { return fail(at, subject, "", rule::tally_counts); }

  // The elements of a list, none where it is missing or null; null: it is something else.
  const list<value>* elements(const value& object, const char* key) {
    const value* found = object.find(key);
    if (!found || found->type == kind::null) return &none_;
    if (found->type == kind::array) return &found->items;
    fail(*found, key, "a list");
    return nullptr;
  }

  bool tallies(const value& object, std::uint64_t ballots, list<contender_tally>& into) {
    const list<value>* all = elements(object, "tallies");
    if (!all) return false;
    std::uint64_t picks = 0;
    for (const value& each : *all) {
      contender_tally& next = into.add();
      if (!members(each, contender_members, &next)) return false;
      picks += next.picks;
      if (next.ship + next.skip + next.picks > ballots || picks > ballots) return impossible(each, "tallies");
      if (!place_last(into, 1)) return fail(each, "contender", "each once");
      // Keeps the sums far from 2^64, and the insertions few.
      if (into.size() > limits::contenders) return fail(each, "tallies", "8 contenders at most");
    }
    return true;
  }

  static const contender_tally* tally_of(const tally& sum, const string& contender) {
    for (const contender_tally& each : sum.tallies) {
      if (each.contender == contender) return &each;
    }
    return nullptr;
  }

  // The readers in a pair's cells are among those who called, or picked, either contender.
  static bool possible(const tally& sum, const pair_tally& pair, const contender_tally& a,
                       const contender_tally& b) {
    if (pair.both + pair.only_a + pair.only_b + pair.neither > sum.ballots) return false;
    if (pair.both + pair.only_a > a.ship + a.picks || pair.both + pair.only_b > b.ship + b.picks)
      return false;
    for (const contender_tally& each : sum.tallies) {
      if (each.picks != 0) return true;
    }
    return pair.neither + pair.only_b <= a.skip && pair.neither + pair.only_a <= b.skip;
  }

  bool preferences(tally& into) {
    const list<value>* all = elements(root_, "preferences");
    if (!all) return false;
    for (const value& each : *all) {
      pair_tally& next = into.preferences.add();
      if (!members(each, pair_members, &next)) return false;
      const contender_tally* a = tally_of(into, next.a);
      const contender_tally* b = tally_of(into, next.b);
      if (!a || !b || a == b) return fail(each, "a or b", "two of the contenders");
      if (!possible(into, next, *a, *b)) return impossible(each, "preferences");
      if (b < a) {
        list_detail::exchange(&next.a, &next.b, sizeof next.a);
        list_detail::exchange(&next.only_a, &next.only_b, sizeof next.only_a);
        list_detail::exchange(&next.first_a, &next.first_b, sizeof next.first_a);
      }
      if (!place_last(into.preferences, 2)) return fail(each, "a and b", "each pair once");
    }
    return true;
  }

  bool previous(list<previous_tally>& into) {
    const list<value>* all = elements(root_, "previous");
    if (!all) return false;
    for (const value& each : *all) {
      previous_tally& next = into.add();
      if (!members(each, previous_members, &next) || !tallies(each, next.ballots, next.tallies)) return false;
      place_last(into, 0);
    }
    return true;
  }

  const std::string_view text_;
  const value& root_;
  finding& why_;
  const list<value> none_;
};

const value* tally_in(const value& item) {
  const value* extension = item.find("_faceoff");
  return extension ? extension->find("tally") : nullptr;
}

bool wanted(void* context, const value& item) {
  const std::string_view comparison = *static_cast<std::string_view*>(context);
  const value* id = item.find("id");
  if (id && id->text == comparison) return true;
  const value* sum = tally_in(item);
  const value* about = sum ? sum->find("comparison") : nullptr;
  return about && about->text == comparison;
}

}  // namespace

bool read_tally(std::string_view text, std::string_view comparison, tally& into, finding& why) {
  const json::list_filter filter{"items", wanted, &comparison};
  const auto parsed = json::parse(text, {limits::feed_bytes, limits::depth, limits::values}, filter);
  if (!parsed) {
    why = parsed.error();
    return false;
  }
  const value* sum = &*parsed;
  if (const value* items = sum->find("items")) {
    sum = items->items.empty() ? nullptr : tally_in(items->items.front());
    if (!sum) {
      reader(text, *parsed, why).fail(*items, "", "", rule::tally_missing);
      why.subject = comparison;
      return false;
    }
  }
  // The pointer starts at the tally: of a feed only the wanted item is kept, so its index there is unknown.
  return reader(text, *sum, why).read(into, comparison);
}

result<tally, finding> parse_tally(std::string_view text, std::string_view comparison) {
  tally out;
  finding why;
  if (read_tally(text, comparison, out, why)) return out;
  return why;
}

}  // namespace faceoff
