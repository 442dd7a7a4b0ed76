// A world for the sync machine: tabs of one device with one storage, a feed, and a network that loses, delays, doubles
// and reorders, all in the test's hands. Every view on the way is checked.
import assert from 'node:assert/strict';
import {deviceSecret, keyOf, secretKey, secretOf, shelfOver, type Shelf} from '../src/votes/shelf.js';
import {deviceStore, newestOf, readRecord, remembered, sameChoice} from '../src/votes/store.js';
import {BallotSync, unanswered, type Reply} from '../src/votes/sync.js';
import type {Ballot, Choice, Snapshot} from '../src/types.js';
import {ModelFeed, ships, shownShips, type Rows} from './model-feed.js';

export const choices: Choice[] = [
  {calls: [], pick: null},
  {calls: [{contender: 'a', call: 'ship'}], pick: null},
  {calls: [{contender: 'a', call: 'skip'}], pick: null},
  {calls: [{contender: 'b', call: 'ship'}], pick: null},
];
const place = {votes: 'https://feed.example/votes', firstId: 'poll'};

export interface Tab {
  sync: BallotSync;
  shelf: Shelf;
  definition: string;
  alive: boolean;
  forgetting: boolean;
  timers: {at: number; run: () => void}[];
  highest: Snapshot | null;
  posts: number; // in this step
  quietUntil: number; // what the feed asked for
}

// As long as anything follows at once from what happened.
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 16; turn++) await null;
}

interface Message {
  deliver: () => void;
  lost?: () => void;
}

export class World {
  feed = new ModelFeed();
  tabs: Tab[] = [];
  messages: Message[] = []; // under way: requests, answers, storage events
  box = new Map<string, string>();
  storage: 'works' | 'full' | 'refuses' = 'works';
  clock = 0;
  lasts: Choice[] = [choices[0]!]; // the reader's last choice; of two at one moment perhaps either
  copy: {others: number; rows: Rows} = {others: 0, rows: new Map()};
  epochs = 0;
  old: Snapshot[] = []; // what a cache may still answer
  drawn = 0;
  unordinary = false; // something happened after which the last choice need not be what counts
  problems: string[] = [];
  lag: {tab: Tab; box: Map<string, string>} | null = null; // whose storage does not show yet what another tab wrote
  readonly forgotten = new Set<string>(); // secrets of voters that withdrew and are known to no device any more
  beyondRecall = new Set<string>(); // those forgotten before the feed went back to a copy in which they may still stand
  held = true; // all the device and the feed knew: else a tab may still send what nobody else knows of, or no more
  told: {choice: Choice; after: number} | null = null; // the last choice, told as counted after so many choices
  chosen = 0;

  open(): Tab {
    const shelf = shelfOver(() => this.boxOf(tab));
    const tab: Tab = {
      sync: null as never, shelf, definition: this.feed.definition, alive: true, forgetting: false,
      timers: [], highest: null, posts: 0, quietUntil: 0,
    };
    this.tabs.push(tab);
    const draw = () => new Uint8Array(32).fill(++this.drawn);
    const secret = deviceSecret(shelf, draw, async () => {});
    tab.sync = new BallotSync(
      {
        now: () => this.clock,
        after: (ms, run) => {
          const timer = {at: this.clock + ms, run};
          tab.timers.push(timer);
          return () => void (tab.timers = tab.timers.filter((each) => each !== timer));
        },
        random: () => 0.5,
        store: deviceStore(shelf, place),
        post: (ballot) => {
          const posted = secret().then(async (bytes) => {
            const key = Buffer.from(bytes).toString('hex');
            const reply = await this.post(tab, structuredClone(ballot), key);
            return secretOf(shelf) === key ? reply : unanswered;
          });
          return posted.catch(() => unanswered); // as poll.ts does
        },
        changed: () => {},
      },
      tab.definition,
    );
    return tab;
  }

  alive(): Tab[] {
    return this.tabs.filter((each) => each.alive);
  }

