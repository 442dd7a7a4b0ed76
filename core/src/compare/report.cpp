#include "report.hpp"

#include "faceoff/json.hpp"

namespace faceoff {
namespace {

struct reporter {
  const html_input& in;
  json::writer out;

  const comparison& doc() const { return in.document; }

  // Pointers, not views: a view by value costs twenty bytes a call on WebAssembly.
  void object(const char* key) { out.key(key).begin_object(); }
  void array(const char* key) { out.key(key).begin_array(); }
  void close_object() { out.end_object(); }
  void close_array() { out.end_array(); }

  // A member whose value is a text, or null when it is empty.
  void text(const char* key, std::string_view value) {
    out.key(key);
    if (value.empty()) {
      out.null();
    } else {
      out.text(value);
    }
  }

  void text(const char* key, const string& value) { text(key, std::string_view(value)); }

  void count(const char* key, std::uint64_t value) { out.key(key).integer(value); }

  void flag(const char* key, bool value) { out.key(key).boolean(value); }

  void contender(const char* key, index_or_none index) {
    text(key, index ? std::string_view(doc().contenders[*index].id) : std::string_view());
  }

  void reviewer(const char* key, index_or_none index) {
    text(key, index ? std::string_view(doc().reviewers[*index].id) : std::string_view());
  }

  void reviewers(const char* key, reviewer_set who) {
    out.key(key).begin_array();
    for (const reviewer_index one : who) out.text(doc().reviewers[one].id);
    close_array();
  }

  void limits(const char* key, limit_set codes) {
    out.key(key).begin_array();
    for (const limit_code one : codes) out.text(name_of(one));
    close_array();
  }

  void percent(const share& of, bool shown) {
    string written;
    if (shown) {
      written = json::decimal(of.tenths / 10);
      if (of.one_decimal) written += "." + json::decimal(of.tenths % 10);
      written += "%";
    }
    text("percent", written);
  }

  void shares(const share& of, bool percentage) {
    text("label", of.label == share_label::none ? std::string_view() : name_of(of.label));
    count("ship", of.ship);
    count("n", of.n);
    percent(of, percentage);
  }

  void panel_of(std::size_t index) {
    const contender_panel& panel = in.panel.contenders[index];
    object("panel");
    shares(panel.votes, panel.percentage);
    count("mixed", panel.mixed);
    count("abstain", panel.abstain);
    count("not_reviewed", panel.not_reviewed);
    close_object();
  }

  community_reading readers_of(const string& id) const {
    std::uint64_t ship = 0;
    std::uint64_t skip = 0;
    for (const contender_tally& one : in.counts->tallies) {
      const bool pick = doc().poll.mode == poll_mode::pick;
      if (one.contender == id) ship = pick ? one.picks : one.ship;
      if (pick ? one.contender != id : one.contender == id) skip += pick ? one.picks : one.skip;
    }
    return read_community(ship, skip);
  }

  void community_of(const string& id) {
    out.key("community");
    if (!in.counts) {
      out.null();
      return;
    }
    const community_reading reading = readers_of(id);
    const bool full = reading.state == community_state::full;
    out.begin_object();
    text("state", name_of(reading.state));
    shares(reading.votes, reading.state >= community_state::early);
    for (const bool high : {false, true}) {
      out.key(high ? "high" : "low");
      if (full) {
        out.fraction(high ? reading.range.high : reading.range.low);
      } else {
        out.null();
      }
    }
    close_object();
  }

  void price_of(std::size_t index) {
    const contender_price& price = in.prices.contenders[index];
    object("price");
    text("entry", name_of(price.entry));
    out.key("checked_days");
    if (price.checked_days) {
      out.integer(*price.checked_days);
    } else {
      out.null();
    }
    flag("out_of_date", price.out_of_date);
    close_object();
  }

  std::string_view own_of(const string& id) const {
    if (!in.own) return {};
    if (in.own->pick == id) return "pick";
    for (const contender_call& call : in.own->calls) {
      if (call.contender == id) return call.call == call_code::ship ? "ship" : "skip";
    }
    return {};
  }

  void contenders() {
    array("contenders");
    for (std::size_t i = 0; i < doc().contenders.size(); i++) {
      const auto& one = doc().contenders[i];
      out.begin_object();
      text("id", one.id);
      text("name", one.name);
      panel_of(i);
      community_of(one.id);
      price_of(i);
      text("own", own_of(one.id));
      close_object();
    }
    close_array();
  }

