// One poll on one page: its counts, this reader's vote, and whoever shows them.
//
// In: the votes URL and what the document says of the poll. Out: a view, and a call to every listener when it
// changes. All widgets of a page that ask the same poll share one of these.
import type {Core} from '../../web/core.js';
import {isFile, tallyAddress, usableUrl} from './address.js';
import {DeviceStore, deviceSecret, emptyRecord, Shelf} from './store.js';
import {BallotSync, type Reply, type View} from './sync.js';
import {fetchSnapshot, postBallot} from './transport.js';
import type {Ballot, Choice} from './types.js';

export type Listener = (byReader: boolean) => void;

export interface Ballots {
  view(): View & {offline: boolean; kept: boolean}; // kept: what is voted here outlives the page
  choice(): Choice;
  choose(choice: Choice): void;
  retry(): void;
  listen(run: Listener): () => void;
}

const shelf = new Shelf(() => localStorage);
const quietMs = 10_000; // between two looks at other people's votes
const offlineMs = 20_000; // between two tries while the counts are not to be had

class Listeners {
  private readonly all = new Set<Listener>();

  add(run: Listener): () => void {
    this.all.add(run);
    return () => this.all.delete(run);
  }
  tell(byReader: boolean): void {
    for (const run of this.all) run(byReader);
  }
  get any(): boolean {
    return this.all.size > 0;
  }
}

export class Poll implements Ballots {
  private readonly sync: BallotSync;
  private readonly listeners = new Listeners();
  private offline = false;
  private loading = true;
  private asked = -Infinity;

  constructor(
    private readonly core: Core,
    private readonly votes: string,
    private readonly id: string,
    private readonly firstId: string,
    definition: string,
  ) {
    this.sync = new BallotSync(
      {
        now: () => performance.now(),
        after: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        random: Math.random,
        store: new DeviceStore(shelf, window, votes, firstId),
        post: (ballot) => this.post(ballot),
        changed: () => this.changed(),
      },
      definition,
    );
    addEventListener('online', () => this.wake());
    addEventListener('pageshow', (event) => event.persisted && this.wake());
    addEventListener('pagehide', () => this.sync.leave());
    document.addEventListener('visibilitychange', () => document.hidden || this.wake());
    void this.refresh();
  }

  view() {
    return {...this.sync.view(), offline: this.offline, kept: shelf.kept};
  }
  choice(): Choice {
    return this.sync.choice();
  }
  choose(choice: Choice): void {
    this.sync.choose(choice);
  }
  retry(): void {
    this.sync.retry();
    void this.refresh();
  }
  listen(run: Listener): () => void {
    return this.listeners.add(run);
  }

  private wake(): void {
    this.sync.wake();
    if (performance.now() - this.asked >= quietMs || this.offline) void this.refresh();
  }

  private changed(): void {
    const {own, snapshot} = this.sync.view();
    // Another tab's ballot was counted after what is shown here.
    if ((own.counted.at(-1)?.revision ?? 0) > (snapshot?.revision ?? 0)) void this.refresh();
    this.listeners.tell(true);
  }

  private async refresh(): Promise<void> {
    this.asked = performance.now();
    const was = this.offline;
    try {
      const snapshot = await fetchSnapshot(tallyAddress(this.votes, this.id), this.id);
      this.offline = !snapshot;
      if (snapshot) this.sync.snapshot(snapshot);
    } catch {
      this.offline = true;
    }
    const news = this.loading || was !== this.offline;
    this.loading = false;
    if (this.offline) {
      setTimeout(() => this.listeners.any && this.offline && !document.hidden && void this.refresh(), offlineMs);
    }
    this.listeners.tell(news);
  }

  private async post(ballot: Ballot): Promise<Reply> {
    const {snapshot} = this.sync?.view() ?? {snapshot: null};
    if (!snapshot && isFile(this.votes)) return {kind: 'unreachable'};
    const address = snapshot ? snapshot.ballotsUrl && usableUrl(snapshot.ballotsUrl, this.votes)?.href
                             : tallyAddress(this.votes, this.id);
    if (!address) return {kind: 'problem', code: 'off', final: true, retryAfterMs: 0};
    const secret = deviceSecret(shelf, (into) => crypto.getRandomValues(into));
    const reply = await postBallot(address, this.core.readerKey(secret, this.votes, this.firstId), ballot, this.id);
    if (reply.kind === 'answer') this.offline = this.loading = false;
    return reply;
  }
}

// A note on this device: nothing is sent, nothing is counted.
export class LocalPoll implements Ballots {
  private readonly store: DeviceStore;
  private readonly listeners = new Listeners();

  constructor(
    firstId: string,
    private readonly definition: string,
  ) {
    this.store = new DeviceStore(shelf, window, '', firstId);
    this.store.watch(() => this.listeners.tell(false));
  }

  view() {
    const {pending} = this.store.read();
    const own = {epoch: '', counted: [], pending};
    return {own, state: 'not_voted' as const, refusal: '', snapshot: null, offline: false, kept: shelf.kept};
  }
  choice(): Choice {
    const {pending} = this.store.read();
    return pending?.definition === this.definition ? pending : {calls: [], pick: null};
  }
  choose({calls, pick}: Choice): void {
    const rev = (this.store.read().pending?.rev ?? 0) + 1;
    this.store.write({...emptyRecord(), pending: {faceoff: 1, rev, definition: this.definition, calls, pick}});
    this.listeners.tell(true);
  }
  retry(): void {}
  listen(run: Listener): () => void {
    return this.listeners.add(run);
  }
}

const polls = new Map<string, Ballots>();

// votes "": a note on this device.
export function pollFor(core: Core, votes: string, id: string, firstId: string, definition: string): Ballots {
  const key = `${firstId} ${definition} ${votes}`;
  let poll = polls.get(key);
  if (!poll) {
    poll = votes ? new Poll(core, votes, id, firstId, definition) : new LocalPoll(firstId, definition);
    polls.set(key, poll);
  }
  return poll;
}
