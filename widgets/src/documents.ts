// One request per document and page, however many widgets show it; given up when the last of them goes.
import {fetchBytes, type Fetched} from './transport.js';

interface Entry {
  fetched: Promise<Fetched>;
  users: number;
  control: AbortController;
}

export interface Held {
  fetched: Promise<Fetched>;
  release(): void;
}

const entries = new Map<string, Entry>();

// The fetch matches <link rel="preload" as="fetch" crossorigin>, so a preloaded document is not asked for twice.
function start(url: string, cache: RequestCache): Entry {
  const control = new AbortController();
  const fetched = fetchBytes(url, {cache}, control.signal);
  const entry = {fetched, users: 0, control};
  entries.set(url, entry);
  fetched.catch(() => entries.get(url) === entry && entries.delete(url));
  return entry;
}

// again: past the cache, when the one at hand is known to be old.
export function holdDocument(url: string, again = false): Held {
  const entry = again ? start(url, 'reload') : entries.get(url) ?? start(url, 'default');
  entry.users++;
  return {
    fetched: entry.fetched,
    release() {
      if (--entry.users > 0) return;
      entry.control.abort();
      if (entries.get(url) === entry) entries.delete(url);
    },
  };
}
