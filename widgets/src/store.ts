// What one device remembers: a secret, and per poll the own vote.
//
// In: a Storage that may throw, be full or hold garbage. Out: checked records. Nothing is written before the
// first vote and only our own keys are read. When the storage refuses, everything lives as long as the page.
import {count, list, member, parsed, word} from './json.js';
import type {Ballot, Choice, ContenderCall, CountedBallot, OwnVote} from './types.js';

// A place in the history of one store. Epoch "": none.
export interface Standing {
  epoch: string;
  revision: number;
}

// The own vote, with what the arithmetic needs beyond it.
export interface OwnRecord extends OwnVote {
  // The newest snapshot seen before `pending` was cast: it cannot hold that ballot, later ones may.
  base: Standing;
}

export interface OwnStore {
  read(): OwnRecord;
  write(record: OwnRecord): void;
  // Calls `run` when another tab wrote.
  watch(run: () => void): void;
}

// How many counted ballots are kept: the core's remembered_ballots.
export const remembered = 8;

export const lastCounted = (own: OwnVote): Ballot | null => own.counted.at(-1)?.ballot ?? null;

// What a ballot says in the poll of this definition.
export const choiceOf = (ballot: Ballot | null, definition: string): Choice =>
  ballot?.definition === definition ? {calls: ballot.calls, pick: ballot.pick} : {calls: [], pick: null};

export function sameChoice(a: Choice, b: Choice): boolean {
  const flat = ({calls, pick}: Choice) => JSON.stringify([calls, pick]);
  return flat(a) === flat(b);
}

export const standing = (from: unknown): Standing => ({
  epoch: word(from, 'epoch'),
  revision: count(from, 'revision') ?? 0,
});

function readCall(from: unknown): ContenderCall | null {
  const call = word(from, 'call');
  return call === 'ship' || call === 'skip' ? {contender: word(from, 'contender'), call} : null;
}

function readBallot(from: unknown): Ballot | null {
  const rev = count(from, 'rev');
  const definition = word(from, 'definition');
  const calls = list(from, 'calls', readCall);
  return rev && definition ? {faceoff: 1, rev, definition, calls, pick: word(from, 'pick') || null} : null;
}

function readCounted(from: unknown): CountedBallot | null {
  const ballot = readBallot(member(from, 'ballot'));
  return ballot && {revision: standing(from).revision, ballot};
}

// Anything at all in, a record out: what is not as we write it counts as not there.
export function readRecord(text: string): OwnRecord {
  const from = parsed(text);
  return {
    epoch: word(from, 'epoch'),
    counted: list(from, 'counted', readCounted).slice(-remembered),
    pending: readBallot(member(from, 'pending')),
    base: standing(member(from, 'base')),
  };
}

export const emptyRecord = (): OwnRecord => readRecord('');

// A Storage that never throws; what it could not take is kept in memory.
export interface Shelf {
  get(key: string): string; // "": nothing
  set(key: string, text: string): void;
  kept(): boolean; // false once something could not be stored: it is forgotten with the page
}

// `open` is asked each time: merely touching localStorage can throw.
export function shelfOver(open: () => Storage): Shelf {
  const memory = new Map<string, string>();
  return {
    get(key) {
      try {
        return memory.get(key) ?? open().getItem(key) ?? '';
      } catch {
        return '';
      }
    },
    set(key, text) {
      try {
        open().setItem(key, text);
        memory.delete(key);
      } catch {
        memory.set(key, text);
      }
    },
    kept: () => !memory.size,
  };
}

type Page = Pick<Window, 'addEventListener'>;

export function deviceStore(shelf: Shelf, page: Page, votesUrl: string, firstId: string): OwnStore {
  const own = `faceoff:${firstId} ${votesUrl}`;
  return {
    read: () => readRecord(shelf.get(own)),
    write: (record) => shelf.set(own, JSON.stringify(record)),
    watch(run) {
      // key null: everything was cleared.
      page.addEventListener('storage', ({key}) => (key === own || key === null) && run());
    },
  };
}

// The device's secret: 32 bytes, made at the first vote. Read again every time, so that of two tabs that make
// one at once both end with the same.
export function deviceSecret(shelf: Shelf, draw: (into: Uint8Array) => void): Uint8Array {
  const key = 'faceoff:secret';
  if (!/^[0-9a-f]{64}$/.test(shelf.get(key))) {
    const fresh = new Uint8Array(32);
    draw(fresh);
    shelf.set(key, Array.from(fresh, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  return Uint8Array.from(shelf.get(key).match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
