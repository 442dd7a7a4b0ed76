// Makes a shown tree like a fresh one, whose nodes it uses up: what did not change stays the same node, so focus,
// selection and scroll positions stay.
//
// Children are gone through in order. A child that says the same as one still there is that one; else it takes over
// the next one of its kind that no later child is equal to; else it comes in anew.

const alike = (shown: Node, fresh: Node): boolean =>
  shown.nodeName === fresh.nodeName && (shown as Element).id === (fresh as Element).id;

function counterpart(at: ChildNode | null, child: Node, later: Node[]): ChildNode | null {
  let spare: ChildNode | null = null;
  for (; at; at = at.nextSibling) {
    const each = at;
    if (each.isEqualNode(child)) return each;
    if (!spare && alike(each, child) && !later.some((other) => other.isEqualNode(each))) spare = each;
  }
  return spare;
}

function dress(shown: Element, fresh: Element): void {
  for (const {name, value} of fresh.attributes) {
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  for (const {name} of [...shown.attributes]) if (!fresh.hasAttribute(name)) shown.removeAttribute(name);
}

export function morph(shown: Node, fresh: Node): void {
  if (shown.isEqualNode(fresh)) return;
  if (!(shown instanceof Element)) {
    shown.nodeValue = fresh.nodeValue;
    return;
  }
  dress(shown, fresh as Element);
  const later = [...fresh.childNodes];
  let at = shown.firstChild;
  const dropUntil = (stop: ChildNode | null) => {
    while (at && at !== stop) {
      const next: ChildNode | null = at.nextSibling;
      at.remove();
      at = next;
    }
  };
  for (let child; (child = later.shift()); ) {
    const same = counterpart(at, child, later);
    if (same) {
      dropUntil(same);
      at = same.nextSibling;
      morph(same, child);
    } else {
      shown.insertBefore(child, at);
    }
  }
  dropUntil(null);
}
