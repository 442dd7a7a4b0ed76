// What one device remembers: a secret, and per poll the own vote.
//
// In: a Storage that may throw, be full or hold garbage. Out: checked records. Nothing is written before the
// first vote and only our own keys are read. When the storage refuses, everything lives as long as the page.
import type {Ballot, Choice, ContenderCall, CountedBallot, OwnVote} from './types.js';

// The own vote, with what the arithmetic needs beyond it.
export interface OwnRecord extends OwnVote {
  // The newest snapshot seen before `pending` was cast: it cannot hold that ballot, later ones may.
  base: {epoch: string; revision: number} | null;
}

export interface OwnStore {
  read(): OwnRecord;
  write(record: OwnRecord): void;
  // Calls `run` when another tab wrote.
  watch(run: () => void): void;
}

export const emptyRecord = (): OwnRecord => ({
  epoch: '',
  counted: [],
  pending: null,
  base: null,
});

// How many counted ballots are kept: the core's remembered_ballots.
export const remembered = 8;

export const lastCounted = (own: OwnVote): Ballot | null => own.counted.at(-1)?.ballot ?? null;

type Loose = Record<string, unknown>;

// JSON objects are read by own properties alone: the page may have put anything on Object.prototype.
const member = (from: unknown, name: string): unknown =>
  from !== null && typeof from === 'object' && Object.hasOwn(from, name) ? (from as Loose)[name] : undefined;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const count = (value: unknown): number => (isCount(value) ? value : 0);
const word = (value: unknown): string => (typeof value === 'string' ? value : '');

export function sameChoice(a: Choice, b: Choice): boolean {
  const flat = (of: Choice) => JSON.stringify([of.calls.map((c) => [c.contender, c.call]), of.pick]);
  return flat(a) === flat(b);
}

function readCalls(from: unknown): ContenderCall[] {
  if (!Array.isArray(from)) return [];
  return from.flatMap((item) => {
    const call = member(item, 'call');
    return call === 'ship' || call === 'skip' ? [{contender: word(member(item, 'contender')), call}] : [];
  });
}

function readBallot(from: unknown): Ballot | null {
  const rev = count(member(from, 'rev'));
  const definition = word(member(from, 'definition'));
  if (!rev || !definition) return null;
  const pick = word(member(from, 'pick')) || null;
  return {faceoff: 1, rev, definition, calls: readCalls(member(from, 'calls')), pick};
}

function readCounted(from: unknown): CountedBallot[] {
  if (!Array.isArray(from)) return [];
  return from.slice(-remembered).flatMap((item) => {
    const ballot = readBallot(member(item, 'ballot'));
    return ballot ? [{revision: count(member(item, 'revision')), ballot}] : [];
  });
}

// Anything at all in, a record out: what is not as we write it counts as not there.
export function readRecord(text: string | null): OwnRecord {
  let from: unknown = null;
  try {
    from = JSON.parse(text ?? 'null');
  } catch {
    // Garbage: as if nothing were stored.
  }
  const base = member(from, 'base');
  return {
    epoch: word(member(from, 'epoch')),
    counted: readCounted(member(from, 'counted')),
    pending: readBallot(member(from, 'pending')),
    base: base ? {epoch: word(member(base, 'epoch')), revision: count(member(base, 'revision'))} : null,
  };
}

// A Storage that never throws; what it could not take is kept in memory.
export class Shelf {
  private readonly memory = new Map<string, string>();

  // `open` is asked each time: merely touching localStorage can throw.
  constructor(private readonly open: () => Storage | null) {}

  // False once something could not be stored: it is forgotten with the page.
  get kept(): boolean {
    return this.memory.size === 0;
  }

  get(key: string): string | null {
    const here = this.memory.get(key);
    if (here !== undefined) return here;
    try {
      return this.open()?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  set(key: string, text: string): void {
    try {
      this.open()!.setItem(key, text);
      this.memory.delete(key);
    } catch {
      this.memory.set(key, text);
    }
  }
}

export class DeviceStore implements OwnStore {
  private readonly key: string;

  constructor(
    private readonly shelf: Shelf,
    private readonly page: Pick<Window, 'addEventListener'>,
    votesUrl: string,
    firstId: string,
  ) {
    this.key = `faceoff:${firstId} ${votesUrl}`;
  }

  read(): OwnRecord {
    return readRecord(this.shelf.get(this.key));
  }

  write(record: OwnRecord): void {
    this.shelf.set(this.key, JSON.stringify(record));
  }

  watch(run: () => void): void {
    // key null: everything was cleared.
    this.page.addEventListener('storage', (event) => {
      if (event.key === this.key || event.key === null) run();
    });
  }
}

// The device's secret: 32 bytes, made at the first vote. Read again every time, so that of two tabs that make
// one at once both end with the same.
export function deviceSecret(shelf: Shelf, draw: (into: Uint8Array) => void): Uint8Array {
  const key = 'faceoff:secret';
  const known = /^[0-9a-f]{64}$/;
  if (!known.test(shelf.get(key) ?? '')) {
    const fresh = new Uint8Array(32);
    draw(fresh);
    shelf.set(key, Array.from(fresh, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  return Uint8Array.from((shelf.get(key) ?? '').match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
