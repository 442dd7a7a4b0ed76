// What one device remembers of its own vote in each poll.
//
// In: a shelf that may hold garbage. Out: checked records. Nothing is written before the first vote.
import {count, list, member, parsed, word, written} from '../page/json.js';
import {keyOf, type Place, type Shelf} from './shelf.js';
import type {Ballot, Choice, ContenderCall, CountedBallot, OwnVote} from '../types.js';

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
}

// How many counted ballots are kept: the core's remembered_ballots.
export const remembered = 8;

export const lastCounted = (own: OwnVote): Ballot | null => own.counted.at(-1)?.ballot ?? null;

export const newestOf = (own: OwnVote): Ballot | null => own.pending ?? lastCounted(own);

// What a ballot says in the poll of this definition.
export const choiceOf = (ballot: Ballot | null, definition: string): Choice =>
  ballot?.definition === definition ? {calls: ballot.calls, pick: ballot.pick} : {calls: [], pick: null};

export function sameChoice(a: Choice, b: Choice): boolean {
  const flat = ({calls, pick}: Choice) => written([calls, pick]);
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

export function deviceStore(shelf: Shelf, place: Place): OwnStore {
  const key = keyOf(place);
  return {
    read: () => readRecord(shelf.get(key, /^{"epoch"/)),
    write: (record) => shelf.set(key, written(record)),
  };
}
