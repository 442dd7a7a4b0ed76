// What became an element's content by mistake. HTML has no <face-off ... />: all that follows, to the end of the
// parent, is then its children, and would be hidden with the fallback.
//
// In: an element that is parsed. Out: whether its children are more than a fallback. A mistaken no loses a page's text,
// a mistaken yes shows a fallback beneath its verdict: so in doubt it is yes.

// What nobody puts into a fallback, and what is one or takes no part.
const never = 'face-off,face-off-vote,face-off-badge,script[src],main,nav,footer,h1';
const known =
  '.root[data-id],.face-off,[slot],noscript,script:not([src]),template,style,link,' +
  'a,b,i,em,strong,code,span,small,time,img,br';

const isLineEnd = (node: Node | null) => /^\s*\n\s*$/.test(node?.nodeValue ?? '');

export function swallows(host: Element): boolean {
  const others = [...host.children].filter((each) => !each.matches(known));
  if (others.some((each) => each.matches(never) || each.querySelector(never))) return true;
  // An element that is closed has something behind it, if only the end of a line.
  if (!others.length || host.nextSibling) return false;
  return others.length > 1 || isLineEnd(host.firstChild) || isLineEnd(host.lastChild);
}
