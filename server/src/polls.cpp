#include "faceoff/server/polls.hpp"

#include <algorithm>

namespace faceoff::server {
namespace {

std::string title_of(const comparison& document) {
  if (!document.title.empty()) return document.title;
  std::string title;
  for (const contender& one : document.contenders) {
    if (!title.empty()) title += " vs ";
    title += one.name;
  }
  return title;
}

}  // namespace

published_poll published_poll_of(const comparison& document) {
  published_poll poll;
  poll.asked = poll_of(document);
  poll.aliases = document.aliases;
  poll.title = title_of(document);
  poll.url = document.url;
  for (const contender& one : document.contenders) poll.names.emplace_back(one.id, one.name);
  poll.opens = document.poll.opens;
  poll.closes = document.poll.closes;
  return poll;
}

const published_poll* poll_set::find(std::string_view id_or_alias) const {
  auto at = std::lower_bound(names_.begin(), names_.end(), id_or_alias,
                             [](const auto& entry, std::string_view name) { return entry.first < name; });
  if (at == names_.end() || at->first != id_or_alias) return nullptr;
  return &polls_[at->second];
}

result<poll_set, poll_conflict> poll_set_of(std::vector<published_poll> polls) {
  std::vector<std::pair<std::string, std::size_t>> names;
  for (std::size_t i = 0; i < polls.size(); ++i) {
    names.emplace_back(polls[i].asked.comparison, i);
    for (const faceoff::string& alias : polls[i].aliases) names.emplace_back(alias, i);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (names[i].first != names[i - 1].first) continue;
    return poll_conflict{names[i - 1].second, names[i].second, names[i].first};
  }
  poll_set set;
  set.polls_ = std::move(polls);
  std::sort(set.polls_.begin(), set.polls_.end(), [](const published_poll& a, const published_poll& b) {
    return a.asked.comparison < b.asked.comparison;
  });
  for (std::size_t i = 0; i < set.polls_.size(); ++i) {
    set.names_.emplace_back(set.polls_[i].asked.comparison, i);
    for (const faceoff::string& alias : set.polls_[i].aliases) set.names_.emplace_back(alias, i);
  }
  std::sort(set.names_.begin(), set.names_.end());
  return set;
}

std::shared_ptr<const poll_set> poll_registry::current() const {
  std::lock_guard hold(guard_);
  return current_;
}

void poll_registry::publish(poll_set next) {
  auto fresh = std::make_shared<const poll_set>(std::move(next));
  std::lock_guard hold(guard_);
  current_ = std::move(fresh);
  if (told_) told_();
}

void poll_registry::watch(std::function<void()> told) {
  std::lock_guard hold(guard_);
  told_ = std::move(told);
}

}  // namespace faceoff::server