  void panel() {
    const panel_reading& panel = in.panel;
    object("panel");
    count("humans", panel.humans);
    count("ai_personas", panel.ai_personas);
    count("labs", panel.labs);
    count("crowds", panel.crowds);
    count("undeclared", panel.undeclared);
    close_object();
  }

  void prices() {
    array("prices");
    for (const price_pair& pair : in.prices.pairs) {
      out.begin_object();
      contender("a", pair.a);
      contender("b", pair.b);
      text("order", name_of(pair.order));
      contender("cheaper", pair.cheaper);
      text("reason", name_of(pair.reason));
      limits("only_a_limits", pair.only_a_limits);
      limits("only_b_limits", pair.only_b_limits);
      close_object();
    }
    close_array();
  }

  void split() {
    object("split");
    array("contenders");
    for (const contender_split& one : in.split.contenders) {
      out.begin_object();
      text("kind", name_of(one.kind));
      count("most", one.most);
      count("least", one.least);
      flag("most_ship", one.most_ship);
      close_object();
    }
    close_array();
    array("pairs");
    for (const head_to_head& pair : in.split.pairs) {
      out.begin_object();
      contender("a", pair.a);
      contender("b", pair.b);
      reviewers("prefer_a", pair.prefer_a);
      reviewers("prefer_b", pair.prefer_b);
      reviewers("same", pair.same);
      contender("leader", pair.leader);
      flag("dominant", pair.dominant);
      flag("survives", pair.survives);
      close_object();
    }
    close_array();
    close_object();
  }

  void limit_member(limit_code code) { text("limit", name_of(code)); }

  void answer_lists() {
    array("reasons");
    for (const reason_item& one : in.reading.reasons) {
      out.begin_object();
      text("reason", name_of(one.what));
      contender("contender", one.contender);
      contender("other", one.other);
      limit_member(one.limit);
      count("count", one.count);
      count("of", one.of);
      close_object();
    }
    close_array();
    array("caveats");
    for (const caveat_item& one : in.reading.caveats) {
      out.begin_object();
      text("caveat", name_of(one.what));
      contender("contender", one.contender);
      limit_member(one.limit);
      close_object();
    }
    close_array();
    array("changes");
    for (const change_item& one : in.reading.changes) {
      out.begin_object();
      text("change", name_of(one.what));
      contender("contender", one.contender);
      reviewer("reviewer", one.reviewer);
      limit_member(one.limit);
      text("verdict", name_of(one.verdict));
      text("then", name_of(one.then));
      contender("then_contender", one.then_contender);
      close_object();
    }
    close_array();
  }

  void answer_of() {
    object("answer");
    text("outcome", name_of(in.reading.outcome));
    contender("contender", in.reading.contender);
    text("condition", name_of(in.reading.condition));
    contender("otherwise", in.reading.otherwise);
    answer_lists();
    flag("differs_from_our_pick", in.reading.differs_from_our_pick);
    close_object();
  }

  void tally_of() {
    out.key("tally");
    if (!in.counts) {
      out.null();
      return;
    }
    out.begin_object();
    text("epoch", in.counts->epoch);
    count("revision", in.counts->revision);
    count("ballots", in.counts->ballots);
    text("counted_on", to_text(in.counts->counted_on));
    close_object();
  }

  void poll_of(const report_input& from) {
    out.key("poll");
    if (!doc().poll.given && from.votes.empty()) {
      out.null();
      return;
    }
    out.begin_object();
    text("mode", name_of(from.asked.mode));
    text("definition", to_hex(from.asked.definition));
    text("votes", from.votes);
    flag("local", doc().poll.local);
    text("reveal", doc().poll.reveal == reveal_code::after_vote ? name_of(reveal_code::after_vote)
                                                                : name_of(reveal_code::always));
    text("state", name_of(in.state));
    close_object();
  }
};

}  // namespace

string write_report(const report_input& input) {
  reporter to{input.page, {}};
  const comparison& doc = to.doc();
  to.out.begin_object();
  to.count("faceoff", 1);
  to.text("id", doc.id);
  to.text("first_id", first_id(doc));
  to.text("title", shown_title(doc, input.page.words));
  to.text("question", doc.question);
  to.text("language", input.page.words.language());
  to.text("direction", input.page.words.direction());
  to.text("digest", input.page.digest);
  to.poll_of(input);
  to.contenders();
  to.panel();
  to.prices();
  to.split();
  to.answer_of();
  to.tally_of();
  to.close_object();
  return to.out.take();
}

}  // namespace faceoff
