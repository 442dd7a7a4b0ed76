// Every element and attribute the HTML stage can write.
//
// FACEOFF_HTML_TAGS(TAG): TAG(name, role): the ARIA role written with it, because styles give a table's parts
// another `display`, upon which some browsers forget that it is a table. FACEOFF_HTML_ATTRIBUTES(OPEN,
// DRESS): DRESS(name, spelling) is left out of HTML for feed readers, OPEN(name, spelling) is not.
// `fragment` is a link within the page: the writer sets a '#' before its value.
// FACEOFF_HTML_ADDRESSES(ADDRESS): ADDRESS(name, spelling), attributes that hold a URL.
#pragma once

// clang-format off
#define FACEOFF_HTML_TAGS(TAG) \
  TAG(a, "") TAG(article, "") TAG(bdi, "") TAG(blockquote, "") TAG(button, "") TAG(code, "") TAG(dd, "") \
  TAG(details, "") TAG(div, "") TAG(dl, "") TAG(dt, "") TAG(footer, "") TAG(h1, "") TAG(h2, "") TAG(h3, "") \
  TAG(h4, "") TAG(h5, "") TAG(h6, "") TAG(header, "") TAG(img, "") TAG(li, "") TAG(p, "") TAG(path, "") TAG(rect, "") TAG(section, "") \
  TAG(small, "") TAG(span, "") TAG(strong, "") TAG(summary, "") TAG(svg, "") TAG(table, "table") \
  TAG(tbody, "rowgroup") TAG(td, "cell") TAG(th, "columnheader") TAG(thead, "rowgroup") TAG(time, "") \
  TAG(tr, "row") TAG(ul, "")

#define FACEOFF_HTML_ATTRIBUTES(OPEN, DRESS) \
  OPEN(alt, "alt") OPEN(colspan, "colspan") OPEN(datetime, "datetime") OPEN(dir, "dir") OPEN(lang, "lang") \
  OPEN(rel, "rel") OPEN(scope, "scope") \
  DRESS(abbr, "abbr") DRESS(aria_hidden, "aria-hidden") DRESS(aria_label, "aria-label") \
  DRESS(aria_labelledby, "aria-labelledby") DRESS(aria_pressed, "aria-pressed") DRESS(class_name, "class") \
  DRESS(d, "d") DRESS(data_action, "data-action") DRESS(data_call, "data-call") \
  DRESS(data_contender, "data-contender") DRESS(data_digest, "data-digest") DRESS(data_fold, "data-fold") \
  DRESS(data_id, "data-id") DRESS(data_limit, "data-limit") DRESS(data_same, "data-same") DRESS(data_state, "data-state") DRESS(disabled, "disabled") DRESS(fill, "fill") DRESS(fragment, "href") \
  DRESS(height, "height") DRESS(hidden, "hidden") DRESS(id, "id") \
  DRESS(part, "part") DRESS(role, "role") DRESS(stroke, "stroke") DRESS(type, "type") DRESS(view_box, "viewBox") DRESS(width, "width") \
  DRESS(x, "x") DRESS(y, "y")

#define FACEOFF_HTML_ADDRESSES(ADDRESS) ADDRESS(href, "href") ADDRESS(src, "src")
// clang-format on
