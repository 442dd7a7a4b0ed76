// The widget's own files beside its script: the core's modules and texts, each checked against the hash it was built
// with.
//
// A copy that does not match is asked for once more past the cache (an old file under a new script); a second
// mismatch is an error.
import {bare} from '../page/bare.js';
import {requestOwn} from './own-request.js';
import {sha256} from '../page/sha256.js';
import {decoded} from '../page/utf8.js';

// The first 16 hexadecimal digits of a file's SHA-256, the h it is asked for with; of a module then all of it, as fetch
// checks it. A text is compared here with what there is: hashes are what no compression makes smaller.
export type Stamp = string;

let ownAddress: string | undefined;

// An address beside which they are; without one they are beside the page.
export function ownFilesBeside(address: string | undefined): void {
  ownAddress = address;
}

const kept: Record<string, Promise<any>> = Object.create(null);

// What `read` makes of a file, the same once a page. Where it cannot be had `otherwise` stands for it, and the next one
// who asks tries again.
export async function own<T>(
  name: string,
  stamp: Stamp,
  read: (from: Response) => Promise<T>,
  otherwise: (failed: Error, url: string) => T,
): Promise<T> {
  const [hash, integrity = ''] = stamp.split(' ');
  const url = new URL(`${name}?h=${hash}`, ownAddress || document.baseURI).href;
  const ask = async (cache: RequestCache) => {
    const response = await requestOwn(url, bare({integrity, cache}));
    if (!response.ok) throw new Error(String(response.status));
    return read(response);
  };
  try {
    return await (kept[name] ??= ask('default').catch(() => ask('reload')));
  } catch (failed) {
    delete kept[name];
    return otherwise(failed as Error, url);
  }
}

async function checkedText(from: Response, stamp: Stamp): Promise<string> {
  const bytes = await from.arrayBuffer();
  const digest = await sha256(bytes);
  if (digest && !digest.startsWith(stamp)) throw new Error(stamp);
  return decoded(bytes);
}

// "": it cannot be had.
export const ownText = (name: string, stamp: Stamp): Promise<string> =>
  own(name, stamp, (from) => checkedText(from, stamp), () => '');
