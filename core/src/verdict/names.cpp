#include "../model/codes.hpp"
#include "faceoff/verdict.hpp"

namespace faceoff {
namespace {

// The place-th word of a list separated by blanks; "" past the end.
std::string_view word(const char* words, unsigned place) {
  for (; place > 0; --place) codes::take_word(words);
  return codes::take_word(words);
}

}  // namespace

std::string_view name_of(share_label code) {
  return word("none ship mixed skip", static_cast<unsigned>(code));
}

std::string_view name_of(community_state code) {
  return word("none counts_only early full", static_cast<unsigned>(code));
}

std::string_view name_of(entry_price code) {
  return word("unknown free free_limited from contact", static_cast<unsigned>(code));
}

std::string_view name_of(price_reason code) {
  return word(
      "none said_not_comparable missing on_request different_rights different_kinds not_stated several_rates "
      "different_units same_amount lower_amount",
      static_cast<unsigned>(code));
}

std::string_view name_of(price_order code) {
  return word("unknown not_comparable same cheaper", static_cast<unsigned>(code));
}

std::string_view name_of(agreement code) {
  return word("none single unanimous majority tied", static_cast<unsigned>(code));
}

std::string_view name_of(outcome code) {
  return word("no_panel different_jobs neither too_close lean conditional pick", static_cast<unsigned>(code));
}

std::string_view name_of(answer_reason code) {
  return word(
      "dominance majority beats_all only_eligible share other_limited other_not_released other_below_half "
      "other_no_share level cycle fragile share_fragile few_deciders no_overlap disjoint_jobs",
      static_cast<unsigned>(code));
}

std::string_view name_of(answer_caveat code) {
  return word(
      "unconfirmed announced discontinued status_unknown would_lead would_not_change would_unsettle limited "
      "disputed own_product paid few_reviewers not_reviewed other_job all_ai old_price",
      static_cast<unsigned>(code));
}

std::string_view name_of(answer_change code) {
  return word("release_confirmed limit_lifted limit_matters one_reviewer more_reviews",
              static_cast<unsigned>(code));
}

}  // namespace faceoff
