// One request per document and page, however many widgets show it; given up when the last of them goes.
import {fetchBytes, type Fetched} from '../page/fetch-bytes.js';

export interface Held {
  url: string;
  fetched: Promise<Fetched>;
  users: number;
  control: AbortController;
}

const documents = new Map<string, Held>();

function forget(held: Held): void {
  if (documents.get(held.url) === held) documents.delete(held.url);
}

// The fetch matches <link rel="preload" as="fetch" crossorigin>, so a preloaded document is not asked for twice.
function start(url: string, cache: RequestCache): Held {
  const control = new AbortController();
  const held = {url, fetched: fetchBytes(url, {cache}, control.signal), users: 0, control};
  documents.set(url, held);
  held.fetched.catch(() => forget(held));
  return held;
}

// again: past the cache, when the one at hand is known to be old.
export function holdDocument(url: string, again: boolean): Held {
  const held = (!again && documents.get(url)) || start(url, again ? 'reload' : 'default');
  held.users++;
  return held;
}

export function releaseDocument(held: Held): void {
  if (--held.users) return;
  held.control.abort();
  forget(held);
}