  // Two messages: there and back. Either may be lost; the second one after the commit; the first may come twice.
  post(tab: Tab, ballot: Ballot, key: string): Promise<Reply> {
    if (++tab.posts > 1) this.problems.push('more than one request a step');
    if (this.clock < tab.quietUntil) this.problems.push('sooner than the feed asked for');
    return new Promise((done) => {
      const lost = () => void (tab.alive && done(unanswered));
      const deliver = () => {
        const reply = this.feed.post(structuredClone(ballot), key);
        // A ballot that came before it may be counted and never heard of: the device then shows the one before that.
        const refused = reply.kind === 'problem' && reply.final;
        this.held &&= !refused;
        this.unordinary ||= refused;
        const answer = () => {
          if (reply.kind === 'answer') tab.quietUntil = 0; // a feed that answers is there again
          else if (reply.retryAfterMs) tab.quietUntil = this.clock + reply.retryAfterMs;
          if (tab.alive) done(reply);
        };
        this.messages.push({deliver: answer, lost});
      };
      this.messages.push({deliver, lost});
    });
  }

  get(tab: Tab, stale: boolean): void {
    this.old.push(this.feed.get());
    const snapshot = stale ? this.old[Math.floor(this.old.length / 2)]! : this.feed.get();
    this.messages.push({deliver: () => tab.alive && tab.sync.snapshot(snapshot)});
  }

  choose(tab: Tab, choice: Choice): void {
    if (tab.definition !== this.feed.definition) this.unordinary = true;
    this.lasts = [choice];
    this.chosen++;
    tab.quietUntil = 0;
    tab.sync.choose(choice);
  }

  // In two tabs at one moment: the second has not heard of the first, and its choice is the one that is stored. Where the
  // first has not heard either that all was forgotten, it counts on from a number nobody else knows: either may stand.
  chooseBoth(one: Tab, two: Tab, [first, second]: [Choice, Choice]): void {
    const box = new Map(this.box);
    const unheard = !box.has(keyOf(place)) && deviceStore(one.shelf, place).read().counted.length > 0;
    this.choose(one, first);
    this.lag = {tab: two, box};
    this.choose(two, second);
    this.lag = null;
    if (unheard) this.lasts.push(first);
  }

  // Something comes to one tab, and is dealt with, before what another one just chose shows in its storage. Where that
  // makes it cast its own again, it is as if both had chosen at one moment.
  chooseUnseen(one: Tab, two: Tab, choice: Choice, which: number): void {
    const box = new Map(this.box);
    const before = this.lasts;
    const known = this.messages.length;
    this.choose(one, choice);
    // To forget is to wait for an answer, too: whoever votes elsewhere at that moment is not looked at here.
    if (!known || this.tabs.some((each) => each.forgetting)) return;
    this.lasts.push(...before);
    this.lag = {tab: two, box};
    for (const tab of this.tabs) tab.posts = -1; // for these are two steps
    this.deliver(which % known, 'once');
  }

  // Where another tab's storage hid what this one chose, and that tab wrote over it, nobody knows of it any more.
  close(tab: Tab): void {
    const own = newestOf(tab.sync.view().own);
    const kept = newestOf(deviceStore(tab.shelf, place).read());
    tab.alive = false;
    if (!own || !kept || own.rev < kept.rev || (own.rev === kept.rev && sameChoice(own, kept))) return;
    this.unordinary = true;
    this.held = false;
  }

  // Takes the vote back; once that is confirmed, `erase` follows.
  forget(tab: Tab): void {
    this.choose(tab, choices[0]!);
    tab.forgetting = true;
  }

  tick(ms: number): void {
    this.clock += ms;
    for (const tab of this.tabs) {
      const due = tab.timers.filter((each) => each.at <= this.clock);
      tab.timers = tab.timers.filter((each) => each.at > this.clock);
      if (tab.alive) due.forEach(({run}) => run());
    }
  }

  deliver(which: number, how: 'once' | 'lose' | 'twice'): void {
    const [message] = this.messages.splice(which % Math.max(1, this.messages.length), 1);
    if (!message) return;
    if (how === 'lose' && message.lost) return message.lost();
    if (how === 'twice') this.messages.push(message);
    message.deliver();
  }

  // The feed's store is one from before: what was counted since is for the tabs to send again, if they still may.
  lose(): void {
    this.held = false;
    this.beyondRecall = new Set(this.forgotten);
    this.feed.restore(this.copy, `epoch ${++this.epochs}`);
  }

