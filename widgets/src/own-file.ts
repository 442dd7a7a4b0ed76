// The widget's own files beside its script: the core's module and the catalogs, each checked against the hash it
// was built with.
//
// A copy that does not match is asked for once more past the cache (an old file under a new script); a second
// mismatch is an error.
import {bare} from './bare.js';
import {hexOf} from './hex.js';
import {requestOwn} from './own-request.js';

// A file's SHA-256 in base64; its first 16 hexadecimal digits are the h it is asked for with. Of a catalog
// it is as much as that takes, and whoever reads one compares it: hashes are what no compression makes smaller.
export type Stamp = string;
export const shortStamp = 12;

let ownAddress: string | undefined;

// An address beside which they are; without one they are beside the page.
export function ownFilesBeside(address: string | undefined): void {
  ownAddress = address;
}

const hashOf = (stamp: Stamp) => hexOf(Uint8Array.from(atob(stamp), (each) => each.charCodeAt(0))).slice(0, 16);

export const ownUrl = (name: string, stamp: Stamp): string =>
  new URL(`${name}?h=${hashOf(stamp)}`, ownAddress || document.baseURI).href;

const kept: Record<string, Promise<unknown>> = Object.create(null);

// The same once a page, for what the widget can do without: `otherwise` stands for what cannot be had, and the next
// one who asks tries again.
export function ownOr<T>(
  otherwise: T,
  name: string,
  stamp: Stamp,
  read: (from: Response) => Promise<T>,
): Promise<T> {
  const fetched = (kept[name] ??= fetchOwn(ownUrl(name, stamp), stamp, read)) as Promise<T>;
  return fetched.catch(() => {
    delete kept[name];
    return otherwise;
  });
}

export async function fetchOwn<T>(url: string, stamp: Stamp, read: (from: Response) => Promise<T>): Promise<T> {
  const ask = async (cache: RequestCache) => {
    const integrity = stamp.length > shortStamp ? `sha256-${stamp}` : '';
    const response = await requestOwn(url, bare({integrity, cache}));
    if (!response.ok) throw new Error(String(response.status));
    return read(response);
  };
  return ask('default').catch(() => ask('reload'));
}
