#include "routes.hpp"

#include "faceoff/json.hpp"
#include "poll_ledger.hpp"
#include "problem.hpp"
#include "token_list.hpp"

namespace faceoff::server {
namespace {

constexpr std::string_view votes_path = "/votes";
constexpr int store_retry_seconds = 5;

reply refused(const refusal& why) {
  reply out;
  out.made = problem_answer(why);
  return out;
}

reply refused(problem_code code, std::string_view pointer = "") { return refused(refusal{code, pointer}); }

bool reads(const request& asked) {
  return asked.method == request_method::get || asked.method == request_method::head;
}

reply ready_of(std::shared_ptr<const void> keeper, const answer& what) {
  reply out;
  out.ready = &what;
  out.keeper = std::move(keeper);
  return out;
}

// A preflight says what any page may send; it is the same for all, so browsers may keep it a day.
reply preflight(std::string_view methods) {
  head_writer head(204);
  allow_any_origin(head);
  head.field("Access-Control-Allow-Methods", methods)
      .field("Access-Control-Allow-Headers", "Content-Type, If-None-Match")
      .field("Access-Control-Max-Age", "86400")
      .field("Allow", methods);
  reply out;
  out.made.head = head.take();
  return out;
}

reply json_reply(int status, std::string body) {
  head_writer head(status);
  head.field("Content-Type", "application/json").field("Cache-Control", "no-store").length(body.size());
  reply out;
  out.made = {head.take(), std::make_shared<const std::string>(std::move(body))};
  return out;
}

bool is_json(std::string_view content_type) {
  return same_token(trimmed(content_type.substr(0, content_type.find(';'))), "application/json");
}

std::string_view query_value(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    std::size_t end = query.find('&');
    std::string_view pair = query.substr(0, end);
    query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    if (pair.size() > name.size() && pair.substr(0, name.size()) == name && pair[name.size()] == '=') {
      return pair.substr(name.size() + 1);
    }
  }
  return {};
}

}  // namespace

reply routes::find(const request& asked, pending_ballot& ballot) const {
  std::string_view path = asked.path();
  if (path.substr(0, votes_path.size()) == votes_path) {
    std::string_view rest = path.substr(votes_path.size());
    if (rest.empty() || rest == "/") return feed(asked);
    if (rest[0] == '/') return poll(asked, rest.substr(1), ballot);
  }
  if (path == "/healthz" || path == "/readyz") {
    if (!reads(asked)) return refused(refusal{problem_code::method_not_allowed, "", "GET, HEAD"});
    return path == "/readyz" ? ready() : json_reply(200, "{\"alive\":true}");
  }
  return page(asked);
}

reply routes::feed(const request& asked) const {
  constexpr std::string_view methods = "GET, HEAD, OPTIONS";
  if (asked.method == request_method::options) return preflight(methods);
  if (!reads(asked)) return refused(refusal{problem_code::method_not_allowed, "", methods});
  auto page = of_.shown.page(query_value(asked.query(), "after"), of_.votes_url);
  const answer& what = page->find(asked.accept_encoding, asked.if_none_match);
  return ready_of(std::move(page), what);
}

reply routes::poll(const request& asked, std::string_view id, pending_ballot& ballot) const {
  constexpr std::string_view methods = "GET, HEAD, POST, OPTIONS";
  if (asked.method == request_method::options) return preflight(methods);
  if (!reads(asked) && asked.method != request_method::post) {
    return refused(refusal{problem_code::method_not_allowed, "", methods});
  }
  std::shared_ptr<poll_slot> slot = of_.shown.find(id);
  if (!slot) return refused(problem_code::unknown_poll);
  if (asked.method == request_method::post) return vote(asked, std::move(slot), ballot);
  std::shared_ptr<const poll_words> words = slot->words.load();
  const answer& what = words->tally.find(asked.accept_encoding, asked.if_none_match);
  return ready_of(std::move(words), what);
}

