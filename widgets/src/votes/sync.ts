// One reader's vote in one poll, from the click to the count, whatever happens in between.
//
// In: choices, snapshots of the counts, wake-ups, other tabs' writes. Out: posts, and a view of (own vote,
// state, snapshot) in which the own vote is there exactly once. Pure: clock, randomness, storage and transport
// are arguments. Rules: a ballot is stored before it is sent; of one voter's ballots the greatest (rev, content)
// counts, so sending twice is harmless; a snapshot that may or may not hold a ballot under way is held back; a
// lower revision is never shown after a higher one; a new epoch is a store that lost us, so we post again.
import {Pace, type Clock} from './pace.js';
import {
  choiceOf,
  emptyRecord,
  lastCounted,
  newestOf,
  remembered,
  sameChoice,
  standing,
  type OwnRecord,
  type OwnStore,
} from './store.js';
import type {Ballot, Choice, OwnVote, Snapshot, SyncState} from '../types.js';

export type RowState = 'counted' | 'superseded' | 'withdrawn' | 'quarantined';

export interface Answer {
  kind: 'answer';
  snapshot: Snapshot;
  rev: number;
  state: RowState;
}

export type Reply = Answer | {kind: 'problem'; code: string; final: boolean; retryAfterMs: number};

// No answer, or none that says anything.
export const unanswered: Reply = {kind: 'problem', code: '', final: false, retryAfterMs: 0};

export interface Surroundings extends Clock {
  store: OwnStore;
  post(ballot: Ballot, newest: Snapshot | null): Promise<Reply>; // newest: the counts that say where to
  changed(): void; // the own vote or its state
}

export interface View {
  own: OwnVote;
  state: SyncState;
  refusal: string;
  snapshot: Snapshot | null;
}

// A ballot of another tab, as it stands in the store, that is not `sent`: the reader's later word.
const isLater = (stored: Ballot, sent: Ballot) =>
  stored.rev > sent.rev || (stored.rev === sent.rev && !sameChoice(stored, sent));

// A tab writes what it has not heard otherwise of: its choice, the answer to it, its choice above another. One that
// wants to be rid of a ballot the feed refused does so each time.
const mostRestored = 8;

export class BallotSync {
  readonly #around: Surroundings;
  readonly #definition: string;
  #own: OwnRecord;
  #shown: Snapshot | null = null;
  #held: Snapshot | null = null;
  readonly #past = new Set<string>(); // epochs known to be over: what a cache still answers
  #refused: {code: string; choice: Choice} | null = null;
  #flight = 0; // the newest post; answers to older ones are not looked at
  #sent: Ballot | null = null; // being posted
  #last: Ballot | null = null; // posted by this tab, answered or not
  #restored = 0; // times the reader's choice was cast again since another tab took it off the record
  #calm = false; // told as "waiting", not as "sending"
  readonly #pace: Pace;