  // By the browser or by another page of the site: no tab is told.
  wipe(): void {
    this.unordinary = true;
    this.box.clear();
  }

  // By one of the tabs: the others are told.
  clear(by: Tab): void {
    this.unordinary = true;
    this.box.clear();
    this.tell(by, null);
  }

  spoil(): void {
    this.unordinary = true;
    for (const key of this.box.keys()) this.box.set(key, '{"epoch":"e","counted":[{"rev');
  }

  // Everything arrives from now on, and the feed and the storage are well.
  async calm(): Promise<void> {
    this.feed.answer = 'normal';
    const tab = this.alive().find((each) => each.definition === this.feed.definition) ?? this.open();
    for (let round = 0; round < 60; round++) {
      for (let n = 0; this.messages.length; n++) {
        assert.ok(n < 1000, 'messages without end');
        this.next();
        this.deliver(0, 'once');
        await settled();
      }
      if (round % 20 === 19) this.get(tab, false);
      this.next();
      // What a storage hid for a while is found again when the page is looked at.
      if (round === 39 && this.unordinary) this.alive().forEach((each) => each.sync.wake());
      await settled();
      this.next();
      this.tick(4_000_000);
      await settled();
    }
  }

  next(): void {
    for (const tab of this.tabs) tab.posts = 0;
  }

  async step(run: () => void): Promise<void> {
    this.next();
    run();
    await settled();
    this.lag = null;
    this.erase();
    await settled();
    this.check();
  }

  isLast(choice: Choice): boolean {
    return this.lasts.some((each) => sameChoice(each, choice));
  }

  check(): void {
    assert.deepEqual(this.problems, []);
    for (const tab of this.alive()) {
      const {own, snapshot, state} = tab.sync.view();
      const choice = tab.sync.choice();
      if (state === 'counted' && this.lasts.length === 1 && this.isLast(choice)) this.told = {choice, after: this.chosen};
      if (!snapshot || snapshot.definition !== tab.definition) continue;
      if (tab.highest?.epoch === snapshot.epoch) {
        assert.ok(snapshot.revision >= tab.highest.revision, 'a lower revision is shown after a higher one');
      }
      tab.highest = snapshot;
      // A secret that came or went under a record makes it another voter's, and nobody promises anything for that.
      if (this.unordinary) continue;
      // Older than all that is remembered: the core shows it as it is.
      if (own.counted.length === remembered && snapshot.revision < own.counted[0]!.revision) continue;
      const {others} = this.feed.at(snapshot, secretOf(tab.shelf));
      assert.equal(shownShips(snapshot, own), others + ships(newestOf(own)), 'the own vote is in the view exactly once');
    }
  }

  private erase(): void {
    for (const tab of this.alive()) {
      const {pending, counted} = deviceStore(tab.shelf, place).read(); // as it is now, whatever the tab has heard
      if (!tab.forgetting || pending || counted.at(-1)?.ballot.calls.length) continue;
      tab.forgetting = false;
      this.forgotten.add(secretOf(tab.shelf));
      for (const key of [keyOf(place), secretKey]) tab.shelf.drop(key);
      tab.sync.stored(readRecord(''));
    }
  }

  private tell(by: Tab, key: string | null): void {
    const text = key === null ? undefined : this.box.get(key);
    for (const tab of this.tabs) {
      if (tab === by) continue;
      this.messages.push({
        deliver: () => {
          if (!tab.alive || !tab.shelf.kept()) return; // as poll.ts does
          if (text === undefined) tab.shelf.dropped(key);
          if (key !== secretKey) tab.sync.stored(text === undefined ? null : readRecord(text));
        },
      });
    }
  }

  private boxOf(tab: Tab): Storage {
    const refuse = () => {
      throw new Error(this.storage);
    };
    if (this.storage === 'refuses') refuse();
    return {
      getItem: (key: string) => (this.lag?.tab === tab ? this.lag.box : this.box).get(key) ?? null,
      setItem: (key: string, text: string) => {
        if (this.storage === 'full') refuse();
        this.lag?.box.set(key, text);
        if (this.box.get(key) === text) return;
        this.box.set(key, text);
        this.tell(tab, key);
      },
      removeItem: (key: string) => {
        if (this.box.delete(key)) this.tell(tab, key);
      },
    } as unknown as Storage;
  }
}
