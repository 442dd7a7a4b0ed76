#include "votes_feed.hpp"

#include <algorithm>

#include "board.hpp"
#include "faceoff/json.hpp"

namespace faceoff::server {
namespace {

void write_item(json::writer& out, const published_poll& poll, const poll_words& words, std::string& raw) {
  out.begin_object().key("id").text(poll.asked.comparison);
  if (!poll.url.empty()) out.key("url").text(poll.url);
  out.key("title").text(poll.title).key("content_text").text(words.summary).end_object();
  raw = out.take();
  raw.pop_back();  // the tally is JSON already: it goes in as it is
  raw += ",\"_faceoff\":{\"tally\":";
  raw += words.tally.bytes();
  raw += "}}";
}

}  // namespace

std::string write_votes_feed(const std::vector<std::shared_ptr<poll_slot>>& slots, std::size_t begin,
                             const std::string& votes_url) {
  std::size_t end = std::min(begin + feed_page_items, slots.size());
  std::string out = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Votes\"";
  if (end < slots.size()) {
    json::writer url;
    url.text((votes_url.empty() ? "votes" : votes_url) + "?after=" + slots[end - 1]->poll.asked.comparison);
    out += ",\"next_url\":" + url.take();
  }
  out += ",\"items\":[";
  bool first = true;
  for (std::size_t i = begin; i < end; ++i) {
    std::shared_ptr<const poll_words> words = slots[i]->words.load();
    json::writer item;
    std::string text;
    write_item(item, slots[i]->poll, *words, text);
    if (!first) out += ',';
    first = false;
    out += text;
  }
  return out + "]}";
}

std::string summary_of(const tally& sum, const published_poll& poll) {
  if (sum.ballots == 0) return "No votes yet";
  std::string out;
  for (const auto& [id, name] : poll.names) {
    auto counts = std::find_if(sum.tallies.begin(), sum.tallies.end(),
                               [&id = id](const contender_tally& one) { return one.contender == id; });
    if (counts == sum.tallies.end()) continue;
    if (!out.empty()) out += "; ";
    out += name + " ";
    if (poll.asked.mode == poll_mode::pick) {
      out += std::to_string(counts->picks);
    } else {
      out += std::to_string(counts->ship) + " ship, " + std::to_string(counts->skip) + " skip";
    }
  }
  return out;
}

}  // namespace faceoff::server
