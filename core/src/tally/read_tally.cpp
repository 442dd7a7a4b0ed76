#include "faceoff/limits.hpp"
#include "tally_reader.hpp"

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
constexpr member shown_members[] = {
    {holds::text, offsetof(tally, comparison), "comparison"},
    {holds::hash, offsetof(tally, definition), "definition"},
    {holds::text, offsetof(tally, epoch), "epoch"},
    {holds::count, offsetof(tally, revision), "revision"},
    {holds::count, offsetof(tally, ballots), "ballots"},
    {holds::text_or_null, offsetof(tally, ballots_url), "ballots_url"},
    {},
};
constexpr member contender_members[] = {
    {holds::text, offsetof(contender_tally, contender), "contender"},
    {holds::count, offsetof(contender_tally, ship), "ship"},
    {holds::count, offsetof(contender_tally, skip), "skip"},
    {holds::count, offsetof(contender_tally, picks), "picks"},
    {},
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

bool tally_reader::find(std::string_view comparison) {
  const json::list_filter filter{"items", wanted, &comparison};
  auto parsed = json::parse(text_, {limits::feed_bytes, limits::depth, limits::values}, filter);
  if (!parsed) {
    why_ = parsed.error();
    return false;
  }
  tree_ = std::move(*parsed);
  const value* items = tree_.find("items");
  if (!items) return true;
  // The pointer starts at the tally: of a feed only the wanted item is kept, so its index there is unknown.
  const value* sum = items->items.empty() ? nullptr : tally_in(items->items.front());
  if (!sum) {
    fail(*items, "", "", rule::tally_missing);
    why_.subject = comparison;
    return false;
  }
  root_ = sum;
  return true;
}

bool tally_reader::read_shown(tally& into, std::string_view comparison) {
  head start;
  if (!members(*root_, head_members, &start) || !members(*root_, shown_members, &into)) return false;
  if (start.format != 1) return fail(*root_, "faceoff", "1");
  if (!comparison.empty() && into.comparison != comparison) {
    fail(*root_, "comparison", "");
    why_.expected = comparison;
    return false;
  }
  into.state = start.state == "open"     ? poll_state::open
               : start.state == "closed" ? poll_state::closed
                                         : poll_state::not_open;
  if (!start.counted_on.empty()) {
    const auto day = parse_date(start.counted_on);
    if (!day) return fail(*root_, "counted_on", "YYYY-MM-DD");
    into.counted_on = *day;
  }
  return tallies(*root_, into.ballots, into.tallies);
}

bool tally_reader::fail(const value& at, const char* subject, const char* expected, rule what) {
  const json::place where = json::place_of(text_, at.offset);
  why_.what = what;
  why_.pointer = json::pointer_of(*root_, at);
  why_.line = where.line;
  why_.column = where.column;
  why_.subject = subject;
  why_.expected = expected;
  return false;
}

bool tally_reader::members(const value& object, const member* table, void* into) {
  const value* wrong = read_members(object, table, into, &table);
  return !wrong || fail(*wrong, table->key, expected_of(*table));
}

// The elements of a list, none where it is missing or null; null: it is something else.
const list<value>* tally_reader::elements(const value& object, const char* key) {
  const value* found = object.find(key);
  if (!found || found->type == kind::null) return &none_;
  if (found->type == kind::array) return &found->items;
  fail(*found, key, "a list");
  return nullptr;
}

bool tally_reader::tallies(const value& object, std::uint64_t ballots, list<contender_tally>& into) {
  const list<value>* all = elements(object, "tallies");
  if (!all) return false;
  std::uint64_t picks = 0;
  for (const value& each : *all) {
    contender_tally& next = into.add();
    if (!members(each, contender_members, &next)) return false;
    picks += next.picks;
    if (next.ship + next.skip + next.picks > ballots || picks > ballots) return impossible(each, "tallies");
    const auto by_id = [](const contender_tally& x, const contender_tally& y) {
      return x.contender.view().compare(y.contender);
    };
    if (!place_last(into, by_id)) return fail(each, "contender", "each once");
    // Keeps the sums far from 2^64, and the insertions few.
    if (into.size() > limits::contenders) return fail(each, "tallies", "8 contenders at most");
  }
  return true;
}

bool read_tally(std::string_view text, std::string_view comparison, tally& into, finding& why) {
  tally_reader from(text, why);
  return from.find(comparison) && from.read_shown(into, comparison);
}

}  // namespace faceoff
