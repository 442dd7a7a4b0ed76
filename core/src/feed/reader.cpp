#include "reader.hpp"

#include "../json/shown.hpp"
#include "../model/codes.hpp"
#include "nearest.hpp"

namespace faceoff::feed {

namespace {

// In the order of json::kind.
constexpr char kind_names[] = "null\0true or false\0a number\0a number\0text\0a list\0an object";

// What JSON brings for each of `holds`.
json::kind kind_of(holds what) {
  if (what >= holds::code) return json::kind::string;
  if (what >= holds::list) return json::kind::array;
  if (what == holds::flag) return json::kind::boolean;
  return what == holds::object ? json::kind::object : json::kind::integer;
}

}  // namespace

placed_finding& reader::tell(rule what, const json::value& at) {
  placed_finding& found = findings_.add();
  found.what = what;
  const bool warning = what == rule::key_unknown || what == rule::code_unknown ||
                       what == rule::url_insecure || what == rule::review_uncounted;
  if (warning) found.level = severity::warning;
  found.subject = json::shortened(at.text);
  found.about = &at;
  found.offset = at.offset;
  return found;
}

void reader::tell(rule what, const json::value& at, std::uint64_t subject, std::uint64_t expected) {
  placed_finding& found = tell(what, at);
  if constexpr (!findings_told) return;
  found.subject = json::decimal(subject);
  found.expected = json::decimal(expected);
}

void reader::wrong_kind(const json::value& at, json::kind wanted) {
  placed_finding& found = tell(rule::kind, at);
  if constexpr (!findings_told) return;
  const auto name = [](json::kind of) { return text_after(kind_names, static_cast<std::size_t>(of)); };
  if (at.type != json::kind::other_number) found.subject = name(at.type);
  found.expected = wanted == json::kind::integer ? "a whole number" : name(wanted);
}

void reader::read(const json::value& tree, comparison& into) {
  document_ = &into;
  object(tree, comparison_shape, &into);
}

void reader::object(const json::value& given, const shape& form, void* into) {
  if (given.type != json::kind::object) return wrong_kind(given, json::kind::object);
  const char* keys = form.keys;
  for (const field* known = form.fields; *keys != '\0'; ++known) {
    const std::string_view key = codes::take_word(keys);
    const json::value* const found = given.find(key);
    if (found != nullptr) {
      member(*found, *known, into);
    } else if (known->required) {
      tell(rule::missing, given).subject = key;
    }
  }
  for (const json::value& member : given.items) unknown_key(member, form);
  if (form.check != nullptr) form.check(*this, given, into);
}

void reader::member(const json::value& given, const field& known, void* into) {
  const holds what = known.what;
  if (what == holds::ignored) return;
  if (what == holds::percent || what == holds::count) return number(given, known, into);
  if (given.type != kind_of(what)) return wrong_kind(given, kind_of(what));
  void* const place = static_cast<char*>(into) + known.offset;
  if (what == holds::format) {
    if (given.integer != 1) tell(rule::number_range, given, 0, 1);
  } else if (what == holds::flag) {
    *static_cast<bool*>(place) = given.boolean;
  } else if (what == holds::object) {
    object(given, *known.inner, place);
  } else if (what <= holds::texts) {
    elements(given, known, *static_cast<list_detail::storage*>(place));
  } else if (what == holds::code) {
    code(given, known, *static_cast<std::uint8_t*>(place));
  } else if (what <= holds::pick) {
    reference(given, known, place);
  } else if (what <= holds::moment) {
    time(given, known, place);
  } else {
    text(given, known, *static_cast<string*>(place));
  }
}

void reader::unknown_key(const json::value& member, const shape& form) {
  const std::string_view key = member.key;
  if (codes::lists(form.keys, key)) return;
  rule what = rule::key_unknown;
  if (key.find('.') != key.npos) {
    what = rule::key_shape;
  } else if (key.starts_with('_')) {
    if (member.type == json::kind::object && key.size() > 1) return;
    what = rule::key_extension;
  }
  placed_finding& found = tell(what, member);
  found.offset = member.key_offset;
  found.subject = json::shortened(member.key);
  if (what != rule::key_unknown) return;
  if constexpr (!findings_told) return;
  found.expected = suggestion(member.key, form.keys, "Remove it, or put it in an object under _name.");
}

string reader::suggestion(const string& word, const char* words, const string& otherwise) const {
  nearest names(word);
  while (*words != '\0' && patient()) names.offer(codes::take_word(words));
  return names.advice(otherwise);
}

void reader::code(const json::value& given, const field& known, std::uint8_t& into) {
  const char* const words = known.words;
  into = static_cast<std::uint8_t>(codes::number(words, given.text));
  if (codes::lists(words, given.text)) return;
  into = static_cast<std::uint8_t>(codes::number(words, "unknown"));
  placed_finding& found = tell(rule::code_unknown, given);
  if constexpr (findings_told) found.expected = suggestion(given.text, words, string("Known: ") + words);
}

// Contenders and reviewers are the same as far as references go: both start with their id.
void reader::reference(const json::value& given, const field& known, void* into) {
  if (known.what == holds::pick && given.text == "none") return;
  const bool reviewers = known.what == holds::reviewer;
  const std::size_t size = reviewers ? sizeof(reviewer) : sizeof(contender);
  const auto& entries = *reinterpret_cast<const list_detail::storage*>(
      reviewers ? static_cast<const void*>(&document_->reviewers) : &document_->contenders);
  const char* const first = static_cast<const char*>(entries.data);
  const char* const last = first + entries.size * size;
  const auto id = [](const char* entry) -> const string& { return *reinterpret_cast<const string*>(entry); };
  std::uint8_t index = 0;
  for (const char* entry = first; entry != last; entry += size, ++index) {
    if (id(entry) != given.text) continue;
    if (known.what != holds::pick) {
      *static_cast<std::uint8_t*>(into) = index;
    } else {
      *static_cast<std::optional<std::uint8_t>*>(into) = index;
    }
    return;
  }
  placed_finding& found = tell(rule::reference_unknown, given);
  if constexpr (!findings_told) return;
  nearest near(given.text);
  string all;
  for (const char* entry = first; entry != last && patient(); entry += size) {
    near.offer(id(entry));
    all += ' ';
    all += id(entry);
  }
  string otherwise = all.empty() ? "Name one that is there." : "Known:";
  otherwise += json::shortened(all);
  found.expected = near.advice(otherwise);
}

void reader::elements(const json::value& given, const field& known, list_detail::storage& into) {
  const std::size_t count = given.items.size();
  if (count > known.limit) return tell(rule::list_too_long, given, count, known.limit);
  const shape& form = *known.inner;
  list_detail::resize(into, count, form.size);
  char* entry = static_cast<char*>(into.data);
  for (const json::value& item : given.items) {
    const bool plain =
        known.what == holds::texts || (known.what == holds::codes && item.type == json::kind::string);
    if (plain) {
      member(item, *form.fields, entry);
    } else {
      object(item, form, entry);
    }
    entry += form.size;
  }
  if (form.unique != rule{}) repeats(given, form.unique);
}

namespace {

// The member an entry is told apart by. An entry that is no object has no members: it stands for them.
const json::value* named(const json::value& entry, const char* key) {
  return entry.type == json::kind::object ? entry.find(key) : &entry;
}

struct mark {
  const json::value* key;
  const json::value* shown;  // the key, or what makes a pair with it

  bool given() const {
    return key != nullptr && shown != nullptr && !key->text.empty() && !shown->text.empty();
  }
};

mark mark_of(const json::value& entry, rule what) {
  const json::value* const key = named(entry, what == rule::id_twice ? "id" : "contender");
  return {key, what == rule::review_twice ? named(entry, "reviewer") : key};
}

}  // namespace

void reader::repeats(const json::value& given, rule what) {
  for (std::size_t i = 1; i < given.items.size(); ++i) {
    const mark own = mark_of(given.items[i], what);
    for (std::size_t first = 0; first < i && own.given(); ++first) {
      const mark other = mark_of(given.items[first], what);
      if (!other.given() || other.key->text != own.key->text || other.shown->text != own.shown->text)
        continue;
      placed_finding& found = tell(what, what == rule::id_twice ? *own.key : given.items[i]);
      found.subject = json::shortened(own.shown->text);
      found.expected = json::pointer_of(whole_, given.items[first]);
      break;
    }
  }
}

}  // namespace faceoff::feed
