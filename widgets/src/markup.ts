// The core's HTML into the document: the only place where text becomes elements.
//
// In: HTML that the core wrote, never anything else. Out: the same nodes as before where nothing changed, so
// focus, selection and opened folds stay.
import morphdom from 'morphdom';
import {problem} from './problem.js';

interface TrustedPolicy {
  createHTML(text: string): string;
}
interface TrustedFactory {
  createPolicy(name: string, rules: object): TrustedPolicy;
}

let policy: TrustedPolicy | undefined;

function trusted(html: string): string {
  const factory = (window as {trustedTypes?: TrustedFactory}).trustedTypes;
  if (!factory) return html;
  try {
    policy ??= factory.createPolicy('faceoff', {__proto__: null, createHTML: (text: string) => text});
  } catch {
    throw problem('trusted-types');
  }
  return policy.createHTML(html);
}

// A document of its own: nothing in it loads or runs before it is moved over.
export function parseMarkup(html: string): Element {
  return document.adoptNode(new DOMParser().parseFromString(trusted(html), 'text/html').body.firstElementChild!);
}

export function updateMarkup(shown: Element, fresh: Element): void {
  morphdom(shown, fresh, {
    onBeforeElUpdated(from, to) {
      if (from instanceof HTMLDetailsElement) to.toggleAttribute('open', from.open);
      return !from.isEqualNode(to);
    },
  });
}
