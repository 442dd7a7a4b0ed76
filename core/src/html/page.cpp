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
      prefix(input.view == html_view::vote ? "fov-" : "fo-"),  // both may stand on one page
      count(input.document.contenders.size()),
      same_language(speaks(input.words, input.document.language)),
      vote_row(!bare() && input.state != vote_state::off),
      counts_hidden(votes_hidden(input)) {
  prefix += doc.id;
  prefix += '-';
}

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

void page::say_after(tag name, const char* class_name, message key) {
  space();
  say_in(name, class_name, key);
}

void page::foreign(const string& content, bool strong) {
  if (day_) {
    open(tag::time).set(attribute::datetime, to_text(*day_)).text(content).close();
    return;
  }
  if (strong) open(tag::strong);
  inline_text(content);
  if (strong) close();
}

tag page::heading(unsigned depth) const {
  const unsigned level = in.heading + depth;
  return tag(unsigned(tag::h1) + (level < 6 ? level : 6) - 1);
}

void page::needs_script() {
  if (inert()) flag(attribute::hidden);
}

void page::open_button(const char* class_name) {
  open(tag::button, class_name).set(attribute::type, "button");
  if (inert()) flag(attribute::disabled);
}

void page::identify(const char* part) { identify(part, nullptr); }

void page::identify(const char* part, const string* of, const char* call, attribute as) {
  string id = prefix;
  id += part;
  if (of) {
    id += '-';
    id += *of;
  }
  if (call) {
    id += '-';
    id += call;
  }
  set(as, id);
}

void page::open_anchor(const char* part, const string* of) {
  open(tag::a, "anchor");
  identify(part, of, nullptr, attribute::fragment);
}

void page::label_by(const char* part) { identify(part, nullptr, nullptr, attribute::aria_labelledby); }

void page::foreign_language() {
  if (!same_language) set(attribute::lang, doc.language);
}

void page::with_code(std::string_view content) {
  while (true) {
    const std::size_t start = content.find('`');
    const std::size_t end = content.find('`', start + 1);  // nothing where there is no start
    if (end == content.npos) break;
    text(content.substr(0, start));
    open(tag::code).text(content.substr(start + 1, end - start - 1)).close();
    content.remove_prefix(end + 1);
  }
  text(content);
}

void page::inline_text(const string& content) {
  open(tag::bdi);
  foreign_language();
  with_code(content);
  close();
}

void page::block(tag name, const char* class_name, const string& content) {
  if (!content.empty()) block_of(name, class_name, content);
}

void page::block_of(tag name, const char* class_name, std::string_view content) {
  open(name, class_name).set(attribute::dir, "auto");
  foreign_language();
  with_code(content);
  close();
}

// A paragraph is what stands between lines of nothing but space.
void page::paragraphs(const string& text) {
  const char* line = text.begin();
  const char* start = nullptr;  // of the paragraph
  const char* stop = nullptr;   // where its last line ends
  bool blank = true;            // the line, as far as read
  for (const char* at = line;; at++) {
    const bool end = at == text.end();
    if (!end && *at != '\n') {
      if (*at != ' ' && *at != '\t' && *at != '\r') blank = false;
      continue;
    }
    if (!blank) stop = at;
    if (!blank && !start) start = line;
    if (start && (blank || end)) {
      block_of(tag::p, nullptr, {start, std::size_t(stop - start)});
      start = nullptr;
    }
    if (end) return;
    line = at + 1;
    blank = true;
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
  say_after(tag::small, "tag", kind == link_kind::affiliate ? message::affiliate : message::sponsored);
}

void page::time_of(message key, const date& day) {
  if (!day.given()) return;
  const string words_of_it = words.day(day);
  with.foreign(slot::text, words_of_it);
  day_ = &day;
  say(key);
  day_ = nullptr;
}

void page::verdict_word(verdict_code verdict) {
  const call_words* own = verdict == verdict_code::ship    ? &doc.words.ship
                          : verdict == verdict_code::skip  ? &doc.words.skip
                          : verdict == verdict_code::mixed ? &doc.words.mixed
                                                           : nullptr;
  if (own && same_language && !own->label.empty()) {
    text(own->label);
  } else {
    say(message(int(message::not_reviewed) + int(verdict)));
  }
}

void page::share_word(slot where, bool ship) {
  const string& own = ship ? doc.words.ship.share : doc.words.skip.share;
  with.phrase(where, ship ? message::ship_share : message::skip_share);
  if (same_language && !own.empty()) with.ours(where, own);
}

void page::set_number(attribute name, const char* before, std::uint64_t number, const char* after) {
  string value = before;
  value += json::decimal(number);
  value += after;
  set(name, value);
}

void page::svg(const char* class_name, std::uint64_t width) {
  open(tag::svg, class_name);
  set_number(attribute::width, "", width, "");
  set(attribute::height, "12");
  set_number(attribute::view_box, "0 0 ", width, " 12");
  set(attribute::aria_hidden, "true");
}

void page::verdict_mark(verdict_code verdict) {
  if (bare()) return;
  svg("mark", 12);
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
    set(attribute::part, "verdict");
    verdict_mark(verdict);
  }
  verdict_word(verdict);
  close();
}

void page::segments(std::uint64_t ship, std::uint64_t of) {
  if (bare() || of == 0 || of > 12) return;
  svg("bar", 26 * of - 4);
  for (std::uint64_t i = 0; i < of; i++) {
    const bool full = i < ship;  // the others are a line, so that they differ without styles too
    open(tag::rect, full ? "full" : "empty");
    set_number(attribute::x, "", 26 * i, ".5");
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
  label_by(label);
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

void page::open_row(const string* reviewer, bool same) {
  open(tag::tr);
  if (same) flag(attribute::data_same);
  if (reviewer) identify("review", reviewer);
  open(tag::th).set(attribute::scope, "row").open(tag::span, "q");
}

void page::cells(cell_writer cell, const void* what) {
  for (std::size_t i = 0; i < count; i++) {
    open(tag::td);
    // Names the column where styles stack it; hidden where the column's head stands above.
    if (count > 2 && !bare()) block(tag::div, "who", at(i).name);
    cell(*this, i, what);
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

void open_root(page& p, tag name, const char* class_name) {
  p.open(name, class_name).set(attribute::lang, p.words.language());
  p.set(attribute::dir, p.words.direction()).set(attribute::data_id, p.doc.id);
  p.set(attribute::data_digest, p.in.digest);
}

namespace {

// Names joined by our word are each isolated, so that they stand in the order of our direction.
void write_title(page& p) {
  if (!p.doc.title.empty()) return p.inline_text(p.doc.title);
  for (std::size_t i = 0; i < p.count; i++) {
    if (i > 0) p.say(message::versus);
    p.inline_text(p.at(i).name);
  }
}

void write_article(page& p) {
  const bool all = p.in.view == html_view::verdict;
  open_root(p, tag::article, all ? "root" : "root poll");
  p.identify("whole");
  p.label_by("title");
  p.open(tag::div, "box").open(tag::header);
  if (all) p.block(tag::p, "label", p.doc.label);
  p.open(p.heading(0), "title").set(attribute::part, "title");
  p.identify("title");
  write_title(p);
  p.close(2);
  if (all) write_answer(p);
  write_summary(p);
  if (!all) return write_poll_footer(p);
  write_scorecard(p);
  write_details(p);
  write_footer(p);
}

}  // namespace

string render_html(const html_input& input) {
  page p(input);
  if (input.view == html_view::badge) {
    write_badge(p);
  } else {
    write_article(p);
  }
  return p.take();
}

}  // namespace faceoff
