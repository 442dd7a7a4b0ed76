#include "reader.hpp"

#include <algorithm>

#include "../json/string_reader.hpp"
#include "../model/codes.hpp"
#include "faceoff/limits.hpp"
#include "nearest.hpp"

namespace faceoff::feed {

namespace {

std::string_view kind_name(json::kind of) {
  switch (of) {
    case json::kind::null:
      return "null";
    case json::kind::boolean:
      return "true or false";
    case json::kind::integer:
      return "a number";
    case json::kind::other_number:
      return "a number";
    case json::kind::string:
      return "text";
    case json::kind::array:
      return "a list";
    case json::kind::object:
      return "an object";
  }
  return {};
}

template <class Member>
Member& at(void* object, const field& known) {
  return *reinterpret_cast<Member*>(static_cast<char*>(object) + known.offset);
}

}  // namespace

void reader::tell(rule what, const json::value& at, std::string_view subject, std::string_view expected) {
  finding told;
  told.what = what;
  const bool warning = what == rule::key_unknown || what == rule::code_unknown ||
                       what == rule::url_insecure || what == rule::review_uncounted;
  if (warning) told.level = severity::warning;
  told.pointer = path_;
  told.subject = json::shortened(subject);
  told.expected = json::printable(expected);
  findings_.push_back({std::move(told), at.offset});
}

void reader::tell_member(rule what, const json::value& object, std::string_view key, std::string_view subject,
                         std::string_view expected) {
  const json::value* const found = object.find(key);
  if (found == nullptr) return tell(what, object, subject, expected);
  const path_step step(*this, key);
  tell(what, *found, subject, expected);
}

void reader::wrong_kind(const json::value& given, std::string_view wanted) {
  tell(rule::kind, given, given.type == json::kind::other_number ? given.text.view() : kind_name(given.type),
       wanted);
}

bool reader::is(const json::value& given, json::kind wanted) {
  if (given.type == wanted) return true;
  wrong_kind(given, wanted == json::kind::integer ? "a whole number" : kind_name(wanted));
  return false;
}

void reader::object(const json::value& given, const shape& form, void* into) {
  if (!is(given, json::kind::object)) return;
  for (const field& known : form.fields) {
    const json::value* const found = given.find(known.key);
    if (found != nullptr) {
      const path_step step(*this, known.key);
      member(*found, known, into);
    } else if (known.required) {
      tell(rule::missing, given, known.key);
    }
  }
  for (const json::value& member : given.items) unknown_key(member, form);
  if (form.check != nullptr) form.check(*this, given, into);
}

void reader::member(const json::value& given, const field& known, void* into) {
  switch (known.what) {
    case holds::ignored:
      return;
    case holds::format:
      if (is(given, json::kind::integer) && given.integer != 1) tell(rule::number_range, given, "0", "1");
      return;
    case holds::text:
    case holds::url:
    case holds::id:
    case holds::identity:
    case holds::language:
    case holds::amount:
    case holds::currency:
      return text_like(given, known, at<string>(into, known));
    case holds::day:
    case holds::moment:
      return times(given, known, into);
    case holds::flag:
      if (is(given, json::kind::boolean)) at<bool>(into, known) = given.boolean;
      return;
    case holds::percent:
    case holds::count:
      return number(given, known, into);
    case holds::code:
      return code(given, known, at<std::uint8_t>(into, known));
    case holds::contender:
    case holds::reviewer:
    case holds::pick:
      return reference(given, known, into);
    case holds::texts:
    case holds::ids:
      return texts(given, known, at<list<string>>(into, known));
    case holds::object:
      return object(given, *known.inner, static_cast<char*>(into) + known.offset);
    case holds::list:
    case holds::codes:
      return elements(given, known, static_cast<char*>(into) + known.offset);
  }
}

void reader::unknown_key(const json::value& member, const shape& form) {
  const std::string_view key = member.key;
  for (const field& known : form.fields) {
    if (known.key == key) return;
  }
  const path_step step(*this, key);
  json::value place;
  place.offset = member.key_offset;
  if (key.find('.') != key.npos) return tell(rule::key_shape, place, key);
  if (key.starts_with('_')) {
    if (member.type != json::kind::object || key.size() == 1) tell(rule::key_extension, place, key);
    return;
  }
  nearest names(key);
  if (patient()) {
    for (const field& known : form.fields) names.offer(known.key);
  }
  tell(rule::key_unknown, place, key, names.advice("Remove it, or put it in an object under _name."));
}

void reader::code(const json::value& given, const field& known, std::uint8_t& into) {
  if (!is(given, json::kind::string)) return;
  const unsigned number = codes::number(known.words, given.text);
  into = static_cast<std::uint8_t>(number);
  if (codes::word(known.words, number) == given.text && number <= codes::count(known.words)) return;
  nearest names(given.text);
  if (patient()) {
    for (unsigned i = 1; i <= codes::count(known.words); ++i) names.offer(codes::word(known.words, i));
  }
  tell(rule::code_unknown, given, given.text, names.advice(string("Known: ") + known.words));
}

// Contenders and reviewers, as far as references go: both start with their id.
struct reader::id_list {
  const char* entries;
  std::size_t count, size;

