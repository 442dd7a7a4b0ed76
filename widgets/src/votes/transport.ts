// What votes have to do with the network: counts by address, and a ballot to its feed.
//
// Never sends credentials with a vote, never follows what it was not told to, never throws.
import {bare} from '../page/bare.js';
import {fetchBytes, readAtMost} from '../page/fetch-bytes.js';
import {carried, count, member, parsed, word, written} from '../page/json.js';
import type {Problem} from '../page/problem.js';
import {unanswered, type Reply, type RowState} from './sync.js';
import type {Ballot, Snapshot} from '../types.js';
import {decoded} from '../page/utf8.js';

const ballotMs = 10_000;

// The head of a tally: alone, or in a votes feed's item. Null: not a tally of this comparison. id "": of any.
export function readSnapshot(text: string, id: string): Snapshot | null {
  const tally = carried(parsed(text), 'tally').find((each) => !id || member(each, 'comparison') === id);
  const [definition, epoch, ballotsUrl] = ['definition', 'epoch', 'ballots_url'].map((name) => word(tally, name));
  const revision = count(tally, 'revision');
  if (!definition || !epoch || revision === undefined) return null;
  return {text, definition, epoch, revision, ballotsUrl: ballotsUrl!};
}

// What is no use to send again, by status: the code where the answer names none.
const finalCodes: Record<number, string> = bare({
  400: '',
  404: 'unknown_poll',
  405: 'unknown_poll',
  410: 'closed',
  412: 'other_definition',
  413: '',
  415: '',
  422: 'unknown_contender',
});

// Seconds or a date; the feed's own clock where it may be read, for the reader's can be years off. 0: none asked for.
export function retryAfterMs(refused?: Response): number {
  const told = (name: string) => refused?.headers.get(name) ?? '';
  const after = told('Retry-After');
  const now = Date.parse(told('Date')) || Date.now();
  return /^\d+$/.test(after) ? Number(after) * 1000 : Math.max(0, Date.parse(after) - now) || 0;
}

export interface Counts {
  snapshot: Snapshot | null;
  refused?: Response; // as a Problem's
}

// No credentials and no cookies; the browser's cache asks with the entity tag it has. Never throws.
export async function fetchSnapshot(url: string, id: string): Promise<Counts> {
  try {
    const {bytes} = await fetchBytes(url, {credentials: 'omit', cache: 'no-cache'});
    return {snapshot: readSnapshot(decoded(bytes), id)};
  } catch (failed) {
    return {snapshot: null, refused: (failed as Problem).refused};
  }
}

function readProblem(response: Response, body: string): Reply {
  const code = finalCodes[response.status];
  return {
    kind: 'problem',
    code: word(parsed(body), 'code') || code || '',
    final: code !== undefined,
    retryAfterMs: retryAfterMs(response),
  };
}

// `keepalive`: the ballot arrives even when the reader leaves with the click. A redirect is no answer: the key in the
// body is for the address the counts name, and for no other.
export async function postBallot(url: string, key: string, ballot: Ballot, id: string): Promise<Reply> {
  try {
    const options: RequestInit = {
      method: 'POST',
      credentials: 'omit',
      keepalive: true,
      redirect: 'error',
      headers: bare({'Content-Type': 'application/json'}),
      body: written({...ballot, key}),
      signal: AbortSignal.timeout(ballotMs),
    };
    const response = await fetch(url, bare(options));
    const body = decoded(await readAtMost(response, url));
    if (!response.ok) return readProblem(response, body);
    const answer = parsed(body);
    const snapshot = readSnapshot(written(member(answer, 'tally')) ?? '', id);
    const row = member(answer, 'ballot');
    const rev = count(row, 'rev');
    return snapshot && rev !== undefined
      ? {kind: 'answer', snapshot, rev, state: word(row, 'state') as RowState}
      : unanswered;
  } catch {
    return unanswered;
  }
}
