// One contender in a line of text.
#include "page.hpp"

namespace faceoff {

void write_badge(page& p) {
  const std::size_t which = p.in.contender;
  open_root(p, tag::span, "root badge");
  if (p.in.chosen) p.set(attribute::data_contender, p.at(which).id);
  const string page_url = p.in.page_url.empty() ? p.doc.url : string(p.in.page_url);
  const auto found = p.address_of(page_url);
  if (found) p.open(tag::a, "name").set(address::href, *found);
  p.inline_text(p.at(which).name);
  if (found) p.close();
  p.space();
  panel_cell(p, which);
  badge_votes(p, which);
}

}  // namespace faceoff