  constructor(around: Surroundings, definition: string) {
    this.#around = around;
    this.#definition = definition;
    this.#own = around.store.read();
    this.#pace = new Pace(around, () => this.#sendAgain());
    if (this.#own.pending) this.#resume();
  }

  view(): View {
    return {own: this.#own, state: this.#state(), refusal: this.#refused?.code ?? '', snapshot: this.#visible()};
  }

  // What the buttons show as pressed.
  choice(): Choice {
    return choiceOf(newestOf(this.#own), this.#definition);
  }

  choose(choice: Choice): void {
    this.#restored = 0;
    this.#reread();
    const {pending} = this.#own;
    const rev = Math.max(pending?.rev ?? 0, lastCounted(this.#own)?.rev ?? 0) + 1;
    // Nothing newer is shown while a ballot is under way, so this is sure of every ballot not answered yet.
    this.#own.base = standing(this.#visible());
    this.#cast({faceoff: 1, rev, definition: this.#definition, ...choice});
    this.#around.changed();
  }

  // The reader asks to try again now.
  retry(): void {
    if (this.#refused) {
      this.choose(this.#refused.choice);
    } else if (this.#own.pending && !this.#sent) {
      this.#sendNow();
      this.#around.changed();
    }
  }

  // Something changed for the better: the network is back, the page is looked at again.
  wake(): void {
    this.#pace.wake();
  }

  // The page goes, perhaps for good: one last attempt, which outlives it, unless the feed asked to wait.
  leave(): void {
    if (this.#own.pending && !this.#sent && this.#pace.tooEarly() <= 1000) void this.#post(this.#own.pending);
  }

  snapshot(fresh: Snapshot): void {
    this.#reread();
    if (this.#past.has(fresh.epoch)) return;
    if (this.#sure(fresh)) this.#keep(fresh);
    else if (this.#own.pending) this.#hold(fresh);
    else if (this.#own.epoch !== fresh.epoch) this.#castAgain(fresh);
    // Else it is older than our own ballot: the next one will do.
  }

  // Other tabs write the same record.
  #reread(): void {
    this.#own = this.#around.store.read();
  }

  // What was shown last, unless a write of another tab made it unsure.
  #visible(): Snapshot | null {
    return this.#shown && this.#sure(this.#shown) ? this.#shown : null;
  }

  // Whether it is known which own ballot a snapshot holds. Not when one is under way that may be in it; not when the
  // own one was counted by another store; not when one was cast, and never heard of, between the one it holds and a
  // later one.
  #sure({epoch, revision}: Snapshot): boolean {
    const own = this.#own;
    if (own.pending && !(own.base.epoch === epoch && revision <= own.base.revision)) return false;
    if (!own.epoch || lastCounted(own)?.definition !== this.#definition) return true;
    if (own.epoch !== epoch) return false;
    let rev = 0;
    for (const each of own.counted) {
      if (each.revision <= revision) rev = each.ballot.rev;
      else if (each.ballot.rev !== ++rev) return false;
    }
    return true;
  }

  #state(): SyncState {
    const {pending} = this.#own;
    if (pending) return this.#calm ? 'waiting' : 'sending';
    if (this.#refused) return 'refused';
    const {calls, pick} = this.choice();
    return calls.length || pick ? 'counted' : 'not_voted';
  }

  #save(): void {
    this.#around.store.write(this.#own);
  }

  // A vote left over from before, or from a tab that may be gone.
  #resume(): void {
    this.#calm = true;
    if (this.#own.pending!.definition === this.#definition) this.#send();
    else this.#refuse('other_definition');
  }

  #keepPending(ballot: Ballot): void {
    this.#own.pending = ballot;
    this.#save();
  }

  #cast(ballot: Ballot): void {
    this.#refused = null;
    this.#keepPending(ballot);
    this.#sendNow();
  }

  // At once, but once: a feed that has an objection to every number is left in peace like one that is away.
  #castAbove(sent: Ballot, rev: number): void {
    this.#keepPending({...sent, rev: Math.max(rev, sent.rev) + 1});
    if (this.#pace.failed++ || this.#pace.tooEarly()) return this.#later(0);
    this.#send();
  }

  // As the reader's own wish, whatever was waited for.
  #sendNow(): void {
    this.#pace.reset();
    this.#calm = false;
    this.#send();
  }

  #sendAgain(): void {
    this.#reread();
    if (this.#own.pending && !this.#sent) this.#send();
  }

  #send(): void {
    this.#pace.stop();
    const sent = this.#own.pending!;
    const flight = ++this.#flight;
    const known = [this.#shown, this.#held];
    this.#sent = this.#last = sent;
    void this.#post(sent).then((reply) => {
      if (flight !== this.#flight) return this.#pace.hold(reply.kind === 'problem' ? reply.retryAfterMs : 0);
      this.#sent = null;
      this.#reread();
      const {pending} = this.#own;
      if (reply.kind === 'answer') this.#answered(sent, reply, known);
      else if (reply.final && !(pending && isLater(pending, sent))) this.#refuse(reply.code);
      else this.#later(reply.retryAfterMs);
      this.#around.changed();
    });
  }

  #post(ballot: Ballot): Promise<Reply> {
    return this.#around.post(ballot, this.#held ?? this.#shown);
  }

  #later(retryAfterMs: number): void {
    if (!this.#own.pending) return this.#settle();
    this.#calm = true;
    this.#pace.later(retryAfterMs);
  }

  // known: the counts seen before it was sent. Those seen since may be of a newer store than the one that answered.
  #answered(sent: Ballot, reply: Answer, known: (Snapshot | null)[]): void {
    const newest = newestOf(this.#own);
    if (reply.state === 'superseded' || reply.rev !== sent.rev) {
      // Another tab's later choice stands in the store: it wins. Else this choice is the reader's last one, and
      // only its number was too low.
      if (newest && isLater(newest, sent)) return this.#settle();
      return this.#castAbove(sent, reply.rev);
    }
    this.#pace.reset();
    this.#count(sent, reply);
    this.#own.base = standing(reply.snapshot);
    if (this.#own.pending && !isLater(this.#own.pending, sent)) this.#own.pending = null;
    this.#save();
    this.#past.delete(reply.snapshot.epoch);
    for (const old of known) {
      if (old && old.epoch !== reply.snapshot.epoch) this.#past.add(old.epoch);
    }
    this.#keep(reply.snapshot);
    this.#settle();
  }

  // Of two answers about one ballot the first is nearer to the revision at which it was counted. Another tab's, counted
  // since, stays: it may have the same number.
  #count(sent: Ballot, reply: Answer): void {
    const {epoch, revision} = reply.snapshot;
    const last = lastCounted(this.#own);
    const known = this.#own.epoch === epoch ? this.#own.counted : [];
    const before = known.filter((each) => each.revision <= revision);
    if (before.length && last && !isLater(sent, last)) return;
    const since = known.filter((each) => each.revision > revision && isLater(each.ballot, sent));
    this.#own.counted = [...before, {revision, ballot: sent}, ...since].slice(-remembered);
    // A quarantined ballot is in no snapshot, so it must never be taken off one.
    this.#own.epoch = reply.state === 'quarantined' ? '' : epoch;
  }

  #refuse(code: string): void {
    const {pending} = this.#own;
    if (!pending) return this.#settle();
    this.#refused = {code, choice: choiceOf(pending, pending.definition)};
    this.#own.pending = this.#last = null;
    this.#save();
    this.#settle();
  }

  // After an answer, or another tab's: go on with what the store holds now.
  #settle(): void {
    if (this.#own.pending) {
      if (!this.#sent) this.#send();
      return;
    }
    this.#pace.stop();
    const held = this.#held;
    this.#held = null;
    if (held) this.snapshot(held);
  }

  #keep(fresh: Snapshot): void {
    const lower = this.#shown?.epoch === fresh.epoch && fresh.revision < this.#shown.revision;
    if (!lower) this.#shown = fresh;
  }

  #hold(fresh: Snapshot): void {
    if (this.#held?.epoch !== fresh.epoch || fresh.revision >= this.#held.revision) this.#held = fresh;
  }

  // The store that counted us is gone: to this one, again.
  #castAgain(fresh: Snapshot): void {
    this.#held = fresh;
    this.#own = {...emptyRecord(), pending: lastCounted(this.#own)};
    this.#calm = true;
    this.#save();
    this.#pace.wake(); // not before the feed asked for
  }

  // Another tab wrote this as the record; null: took it away. What the store holds now may be newer.
  stored(theirs: OwnRecord | null): void {
    this.#reread();
    const {pending} = this.#own;
    const newest = newestOf(this.#own);
    if (!theirs || !newest) this.#last = null; // all is forgotten
    const last = this.#last;
    const sent = this.#sent;
    const both = [newest, theirs && newestOf(theirs)];
    const clashes = (each: Ballot | null) => each?.rev === last!.rev && !sameChoice(each, last!);
    if (last && both.every((each) => each?.rev! < last.rev) && (sent || this.#restored++ < mostRestored)) {
      // By a tab that had not heard of our ballot yet, which is the reader's later word. Where it had, and the store
      // does not hold it, all is being forgotten.
      if (sent) this.#keepPending(sent);
      else this.#castAbove(last, last.rev);
    } else if (last && newest?.rev === last.rev && both.some(clashes)) {
      // Both chose at once, under one number: which of them the feed would keep is chance. The one in the store is the
      // reader's, above both.
      this.#castAbove(newest, last.rev);
    } else if (!pending || !sent || isLater(pending, sent)) {
      // That tab is sending it; should it close before the answer, this one takes over.
      this.#flight++;
      this.#sent = null;
      this.#refused = null;
      if (pending) this.#later(0);
      else this.#settle();
    }
    this.#around.changed();
  }
}
