// The sync machine, rule by rule, with a clock and a feed in the test's hands.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {backOffMs} from '../src/votes/pace.js';
import {readRecord} from '../src/votes/store.js';
import {BallotSync, unanswered, type Reply} from '../src/votes/sync.js';
import type {Ballot, Choice, Snapshot} from '../src/types.js';
import {definition, otherDefinition} from './model-feed.js';

const ship: Choice = {calls: [{contender: 'a', call: 'ship'}], pick: null};
const skip: Choice = {calls: [{contender: 'a', call: 'skip'}], pick: null};
const nothing: Choice = {calls: [], pick: null};
const at = (revision: number, epoch = 'e'): Snapshot => ({text: '0', definition, epoch, revision, ballotsUrl: '/'});

class Device {
  posts: {ballot: Ballot; answer: (reply: Reply) => void}[] = [];
  timers: {at: number; run: () => void}[] = [];
  clock = 0;
  stored = '';
  sync: BallotSync;

  constructor(stored = '') {
    this.stored = stored;
    this.sync = new BallotSync(
      {
        now: () => this.clock,
        after: (ms, run) => {
          const timer = {at: this.clock + ms, run};
          this.timers.push(timer);
          return () => void (this.timers = this.timers.filter((each) => each !== timer));
        },
        random: () => 0.5,
        store: {
          read: () => readRecord(this.stored),
          write: (record) => void (this.stored = JSON.stringify(record)),
        },
        post: (ballot) => new Promise((answer) => this.posts.push({ballot: structuredClone(ballot), answer})),
        changed: () => {},
      },
      definition,
    );
  }

  get state() {
    return this.sync.view().state;
  }
  get post() {
    return this.posts.at(-1)!;
  }
  async answer(reply: Reply) {
    this.post.answer(reply);
    await new Promise((done) => setImmediate(done));
  }
  counted(revision: number, state: 'counted' | 'withdrawn' | 'superseded' | 'quarantined' = 'counted', epoch = 'e') {
    return this.answer({kind: 'answer', snapshot: at(revision, epoch), rev: this.post.ballot.rev, state});
  }
  tick(ms: number) {
    this.clock += ms;
    for (const timer of this.timers.splice(0)) {
      if (timer.at <= this.clock) timer.run();
      else this.timers.push(timer);
    }
  }
}

test('a ballot is stored before it is sent', () => {
  const device = new Device();
  device.sync.choose(ship);
  assert.equal(readRecord(device.stored).pending?.rev, 1);
  assert.equal(device.posts.length, 1);
  assert.equal(device.state, 'sending');
});

test('nothing is stored or sent before the first choice', () => {
  const device = new Device();
  device.sync.snapshot(at(3));
  device.sync.wake();
  device.sync.leave();
  assert.equal(device.stored, '');
  assert.equal(device.posts.length, 0);
  assert.equal(device.state, 'not_voted');
});

test('revisions of the own ballot count up from 1, over an undo', async () => {
  const device = new Device();
  for (const choice of [ship, skip, nothing, ship]) {
    device.sync.choose(choice);
    await device.counted(device.posts.length);
  }
  assert.deepEqual(device.posts.map((each) => each.ballot.rev), [1, 2, 3, 4]);
  assert.deepEqual(device.posts[2]!.ballot.calls, []);
});

test('a withdrawn ballot leaves the reader as one who has not voted', async () => {
  const device = new Device();
  device.sync.choose(nothing);
  await device.counted(1, 'withdrawn');
  assert.equal(device.state, 'not_voted');
});

test('an unanswered ballot is sent again, the same one', async () => {
  const device = new Device();
  device.sync.choose(ship);
  await device.answer(unanswered);
  assert.equal(device.state, 'waiting');
  device.tick(10_000);
  assert.deepEqual(device.posts[1]!.ballot, device.posts[0]!.ballot);
});

test('Retry-After is honoured by the timer and by a wake-up, not by the reader', async () => {
  const device = new Device();
  device.sync.choose(ship);
  await device.answer({kind: 'problem', code: 'busy', final: false, retryAfterMs: 60_000});
  device.tick(30_000);
  device.sync.wake();
  assert.equal(device.posts.length, 1);
  device.sync.retry();
  assert.equal(device.posts.length, 2);
  await device.answer({kind: 'problem', code: 'busy', final: false, retryAfterMs: 60_000});
  device.tick(70_000);
  assert.equal(device.posts.length, 3);
});

