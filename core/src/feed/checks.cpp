#include "checks.hpp"

#include "faceoff/model.hpp"
#include "reader.hpp"

namespace faceoff::feed {

namespace {

// The member, or the object where it has none.
const json::value& member(const json::value& object, const char* key) {
  const json::value* const found = object.find(key);
  return found == nullptr ? object : *found;
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
  reading.tell(rule::record_impossible, member(object, "positive"), *whose.positive, *whose.reviewed);
}

void check_review(reader& reading, const json::value& object, void*) {
  if (object.find("verdict") != nullptr) return;
  const json::value* const score = object.find("score");
  if (score == nullptr) {
    reading.tell(rule::review_empty, object);
  } else if (!reading.document().ship_from) {
    reading.tell(rule::review_uncounted, *score);
  }
}

void check_pick(reader&, const json::value&, void* into) { static_cast<our_pick*>(into)->given = true; }

void check_poll(reader& reading, const json::value& object, void* into) {
  poll_settings& poll = *static_cast<poll_settings*>(into);
  poll.given = true;
  const bool both = poll.opens.given && poll.closes.given;
  if (both && poll.closes.seconds <= poll.opens.seconds) {
    reading.tell(rule::poll_times, member(object, "closes"));
  }
}

void check_comparison(reader& reading, const json::value& object, void*) {
  const json::value* const contenders = object.find("contenders");
  if (contenders != nullptr && contenders->type == json::kind::array && contenders->items.size() < 2) {
    reading.tell(rule::list_too_short, *contenders, contenders->items.size(), 2);
  }
  const comparison& document = reading.document();
  for (std::size_t i = 0; i < document.aliases.size(); ++i) {
    if (document.aliases[i].empty() || document.aliases[i] != document.id) continue;
    reading.tell(rule::id_twice, object.find("aliases")->items[i]).expected = "The comparison itself";
  }
}

}  // namespace faceoff::feed
