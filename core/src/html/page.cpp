#include "page.hpp"

namespace faceoff {
namespace {

std::string_view first_subtag(std::string_view language) { return language.substr(0, language.find('-')); }

// "de" and "de-AT" are one language here; a document that names none is taken as English.
bool speaks(const catalog& words, std::string_view language) {
  return first_subtag(words.language()) == (language.empty() ? "en" : first_subtag(language));
}

bool votes_hidden(const html_input& in) {
  if (in.document.poll.reveal != reveal_code::after_vote) return false;
  return in.purpose != html_purpose::widget || !in.own || in.own->withdrawn();
}

}  // namespace

page::page(const html_input& input)
    : html_writer(input.purpose == html_purpose::feed),
      in(input),
      doc(input.document),
      words(input.words),
      prefix("fo-" + input.document.id + "-"),
      count(input.document.contenders.size()),
      same_language(speaks(input.words, input.document.language)),
      vote_row(input.purpose == html_purpose::widget && input.state != vote_state::off),
      counts_hidden(votes_hidden(input)) {}

page& page::name(std::size_t contender) {
  with.foreign(slot::name, at(contender).name);
  return *this;
}

page& page::other(std::size_t contender) {
  with.foreign(slot::other, at(contender).name);
  return *this;
}

page& page::numbers(std::uint64_t n, std::uint64_t of) {
  with.number(slot::n, n).number(slot::of, of);
  return *this;
}

void page::say(message key) {
  words.say(key, with, *this);
  with.clear();
}

void page::say_in(tag name, const char* class_name, message key) {
  open(name, class_name);
  say(key);
  close();
}

void page::foreign(std::string_view content, bool strong) {
  if (day_) {
    open(tag::time).set(attribute::datetime, to_text(*day_)).text(content).close();
    return;
  }
  if (strong) open(tag::strong);
  isolated(content);
  if (strong) close();
}

void page::identify(const char* part) { set(attribute::id, prefix + part); }

void page::identify(const char* part, const string& of, const char* call) {
  string id = prefix;
  id += part;
  id += '-';
  id += of;
  if (call) {
    id += '-';
    id += call;
  }
  set(attribute::id, id);
}

void page::foreign_language() {
  if (!same_language) set(attribute::lang, doc.language);
}

void page::with_code(std::string_view content) {
  while (true) {
    const std::size_t start = content.find('`');
    const std::size_t end = start == content.npos ? start : content.find('`', start + 1);
    if (end == content.npos) break;
    text(content.substr(0, start));
    open(tag::code).text(content.substr(start + 1, end - start - 1)).close();
    content.remove_prefix(end + 1);
  }
  text(content);
}

void page::inline_text(const string& content) { isolated(content); }

void page::isolated(std::string_view content) {
  open(tag::bdi);
  foreign_language();
  with_code(content);
  close();
}

void page::block(tag name, const char* class_name, const string& content) {
  if (content.empty()) return;
  open(name, class_name).set(attribute::dir, "auto");
  foreign_language();
  with_code(content);
  close();
}

void page::paragraphs(const string& text) {
  const std::string_view content = text;
  string paragraph;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = content.find('\n', at);
    const std::string_view line = content.substr(at, end - at);
    const bool blank = line.find_first_not_of(" \t\r") == line.npos;
    if (!blank) {
      if (!paragraph.empty()) paragraph += '\n';
      paragraph += line;
    }
    at = end == content.npos ? content.size() : end + 1;
    if (!blank && at < content.size()) continue;
    block(tag::p, nullptr, paragraph);
    paragraph.clear();
  }
}

void page::bullet_list(message heading, const list<string>& items) {
  if (items.empty()) return;
  say_in(tag::p, "lead", heading);
  open(tag::ul);
  for (const string& item : items) block(tag::li, nullptr, item);
  close();
}

// No reference is no link, though an empty one would resolve to the document itself.
std::optional<safe_url> page::address_of(const string& url) const {
  return url.empty() ? std::nullopt : resolve_url(url, in.base_url);
}

void page::link(const string& url, message content) {
  if (const auto found = address_of(url)) {
    open(tag::a).set(address::href, *found);
    say(content);
    close();
  }
}

void page::link(const string& url, const string& content, link_kind kind) {
  const auto found = address_of(url);
  const bool paid = kind == link_kind::affiliate || kind == link_kind::sponsored;
  if (found) open(tag::a).set(address::href, *found);
  if (found && paid) set(attribute::rel, "sponsored nofollow noopener");
  inline_text(content);
  if (found) close();
  if (!paid) return;
  space();
  say_in(tag::small, "tag", kind == link_kind::affiliate ? message::affiliate : message::sponsored);
}

void page::time_of(message key, const date& day) {
  if (!day.given()) return;
  const string words_of_it = words.day(day);
  with.foreign(slot::text, words_of_it);
  day_ = &day;
  say(key);
  day_ = nullptr;
}

const string& page::own_label(verdict_code verdict) const {
  static const string none;
  if (!same_language) return none;
  switch (verdict) {
    case verdict_code::ship:
      return doc.words.ship.label;
    case verdict_code::skip:
      return doc.words.skip.label;
    case verdict_code::mixed:
      return doc.words.mixed.label;
    default:
      return none;
  }
}