test('a wake-up sends what waits a second after the last attempt, at once when that is over', async () => {
  const device = new Device();
  device.sync.choose(ship);
  for (let attempt = 0; attempt < 5; attempt++) {
    await device.answer(unanswered);
    device.tick(10_000);
  }
  await device.answer(unanswered); // the next one by itself: in four seconds
  for (let chance = 0; chance < 50; chance++) device.sync.wake();
  device.tick(999);
  assert.equal(device.posts.length, 6);
  device.tick(1);
  assert.equal(device.posts.length, 7);
  await device.answer(unanswered);
  device.clock += 1000; // the timer of a page that sleeps
  device.sync.wake();
  assert.equal(device.posts.length, 8);
});

test('the last attempt of a page that goes is not made where the feed asked to wait', async () => {
  const device = new Device();
  device.sync.choose(ship);
  await device.answer({kind: 'problem', code: 'busy', final: false, retryAfterMs: 60_000});
  device.sync.leave();
  assert.equal(device.posts.length, 1);
  device.clock += 70_000;
  device.sync.leave();
  assert.equal(device.posts.length, 2);
});

test("another tab's write does not shorten what the feed asked for", async () => {
  const device = new Device();
  device.sync.choose(ship);
  await device.answer({kind: 'problem', code: 'busy', final: false, retryAfterMs: 60_000});
  device.stored = pending(2, skip);
  device.sync.stored(readRecord(device.stored));
  device.tick(59_000);
  assert.equal(device.posts.length, 1);
  device.tick(10_000);
  assert.equal(device.post.ballot.rev, 2);
});

test('a feed that calls every ballot superseded is asked again at once but once', async () => {
  const device = new Device();
  device.sync.choose(ship);
  for (const rev of [10, 20]) await device.answer({kind: 'answer', snapshot: at(1), rev, state: 'superseded'});
  assert.deepEqual(device.posts.map((each) => each.ballot.rev), [1, 11]);
  device.tick(10_000);
  assert.equal(device.post.ballot.rev, 21);
});

test("a refusal of one's own ballot does not take away another tab's later one", async () => {
  const device = new Device();
  device.sync.choose(ship);
  device.stored = pending(2, skip);
  await device.answer({kind: 'problem', code: 'unknown_contender', final: true, retryAfterMs: 0});
  assert.equal(readRecord(device.stored).pending?.rev, 2);
  device.tick(10_000);
  assert.equal(device.post.ballot.rev, 2);
});

test('while a ballot is under way newer counts are held back, then shown', async () => {
  const device = new Device();
  device.sync.snapshot(at(5));
  device.sync.choose(ship);
  device.sync.snapshot(at(6));
  assert.equal(device.sync.view().snapshot?.revision, 5);
  await device.counted(6);
  assert.equal(device.sync.view().snapshot?.revision, 6);
});

test('a lower revision is never shown after a higher one', () => {
  const device = new Device();
  device.sync.snapshot(at(5));
  device.sync.snapshot(at(4));
  assert.equal(device.sync.view().snapshot?.revision, 5);
});

test('a lower revision is never shown after a higher one, not even when that had to be hidden meanwhile', () => {
  const device = new Device();
  device.sync.snapshot(at(5));
  const before = device.stored;
  device.stored = pending(1, ship); // may be in it
  device.sync.stored(readRecord(device.stored));
  assert.equal(device.sync.view().snapshot, null);
  device.stored = before;
  device.sync.stored(readRecord(device.stored));
  device.sync.snapshot(at(4)); // of a cache
  assert.equal(device.sync.view().snapshot?.revision, 5);
});

test('a refusal is final, told with its code, and can be tried again with a new ballot', async () => {
  const device = new Device();
  device.sync.choose(ship);
  await device.answer({kind: 'problem', code: 'closed', final: true, retryAfterMs: 0});
  assert.equal(device.state, 'refused');
  assert.equal(device.sync.view().refusal, 'closed');
  assert.deepEqual(device.sync.choice(), nothing);
  device.tick(1_000_000);
  assert.equal(device.posts.length, 1);
  device.sync.retry();
  assert.equal(device.state, 'sending');
  assert.equal(device.posts.length, 2);
});

test('a refusal leaves the ballot counted before', async () => {
  const device = new Device();
  device.sync.choose(ship);
  await device.counted(1);
  device.sync.choose(skip);
  await device.answer({kind: 'problem', code: 'closed', final: true, retryAfterMs: 0});
  assert.deepEqual(device.sync.choice(), ship);
});

