// The two other ways in: a script tag in place, and a blockquote for systems that strip custom tags.
import {attributes} from './attributes.js';

function elementFrom(given: HTMLElement): HTMLElement {
  const made = document.createElement('face-off');
  for (const name of attributes) {
    const value = given.getAttribute(`data-${name}`);
    if (value !== null) made.setAttribute(name, value);
  }
  return made;
}

// <script async src="faceoff.js" data-src="...">: the verdict stands where the tag stands.
export function placeAt(script: HTMLScriptElement | null): void {
  if (script?.dataset.src && !script.closest('head')) {
    script.after(elementFrom(script));
  }
}

// <blockquote class="face-off" data-src="...">: what stands in it stays as the fallback.
export function scan(node: ParentNode = document): void {
  for (const quote of node.querySelectorAll<HTMLElement>('blockquote.face-off[data-src]')) {
    if (quote.closest('face-off')) continue;
    const made = elementFrom(quote);
    quote.before(made);
    made.append(quote);
  }
}
