// A feed as the protocol describes it, small enough to be obviously right: the oracle of the sync tests.
//
// Of each voter's ballots the greatest (rev, content) counts, in whatever order they come. Voters that are not ours are
// a number. Every revision is remembered with what it held, so that a view can be checked against the truth at the
// revision it shows.
import {remembered} from '../src/votes/store.js';
import type {Reply} from '../src/votes/sync.js';
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

export type Rows = ReadonlyMap<string, Row>;

const content = (ballot: Ballot) => JSON.stringify([ballot.calls, ballot.pick, ballot.definition]);

export class ModelFeed {
  epoch = 'first';
  revision = 0;
  others = 0;
  rows: Rows = new Map();
  definition = definition;
  answer: 'normal' | {status: string; final: boolean; retryAfterMs: number} = 'normal';
  private readonly truth = new Map<string, {others: number; rows: Rows}>();

  constructor() {
    this.remember();
  }

  // The row of the only voter there is.
  get row(): Row | null {
    return [...this.rows.values()][0] ?? null;
  }

  // What counts for contender "a" at a snapshot: everybody but the voter of this key, and that voter's ballot.
  at(snapshot: Snapshot, key = '') {
    const {others, rows} = this.truth.get(`${snapshot.epoch} ${snapshot.revision}`)!;
    let sum = others;
    for (const [voter, row] of rows) if (voter !== key) sum += this.counts(row, snapshot.definition);
    return {others: sum, own: rows.get(key)?.ballot ?? null};
  }

  get(): Snapshot {
    const {epoch, revision} = this;
    let total = this.others;
    for (const row of this.rows.values()) total += this.counts(row, this.definition);
    return {text: String(total), definition: this.definition, epoch, revision, ballotsUrl: '/'};
  }

  post(ballot: Ballot, key = ''): Reply {
    if (this.answer !== 'normal') {
      const {status, final, retryAfterMs} = this.answer;
      return {kind: 'problem', code: status, final, retryAfterMs};
    }
    if (ballot.definition !== this.definition) {
      return {kind: 'problem', code: 'other_definition', final: true, retryAfterMs: 0};
    }
    const fresh = {rev: ballot.rev, content: content(ballot), ballot};
    const row = this.rows.get(key);
    const greater = !row || fresh.rev > row.rev || (fresh.rev === row.rev && fresh.content > row.content);
    const same = row && fresh.rev === row.rev && fresh.content === row.content;
    if (greater) {
      this.rows = new Map(this.rows).set(key, fresh);
      this.revision++;
      this.remember();
    }
    const withdrawn = ballot.calls.length === 0 && !ballot.pick;
    const state = !greater && !same ? 'superseded' : withdrawn ? 'withdrawn' : 'counted';
    return {kind: 'answer', snapshot: this.get(), rev: this.rows.get(key)!.rev, state};
  }

  othersVote(): void {
    this.others++;
    this.revision++;
    this.remember();
  }

  // The poll asks something else, or what it asked before.
  redefine(): void {
    this.definition = this.definition === definition ? otherDefinition : definition;
    this.revision++;
    this.remember();
  }

  // A store restored from a copy: some of what was counted is gone, the epoch says so.
  restore(copy: {others: number; rows: Rows}, epoch: string): void {
    this.epoch = epoch;
    this.others = copy.others;
    this.rows = copy.rows;
    this.revision++;
    this.remember();
  }

  private counts({ballot}: Row, asked: string): number {
    return ballot.definition === asked ? ships(ballot) : 0;
  }

  private remember(): void {
    this.truth.set(`${this.epoch} ${this.revision}`, {others: this.others, rows: this.rows});
  }
}

// The core's with_own_vote for contender "a", written down again from its contract: minus the newest own ballot
// that the snapshot holds, plus the newest own ballot; as it is when that is of another definition.
export function shownShips(snapshot: Snapshot, own: OwnVote): number {
  const newest = own.pending ?? own.counted.at(-1)?.ballot ?? null;
  if (newest?.definition !== snapshot.definition) return Number(snapshot.text);
  const held = own.counted.filter((each) => own.epoch === snapshot.epoch && each.revision <= snapshot.revision);
  const full = own.counted.length === remembered && held.length === 0 && own.epoch === snapshot.epoch;
  if (full) return Number(snapshot.text);
  const last = held.at(-1)?.ballot;
  return Number(snapshot.text) + ships(newest) - (last?.definition === snapshot.definition ? ships(last) : 0);
}
