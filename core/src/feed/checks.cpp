#include "checks.hpp"

#include <utility>

#include "faceoff/model.hpp"
#include "reader.hpp"

namespace faceoff::feed {

namespace {

std::string decimal(std::uint64_t number) { return json::writer().integer(number).take(); }

const std::vector<json::value>& entries(const json::value& object, std::string_view key) {
  static const std::vector<json::value> none;
  const json::value* const found = object.find(key);
  return found != nullptr && found->type == json::kind::array ? found->items : none;
}

std::string_view text_of(const json::value& object, std::string_view key) {
  const json::value* const found = object.find(key);
  return found != nullptr ? std::string_view(found->text) : std::string_view();
}

// Two entries of one list that say the same of `key`, and of `other` unless it is empty. The first of the two
// is named in the finding, the second one points to.
void tell_twice(reader& reading, const json::value& object, std::string_view list, rule what,
                std::string_view other) {
  const std::vector<json::value>& all = entries(object, list);
  std::vector<std::pair<std::string_view, std::string_view>> seen;
  for (const json::value& entry : all) {
    const auto now =
        std::pair(text_of(entry, "contender"), other.empty() ? std::string_view() : text_of(entry, other));
    std::size_t first = 0;
    while (first < seen.size() && seen[first] != now) ++first;
    seen.push_back(now);
    const std::string_view subject = other.empty() ? now.first : now.second;
    if (first + 1 == seen.size() || subject.empty() || now.first.empty()) continue;
    const std::string there = reading.pointer_to(list, first);
    const path_step in_list(reading, list);
    const path_step in_entry(reading, seen.size() - 1);
    reading.tell(what, entry, subject, there);
  }
}

void check_aliases(reader& reading, const json::value& object) {
  const std::vector<std::string>& aliases = reading.document().aliases;
  const std::vector<json::value>& written = entries(object, "aliases");
  for (std::size_t i = 0; i < aliases.size(); ++i) {
    const bool own = aliases[i] == reading.document().id;
    std::size_t first = 0;
    while (first < i && aliases[first] != aliases[i]) ++first;
    if (aliases[i].empty() || (!own && first == i)) continue;
    const std::string there =
        own ? std::string("The comparison itself") : reading.pointer_to("aliases", first);
    const path_step in_list(reading, "aliases");
    const path_step in_entry(reading, i);
    reading.tell(rule::id_twice, written[i], aliases[i], there);
  }
}

}  // namespace

// A price without a kind is one nobody declared: neither free nor "no price given".
void check_price(reader&, const json::value&, void* into) {
  price& given = *static_cast<price*>(into);
  if (given.kind == price_kind::unset) given.kind = price_kind::unknown;
}

void check_record(reader& reading, const json::value& object, void* into) {
  const reviewer& whose = *static_cast<reviewer*>(into);
  if (!whose.positive || !whose.reviewed || *whose.positive <= *whose.reviewed) return;
  reading.tell_member(rule::record_impossible, object, "positive", decimal(*whose.positive),
                      decimal(*whose.reviewed));
}

void check_review(reader& reading, const json::value& object, void*) {
  if (object.find("verdict") != nullptr) return;
  if (object.find("score") == nullptr) return reading.tell(rule::review_empty, object);
  if (!reading.document().ship_from) reading.tell_member(rule::review_uncounted, object, "score");
}

void check_criterion(reader& reading, const json::value& object, void*) {
  tell_twice(reading, object, "values", rule::contender_twice, {});
}

void check_pick(reader&, const json::value&, void* into) { static_cast<our_pick*>(into)->given = true; }

void check_poll(reader& reading, const json::value& object, void* into) {
  poll_settings& poll = *static_cast<poll_settings*>(into);
  poll.given = true;
  const bool both = poll.opens.given && poll.closes.given;
  if (both && poll.closes.seconds <= poll.opens.seconds) {
    reading.tell_member(rule::poll_times, object, "closes");
  }
}

void check_comparison(reader& reading, const json::value& object, void*) {
  const json::value* const contenders = object.find("contenders");
  if (contenders != nullptr && contenders->type == json::kind::array && contenders->items.size() < 2) {
    reading.tell_member(rule::list_too_short, object, "contenders", decimal(contenders->items.size()), "2");
  }
  check_aliases(reading, object);
  tell_twice(reading, object, "reviews", rule::review_twice, "reviewer");
}

}  // namespace faceoff::feed