reply routes::vote(const request& asked, std::shared_ptr<poll_slot> slot, pending_ballot& ballot) const {
  if (!is_json(asked.content_type)) return refused(problem_code::unsupported_media);
  if (!asked.content_encoding.empty() && !same_token(asked.content_encoding, "identity")) {
    return refused(problem_code::unsupported_media);
  }
  poll_state state = state_at(slot->poll, of_.now());
  if (state == poll_state::closed) return refused(problem_code::closed);
  if (state == poll_state::not_open) return refused(problem_code::not_open);
  auto posted = parse_ballot(asked.body, slot->poll.asked);
  if (!posted) return refused(problem_of(posted.error().what), posted.error().pointer);
  ballot.voter = pseudonym(slot->poll.asked.first_id, posted->key);
  ballot.cast = std::move(posted->ballot);
  ballot.slot = std::move(slot);
  reply out;
  out.to_count = true;
  return out;
}

reply routes::ready() const {
  bool works = of_.writer.store_works();
  json::writer out;
  out.begin_object().key("ready").boolean(works).key("polls").integer(of_.shown.size());
  out.key("store").text(works ? "works" : "fails").key("broken").begin_array();
  for (const broken_document& one : of_.pages.broken()) {
    out.begin_object().key("path").text(one.path).key("problem").text(one.problem);
    out.key("last_good_kept").boolean(one.last_good_kept).end_object();
  }
  out.end_array().end_object();
  return json_reply(works ? 200 : 503, out.take());
}

reply routes::page(const request& asked) const {
  page_answer found =
      of_.pages.find({asked.method_text, asked.target, asked.if_none_match, asked.accept_encoding});
  if (found.status >= 400 && !found.body) {
    std::string_view allow;
    for (const auto& [name, value] : found.headers) {
      if (same_token(name, "Allow")) allow = value;
    }
    if (found.status == 405) return refused(refusal{problem_code::method_not_allowed, "", allow});
    return refused(problem_code::not_found);
  }
  head_writer head(found.status);
  if (!found.media_type.empty()) head.field("Content-Type", found.media_type);
  if (!found.etag.empty()) head.field("ETag", found.etag);
  if (!found.content_encoding.empty()) head.field("Content-Encoding", found.content_encoding);
  for (const auto& [name, value] : found.headers) head.field(name, value);
  bool bodiless = found.status == 204 || found.status == 304;
  if (!bodiless) head.length(found.body ? found.body->size() : 0);
  reply out;
  out.made.head = head.take();
  if (!bodiless) out.made.body = std::move(found.body);
  return out;
}

vote_reply reply_of(fate end, std::uint64_t rev, std::size_t tally_bytes) {
  std::string_view state = end == fate::counted     ? "counted"
                           : end == fate::withdrawn ? "withdrawn"
                                                    : "superseded";
  vote_reply out;
  out.after = ",\"ballot\":{\"rev\":" + std::to_string(rev) + ",\"state\":\"";
  out.after += state;
  out.after += "\"}}";
  static const std::string fixed = [] {
    head_writer head(200);
    allow_any_origin(head);
    return head.field("Content-Type", "application/json").field("Cache-Control", "no-store").take();
  }();
  out.head = fixed + "Content-Length: ";
  out.head += std::to_string(before_tally.size() + tally_bytes + out.after.size());
  out.head += "\r\n";
  return out;
}

answer refusal_of(fate end) {
  if (end == fate::other_definition) return problem_answer({problem_code::other_definition, "/definition"});
  if (end == fate::unknown_poll) return problem_answer({problem_code::unknown_poll});
  return problem_answer({problem_code::unavailable, "", "", store_retry_seconds});
}

std::optional<answer> refuse_early(const request& asked, std::size_t target_bytes) {
  if (asked.target.size() > target_bytes) return problem_answer({problem_code::target_too_long});
  if (asked.hosts > 1 || (asked.http_1_1 && asked.hosts == 0)) {
    return problem_answer({problem_code::bad_request});
  }
  return std::nullopt;
}

}  // namespace faceoff::server
