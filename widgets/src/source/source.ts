// Where an element's document comes from: its data, its src, or the JSON inside it.
//
// In: the element. Out: its bytes and what relative addresses in it mean. What is fetched is held until released, so
// that elements which show the same document ask once.
import {usableUrl} from '../page/address.js';
import {holdDocument, releaseDocument, type Held} from './documents.js';
import {carried, member, parsed} from '../page/json.js';
import {problem} from '../page/problem.js';
import {decoded, encoded} from '../page/utf8.js';

export interface Source {
  bytes: Uint8Array;
  base: string;
}

// The document of this id: the whole source, or what one of a feed's items carries.
export const documentIn = ({bytes}: Source, id: string): unknown =>
  carried(parsed(decoded(bytes)), 'comparison').find((each) => member(each, 'id') === id);

export class Reader {
  #held: Held[] = [];

  // again: past the cache.
  async read(element: HTMLElement, data: string | null, again: boolean): Promise<Source> {
    const base = element.baseURI; // of a document an <img name="baseURI"> could stand there
    if (data !== null) return {bytes: encoded(data), base};
    const src = element.getAttribute('src');
    if (src !== null) return this.fetch(src, base, again);
    const inline = element.querySelector('script[type="application/json"]');
    if (!inline) throw problem('no-source');
    return {bytes: encoded(inline.textContent!), base};
  }

  async fetch(reference: string, base: string, again = false): Promise<Source> {
    const url = usableUrl(reference, base);
    if (!url) throw problem('bad-address', reference);
    const held = holdDocument(url.href, again);
    this.#held.push(held);
    const {bytes, url: final} = await held.fetched;
    return {bytes, base: final};
  }

  // What releases all that is held so far, and nothing asked for later.
  release(): () => void {
    const held = this.#held.splice(0);
    return () => held.forEach(releaseDocument);
  }
}
