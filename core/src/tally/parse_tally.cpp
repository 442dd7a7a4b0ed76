#include <algorithm>

#include "../ballot/ballot_json.hpp"
#include "faceoff/error_rules.hpp"
#include "faceoff/limits.hpp"
#include "faceoff/tally.hpp"

namespace faceoff {
namespace {

using json::kind;
using json::value;

// The first thing that is wrong; everything read after it means nothing.
struct fault {
  const value* at = nullptr;  // null: nothing is wrong
  rule what = rule::tally_invalid;
  std::string_view subject;
  std::string_view expected;
};

class reader {
 public:
  explicit reader(const value& root) : root_(root) {}

  fault read(tally& into, std::string_view comparison) {
    if (count(root_, "faceoff") != 1) fail(root_, "faceoff", "1");
    text(root_, "comparison", into.comparison);
    if (!comparison.empty() && into.comparison != comparison) fail(root_, "comparison", comparison);
    hash(root_, into.definition);
    text(root_, "epoch", into.epoch);
    into.revision = count(root_, "revision");
    into.state = state();
    into.counted_on = day();
    into.ballots = count(root_, "ballots");
    into.quarantined = count(root_, "quarantined");
    tallies(root_, into.ballots, into.tallies);
    preferences(into);
    previous(into.previous);
    optional_text("called", into.called);
    if (into.called && !tally_of(into, *into.called)) fail(root_, "called", "a contender");
    optional_text("ballots_url", into.ballots_url);
    optional_text("events_url", into.events_url);
    return fault_;
  }

 private:
  void fail(const value& at, std::string_view subject, std::string_view expected,
            rule what = rule::tally_invalid) {
    if (!fault_.at) fault_ = {&at, what, subject, expected};
  }

  // The member, if it is of that kind; else a fault.
  const value* member(const value& object, std::string_view key, kind wanted, std::string_view expected) {
    const value* found = object.find(key);
    if (found && found->type == wanted) return found;
    fail(found ? *found : object, key, expected);
    return nullptr;
  }

  std::uint64_t count(const value& object, std::string_view key) {
    const value* found = member(object, key, kind::integer, "a count");
    return found ? found->integer : 0;
  }

  void text(const value& object, std::string_view key, string& into) {
    if (const value* found = member(object, key, kind::string, "text")) into = found->text;
  }

  void optional_text(std::string_view key, std::optional<string>& into) {
    const value* found = root_.find(key);
    if (found && found->type != kind::null) text(root_, key, into.emplace());
  }

  void hash(const value& object, hash256& into) {
    string spelled;
    text(object, "definition", spelled);
    const std::optional<hash256> read = from_hex(spelled);
    if (read) {
      into = *read;
    } else {
      fail(object, "definition", "64 hex digits");
    }
  }

  poll_state state() {
    string name;
    text(root_, "state", name);
    return name == "open" ? poll_state::open : name == "closed" ? poll_state::closed : poll_state::not_open;
  }

  date day() {
    std::optional<string> written;
    optional_text("counted_on", written);
    if (!written) return {};
    const std::optional<date> read = parse_date(*written);
    if (!read) fail(root_, "counted_on", "YYYY-MM-DD");
    return read.value_or(date{});
  }

  // The elements of a list; none where it is missing or null.
  const list<value>& elements(const value& object, std::string_view key) {
    const value* found = object.find(key);
    if (!found || found->type == kind::null) return none_;
    if (found->type != kind::array) fail(*found, key, "a list");
    return found->items;
  }

  void impossible(const value& at, std::string_view subject) { fail(at, subject, {}, rule::tally_counts); }

  void tallies(const value& object, std::uint64_t ballots, list<contender_tally>& into) {
    std::uint64_t picks = 0;
    for (const value& each : elements(object, "tallies")) {
      contender_tally next;
      text(each, "contender", next.contender);
      next.ship = count(each, "ship");
      next.skip = count(each, "skip");
      next.picks = count(each, "picks");
      picks += next.picks;
      if (next.ship + next.skip + next.picks > ballots || picks > ballots) impossible(each, "tallies");
      const auto place = std::lower_bound(into.begin(), into.end(), next, [](const auto& x, const auto& y) {
        return x.contender < y.contender;
      });
      if (place != into.end() && place->contender == next.contender) fail(each, "contender", "each once");
      into.insert(place, std::move(next));
      // Keeps the sums far from 2^64, and the insertions few.
      if (into.size() > limits::contenders) fail(each, "tallies", "8 contenders at most");
      if (fault_.at) return;
    }
  }

