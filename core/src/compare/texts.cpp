// The entry for callers that hold nothing but strings.
#include "../model/codes.hpp"
#include "faceoff/compare.hpp"
#include "faceoff/json.hpp"
#include "faceoff/limits.hpp"

namespace faceoff {
namespace {

std::string_view text_of(const json::value& options, std::string_view name) {
  const json::value* found = options.find(name);
  return found && found->type == json::kind::string ? std::string_view(found->text) : std::string_view();
}

bool flag_of(const json::value& options, std::string_view name) {
  const json::value* found = options.find(name);
  return found && found->boolean;
}

// What a sync machine can say, or one of forgetting; else not_voted.
vote_state state_of(std::string_view name) {
  auto state = static_cast<unsigned>(vote_state::not_forgotten);
  while (state > 0 && name_of(vote_state(state)) != name) state--;
  const bool found_by_core =
      state > unsigned(vote_state::refused) && state < unsigned(vote_state::forgetting);
  return found_by_core ? vote_state::not_voted : vote_state(state);
}

html_purpose purpose_of(std::string_view name) {
  if (name == "fallback") return html_purpose::fallback;
  return name == "feed" ? html_purpose::feed : html_purpose::widget;
}

html_view view_of(std::string_view name) {
  if (name == "vote") return html_view::vote;
  return name == "badge" ? html_view::badge : html_view::verdict;
}

unsigned heading_of(const json::value& options) {
  const json::value* given = options.find("heading");
  return given && given->integer > 0 && given->integer < 7 ? unsigned(given->integer) : 2;
}

list<limit_code> limits_of(const json::value& options) {
  list<limit_code> found;
  const json::value* given = options.find("deal_breakers");
  if (!given) return found;
  for (const json::value& one : given->items) {
    if (!codes::lists(codes::limits, one.text)) continue;
    found.push_back(static_cast<limit_code>(codes::number(codes::limits, one.text)));
  }
  return found;
}

}  // namespace

compare_result compare_texts(std::string_view document, std::string_view tally, std::string_view own,
                             std::string_view options) {
  const auto tree = json::parse(options.empty() ? "{}" : options,
                                {limits::catalog_bytes * 2, limits::depth, limits::values});
  compare_request request{document, {}, tally, own, {}};
  if (!tree) return compare(request);
  const json::value& given = *tree;
  compare_options& to = request.options;
  request.item = text_of(given, "item");
  to.base_url = text_of(given, "base");
  to.page_url = text_of(given, "page");
  to.votes = text_of(given, "votes");
  to.language = text_of(given, "language");
  to.catalog = text_of(given, "catalog");
  to.today = parse_date(text_of(given, "today")).value_or(date());
  to.deal_breakers = limits_of(given);
  to.purpose = purpose_of(text_of(given, "purpose"));
  to.view = view_of(text_of(given, "view"));
  to.contender = text_of(given, "contender");
  to.heading = heading_of(given);
  to.state = state_of(text_of(given, "state"));
  to.refusal = text_of(given, "refusal");
  to.differences = flag_of(given, "differences");
  to.remembers = flag_of(given, "remembers");
  to.offline = flag_of(given, "offline");
  return compare(request);
}

}  // namespace faceoff
