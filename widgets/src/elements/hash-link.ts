// Links into a shadow root: the part of a verdict that the page's fragment names is opened and scrolled to.

export const isOurs = (): boolean => /^#fov?-/.test(location.hash);

export function followHash(root: ShadowRoot): void {
  const target = isOurs() && root.getElementById(location.hash.slice(1));
  if (!target) return;
  // What a reviewer says in full is folded in the row below.
  const fold = target.nextElementSibling?.querySelector(':scope.fold details');
  for (let at: Element | null = fold ?? target; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  target.scrollIntoView();
}
