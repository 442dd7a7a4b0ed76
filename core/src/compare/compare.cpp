#include "faceoff/compare.hpp"

#include "faceoff/error_rules.hpp"
#include "faceoff/feed.hpp"
#include "report.hpp"

namespace faceoff {
namespace {

catalog choose_words(const compare_options& options, const comparison& document, list<finding>& findings) {
  const std::string_view wanted = options.language.empty() ? document.language.view() : options.language;
  const std::string_view text = options.catalog.empty() ? catalog::compiled_in(wanted) : options.catalog;
  if (text.empty()) return {};
  auto read = catalog::parse(text);
  if (read) return std::move(*read);
  findings.push_back(read.error());
  findings.back().level = severity::warning;  // the comparison itself is still good
  return {};
}

// Told by the day alone: on the day itself the feed knows better.
std::optional<vote_state> by_date(const poll_settings& poll, const date& today) {
  if (!today.given()) return std::nullopt;
  const std::int64_t morning = std::int64_t{days_since_epoch(today)} * 86400;
  if (poll.closes.given && poll.closes.seconds <= morning) return vote_state::closed;
  if (poll.opens.given && poll.opens.seconds >= morning + 86400) return vote_state::not_open;
  return std::nullopt;
}

vote_state settle(const compare_options& options, const comparison& document, const tally* counts) {
  if (options.votes.empty() && document.poll.votes.empty()) {
    return document.poll.local ? vote_state::local : vote_state::off;
  }
  if (counts) {
    if (counts->state == poll_state::closed) return vote_state::closed;
    if (counts->state == poll_state::not_open) return vote_state::not_open;
    return counts->ballots_url.empty() ? vote_state::off : options.state;
  }
  return by_date(document.poll, options.today).value_or(options.state);
}

// What the reader sees of the votes: the counts with the own ballot in them, and that ballot.
struct reader_view {
  tally counts;
  own_vote kept;
  bool counted = false;         // the counts mean something
  const ballot* own = nullptr;  // null: none on this question
};

void read_votes(const compare_request& request, const poll& asked, list<finding>& findings,
                reader_view& view) {
  finding why;
  why.level = severity::warning;
  const bool kept = !request.own.empty() && read_own_vote(request.own, view.kept);
  if (!request.own.empty() && !kept) {
    why.what = rule::own_invalid;
    findings.push_back(why);
  }
  if (!request.tally.empty()) {
    view.counted = read_tally(request.tally, asked.comparison, view.counts, why);
    why.level = severity::warning;
    if (!view.counted) findings.push_back(why);
  }
  // Votes on another question are not votes on this one.
  if (!same(view.counts.definition, asked.definition)) view.counted = false;
  if (!kept) return;
  count_own_vote(view.counts, view.kept);
  view.own = newest_ballot(view.kept);
  if (view.own && !same(view.own->definition, asked.definition)) view.own = nullptr;
}

// Which one a badge is about; none: there is no such one.
index_or_none badge_of(const comparison& document, std::string_view wanted, const answer& reading) {
  if (wanted.empty()) return reading.contender ? reading.contender : index_or_none(0);
  for (std::size_t i = 0; i < document.contenders.size(); i++) {
    if (document.contenders[i].id == wanted) return contender_index(i);
  }
  return {};
}

void fill(compare_result& out, const compare_request& request, const comparison& document,
          std::string_view digest) {
  const compare_options& options = request.options;
  const poll asked = poll_of(document);
  reader_view votes;
  read_votes(request, asked, out.findings, votes);
  const catalog words = choose_words(options, document, out.findings);
  const panel_reading panel = read_panel(document);
  const price_reading prices = read_prices(document, options.today);
  const split_reading split = read_split(document);
  const answer reading = decide(document, options.deal_breakers, options.today);
  html_input page{.document = document,
                  .panel = panel,
                  .prices = prices,
                  .split = split,
                  .reading = reading,
                  .words = words};
  page.counts = votes.counted ? &votes.counts : nullptr;
  page.own = votes.own;
  page.purpose = options.purpose;
  page.view = options.view;
  page.heading = options.heading;
  page.state = settle(options, document, page.counts);
  if (options.state >= vote_state::forgetting) page.forget = options.state;
  if (page.state >= vote_state::forgetting) page.state = vote_state::not_voted;
  page.differences = options.differences;
  page.remembers = options.remembers;
  page.refusal = options.refusal;
  page.today = options.today;
  page.base_url = options.base_url;
  page.page_url = options.page_url;
  page.digest = digest;
  page.deal_breakers = &options.deal_breakers;
  page.offline = options.offline;
  out.report =
      write_report({page, asked, options.votes.empty() ? document.poll.votes.view() : options.votes});
  out.usable = true;
  const index_or_none badge = badge_of(document, options.contender, reading);
  if (options.view == html_view::badge && !badge) return;
  page.contender = badge ? *badge : 0;
  page.chosen = !options.contender.empty();
  out.html = render_html(page);
}

}  // namespace

compare_result compare(const compare_request& request) {
  parsed_feed read = parse_feed(request.document, {request.item, false});
  compare_result out;
  out.findings = std::move(read.findings);
  out.newer_format = read.newer_format;
  out.attachment = std::move(read.attachment);
  if (read.document) fill(out, request, *read.document, document_digest(read.canonical));
  return out;
}

}  // namespace faceoff