void page::verdict_word(verdict_code verdict) {
  const string& own = own_label(verdict);
  if (own.empty()) return say(message(int(message::not_reviewed) + int(verdict)));
  text(own);
}

void page::share_word(slot where, bool ship) {
  const string& own = ship ? doc.words.ship.share : doc.words.skip.share;
  with.phrase(where, ship ? message::ship_share : message::skip_share);
  if (same_language && !own.empty()) with.ours(where, own);
}

void page::svg(const char* class_name, const string& width) {
  open(tag::svg, class_name).set(attribute::width, width).set(attribute::height, "12");
  set(attribute::view_box, "0 0 " + width + " 12").set(attribute::aria_hidden, "true");
}

void page::verdict_mark(verdict_code verdict) {
  if (bare()) return;
  svg("mark", "12");
  set(attribute::fill, "none").set(attribute::stroke, "currentColor");
  open(tag::path).set(attribute::d, verdict == verdict_code::ship   ? "M2.5 6.5 5 9l4.5-5.5"
                                    : verdict == verdict_code::skip ? "m3 3 6 6m0-6-6 6"
                                                                    : "M2.5 6h7");
  close(2);
}

void page::chip(verdict_code verdict) {
  if (verdict > verdict_code::mixed || verdict == verdict_code::unset) {
    open(tag::span, "none");
  } else {
    open(tag::span, verdict == verdict_code::ship   ? "chip ship"
                    : verdict == verdict_code::skip ? "chip skip"
                                                    : "chip mixed");
    verdict_mark(verdict);
  }
  verdict_word(verdict);
  close();
}

void page::segments(std::uint64_t ship, std::uint64_t of) {
  if (bare() || of == 0 || of > 12) return;
  svg("bar", json::decimal(26 * of - 4));
  for (std::uint64_t i = 0; i < of; i++) {
    const bool full = i < ship;  // the others are a line, so that they differ without styles too
    open(tag::rect, full ? "full" : "empty").set(attribute::x, json::decimal(26 * i) + ".5");
    set(attribute::y, full ? "3" : "5.5")
        .set(attribute::width, "21")
        .set(attribute::height, full ? "6" : "1");
    close();
  }
  close();
}

void page::dash() { open(tag::span, "none").text("\u2014").close(); }

void page::nothing(message why) {
  open(tag::span, "none").open(tag::span, "dash").set(attribute::aria_hidden, "true").text("\u2014 ").close();
  say(why);
  close();
}

void page::open_columns(const char* class_name, const char* label) {
  open(tag::table, class_name);
  if (!bare()) set(attribute::aria_labelledby, prefix + label);
}

void page::column_heads() {
  open(tag::thead).open(tag::tr).open(tag::td).close();
  for (const contender& one : doc.contenders) {
    open(tag::th).set(attribute::scope, "col");
    inline_text(one.name);
    close();
  }
  close(2);
  open(tag::tbody);
}

void page::open_row() { open(tag::tr).open(tag::th).set(attribute::scope, "row").open(tag::span, "q"); }

void page::cells(cell_writer write, const void* what) {
  for (std::size_t i = 0; i < count; i++) {
    open(tag::td);
    // Names the column where styles stack it; hidden where the column's head stands above.
    if (count > 2 && !bare()) block(tag::div, "who", at(i).name);
    write(*this, i, what);
    close();
  }
}

// The messages stand in the codes' order.
static_assert(int(message::limit_other) - int(message::limit_non_commercial) ==
              int(limit_code::other) - int(limit_code::non_commercial));
static_assert(int(message::status_unknown) - int(message::released) ==
              int(status_code::unknown) - int(status_code::released));
static_assert(int(message::unknown) - int(message::not_reviewed) == int(verdict_code::unknown));
message limit_words(limit_code code) {
  const int at = int(code) - int(limit_code::non_commercial);
  if (code == limit_code::unset || code > limit_code::other) return message::limit_other;
  return message(int(message::limit_non_commercial) + at);
}

message status_words(status_code code) {
  if (code == status_code::unset) return message::released;
  return message(int(message::released) + int(code) - int(status_code::released));
}

verdict_code verdict_of(share_label label) {
  if (label == share_label::ship) return verdict_code::ship;
  if (label == share_label::skip) return verdict_code::skip;
  return label == share_label::mixed ? verdict_code::mixed : verdict_code::unset;
}

string shown_title(const comparison& document, const catalog& words) {
  if (!document.title.empty()) return document.title;
  string title;
  for (const contender& one : document.contenders) {
    if (!title.empty()) title += words.text(message::versus);
    title += one.name;
  }
  return title;
}

string render_html(const html_input& input) {
  page p(input);
  p.open(tag::article, "root").set(attribute::lang, p.words.language());
  p.set(attribute::dir, p.words.direction()).set(attribute::data_id, p.doc.id);
  p.set(attribute::data_digest, input.digest);
  p.set(attribute::aria_labelledby, p.prefix + "title").open(tag::div, "box").open(tag::header);
  p.block(tag::p, "label", p.doc.label);
  p.open(tag::h2);
  p.identify("title");
  p.inline_text(shown_title(p.doc, p.words));
  p.close(2);
  write_answer(p);
  write_summary(p);
  write_scorecard(p);
  write_details(p);
  write_footer(p);
  return p.take();
}

}  // namespace faceoff
