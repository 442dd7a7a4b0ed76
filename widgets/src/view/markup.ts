// The core's HTML into the document: the only place where text becomes elements.
//
// In: HTML that the core wrote, never anything else. Out: the same nodes as before where nothing changed, so
// focus, selection and opened folds stay.
import nanomorph from 'nanomorph';
import {bare} from '../page/bare.js';
import {problem} from '../page/problem.js';

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
    policy ??= factory.createPolicy('faceoff', bare({createHTML: (text: string) => text}));
  } catch {
    throw problem('trusted-types');
  }
  return policy.createHTML(html);
}

// In a document of its own nothing loads or runs before it is moved over.
export function parseMarkup(html: string): HTMLElement | null {
  const {body} = new DOMParser().parseFromString(trusted(html), 'text/html');
  return body.firstElementChild as HTMLElement | null;
}

// Which folds are open is the reader's.
export function updateMarkup(shown: Element, fresh: Element): void {
  for (const {id, open} of shown.querySelectorAll('details')) {
    fresh.querySelector(`#${CSS.escape(id)}`)?.toggleAttribute('open', open);
  }
  nanomorph(shown, fresh);
}
