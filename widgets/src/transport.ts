// Everything that touches the network: bytes by address within limits, and a ballot to its feed.
//
// In: an address. Out: at most so many bytes within so many seconds, or a Problem that says what happened.
// Never sends credentials with a vote, never follows what it was not told to, never throws anything but a Problem
// or the AbortError of its own caller.
import {problem} from './problem.js';
import type {Reply, RowState} from './sync.js';
import type {Ballot, Snapshot} from './types.js';

export interface Fetched {
  bytes: Uint8Array;
  url: string; // after redirects: what relative addresses in it mean
}

// fetch() reads its options through the prototype chain, which the page may have written to.
const bare = <T extends object>(options: T): T => Object.assign(Object.create(null), options);

const documentBytes = 4 * 1024 * 1024; // the core's limit for a feed
const documentMs = 20_000;
const ballotMs = 10_000;

async function readAtMost(response: Response, limit: number): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const {done, value} = (await reader?.read()) ?? {done: true, value: undefined};
    if (done) break;
    size += value!.length;
    if (size > limit) return void reader!.cancel().catch(() => {}), null;
    parts.push(value!);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

// A signal that fires with the caller's and when the time is up.
function deadline(ms: number, outer?: AbortSignal) {
  const control = new AbortController();
  const state = {signal: control.signal, late: false, end: () => clearTimeout(timer)};
  const timer = setTimeout(() => {
    state.late = true;
    control.abort();
  }, ms);
  outer?.addEventListener('abort', () => control.abort(), bare({once: true}));
  return state;
}

// A document, a feed or a tally.
export async function fetchBytes(url: string, options: RequestInit, outer?: AbortSignal): Promise<Fetched> {
  const time = deadline(documentMs, outer);
  try {
    const response = await fetch(url, bare({...options, signal: time.signal}));
    if (!response.ok) throw problem('status', url, String(response.status));
    const bytes = await readAtMost(response, documentBytes);
    if (!bytes) throw problem('too-large', url);
    // '<' first, after white space: a web page, whatever its media type says.
    if (/^\s*</.test(String.fromCharCode(...bytes.subarray(0, 64)))) throw problem('not-json', url);
    return {bytes, url: response.url || url};
  } catch (failed) {
    if (time.late) throw problem('timeout', url);
    if (outer?.aborted || failed instanceof Error && 'detail' in failed) throw failed;
    throw problem('unreachable', url);
  } finally {
    time.end();
  }
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
// Own properties alone: the page may have put anything on Object.prototype.
export const field = (from: unknown, name: string): unknown =>
  from !== null && typeof from === 'object' && Object.hasOwn(from, name) ? (from as never)[name] : undefined;

// The head of a tally: alone, or in a votes feed's item. Null: not a tally of this comparison.
export function readSnapshot(whole: string, id: string): Snapshot | null {
  let from: unknown;
  try {
    from = JSON.parse(whole);
  } catch {
    return null;
  }
  const items = field(from, 'items');
  const tallies = Array.isArray(items) ? items.map((item) => field(field(item, '_faceoff'), 'tally')) : [from];
  const tally = tallies.find((each) => field(each, 'comparison') === id);
  const [definition, epoch, revision, ballotsUrl] = ['definition', 'epoch', 'revision', 'ballots_url'].map((name) =>
    field(tally, name),
  );
  if (typeof definition !== 'string' || typeof epoch !== 'string' || !Number.isSafeInteger(revision)) return null;
  return {
    text: whole,
    definition,
    epoch,
    revision: revision as number,
    ballotsUrl: typeof ballotsUrl === 'string' ? ballotsUrl : null,
  };
}

// No credentials and no cookies; the browser's cache asks with the entity tag it has.
export async function fetchSnapshot(url: string, id: string): Promise<Snapshot | null> {
  const {bytes} = await fetchBytes(url, {credentials: 'omit', cache: 'no-cache'});
  return readSnapshot(text(bytes), id);
}

const finalStatus = new Map([
  [400, 'malformed'],
  [404, 'unknown_poll'],
  [405, 'unknown_poll'],
  [410, 'closed'],
  [412, 'other_definition'],
  [413, 'too_large'],
  [415, 'malformed'],
  [422, 'unknown_contender'],
]);

function readProblem(response: Response, body: string): Reply {
  let code: unknown;
  try {
    code = field(JSON.parse(body), 'code');
  } catch {
    // A problem without a body still has its status.
  }
  const known = finalStatus.get(response.status);
  const after = response.headers.get('Retry-After') ?? '';
  const ms = /^\d+$/.test(after) ? Number(after) * 1000 : Math.max(0, Date.parse(after) - Date.now()) || 0;
  return {
    kind: 'problem',
    code: typeof code === 'string' ? code : known ?? `status_${response.status}`,
    final: known !== undefined,
    retryAfterMs: ms,
  };
}

// `keepalive`: the ballot arrives even when the reader leaves with the click.
export async function postBallot(url: string, key: string, ballot: Ballot, id: string): Promise<Reply> {
  const time = deadline(ballotMs);
  try {
    const {faceoff, ...rest} = ballot;
    const response = await fetch(
      url,
      bare<RequestInit>({
        method: 'POST',
        credentials: 'omit',
        keepalive: true,
        headers: bare({'Content-Type': 'application/json'}),
        body: JSON.stringify({faceoff, key, ...rest}),
        signal: time.signal,
      }),
    );
    const body = text((await readAtMost(response, documentBytes)) ?? new Uint8Array());
    if (!response.ok) return readProblem(response, body);
    const answer: unknown = JSON.parse(body);
    const snapshot = readSnapshot(JSON.stringify(field(answer, 'tally')), id);
    const rev = field(field(answer, 'ballot'), 'rev');
    const state = field(field(answer, 'ballot'), 'state') as RowState;
    return snapshot && Number.isSafeInteger(rev)
      ? {kind: 'answer', snapshot, rev: rev as number, state}
      : {kind: 'unreachable'};
  } catch {
    return {kind: 'unreachable'};
  } finally {
    time.end();
  }
}
