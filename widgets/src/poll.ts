// One poll on one page: its counts, this reader's vote, and whoever shows them.
//
// In: the votes URL and what the document says of the poll. Out: a view, and a call to every listener when it
// changes. All widgets of a page that ask the same poll share one of these.
import type {Core} from '../../web/core.js';
import {isFile, tallyAddress, usableUrl} from './address.js';
import {choiceOf, deviceSecret, deviceStore, emptyRecord, shelfOver} from './store.js';
import {BallotSync, unanswered, type Reply, type View} from './sync.js';
import {fetchSnapshot, postBallot} from './transport.js';
import type {Ballot, Choice, Snapshot} from './types.js';

export type Listener = (byReader: boolean) => void;

export interface Ballots {
  view(): View & {offline: boolean; kept: boolean}; // kept: what is voted here outlives the page
  choice(): Choice;
  choose(choice: Choice): void;
  retry(): void;
  listen(run: Listener): () => void;
}

// What names a poll. votes "": a note on this device.
export interface Asked {
  votes: string;
  id: string;
  firstId: string;
  definition: string;
}

const shelf = shelfOver(() => localStorage);
const quietMs = 10_000; // between two looks at other people's votes
const offlineMs = 20_000; // between two tries while the counts are not to be had

const storeFor = ({votes, firstId}: Asked) => deviceStore(shelf, window, votes, firstId);

class Listeners extends Set<Listener> {
  tell(byReader: boolean): void {
    for (const run of this) run(byReader);
  }
  listen(run: Listener): () => void {
    this.add(run);
    return () => this.delete(run);
  }
}

// When to look again: the network is back, the page is back, the reader is back.
function onReturn(run: () => void): void {
  addEventListener('online', run);
  addEventListener('pageshow', ({persisted}) => persisted && run());
  document.addEventListener('visibilitychange', () => document.hidden || run());
}

// The way of a ballot to where the newest counts say it goes.
async function post(core: Core, {votes, id, firstId}: Asked, ballot: Ballot, newest: Snapshot | null): Promise<Reply> {
  if (!newest && isFile(votes)) return unanswered;
  const address = newest ? newest.ballotsUrl && usableUrl(newest.ballotsUrl, votes)?.href : tallyAddress(votes, id);
  if (!address) return {kind: 'problem', code: 'off', final: true, retryAfterMs: 0};
  const secret = deviceSecret(shelf, (into) => crypto.getRandomValues(into));
  return postBallot(address, core.readerKey(secret, votes, firstId), ballot, id);
}

class Poll implements Ballots {
  readonly #asked: Asked;
  readonly #sync: BallotSync;
  readonly #listeners = new Listeners();
  #offline = false;
  #loading = true;
  #looked = -Infinity;

  constructor(core: Core, asked: Asked) {
    this.#asked = asked;
    this.#sync = new BallotSync(
      {
        now: () => performance.now(),
        after(ms, run) {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        random: Math.random,
        store: storeFor(asked),
        post: async (ballot, newest) => {
          const reply = await post(core, asked, ballot, newest);
          if (reply.kind === 'answer') this.#offline = this.#loading = false;
          return reply;
        },
        changed: () => this.#changed(),
      },
      asked.definition,
    );
    onReturn(() => this.#wake());
    addEventListener('pagehide', () => this.#sync.leave());
    void this.#look();
  }

  view() {
    return {...this.#sync.view(), offline: this.#offline, kept: shelf.kept()};
  }
  choice(): Choice {
    return this.#sync.choice();
  }
  choose(choice: Choice): void {
    this.#sync.choose(choice);
  }
  retry(): void {
    this.#sync.retry();
    void this.#look();
  }
  listen(run: Listener): () => void {
    return this.#listeners.listen(run);
  }

  #wake(): void {
    this.#sync.wake();
    if (performance.now() - this.#looked >= quietMs || this.#offline) void this.#look();
  }

  #changed(): void {
    const {own, snapshot} = this.#sync.view();
    // Another tab's ballot was counted after what is shown here.
    if ((own.counted.at(-1)?.revision ?? 0) > (snapshot?.revision ?? 0)) void this.#look();
    this.#listeners.tell(true);
  }

  async #look(): Promise<void> {
    const {votes, id} = this.#asked;
    const was = this.#offline;
    this.#looked = performance.now();
    const snapshot = await fetchSnapshot(tallyAddress(votes, id), id).catch(() => null);
    this.#offline = !snapshot;
    if (snapshot) this.#sync.snapshot(snapshot);
    else setTimeout(() => this.#listeners.size && this.#offline && !document.hidden && this.#look(), offlineMs);
    const news = this.#loading || was !== this.#offline;
    this.#loading = false;
    this.#listeners.tell(news);
  }
}

// Nothing is sent, nothing is counted.
function noteFor(asked: Asked): Ballots {
  const store = storeFor(asked);
  const listeners = new Listeners();
  const pending = () => store.read().pending;
  store.watch(() => listeners.tell(false));
  return {
    view: () => ({
      own: {...emptyRecord(), pending: pending()},
      state: 'not_voted',
      refusal: '',
      snapshot: null,
      offline: false,
      kept: shelf.kept(),
    }),
    choice: () => choiceOf(pending(), asked.definition),
    choose(choice) {
      const rev = (pending()?.rev ?? 0) + 1;
      const note: Ballot = {faceoff: 1, rev, definition: asked.definition, ...choice};
      store.write({...emptyRecord(), pending: note});
      listeners.tell(true);
    },
    retry() {},
    listen: (run) => listeners.listen(run),
  };
}

const polls = new Map<string, Ballots>();

export function pollFor(core: Core, asked: Asked): Ballots {
  const {votes, firstId, definition} = asked;
  const key = `${firstId} ${definition} ${votes}`;
  let poll = polls.get(key);
  if (!poll) polls.set(key, (poll = votes ? new Poll(core, asked) : noteFor(asked)));
  return poll;
}