test('a superseded ballot that is still the last choice is cast again above the one that beat it', async () => {
  const device = new Device();
  device.sync.choose(ship);
  await device.answer({kind: 'answer', snapshot: at(9), rev: 7, state: 'superseded'});
  assert.equal(device.post.ballot.rev, 8);
  await device.counted(10);
  assert.equal(device.state, 'counted');
});

test('a new epoch got the ballot again sooner than the feed had asked for', async () => {
  const device = new Device();
  device.sync.choose(ship);
  await device.answer({kind: 'problem', code: 'busy', final: false, retryAfterMs: 60_000});
  device.stored = counted(1, ship, 3); // another tab's attempt came through
  device.sync.stored(readRecord(device.stored));
  device.sync.snapshot(at(9, 'new'));
  assert.equal(device.posts.length, 1);
  device.tick(62_000);
  assert.deepEqual([device.posts.length, device.post.ballot.rev], [2, 1]);
});

test('a new epoch gets the ballot again', async () => {
  const device = new Device();
  device.sync.choose(ship);
  await device.counted(4);
  device.sync.snapshot(at(1, 'new'));
  assert.equal(device.posts.length, 2);
  assert.deepEqual(device.posts[1]!.ballot, device.posts[0]!.ballot);
  await device.counted(2, 'counted', 'new');
  assert.equal(device.sync.view().snapshot?.epoch, 'new');
  assert.equal(device.state, 'counted');
});

test('an answer of the store before, late, does not make the new one a thing of the past', async () => {
  const device = new Device();
  device.sync.choose(ship);
  device.sync.snapshot(at(1, 'new'));
  await device.counted(4);
  assert.equal(device.posts.length, 2);
  await device.counted(2, 'counted', 'new');
  assert.deepEqual([device.state, device.sync.view().snapshot?.epoch], ['counted', 'new']);
  device.sync.snapshot(at(9)); // of a cache
  assert.equal(device.sync.view().snapshot?.epoch, 'new');
});

test('a quarantined ballot is shown as counted and never taken off the counts, nor sent again', async () => {
  const device = new Device();
  device.sync.choose(ship);
  await device.counted(4, 'quarantined');
  assert.equal(device.state, 'counted');
  assert.equal(device.sync.view().own.epoch, '');
  device.sync.snapshot(at(5));
  assert.equal(device.posts.length, 1);
});

test('a ballot left from before is sent when the page opens again', () => {
  const before = new Device();
  before.sync.choose(ship);
  const after = new Device(before.stored);
  assert.equal(after.state, 'waiting');
  assert.deepEqual(after.posts[0]!.ballot, before.posts[0]!.ballot);
});

test('a ballot left from another definition is refused, not sent', () => {
  const before = new Device();
  before.sync.choose(ship);
  const after = new Device(before.stored.replaceAll(definition, otherDefinition));
  assert.equal(after.posts.length, 0);
  assert.equal(after.state, 'refused');
  assert.equal(after.sync.view().refusal, 'other_definition');
});

test('a choice made while another is being sent wins, whatever the first one is answered', async () => {
  const device = new Device();
  device.sync.choose(ship);
  const first = device.post;
  device.sync.choose(skip);
  first.answer({kind: 'problem', code: 'closed', final: true, retryAfterMs: 0});
  await device.counted(2);
  assert.equal(device.state, 'counted');
  assert.deepEqual(device.sync.choice(), skip);
});

// What another tab of this device wrote meanwhile.
const counted = (rev: number, choice: Choice, revision: number, epoch = 'e') =>
  JSON.stringify({epoch, counted: [{revision, ballot: {faceoff: 1, rev, definition, ...choice}}], pending: null});
const pending = (rev: number, choice: Choice) =>
  JSON.stringify({epoch: '', counted: [], pending: {faceoff: 1, rev, definition, ...choice}});

test("another tab's later choice wins over a superseded ballot", async () => {
  const device = new Device();
  device.sync.choose(ship);
  device.stored = counted(2, skip, 2);
  await device.answer({kind: 'answer', snapshot: at(2), rev: 2, state: 'superseded'});
  assert.equal(device.posts.length, 1);
  assert.deepEqual(device.sync.choice(), skip);
});

