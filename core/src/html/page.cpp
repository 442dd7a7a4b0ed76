#include "page.hpp"

#include <algorithm>

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

// Splits off what stands before `mark`; without one, everything.
std::string_view take_until(std::string_view& rest, std::string_view mark) {
  const std::size_t at = rest.find(mark);
  const std::string_view taken = rest.substr(0, at);
  rest.remove_prefix(at == rest.npos ? rest.size() : at + mark.size());
  return taken;
}

void with_code(page& p, std::string_view text) {
  while (!text.empty()) {
    const std::size_t open = text.find('`');
    const std::size_t close = open == text.npos ? open : text.find('`', open + 1);
    if (close == text.npos) break;
    p.out.text(text.substr(0, open));
    p.out.element(tag::code, {}, text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
  p.out.text(text);
}

std::string_view mark_path(verdict_code verdict) {
  switch (verdict) {
    case verdict_code::ship:
      return "M2.5 6.5 5 9l4.5-5.5";
    case verdict_code::skip:
      return "m3 3 6 6m0-6-6 6";
    default:
      return "M2.5 6h7";
  }
}

void svg(page& p, std::string_view class_name, std::string_view width, std::string_view view_box) {
  p.out.open(tag::svg, class_name).set(attribute::width, width).set(attribute::height, "12");
  p.out.set(attribute::view_box, view_box).set(attribute::aria_hidden, "true");
}

}  // namespace

page::page(const html_input& input)
    : in(input),
      doc(input.document),
      words(input.words),
      out(input.purpose == html_purpose::feed),
      prefix("fo-" + input.document.id + "-"),
      same_language(speaks(input.words, input.document.language)),
      vote_row(input.purpose == html_purpose::widget && input.state != vote_state::off),
      counts_hidden(votes_hidden(input)) {}

void say(page& p, const sentence_pieces& parts) {
  for (const piece& part : parts) {
    if (part.is == piece::kind::ours) {
      p.out.text(part.text);
      continue;
    }
    const bool strong = part.is == piece::kind::strong;
    if (strong) p.out.open(tag::strong);
    inline_text(p, part.text);
    if (strong) p.out.close();
  }
}

void say(page& p, message key, const arguments& with) { say(p, p.words.say(key, with)); }

void say_in(page& p, tag name, std::string_view class_name, message key, const arguments& with) {
  p.out.open(name, class_name);
  say(p, key, with);
  p.out.close();
}

void identify(page& p, std::string_view part, std::string_view of, std::string_view call) {
  std::string id = p.prefix;
  id += part;
  for (const std::string_view more : {of, call}) {
    if (!more.empty()) (id += '-') += more;
  }
  p.out.set(attribute::id, id);
}

void foreign_language(page& p) {
  if (!p.same_language) p.out.set(attribute::lang, p.doc.language);
}

void inline_text(page& p, std::string_view text) {
  p.out.open(tag::bdi);
  foreign_language(p);
  with_code(p, text);
  p.out.close();
}

void block(page& p, tag name, std::string_view class_name, std::string_view text) {
  if (text.empty()) return;
  p.out.open(name, class_name).set(attribute::dir, "auto");
  foreign_language(p);
  with_code(p, text);
  p.out.close();
}

void paragraphs(page& p, std::string_view text) {
  std::string paragraph;
  while (!text.empty()) {
    const std::string_view line = take_until(text, "\n");
    const bool blank = line.find_first_not_of(" \t\r") == line.npos;
    if (!blank) (paragraph += paragraph.empty() ? "" : "\n") += line;
    if (blank || text.empty()) {
      block(p, tag::p, {}, paragraph);
      paragraph.clear();
    }
  }
}

void bullet_list(page& p, message heading, const std::vector<std::string>& items) {
  if (items.empty()) return;
  say_in(p, tag::p, "lead", heading);
  p.out.open(tag::ul);
  for (const std::string& item : items) block(p, tag::li, {}, item);
  p.out.close();
}

// No reference is no link, though an empty one would resolve to the document itself.
std::optional<safe_url> address_of(const page& p, std::string_view url) {
  return url.empty() ? std::nullopt : resolve_url(url, p.in.base_url);
}

void link(page& p, std::string_view url, message text) {
  if (const auto address = address_of(p, url)) {
    p.out.open(tag::a).set(address::href, *address);
    say(p, text);
    p.out.close();
  }
}

void link(page& p, std::string_view url, std::string_view text, link_kind kind) {
  const auto address = address_of(p, url);
  const bool paid = kind == link_kind::affiliate || kind == link_kind::sponsored;
  if (address) p.out.open(tag::a).set(address::href, *address);
  if (address && paid) p.out.set(attribute::rel, "sponsored nofollow noopener");
  inline_text(p, text);
  if (address) p.out.close();
  if (!paid) return;
  p.out.text(" ");
  say_in(p, tag::small, "tag", kind == link_kind::affiliate ? message::affiliate : message::sponsored);
}

void time_of(page& p, message key, const date& day) {
  const sentence_pieces parts = p.words.say(key, arguments().foreign(slot::text, p.words.day(day)));
  for (const piece& part : parts) {
    if (part.is == piece::kind::ours) {
      p.out.text(part.text);
    } else {
      p.out.open(tag::time).set(attribute::datetime, to_text(day)).text(part.text).close();
    }
  }
}

std::string verdict_word(const page& p, verdict_code verdict) {
  const words& own = p.doc.words;
  const std::string* given = nullptr;
  message ours = message::not_reviewed;
  switch (verdict) {
    case verdict_code::ship:
      given = &own.ship.label, ours = message::ship;
      break;
    case verdict_code::skip:
      given = &own.skip.label, ours = message::skip;
      break;
    case verdict_code::mixed:
      given = &own.mixed.label, ours = message::mixed;
      break;
    case verdict_code::abstain:
      ours = message::abstain;
      break;
    case verdict_code::unknown:
      ours = message::unknown;
      break;
    case verdict_code::unset:
      break;
  }
  return given && p.same_language && !given->empty() ? *given : p.words.text(ours);
}

void verdict_mark(page& p, verdict_code verdict) {
  if (p.out.bare()) return;
  svg(p, "mark", "12", "0 0 12 12");
  p.out.open(tag::path).set(attribute::d, mark_path(verdict)).close().close();
}

void chip(page& p, verdict_code verdict) {
  if (verdict > verdict_code::mixed || verdict == verdict_code::unset) {
    p.out.element(tag::span, "none", verdict_word(p, verdict));
    return;
  }
  p.out.open(tag::span, verdict == verdict_code::ship   ? "chip ship"
                        : verdict == verdict_code::skip ? "chip skip"
                                                        : "chip mixed");
  verdict_mark(p, verdict);
  p.out.text(verdict_word(p, verdict)).close();
}

verdict_code verdict_of(share_label label) {
  switch (label) {
    case share_label::ship:
      return verdict_code::ship;
    case share_label::mixed:
      return verdict_code::mixed;
    case share_label::skip:
      return verdict_code::skip;
    default:
      return verdict_code::unset;
  }
}

void segments(page& p, std::uint64_t ship, std::uint64_t of) {
  if (p.out.bare() || of == 0 || of > 12) return;
  const std::string width = std::to_string(26 * of - 4);
  svg(p, "bar", width, "0 0 " + width + " 12");
  for (std::uint64_t i = 0; i < of; i++) {
    p.out.open(tag::rect, i < ship ? "full" : "empty").set(attribute::x, std::to_string(26 * i) + ".5");
    p.out.set(attribute::y, "3").set(attribute::width, "21").set(attribute::height, "6");
    p.out.set(attribute::rx, "1.5").close();
  }
  p.out.close();
}

void nothing(page& p, message why) {
  p.out.open(tag::span, "none");
  p.out.open(tag::span, "dash").set(attribute::aria_hidden, "true").text("\u2014 ").close();
  say(p, why);
  p.out.close();
}

message limit_words(limit_code code) {
  switch (code) {
    case limit_code::non_commercial:
      return message::limit_non_commercial;
    case limit_code::research_only:
      return message::limit_research_only;
    case limit_code::no_redistribution:
      return message::limit_no_redistribution;
    case limit_code::seats:
      return message::limit_seats;
    case limit_code::region:
      return message::limit_region;
    case limit_code::quota:
      return message::limit_quota;
    case limit_code::time:
      return message::limit_time;
    default:
      return message::limit_other;
  }
}

message status_words(status_code code) {
  switch (code) {
    case status_code::announced:
      return message::announced;
    case status_code::unconfirmed:
      return message::unconfirmed;
    case status_code::discontinued:
      return message::discontinued;
    case status_code::unknown:
      return message::status_unknown;
    default:
      return message::released;
  }
}

void open_columns(page& p, std::string_view class_name, std::string_view label_id) {
  std::string classes(class_name);
  classes += p.size() > 4 ? " many" : p.size() > 2 ? " few" : " two";
  p.out.open(tag::table, classes);
  if (!p.out.bare()) p.out.set(attribute::aria_labelledby, p.prefix + std::string(label_id));
}

void column_heads(page& p) {
  p.out.open(tag::thead).open(tag::tr).open(tag::td).close();
  for (const contender& one : p.doc.contenders) {
    p.out.open(tag::th).set(attribute::scope, "col");
    inline_text(p, one.name);
    p.out.close();
  }
  p.out.close().close();
}

void column_cells(page& p, cell_writer write, const void* what, std::string_view class_name) {
  for (std::size_t i = 0; i < p.size(); i++) {
    p.out.open(tag::td, class_name);
    // Names the column where styles stack it; hidden where the column's head stands above.
    if (p.size() > 2 && !p.out.bare()) block(p, tag::span, "who", p.at(i).name);
    write(p, i, what);
    p.out.close();
  }
}

std::string shown_title(const comparison& document, const catalog& words) {
  if (!document.title.empty()) return document.title;
  std::string title;
  for (const contender& one : document.contenders) {
    if (!title.empty()) title += words.text(message::versus);
    title += one.name;
  }
  return title;
}

std::string render_html(const html_input& input) {
  page p(input);
  p.out.open(tag::article, "root").set(attribute::lang, p.words.language());
  p.out.set(attribute::dir, p.words.direction()).set(attribute::data_id, p.doc.id);
  p.out.set(attribute::data_digest, input.digest);
  p.out.set(attribute::aria_labelledby, p.prefix + "title").open(tag::div, "box");
  p.out.open(tag::header);
  block(p, tag::p, "label", p.doc.label);
  p.out.open(tag::h2).set(attribute::dir, "auto");
  identify(p, "title");
  foreign_language(p);
  p.out.text(shown_title(p.doc, p.words)).close().close();
  write_answer(p);
  write_summary(p);
  write_scorecard(p);
  write_details(p);
  write_footer(p);
  return p.out.take();
}

}  // namespace faceoff
