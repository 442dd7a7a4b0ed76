// Every element and attribute the HTML stage can write.
//
// FACEOFF_HTML_TAGS(TAG): TAG(name, role): the ARIA role written with it, because styles give a table's parts
// another `display`, upon which some browsers forget that it is a table. FACEOFF_HTML_ATTRIBUTES(OPEN,
// DRESS): DRESS(name, spelling) is left out of HTML for feed readers, OPEN(name, spelling) is not.
// The most frequent ones first: names are found by counting.
// `fragment` is a link within the page: the writer sets a '#' before its value.
// FACEOFF_HTML_ADDRESSES(ADDRESS): ADDRESS(name, spelling), attributes that hold a URL.
#pragma once

// clang-format off
#define FACEOFF_HTML_TAGS(TAG) \
  TAG(bdi, "") TAG(span, "") TAG(div, "") TAG(p, "") TAG(td, "cell") TAG(li, "") TAG(tr, "row") \
  TAG(th, "columnheader") TAG(time, "") TAG(a, "") TAG(svg, "") TAG(path, "") TAG(ul, "") TAG(h1, "") \
  TAG(h2, "") TAG(h3, "") TAG(h4, "") TAG(h5, "") TAG(h6, "") TAG(blockquote, "") TAG(small, "") \
  TAG(strong, "") TAG(tbody, "rowgroup") TAG(rect, "") TAG(details, "") TAG(summary, "") TAG(section, "") \
  TAG(button, "") TAG(table, "table") TAG(thead, "rowgroup") TAG(article, "") TAG(header, "") TAG(code, "") \
  TAG(footer, "") TAG(dd, "") TAG(dl, "") TAG(dt, "") TAG(img, "")

#define FACEOFF_HTML_ATTRIBUTES(OPEN, DRESS) \
  OPEN(dir, "dir") OPEN(datetime, "datetime") OPEN(colspan, "colspan") OPEN(lang, "lang") OPEN(rel, "rel") \
  OPEN(alt, "alt") OPEN(scope, "scope") DRESS(class_name, "class") DRESS(role, "role") DRESS(id, "id") \
  DRESS(part, "part") DRESS(width, "width") DRESS(height, "height") DRESS(aria_hidden, "aria-hidden") \
  DRESS(view_box, "viewBox") DRESS(fill, "fill") DRESS(stroke, "stroke") DRESS(d, "d") \
  DRESS(fragment, "href") DRESS(aria_label, "aria-label") DRESS(x, "x") DRESS(y, "y") \
  DRESS(data_fold, "data-fold") DRESS(type, "type") DRESS(aria_pressed, "aria-pressed") \
  DRESS(aria_labelledby, "aria-labelledby") DRESS(data_contender, "data-contender") \
  DRESS(data_call, "data-call") DRESS(abbr, "abbr") DRESS(data_action, "data-action") \
  DRESS(data_digest, "data-digest") DRESS(data_id, "data-id") DRESS(data_limit, "data-limit") \
  DRESS(data_same, "data-same") DRESS(data_state, "data-state") DRESS(disabled, "disabled") \
  DRESS(hidden, "hidden")

#define FACEOFF_HTML_ADDRESSES(ADDRESS) ADDRESS(href, "href") ADDRESS(src, "src")
// clang-format on
