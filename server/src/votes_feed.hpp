// The votes feed: JSON Feed 1.1, one item per poll, for feed readers and for widgets that want several.
//
// In: the polls' slots. Out: one page of the feed as JSON. Cost: linear in the page. Never
// waits: it takes each poll's words as they are.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "faceoff/tally.hpp"

namespace faceoff::server {

struct poll_slot;
struct published_poll;

inline constexpr std::size_t feed_page_items = 200;

// votes_url: absolute, or "" for a next_url relative to the votes URL.
std::string write_votes_feed(const std::vector<std::shared_ptr<poll_slot>>& slots, std::size_t begin,
                             const std::string& votes_url);

// "Haiku 41 ship, 12 skip; SmolVLM2 50 ship, 3 skip", or with picks "Haiku 41; SmolVLM2 50"; "No votes yet".
std::string summary_of(const tally& sum, const published_poll& poll);

}  // namespace faceoff::server
