// Method, dates, corrections, who publishes, what comes next.
#include "page.hpp"

namespace faceoff {
namespace {

// Parts of a line, parted by a dot.
class dotted {
 public:
  explicit dotted(page& p) : page_(p) {}
  page& next() {
    if (any_) page_.out.text(" \u00b7 ");
    any_ = true;
    return page_;
  }

 private:
  page& page_;
  bool any_ = false;
};

void authors(page& p, dotted& line) {
  if (p.doc.authors.empty()) return;
  std::vector<std::string_view> names;
  for (const named_link& one : p.doc.authors) names.push_back(one.name);
  say(line.next(), message::written_by, arguments().pieces(slot::text, p.words.list(names)));
}

void publisher(page& p, dotted& line) {
  const named_link& who = p.doc.publisher;
  if (who.name.empty()) return;
  line.next();
  for (const piece& part : p.words.say(message::published_by, arguments().foreign(slot::text, who.name))) {
    if (part.is == piece::kind::ours) {
      p.out.text(part.text);
    } else {
      link(p, who.url, part.text);
    }
  }
}

void dates(page& p, dotted& line) {
  if (p.doc.date_published.given()) time_of(line.next(), message::published_on, p.doc.date_published);
  if (p.doc.date_modified.given()) time_of(line.next(), message::changed_on, p.doc.date_modified);
  if (p.in.counts && p.in.counts->counted_on.given() && p.in.counts->ballots > 0) {
    time_of(line.next(), message::counted_on, p.in.counts->counted_on);
  }
  bool priced = false;
  bool dated = false;
  for (const contender& one : p.doc.contenders) {
    priced |= one.price.kind != price_kind::unset;
    dated |= one.price.checked_on.given();
  }
  if (priced && !dated) say(line.next(), message::undated);
}

void address_link(page& p, dotted& line, const std::string& url, message words) {
  if (address_of(p, url)) link(line.next(), url, words);
}

void write_subscribe(page& p) {
  const subscribe& is = p.doc.subscribe;
  if (!address_of(p, is.url)) return;
  p.out.open(tag::p);
  link(p, is.url, is.title.empty() ? is.text : is.title);
  for (const std::string* more : {&is.text, &is.note}) {
    if (more->empty() || (is.title.empty() && more == &is.text)) continue;
    p.out.text(" ");
    inline_text(p, *more);
  }
  p.out.close();
}

void write_related(page& p) {
  if (p.doc.related.empty() && p.doc.section.name.empty()) return;
  say_in(p, tag::p, "lead", message::next);
  p.out.open(tag::ul);
  for (const named_link& one : p.doc.related) {
    p.out.open(tag::li);
    link(p, one.url, one.name);
    p.out.close();
  }
  if (!p.doc.section.name.empty()) {
    p.out.open(tag::li);
    link(p, p.doc.section.url, p.doc.section.name);
    p.out.close();
  }
  p.out.close();
}

}  // namespace

void write_footer(page& p) {
  p.out.open(tag::footer);
  write_related(p);
  write_subscribe(p);
  p.out.open(tag::p);
  dotted line(p);
  const panel_reading& panel = p.in.panel;
  const bool all_ai = panel.humans + panel.labs + panel.crowds + panel.undeclared == 0;
  if (panel.ai_personas > 0 && all_ai) say(line.next(), message::by_personas);
  authors(p, line);
  publisher(p, line);
  dates(p, line);
  address_link(p, line, p.doc.methodology_url, message::method);
  address_link(p, line, p.doc.corrections_url, message::corrections);
  address_link(p, line, p.doc.discuss_url, message::discuss);
  if (p.in.purpose == html_purpose::feed) {
    address_link(p, line, p.in.page_url.empty() ? p.doc.url : std::string(p.in.page_url), message::see_page);
  }
  p.out.close().close();
}

}  // namespace faceoff