test("another tab's ballot is taken over when that tab is gone", () => {
  const device = new Device();
  device.stored = pending(1, ship);
  device.sync.stored(readRecord(device.stored));
  assert.equal(device.posts.length, 0);
  device.tick(10_000);
  assert.equal(device.post.ballot.rev, 1);
});

test('of two choices under one number the stored one is cast above both', async () => {
  for (const other of [pending(1, skip), counted(1, skip, 1)]) {
    const device = new Device();
    device.sync.choose(ship);
    device.stored = other;
    device.sync.stored(readRecord(device.stored));
    assert.deepEqual([device.post.ballot.rev, device.post.ballot.calls], [2, skip.calls]);
    await device.counted(3);
    assert.deepEqual(device.sync.choice(), skip);
  }
});

test('the same where the own one was answered before the other was heard of', async () => {
  const device = new Device();
  device.sync.choose(ship);
  await device.counted(1);
  device.stored = counted(1, skip, 2);
  device.sync.stored(readRecord(device.stored));
  assert.deepEqual([device.post.ballot.rev, device.post.ballot.calls], [2, skip.calls]);
});

test('a tab that chose at the same moment and was closed at once left the feed another choice', () => {
  const device = new Device();
  device.sync.choose(skip);
  const theirs = readRecord(pending(1, ship));
  device.sync.stored(theirs); // written, and sent, before ours stood in its place
  assert.deepEqual([device.post.ballot.rev, device.post.ballot.calls], [2, skip.calls]);
  device.sync.stored(theirs); // told late: ours is above it
  assert.equal(device.posts.length, 2);
});

test('a vote was taken off the record by a tab that had not heard of it', async () => {
  const device = new Device();
  device.sync.choose(ship);
  await device.counted(1);
  const before = device.stored;
  device.sync.choose(nothing);
  await device.counted(2, 'withdrawn');
  device.stored = before; // the other tab, with the answer to its own ballot
  device.sync.stored(readRecord(before));
  assert.deepEqual([device.post.ballot.rev, device.post.ballot.calls], [3, []]);
  await device.counted(3, 'withdrawn');
  assert.equal(device.state, 'not_voted');
});

test('a record was written again by a tab that had not heard yet that all was forgotten', () => {
  const before = counted(1, ship, 1); // what the tab itself wrote, and reads where the storage has nothing any more
  const device = new Device(before);
  device.stored = pending(2, nothing); // another tab forgets; this one lends a hand
  device.sync.stored(readRecord(device.stored));
  device.tick(10_000);
  assert.equal(device.post.ballot.rev, 2);
  device.stored = before;
  device.sync.stored(readRecord(counted(2, nothing, 2)));
  assert.deepEqual([device.stored, device.posts.length], [before, 1]);
});

test('an answer that was overtaken took another tab\'s ballot of the same number off the record', async () => {
  const device = new Device();
  device.sync.choose(nothing);
  device.stored = counted(1, ship, 2); // the other tab's, the greater one, and its answer was here first
  await device.counted(1, 'withdrawn');
  const kept = readRecord(device.stored).counted.map(({revision, ballot}) => [revision, ballot.calls.length]);
  assert.deepEqual(kept, [[1, 0], [2, 1]]);
  assert.equal(device.state, 'counted');
});

test('counts of a store that is over are not shown beside a vote in the new one', () => {
  const device = new Device();
  device.sync.snapshot(at(7));
  device.stored = counted(1, ship, 3, 'new');
  device.sync.stored(readRecord(device.stored));
  assert.equal(device.sync.view().snapshot, null);
});

test('counts that may hold a ballot never heard of are not shown', () => {
  const device = new Device();
  device.stored = counted(2, ship, 9);
  device.sync.snapshot(at(8)); // the ballot with rev 1 may be in it
  assert.equal(device.sync.view().snapshot, null);
  device.sync.snapshot(at(9));
  assert.equal(device.sync.view().snapshot?.revision, 9);
});

test('back-off is full jitter: under 8.2 s for the first thirty tries, at most five minutes later', () => {
  for (let attempt = 0; attempt < 100; attempt++) {
    assert.equal(backOffMs(attempt, 0), 100);
    assert.ok(backOffMs(attempt, 0.999999) <= (attempt <= 30 ? 8100 : 300_100), String(attempt));
  }
  assert.ok(backOffMs(0, 0.999) < 1100);
  assert.ok(backOffMs(60, 0.999) > 200_000);
});
