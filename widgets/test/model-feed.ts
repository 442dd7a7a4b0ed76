// A feed as the protocol describes it, small enough to be obviously right: the oracle of the sync tests.
//
// One voter is ours, all others are a number. Every revision is remembered with what it held of each, so that a
// view can be checked against the truth at the revision it shows.
import {remembered} from '../src/store.js';
import type {Reply} from '../src/sync.js';
import type {Ballot, Choice, OwnVote, Snapshot} from '../src/types.js';

export const definition = 'd'.repeat(64);
export const otherDefinition = 'e'.repeat(64);

export const ships = (choice: Choice | null, of = 'a'): number =>
  choice?.calls.some((each) => each.contender === of && each.call === 'ship') ? 1 : 0;

interface Row {
  rev: number;
  content: string;
  ballot: Ballot;
}

const content = (ballot: Ballot) => JSON.stringify([ballot.calls, ballot.pick]);

export class ModelFeed {
  epoch = 'first';
  revision = 0;
  others = 0;
  row: Row | null = null;
  definition = definition;
  answer: 'normal' | {status: string; final: boolean; retryAfterMs: number} = 'normal';
  private readonly truth = new Map<string, {others: number; own: Ballot | null}>();

  constructor() {
    this.remember();
  }

  // What counts for contender "a" at a snapshot: other readers, and ours.
  at(snapshot: Snapshot) {
    return this.truth.get(`${snapshot.epoch} ${snapshot.revision}`)!;
  }

  get(): Snapshot {
    const {epoch, revision} = this;
    const total = this.others + ships(this.row?.ballot ?? null);
    return {text: String(total), definition: this.definition, epoch, revision, ballotsUrl: '/'};
  }

  post(ballot: Ballot): Reply {
    if (this.answer !== 'normal') {
      const {status, final, retryAfterMs} = this.answer;
      return {kind: 'problem', code: status, final, retryAfterMs};
    }
    if (ballot.definition !== this.definition) {
      return {kind: 'problem', code: 'other_definition', final: true, retryAfterMs: 0};
    }
    const fresh = {rev: ballot.rev, content: content(ballot), ballot};
    const {row} = this;
    const greater = !row || fresh.rev > row.rev || (fresh.rev === row.rev && fresh.content > row.content);
    const same = row && fresh.rev === row.rev && fresh.content === row.content;
    if (greater) {
      this.row = fresh;
      this.revision++;
      this.remember();
    }
    const withdrawn = ballot.calls.length === 0 && !ballot.pick;
    const state = !greater && !same ? 'superseded' : withdrawn ? 'withdrawn' : 'counted';
    return {kind: 'answer', snapshot: this.get(), rev: this.row!.rev, state};
  }

  othersVote(): void {
    this.others++;
    this.revision++;
    this.remember();
  }

  // A store restored from a copy: some of what was counted is gone, the epoch says so.
  restore(copy: {others: number; row: Row | null}, epoch: string): void {
    this.epoch = epoch;
    this.others = copy.others;
    this.row = copy.row;
    this.revision++;
    this.remember();
  }

  private remember(): void {
    this.truth.set(`${this.epoch} ${this.revision}`, {others: this.others, own: this.row?.ballot ?? null});
  }
}

// The core's with_own_vote for contender "a", written down again from its contract: minus the newest own ballot
// that the snapshot holds, plus the newest own ballot.
export function shownShips(snapshot: Snapshot, own: OwnVote): number {
  const held = own.counted.filter((each) => own.epoch === snapshot.epoch && each.revision <= snapshot.revision);
  const full = own.counted.length === remembered && held.length === 0 && own.epoch === snapshot.epoch;
  const newest = own.pending ?? own.counted.at(-1)?.ballot ?? null;
  return Number(snapshot.text) + (full ? 0 : ships(newest) - ships(held.at(-1)?.ballot ?? null));
}
