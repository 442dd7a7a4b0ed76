// Bytes by address: at most so many, within so many seconds, or a Problem that says what happened.
//
// Never throws anything but a Problem or the AbortError of its own caller.
import {bare} from './bare.js';
import {Problem, problem} from './problem.js';
import {decoded} from './utf8.js';

export interface Fetched {
  bytes: Uint8Array;
  url: string; // after redirects: what relative addresses in it mean
}

const mostBytes = 4 * 1024 * 1024; // the core's limit for a feed
const documentMs = 20_000;

// The whole of an answer, or the Problem that it is too large.
export async function readAtMost({body}: Response, url: string): Promise<Uint8Array> {
  const reader = body?.getReader();
  const parts: BlobPart[] = [];
  let left = mostBytes;
  for (let read; (read = await reader?.read()) && !read.done; ) {
    parts.push(read.value);
    left -= read.value.length;
    if (left < 0) {
      reader!.cancel().catch(() => {});
      throw problem('too-large', url);
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

// A document, a feed or a tally.
export async function fetchBytes(url: string, options: RequestInit, caller?: AbortSignal): Promise<Fetched> {
  const late = AbortSignal.timeout(documentMs);
  try {
    const signal = caller ? AbortSignal.any([caller, late]) : late;
    const response = await fetch(url, bare({...options, signal}));
    if (!response.ok) throw problem('status', url, String(response.status), response);
    const bytes = await readAtMost(response, url);
    // '<' first, after white space: a web page, whatever its media type says.
    if (/^\s*</.test(decoded(bytes.subarray(0, 64)))) throw problem('not-json', url);
    return {bytes, url: response.url || url};
  } catch (failed) {
    if (failed instanceof Problem || caller?.aborted) throw failed;
    throw problem(late.aborted ? 'timeout' : 'unreachable', url);
  }
}
