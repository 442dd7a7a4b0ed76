#include "board.hpp"

#include <algorithm>

#include "votes_feed.hpp"

namespace faceoff::server {

std::shared_ptr<poll_slot> board::find(std::string_view id_or_alias) const {
  std::shared_ptr<const index> now = index_.load();
  auto at = std::lower_bound(now->names.begin(), now->names.end(), id_or_alias,
                             [](const auto& entry, std::string_view name) { return entry.first < name; });
  if (at == now->names.end() || at->first != id_or_alias) return nullptr;
  return at->second;
}

std::shared_ptr<const representation> board::page(std::string_view after, const std::string& votes_url) {
  // Read before the slots: a change in between makes the page again, never keeps an old one.
  std::uint64_t change = change_.load();
  std::shared_ptr<const index> now = index_.load();
  auto first = std::upper_bound(
      now->slots.begin(), now->slots.end(), after,
      [](std::string_view id, const auto& slot) { return id < slot->poll.asked.comparison.view(); });
  // Pages begin at multiples of the page size, so there are few; after a poll came or went, a reader may see
  // an item twice, never miss one. After the last poll there is an empty page.
  std::size_t number = static_cast<std::size_t>(first - now->slots.begin()) / feed_page_items;
  if (first == now->slots.end() && !after.empty()) number = now->slots.size() / feed_page_items + 1;
  std::size_t begin = std::min(number * feed_page_items, now->slots.size());

  std::lock_guard hold(making_);
  if (pages_.size() <= number) pages_.resize(number + 1);
  made_page& kept = pages_[number];
  if (!kept.feed || kept.change != change) {
    kept.feed = std::make_shared<const representation>("application/feed+json",
                                                       write_votes_feed(now->slots, begin, votes_url));
    kept.change = change;
  }
  return kept.feed;
}

std::size_t board::size() const { return index_.load()->slots.size(); }

void board::replace(std::vector<std::shared_ptr<poll_slot>> slots) {
  auto next = std::make_shared<index>();
  next->slots = std::move(slots);
  for (const auto& slot : next->slots) {
    next->names.emplace_back(slot->poll.asked.comparison, slot);
    for (const faceoff::string& alias : slot->poll.aliases) next->names.emplace_back(alias, slot);
  }
  auto by_id = [](const auto& a, const auto& b) {
    return a->poll.asked.comparison < b->poll.asked.comparison;
  };
  std::sort(next->slots.begin(), next->slots.end(), by_id);
  std::sort(next->names.begin(), next->names.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  index_.store(std::move(next));
  ++change_;
}

void board::say(poll_slot& slot, std::shared_ptr<const poll_words> words) {
  slot.words.store(std::move(words));
  ++change_;
}

}  // namespace faceoff::server