  static const contender_tally* tally_of(const tally& sum, std::string_view contender) {
    for (const contender_tally& each : sum.tallies) {
      if (each.contender == contender) return &each;
    }
    return nullptr;
  }

  // The readers in a pair's cells are among those who called, or picked, either contender.
  void check_pair(const value& at, const tally& sum, const pair_tally& pair) {
    const contender_tally* a = tally_of(sum, pair.a);
    const contender_tally* b = tally_of(sum, pair.b);
    if (!a || !b || a == b) return fail(at, "a or b", "two of the contenders");
    const bool picks = std::any_of(sum.tallies.begin(), sum.tallies.end(),
                                   [](const contender_tally& each) { return each.picks != 0; });
    const bool too_many =
        pair.both + pair.only_a + pair.only_b + pair.neither > sum.ballots ||
        pair.both + pair.only_a > a->ship + a->picks || pair.both + pair.only_b > b->ship + b->picks ||
        (!picks && (pair.neither + pair.only_b > a->skip || pair.neither + pair.only_a > b->skip));
    if (too_many) impossible(at, "preferences");
  }

  void preferences(tally& into) {
    for (const value& each : elements(root_, "preferences")) {
      pair_tally next;
      text(each, "a", next.a);
      text(each, "b", next.b);
      next.both = count(each, "both");
      next.only_a = count(each, "only_a");
      next.only_b = count(each, "only_b");
      next.neither = count(each, "neither");
      next.first_a = count(each, "first_a");
      next.first_b = count(each, "first_b");
      check_pair(each, into, next);
      if (next.b < next.a) {
        std::swap(next.a, next.b);
        std::swap(next.only_a, next.only_b);
        std::swap(next.first_a, next.first_b);
      }
      const auto place =
          std::lower_bound(into.preferences.begin(), into.preferences.end(), next,
                           [](const auto& x, const auto& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
      if (place != into.preferences.end() && place->a == next.a && place->b == next.b) {
        fail(each, "a and b", "each pair once");
      }
      if (fault_.at) return;
      into.preferences.insert(place, std::move(next));
    }
  }

  void previous(list<previous_tally>& into) {
    for (const value& each : elements(root_, "previous")) {
      previous_tally next;
      hash(each, next.definition);
      next.ballots = count(each, "ballots");
      tallies(each, next.ballots, next.tallies);
      if (fault_.at) return;
      into.push_back(std::move(next));
    }
    insertion_sort(into, [](const auto& x, const auto& y) { return x.definition < y.definition; });
  }

  const value& root_;
  const list<value> none_;
  fault fault_;
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

// The pointer starts at `root`: of a feed only the wanted item is kept, so its index there is unknown.
finding told(std::string_view text, const value& root, const fault& wrong) {
  const json::place where = json::place_of(text, wrong.at->offset);
  return {wrong.what,   severity::error,       pointer_of(root, *wrong.at), where.line,
          where.column, string(wrong.subject), string(wrong.expected)};
}

}  // namespace

result<tally, finding> parse_tally(std::string_view text, std::string_view comparison) {
  const json::list_filter filter{"items", wanted, &comparison};
  const auto parsed = json::parse(text, {limits::feed_bytes, limits::depth, limits::values}, filter);
  if (!parsed) return parsed.error();
  const value* sum = &*parsed;
  if (const value* items = sum->find("items")) {
    sum = items->items.empty() ? nullptr : tally_in(items->items.front());
    if (!sum) return told(text, *parsed, {items, rule::tally_missing, comparison, {}});
  }
  tally out;
  const fault wrong = reader(*sum).read(out, comparison);
  if (wrong.at) return told(text, *sum, wrong);
  return out;
}

}  // namespace faceoff
