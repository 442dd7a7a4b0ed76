// The comparison core as the page sees it: strings and bytes in, one plain object out.
//
// In: the compiled module. Out: compare() and readerKey(). Cost: an instance is made once, and again after a trap, so
// one bad document never spoils another.
import {bind, type Argument} from './embind.js';

export interface Compared {
  usable: boolean;
  newerFormat: boolean;
  findings: string;
  attachment: string;
  report: string;
  html: string;
}

export interface Core {
  // document and tally as fetched; own as the device keeps it; options: JSON, see compare.hpp.
  compare(document: Argument, tally: Argument, own: string, options: string): Compared;
  // The device's key for one poll: HMAC-SHA-256(secret, votes URL, 0, first id) as base64url.
  readerKey(secret: Uint8Array, votesUrl: string, firstId: string): string;
  version(): string;
}

export const makeCore = async (module: WebAssembly.Module): Promise<Core> =>
  (await bind(module)) as unknown as Core;
