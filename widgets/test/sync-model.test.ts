// The sync machine against a model: tabs, a shared store, a feed and a network that loses and delays, driven by
// random steps. Every view on the way and the end are checked.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {emptyRecord, lastCounted, readRecord, remembered, sameChoice, type OwnRecord} from '../src/store.js';
import {BallotSync, unanswered, type Reply} from '../src/sync.js';
import type {Ballot, Choice, Snapshot} from '../src/types.js';
import {definition, ModelFeed, ships, shownShips} from './model-feed.js';

interface Tab {
  sync: BallotSync;
  alive: boolean;
  timers: {at: number; run: () => void}[];
  highest: Snapshot | null;
}

const choices: Choice[] = [
  {calls: [], pick: null},
  {calls: [{contender: 'a', call: 'ship'}], pick: null},
  {calls: [{contender: 'a', call: 'skip'}], pick: null},
  {calls: [{contender: 'b', call: 'ship'}], pick: null},
];

class World {
  feed = new ModelFeed();
  tabs: Tab[] = [];
  messages: (() => void)[] = []; // under way: requests, answers, storage events
  stored = JSON.stringify(emptyRecord());
  clock = 0;
  last: Choice = choices[0]!;
  copy = {others: 0, row: null as ModelFeed['row']};
  epochs = 0;
  old: Snapshot[] = []; // what a cache may still answer

  open(): Tab {
    const tab: Tab = {sync: null as never, alive: true, timers: [], highest: null};
    this.tabs.push(tab);
    tab.sync = new BallotSync(
      {
        now: () => this.clock,
        after: (ms, run) => {
          const timer = {at: this.clock + ms, run};
          tab.timers.push(timer);
          return () => void tab.timers.splice(tab.timers.indexOf(timer) >>> 0, 1);
        },
        random: () => 0.5,
        store: {
          read: () => readRecord(this.stored),
          write: (record: OwnRecord) => void this.write(tab, record),
        },
        post: (ballot) => this.post(tab, ballot),
        changed: () => {},
      },
      definition,
    );
    return tab;
  }

  write(writer: Tab, record: OwnRecord): boolean {
    const text = JSON.stringify(record);
    if (text === this.stored) return true;
    this.stored = text;
    for (const tab of this.tabs) {
      if (tab === writer) continue;
      this.messages.push(() => tab.alive && tab.sync.stored());
    }
    return true;
  }

  // Two messages: there and back. Either may be lost; the second one after the commit.
  post(tab: Tab, ballot: Ballot): Promise<Reply> {
    return new Promise((done) => {
      const lost = () => tab.alive && done(unanswered);
      this.messages.push(
        Object.assign(
          () => {
            const reply = this.feed.post(structuredClone(ballot));
            this.messages.push(Object.assign(() => tab.alive && done(reply), {lost}));
          },
          {lost},
        ),
      );
    });
  }

  get(tab: Tab, stale: boolean): void {
    this.old.push(this.feed.get());
    const snapshot = stale ? this.old[Math.floor(this.old.length / 2)]! : this.feed.get();
    this.messages.push(() => tab.alive && tab.sync.snapshot(snapshot));
  }

  choose(tab: Tab, choice: Choice): void {
    this.last = choice;
    tab.sync.choose(choice);
  }

  tick(ms: number): void {
    this.clock += ms;
    for (const tab of this.tabs) {
      for (const timer of tab.timers.filter((each) => each.at <= this.clock)) {
        tab.timers.splice(tab.timers.indexOf(timer), 1);
        if (tab.alive) timer.run();
      }
    }
  }

  deliver(which: number, lose: boolean): void {
    const [message] = this.messages.splice(which % Math.max(1, this.messages.length), 1);
    if (!message) return;
    const {lost} = message as {lost?: () => void};
    if (lose && lost) lost();
    else message();
  }

  // Everything arrives from now on.
  async calm(): Promise<void> {
    const tab = this.tabs.find((each) => each.alive) ?? this.open();
    for (let round = 0; round < 200; round++) {
      for (let n = 0; this.messages.length; n++) {
        assert.ok(n < 1000, 'messages without end');
        this.deliver(0, false);
        await settled();
      }
      if (round % 20 === 19) this.get(tab, false);
      this.tick(400_000);
      await settled();
    }
  }

  check(): void {
    for (const tab of this.tabs) {
      const {own, snapshot} = tab.sync.view();
      if (!tab.alive || !snapshot) continue;
      const {others} = this.feed.at(snapshot);
      const newest = own.pending ?? lastCounted(own);
      // Older than all that is remembered: the core shows it as it is.
      if (own.counted.length === remembered && snapshot.revision < own.counted[0]!.revision) continue;
      assert.equal(shownShips(snapshot, own), others + ships(newest), 'the own vote is in the view exactly once');
      if (tab.highest?.epoch === snapshot.epoch) {
        assert.ok(snapshot.revision >= tab.highest.revision, 'a lower revision is shown after a higher one');
      }
      tab.highest = snapshot;
    }
  }
}

const settled = () => new Promise((done) => setImmediate(done));

const steps = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), {minLength: 1, maxLength: 60});

async function play(script: [number, number][], withEpochs: boolean): Promise<World> {
  const world = new World();
  world.open();
  for (const [what, which] of script) {
    const alive = world.tabs.filter((each) => each.alive);
    const tab = alive[which % Math.max(1, alive.length)] ?? world.open();
    if (what < 20) world.choose(tab, choices[which % choices.length]!);
    else if (what < 55) world.deliver(which, false);
    else if (what < 65) world.deliver(which, true);
    else if (what < 72) world.get(tab, which % 4 === 0);
    else if (what < 80) world.tick(which * 200);
    else if (what < 84) world.feed.othersVote();
    else if (what < 88 && alive.length < 3) world.open();
    else if (what < 92) tab.alive = false;
    else if (what < 95) tab.sync.wake();
    else if (what < 97) world.copy = {others: world.feed.others, row: world.feed.row};
    else if (withEpochs) world.feed.restore(world.copy, `epoch ${++world.epochs}`);
    await settled();
    world.check();
  }
  return world;
}

for (const withEpochs of [false, true]) {
  test(`the last choice counts once and every view adds up, ${withEpochs ? 'with' : 'without'} a restored store`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const world = await play(script, withEpochs);
        await world.calm();
        world.check();
        const counted = world.feed.row?.ballot ?? choices[0]!;
        assert.ok(sameChoice(counted, world.last), `counted ${JSON.stringify(counted)}, not ${JSON.stringify(world.last)}`);
        for (const tab of world.tabs.filter((each) => each.alive)) {
          assert.ok(sameChoice(tab.sync.choice(), world.last), 'every tab shows the last choice');
          const state = tab.sync.view().state;
          assert.equal(state, world.last.calls.length ? 'counted' : 'not_voted');
        }
      }),
      {numRuns: Number(process.env.RUNS ?? 400), includeErrorInReport: true},
    );
  });
}
