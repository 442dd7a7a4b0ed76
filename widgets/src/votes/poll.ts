// One poll on one page: its counts, this reader's vote, and whoever shows them.
//
// In: the votes URL and what the document says of the poll. Out: a view, and a call to every listener when it
// changes. All widgets of a page that ask the same poll share one of these; one that nobody shows and that has
// nothing under way is let go.
import type {Core} from '../../../web/core.js';
import {isFile, tallyAddress, usableUrl} from '../page/address.js';
import {bare} from '../page/bare.js';
import {Pace} from './pace.js';
import {deviceSecret, keyOf, secretOf, shelfOver, type Place} from './shelf.js';
import {deviceStore, readRecord, type OwnStore} from './store.js';
import {BallotSync, unanswered, type Reply, type View} from './sync.js';
import {fetchSnapshot, postBallot, retryAfterMs} from './transport.js';
import type {Ballot, Choice, Snapshot} from '../types.js';

export type Listener = (byReader: boolean) => void;

export interface Ballots {
  readonly sync: {choice(): Choice; choose(choice: Choice): void};
  view(): View & {offline: boolean; kept: boolean}; // kept: what is voted here outlives the page
  retry(): void;
  listen(run: Listener): () => void;
}

// What names a poll.
export interface Asked extends Place {
  id: string;
  definition: string;
}

const quietMs = 10_000; // between two looks at other people's votes; how long what nobody shows is kept
const secretMs = 500; // within this two tabs that draw a secret at once both see which one the storage kept

export const shelf = shelfOver(() => localStorage);

// A page that goes meanwhile waits no longer: what is sent now outlives it.
const settled = () =>
  new Promise((done) => {
    setTimeout(done, secretMs);
    addEventListener('pagehide', done, bare({once: true}));
  });
const secret = deviceSecret(shelf, () => crypto.getRandomValues(new Uint8Array(32)), settled);

const clock = {
  now: () => performance.now(),
  after(ms: number, run: () => void) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

// The way of a ballot to where the newest counts say it goes.
async function post(core: Core, {votes, id, firstId}: Asked, ballot: Ballot, newest: Snapshot | null): Promise<Reply> {
  if (!votes) return new Promise(() => {}); // a note: nothing is sent, nothing is counted
  if (!newest && isFile(votes)) return unanswered;
  const address = newest ? newest.ballotsUrl && usableUrl(newest.ballotsUrl, votes)?.href : tallyAddress(votes, id);
  if (!address) return {kind: 'problem', code: 'off', final: true, retryAfterMs: 0};
  const key = core.readerKey(await secret(), votes, firstId);
  const whose = secretOf(shelf);
  const reply = await postBallot(address, key, ballot, id);
  // Forgotten meanwhile, in another tab: what was answered to that voter is nothing to the one there is now.
  return secretOf(shelf) === whose ? reply : unanswered;
}

class Poll implements Ballots {
  readonly asked: Asked;
  readonly sync: BallotSync;
  readonly #letGo: () => void;
  readonly #store: OwnStore;
  readonly #listeners = new Set<Listener>();
  readonly #pace = new Pace(clock, () => this.#listeners.size && !document.hidden && void this.#look());
  #offline = false;
  #loading = true;
  #looked = 0; // Infinity: looks just now

  constructor(core: Core, asked: Asked, known: Snapshot | null, letGo: () => void) {
    this.asked = asked;
    this.#letGo = letGo;
    this.#store = deviceStore(shelf, asked);
    this.sync = new BallotSync(
      {
        ...clock,
        store: this.#store,
        post: async (ballot, newest) => {
          const reply = await post(core, asked, ballot, newest).catch(() => unanswered);
          if (reply.kind === 'answer') this.#offline = this.#loading = false;
          return reply;
        },
        changed: () => this.#changed(),
      },
      asked.definition,
    );
    if (known) this.sync.snapshot(known);
    else void this.#look();
  }

  view() {
    return {...this.sync.view(), offline: this.#offline, kept: shelf.kept()};
  }
  retry(): void {
    this.sync.retry();
    void this.#look();
  }
  listen(run: Listener): () => void {
    this.#listeners.add(run);
    this.wake();
    return () => {
      this.#listeners.delete(run);
      this.#rest();
    };
  }

  // The network, the page or the reader is back.
  wake(): void {
    this.sync.wake();
    if (clock.now() - this.#looked >= (this.#offline ? 0 : quietMs)) this.#pace.wake();
  }

  // Somebody else wrote this as the record; null: took it away, so that what is shown may hold what was withdrawn.
  stored(text: string | null): void {
    this.sync.stored(text === null ? null : readRecord(text));
    if (text === null) void this.#look();
  }

  // A widget that is moved comes back at once, a page's next view soon: they find everything as it was.
  #rest(): void {
    const busy = () => this.#listeners.size || (this.asked.votes && this.#store.read().pending);
    if (!this.#listeners.size) setTimeout(() => busy() || this.#letGo(), quietMs);
  }

  #changed(): void {
    const {own, snapshot} = this.sync.view();
    // Another tab's ballot was counted after what is shown here.
    if ((own.counted.at(-1)?.revision ?? 0) > (snapshot?.revision ?? 0)) void this.#look();
    this.#tell(true);
    this.#rest();
  }

  #tell(byReader: boolean): void {
    for (const run of this.#listeners) run(byReader);
  }

  async #look(): Promise<void> {
    const {votes, id} = this.asked;
    if (!votes) return;
    const was = this.#offline;
    this.#pace.stop();
    this.#looked = Infinity;
    const {snapshot, refused} = await fetchSnapshot(tallyAddress(votes, id), id);
    this.#looked = clock.now();
    this.#offline = !snapshot;
    if (snapshot) {
      this.#pace.reset();
      this.sync.snapshot(snapshot);
    } else {
      this.#pace.later(retryAfterMs(refused));
    }
    const news = this.#loading || was !== this.#offline;
    this.#loading = false;
    this.#tell(news);
  }
}

const polls = new Map<string, Poll>();
let heard = false;

// key null: everything was cleared.
export function tellStored(key: string | null, text: string | null): void {
  polls.forEach((each) => (key ?? keyOf(each.asked)) === keyOf(each.asked) && each.stored(text));
}

// One set of listeners a page, however many polls come and go.
function hearPage(): void {
  heard = true;
  for (const back of ['online', 'pageshow', 'visibilitychange']) {
    addEventListener(back, () => document.hidden || polls.forEach((each) => each.wake()));
  }
  addEventListener('pagehide', () => polls.forEach((each) => each.sync.leave()));
  addEventListener('storage', ({key, newValue}) => {
    if (!shelf.kept()) return; // what this page votes is its own
    if (newValue === null) shelf.dropped(key);
    tellStored(key, newValue);
  });
}

// known: counts that are at hand, so that nobody has to ask for them.
export function pollFor(core: Core, asked: Asked, known: Snapshot | null = null): Ballots {
  if (!heard) hearPage();
  const name = `${asked.definition} ${keyOf(asked)}`;
  const poll = polls.get(name) ?? new Poll(core, asked, known, () => polls.get(name) === poll && polls.delete(name));
  polls.set(name, poll);
  return poll;
}
