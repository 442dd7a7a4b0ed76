// Method, dates, corrections, who publishes, what comes next.
#include "page.hpp"

namespace faceoff {
namespace {

// The line's parts, parted by a dot: called before each. The line is opened by the first.
struct dotted {
  page& p;
  bool any = false;

  void next() {
    if (any) {
      p.text("\u00a0\u00b7 ");  // a line ends with the dot, so that each begins with words
    } else {
      p.open(tag::p);
    }
    any = true;
  }

  void say(message key) {
    next();
    p.say(key);
  }

  void day(message key, const date& when) {
    if (!when.given()) return;
    next();
    p.time_of(key, when);
  }

  void link(const string& url, message key) {
    if (!p.address_of(url)) return;
    next();
    p.link(url, key);
  }
};

void authors(page& p, dotted& line) {
  if (p.doc.authors.empty()) return;
  list<const string*> names;
  for (const named_link& one : p.doc.authors) names.add() = &one.name;
  p.with.names(slot::text, names);
  line.say(message::written_by);
}

void publisher(page& p, dotted& line) {
  const named_link& who = p.doc.publisher;
  if (who.name.empty()) return;
  line.say(message::published_by);
  p.link(who.url, who.name);
}

void dates(page& p, dotted& line) {
  line.day(message::published_on, p.doc.date_published);
  line.day(message::changed_on, p.doc.date_modified);
  if (p.in.counts && p.in.counts->ballots > 0) line.day(message::counted_on, p.in.counts->counted_on);
  bool priced = false;
  bool dated = false;
  for (const contender& one : p.doc.contenders) {
    priced |= one.price.kind != price_kind::unset;
    dated |= one.price.checked_on.given();
  }
  if (priced && !dated) line.say(message::undated);
}

bool offers_to_forget(const page& p) { return p.in.remembers && !p.bare() && !p.inert(); }

void forget_button(page& p) {
  p.open_button("link");
  p.identify("forget");
  p.set(attribute::data_action, "forget");
  p.say(message::forget_votes);
  p.close();
}

void write_subscribe(page& p) {
  const subscribe& is = p.doc.subscribe;
  if (!p.address_of(is.url)) return;
  p.open(tag::p);
  p.link(is.url, is.title.empty() ? is.text : is.title);
  if (!is.title.empty() && !is.text.empty()) {
    p.space();
    p.inline_text(is.text);
  }
  if (!is.note.empty()) {
    p.space();
    p.inline_text(is.note);
  }
  p.close();
}

void related_item(page& p, const named_link& one) {
  if (one.name.empty()) return;
  p.open(tag::li);
  p.link(one.url, one.name);
  p.close();
}

void write_related(page& p) {
  if (p.doc.related.empty() && p.doc.section.name.empty()) return;
  p.say_in(tag::p, "lead", message::next);
  p.open(tag::ul);
  for (const named_link& one : p.doc.related) related_item(p, one);
  related_item(p, p.doc.section);
  p.close();
}

}  // namespace

void write_poll_footer(page& p) {
  if (!offers_to_forget(p)) return;
  p.open(tag::footer);
  forget_button(p);
  p.close();
}

void write_footer(page& p) {
  p.open(tag::footer).set(attribute::part, "footer");
  write_related(p);
  write_subscribe(p);
  dotted line{p};
  const panel_reading& panel = p.in.panel;
  const bool all_ai = panel.humans + panel.labs + panel.crowds + panel.undeclared == 0;
  if (panel.ai_personas > 0 && all_ai) line.say(message::by_personas);
  authors(p, line);
  publisher(p, line);
  dates(p, line);
  line.link(p.doc.methodology_url, message::method);
  line.link(p.doc.corrections_url, message::corrections);
  line.link(p.doc.discuss_url, message::discuss);
  if (!p.bare()) {
    line.next();
    p.open_anchor("whole", nullptr);
    p.say(message::link_comparison);
    p.close();
  }
  if (offers_to_forget(p)) {
    line.next();
    forget_button(p);
  }
  if (p.bare()) {
    line.link(p.in.page_url.empty() ? p.doc.url : string(p.in.page_url), message::see_page);
  }
  if (line.any) p.close();
  p.close();
}

}  // namespace faceoff