  const string& operator[](std::size_t index) const {
    return *reinterpret_cast<const string*>(entries + index * size);
  }
};

void reader::reference(const json::value& given, const field& known, void* into) {
  if (!is(given, json::kind::string)) return;
  if (known.what == holds::pick && given.text == "none") return;
  const auto ids_of = [](const auto& entries) {
    return id_list{reinterpret_cast<const char*>(entries.data()), entries.size(), sizeof entries[0]};
  };
  const id_list ids =
      known.what == holds::reviewer ? ids_of(document_.reviewers) : ids_of(document_.contenders);
  std::size_t index = 0;
  while (index < ids.count && ids[index] != given.text) ++index;
  if (index == ids.count) return unknown_reference(given, ids);
  const auto short_index = static_cast<std::uint8_t>(index);
  if (known.what == holds::pick) {
    at<std::optional<std::uint8_t>>(into, known) = short_index;
  } else {
    at<std::uint8_t>(into, known) = short_index;
  }
}

void reader::unknown_reference(const json::value& given, const id_list& ids) {
  nearest near(given.text);
  string all;
  for (std::size_t i = 0; i < ids.count && patient(); ++i) {
    near.offer(ids[i]);
    all += " ";
    all += ids[i];
  }
  const string known =
      all.empty() ? string("Name one that is there.") : string("Known:") + json::shortened(all);
  tell(rule::reference_unknown, given, given.text, near.advice(known));
}

void reader::texts(const json::value& given, const field& known, list<string>& into) {
  if (!is(given, json::kind::array)) return;
  const std::size_t most = known.what == holds::ids ? limits::aliases : limits::list_items;
  if (given.items.size() > most) {
    return tell(rule::list_too_long, given, json::decimal(given.items.size()), json::decimal(most));
  }
  field entry = known;
  entry.what = known.what == holds::ids ? holds::id : holds::text;
  entry.required = true;
  into.resize(given.items.size());
  for (std::size_t i = 0; i < into.size(); ++i) {
    const path_step step(*this, i);
    text_like(given.items[i], entry, into[i]);
  }
  if (known.what == holds::ids) repeats(given, {"", "", rule::id_twice});
}

void reader::elements(const json::value& given, const field& known, void* into) {
  if (!is(given, json::kind::array)) return;
  if (given.items.size() > known.limit) {
    return tell(rule::list_too_long, given, json::decimal(given.items.size()), json::decimal(known.limit));
  }
  char* const entries = static_cast<char*>(known.inner->make(into, given.items.size()));
  for (std::size_t i = 0; i < given.items.size(); ++i) {
    const path_step step(*this, i);
    char* const entry = entries + i * known.inner->size;
    if (known.what == holds::codes && given.items[i].type == json::kind::string) {
      member(given.items[i], known.inner->fields.front(), entry);
    } else {
      object(given.items[i], *known.inner, entry);
    }
  }
  if (!known.inner->unique.key.empty()) repeats(given, known.inner->unique);
}

// An entry that is a text itself has no members: the text is its key.
void reader::repeats(const json::value& given, const repeat& by) {
  const auto text = [](const json::value& entry, std::string_view key) -> std::string_view {
    const json::value* const found = entry.type == json::kind::object ? entry.find(key) : &entry;
    return found == nullptr ? std::string_view() : std::string_view(found->text);
  };
  const std::string_view shown = by.other.empty() ? by.key : by.other;
  for (std::size_t i = 1; i < given.items.size(); ++i) {
    const json::value& entry = given.items[i];
    const std::string_view key = text(entry, by.key), other = text(entry, shown);
    if (key.empty() || other.empty()) continue;
    std::size_t first = 0;
    while (first < i && (text(given.items[first], shown) != other || text(given.items[first], by.key) != key))
      ++first;
    if (first == i) continue;
    const string there = path_ + json::pointer_token(json::decimal(first));
    const path_step step(*this, i);
    if (by.what == rule::id_twice) {
      tell_member(by.what, entry, by.key, other, there);
    } else {
      tell(by.what, entry, other, there);
    }
  }
}

}  // namespace faceoff::feed
