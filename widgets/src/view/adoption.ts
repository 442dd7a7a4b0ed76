// The publisher's fallback as the first view. Where `faceoff render` wrote it of this very document, in the reader's
// language, it is what the core would write: it is taken over and nothing is built anew.
import {chosenLanguage} from '../files/catalogs.js';
import type {ComparisonElement} from '../elements/comparison-element.js';
import {word, written} from '../page/json.js';
import {sha256} from '../page/sha256.js';
import {documentIn, type Source} from '../source/source.js';
import {encoded} from '../page/utf8.js';

const dresses = {verdict: 'root', vote: 'root poll', badge: 'root badge'};

// The one of this view, in a declarative shadow root, else among the children.
export function fallbackOf(root: ShadowRoot, view: keyof typeof dresses): HTMLElement | null {
  const written = `[class="${dresses[view]}"][data-digest]`;
  return root.querySelector<HTMLElement>(written) ?? root.host.querySelector<HTMLElement>(written);
}

// The core's digest of a document: of its JSON without blanks, in its own order of keys.
const digestOf = (document: unknown) => sha256(encoded(written(document).replaceAll('<', '\\u003c')));

// A badge says which contender it is of where that was asked for.
export async function matches(fallback: HTMLElement, host: ComparisonElement, source: Source): Promise<boolean> {
  const {id, digest, contender = ''} = fallback.dataset;
  const document = documentIn(source, id!);
  const language = chosenLanguage(host, word(document, 'language'));
  const isOfThis = contender === host.contender && fallback.lang.split('-')[0] === language;
  return isOfThis && document !== undefined && (await digestOf(document)) === digest;
}

// Everything in it that needs the script is there to be used; returns what takes that back until the next drawing.
export function enable(fallback: Element): () => void {
  const taken = (name: string) =>
    [...fallback.querySelectorAll<HTMLElement>(`[${name}]`)].map((each) => (each.removeAttribute(name), each));
  const hidden = taken('hidden');
  taken('disabled');
  // By style, which the sheets of the widget give way to; they leave `hidden` to pages without script.
  return () => hidden.forEach((each) => (each.style.display = 'none'));
}
