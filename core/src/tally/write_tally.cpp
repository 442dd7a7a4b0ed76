#include "faceoff/json.hpp"
#include "faceoff/tally.hpp"

namespace faceoff {
namespace {

constexpr std::string_view state_names[] = {"open", "not_open", "closed"};

void write_tallies(json::writer& out, const list<contender_tally>& tallies) {
  out.key("tallies").begin_array();
  for (const contender_tally& each : tallies) {
    out.begin_object().key("contender").text(each.contender).key("ship").integer(each.ship);
    out.key("skip").integer(each.skip).key("picks").integer(each.picks).end_object();
  }
  out.end_array();
}

void write_preferences(json::writer& out, const list<pair_tally>& preferences) {
  out.key("preferences").begin_array();
  for (const pair_tally& each : preferences) {
    out.begin_object().key("a").text(each.a).key("b").text(each.b);
    out.key("both").integer(each.both).key("only_a").integer(each.only_a);
    out.key("only_b").integer(each.only_b).key("neither").integer(each.neither);
    out.key("first_a").integer(each.first_a).key("first_b").integer(each.first_b).end_object();
  }
  out.end_array();
}

void write_optional(json::writer& out, std::string_view key, const string& text) {
  out.key(key);
  if (text.empty()) {
    out.null();
  } else {
    out.text(text);
  }
}

}  // namespace

string write_tally(const tally& sum) {
  json::writer out;
  out.begin_object().key("faceoff").integer(1).key("comparison").text(sum.comparison);
  out.key("definition").text(to_hex(sum.definition)).key("epoch").text(sum.epoch);
  out.key("revision").integer(sum.revision);
  out.key("state").text(state_names[static_cast<std::size_t>(sum.state)]);
  write_optional(out, "counted_on", to_text(sum.counted_on));
  out.key("ballots").integer(sum.ballots).key("quarantined").integer(sum.quarantined);
  write_tallies(out, sum.tallies);
  write_preferences(out, sum.preferences);
  out.key("previous").begin_array();
  for (const previous_tally& each : sum.previous) {
    out.begin_object().key("definition").text(to_hex(each.definition));
    out.key("ballots").integer(each.ballots);
    write_tallies(out, each.tallies);
    out.end_object();
  }
  out.end_array();
  write_optional(out, "called", sum.called);
  write_optional(out, "ballots_url", sum.ballots_url);
  write_optional(out, "events_url", sum.events_url);
  return out.end_object().take();
}

}  // namespace faceoff
