#include "checks.hpp"

#include "faceoff/model.hpp"
#include "reader.hpp"

namespace faceoff::feed {

// A price without a kind is one nobody declared: neither free nor "no price given".
void check_price(reader&, const json::value&, void* into) {
  price& given = *static_cast<price*>(into);
  if (given.kind == price_kind::unset) given.kind = price_kind::unknown;
}

void check_record(reader& reading, const json::value& object, void* into) {
  const reviewer& whose = *static_cast<reviewer*>(into);
  if (!whose.positive || !whose.reviewed || *whose.positive <= *whose.reviewed) return;
  reading.tell_member(rule::record_impossible, object, "positive", json::decimal(*whose.positive),
                      json::decimal(*whose.reviewed));
}

void check_review(reader& reading, const json::value& object, void*) {
  if (object.find("verdict") != nullptr) return;
  if (object.find("score") == nullptr) return reading.tell(rule::review_empty, object);
  if (!reading.document().ship_from) reading.tell_member(rule::review_uncounted, object, "score");
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
    reading.tell_member(rule::list_too_short, object, "contenders", json::decimal(contenders->items.size()),
                        "2");
  }
  const list<string>& aliases = reading.document().aliases;
  for (std::size_t i = 0; i < aliases.size(); ++i) {
    if (aliases[i].empty() || aliases[i] != reading.document().id) continue;
    const path_step in_list(reading, "aliases");
    const path_step in_entry(reading, i);
    reading.tell(rule::id_twice, object.find("aliases")->items[i], aliases[i], "The comparison itself");
  }
}

}  // namespace faceoff::feed
