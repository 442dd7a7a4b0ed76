// A poll on a page: the real poll, sync machine, store and transport over a page and a feed in the test's hands.
import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import type {Core} from '../../web/core.js';
import {pollFor, type Asked} from '../src/votes/poll.js';
import {keyOf} from '../src/votes/shelf.js';
import type {Ballot, Choice} from '../src/types.js';
import {definition, ModelFeed, otherDefinition} from './model-feed.js';

const ship: Choice = {calls: [{contender: 'a', call: 'ship'}], pick: null};
const skip: Choice = {calls: [{contender: 'a', call: 'skip'}], pick: null};

// The page: what the widget finds on the global object, and a clock that only the test moves.
const kept = new Map<string, string>();
class Page extends EventTarget {
  hidden = false;
  listeners = 0;
  override addEventListener(...given: Parameters<EventTarget['addEventListener']>) {
    this.listeners++;
    super.addEventListener(...given);
  }
}
const page = new Page();
let timers: {at: number; run: () => void}[] = [];
let clock = 0;
Object.assign(globalThis, {
  window: page,
  document: page,
  addEventListener: page.addEventListener.bind(page),
  location: {origin: 'https://page.example'},
  localStorage: {getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text)},
  setTimeout(run: () => void, ms: number) {
    const timer = {at: clock + ms, run};
    timers.push(timer);
    return timer;
  },
  clearTimeout: (timer: unknown) => void (timers = timers.filter((each) => each !== timer)),
});
performance.now = () => clock;
Math.random = () => 0.5;

// The widgets that a test opened: it leaves none behind.
let shown: (() => void)[] = [];
afterEach(async () => {
  network = null;
  for (const stop of shown.splice(0)) stop();
  for (let round = 0; timers.length && round < 10; round++) await pass(400_000);
});

const settled = () => new Promise((done) => setImmediate(() => setImmediate(() => setImmediate(done))));

async function pass(ms: number) {
  clock += ms;
  const due = timers.filter((each) => each.at <= clock);
  timers = timers.filter((each) => each.at > clock);
  for (const {run} of due) run();
  await settled();
}

async function happens(name: string) {
  page.dispatchEvent(Object.assign(new Event(name), {persisted: true}));
  await settled();
}

// The feed, and the network to it.
let feed: ModelFeed;
let asked: {method: string; url: string; body: Ballot & {key: string}}[];
let ballotsUrl: string | null | undefined; // undefined: the tally's own address
let network: (() => Response | null) | null; // what happens instead; null: the feed answers

const tallyOf = (id: string) => {
  const {text, epoch, revision} = feed.get();
  return {comparison: id, definition: feed.definition, epoch, revision, ballots_url: ballotsUrl === undefined ? `/votes/${id}` : ballotsUrl, ships: text};
};

globalThis.fetch = async (url, {method = 'GET', body} = {}) => {
  asked.push({method, url: String(url), body: body ? JSON.parse(String(body)) : null});
  const instead = network?.();
  if (instead) return instead;
  const last = new URL(String(url)).pathname.split('/').pop()!;
  const id = last === 'ballots' ? polls.at(-1)! : last;
  if (method === 'GET') {
    const items = polls.map((each) => ({_faceoff: {tally: tallyOf(each)}}));
    return new Response(JSON.stringify(id.endsWith('.json') ? {items} : tallyOf(id)));
  }
  const reply = feed.post(JSON.parse(String(body)));
  if (reply.kind === 'problem') return new Response(JSON.stringify({code: reply.code}), {status: 412});
  return new Response(JSON.stringify({tally: tallyOf(id), ballot: {rev: reply.rev, state: reply.state}}));
};
const away = () => {
  throw new TypeError('Failed to fetch');
};
const posts = () => asked.filter((each) => each.method === 'POST');

const core = {readerKey: (secret: Uint8Array, url: string, id: string) => `${Buffer.from(secret.subarray(0, 1)).toString('hex')} ${url} ${id}`} as unknown as Core;
const polls: string[] = [];

// Every test has a poll of its own: a page keeps its polls.
async function open(more: Partial<Asked> = {}) {
  const id = more.id ?? `poll-${polls.length}`;
  if (!polls.includes(id)) polls.push(id);
  const poll = pollFor(core, {votes: 'https://feed.example/votes', id, firstId: id, definition, ...more});
  const told: boolean[] = [];
  const stop = poll.listen((byReader) => told.push(byReader));
  shown.push(stop);
  await settled();
  return {poll, id, told, stop};
}

const secretKey = 'faceoff:secret';
beforeEach(() => {
  kept.set(secretKey, '01'.repeat(32));
  page.hidden = false;
  feed = new ModelFeed();
  asked = [];
  ballotsUrl = undefined;
  network = null;
  timers = [];
});

test('the counts are asked for once for all widgets that show a poll, and each is told', async () => {
  const {poll, id, told} = await open();
  assert.equal((await open({id})).poll, poll);
  assert.deepEqual(asked.map((each) => each.url), [`https://feed.example/votes/${id}`]);
  assert.equal(poll.view().snapshot?.revision, 0);
  assert.deepEqual(told, [true]);
  assert.deepEqual([...kept.keys()], [secretKey], 'nothing is stored before a vote');
});

test('the first vote of a device waits until two tabs would know which secret the storage kept', async () => {
  kept.clear();
  const {poll} = await open();
  poll.sync.choose(ship);
  await pass(499);
  assert.equal(posts().length, 0);
  kept.set(secretKey, '07'.repeat(32)); // another tab's
  await pass(1);
  assert.equal(posts().length, 1);
  assert.equal(posts()[0]!.body.key.split(' ')[0], '07');
});

test('a page that goes does not wait for that', async () => {
  kept.clear();
  const {poll} = await open();
  poll.sync.choose(ship);
  await happens('pagehide');
  assert.equal(posts().length, 1);
});

test('a vote goes where the counts say, with a key of the device', async () => {
  ballotsUrl = '/elsewhere/ballots';
  const {poll, id} = await open();
  poll.sync.choose(ship);
  await settled();
  assert.equal(posts()[0]?.url, 'https://feed.example/elsewhere/ballots');
  assert.equal(posts()[0]?.body.key, `01 https://feed.example/votes ${id}`);
});

test('where the counts name no address, or none that may be used, nothing is sent and voting is off', async () => {
  for (const address of [null, 'http://other.example/votes', 'javascript:alert(1)']) {
    ballotsUrl = address;
    const {poll} = await open();
    poll.sync.choose(ship);
    await settled();
    assert.deepEqual([poll.view().state, poll.view().refusal], ['refused', 'off'], String(address));
  }
  assert.deepEqual(posts(), []);
});

test('counts not to be had are said, and asked for again by the back-off by a page that is looked at', async () => {
  network = away;
  const {poll, told} = await open();
  assert.equal(poll.view().offline, true);
  await pass(599); // 100 and half of 1000
  assert.equal(asked.length, 1);
  await pass(1);
  assert.equal(asked.length, 2);
  await pass(1099);
  assert.equal(asked.length, 2);
  await pass(1);
  assert.equal(asked.length, 3);
  assert.deepEqual(told, [true, false, false], 'the second failure is no news');
  page.hidden = true;
  await pass(20_000);
  assert.equal(asked.length, 3);
  page.hidden = false;
  network = null;
  await happens('visibilitychange');
  assert.equal(poll.view().offline, false);
  assert.deepEqual(told, [true, false, false, true]);
  await pass(60_000);
  assert.equal(asked.length, 4);
});

test('Retry-After holds for the counts too, whatever happens meanwhile', async () => {
  network = () => new Response('', {status: 429, headers: {'Retry-After': '60'}});
  await open();
  for (const event of ['online', 'visibilitychange', 'pageshow']) await happens(event);
  await pass(60_000);
  assert.equal(asked.length, 1);
  await pass(600);
  assert.equal(asked.length, 2);
});

test('a page that flips between shown and hidden asks once a second at most', async () => {
  network = away;
  const {poll} = await open();
  poll.sync.choose(ship);
  for (let attempt = 0; attempt < 8; attempt++) await pass(8_100); // far into the back-off
  const before = asked.length;
  for (let tenth = 0; tenth < 30; tenth++) {
    await happens('visibilitychange');
    await pass(100);
  }
  const more = asked.slice(before).map((each) => each.method);
  for (const method of ['GET', 'POST']) {
    const many = more.filter((each) => each === method).length;
    assert.ok(many >= 2 && many <= 4, `${method} ${many}`);
  }
});

test('the return of the network is used within a second, and ends the waiting', async () => {
  network = away;
  const {poll} = await open();
  for (let attempt = 0; attempt < 4; attempt++) await pass(5_000);
  const before = asked.length;
  network = null;
  await happens('online');
  await pass(1_000);
  assert.equal(poll.view().offline, false);
  assert.equal(asked.length, before + 1);
  await pass(60_000);
  assert.equal(asked.length, before + 1);
});

test('nobody who shows it: it is not asked for again', async () => {
  network = away;
  const {stop} = await open();
  stop();
  await pass(20_000);
  assert.equal(asked.length, 1);
});

test('a poll that nobody shows is let go after a while, with nothing left that listens', async () => {
  const before = page.listeners;
  const {poll, id, stop} = await open();
  const here = page.listeners;
  stop();
  assert.equal((await open({id})).poll, poll, 'at once it is still there');
  shown.splice(0).forEach((stop) => stop());
  await pass(10_000);
  assert.notEqual((await open({id})).poll, poll);
  for (let many = 0; many < 100; many++) await open();
  assert.equal(page.listeners, here);
  assert.ok(here - before <= 6);
});

test('a poll with a vote under way stays until that is counted', async () => {
  const {poll, id, stop} = await open();
  network = away;
  poll.sync.choose(ship);
  await settled();
  stop();
  await pass(10_000);
  assert.equal((await open({id})).poll, poll);
  shown.splice(0).forEach((stop) => stop());
  network = null;
  for (let wait = 0; wait < 5; wait++) await pass(10_000);
  assert.equal(feed.row?.ballot.rev, 1);
  assert.notEqual((await open({id})).poll, poll);
});

test('a page that is looked at again looks at the counts, but not twice within 10 s', async () => {
  const {poll} = await open();
  feed.othersVote();
  clock += 9_999;
  await happens('visibilitychange');
  assert.equal(poll.view().snapshot?.revision, 0);
  clock += 1;
  await happens('pageshow');
  assert.equal(poll.view().snapshot?.revision, 1);
});

test('a lost ballot waits for its back-off, then the same one is sent', async () => {
  const {poll} = await open();
  network = away;
  poll.sync.choose(ship);
  await settled();
  assert.equal(poll.view().state, 'waiting');
  await pass(599); // 100 and half of 1000
  assert.equal(posts().length, 1);
  await pass(1);
  assert.equal(posts().length, 2);
  assert.deepEqual(posts()[1]!.body, posts()[0]!.body);
});

test('Retry-After is waited for over the return of the network, and then the vote is counted', async () => {
  const {poll} = await open();
  network = () => new Response('', {status: 503, headers: {'Retry-After': '60'}});
  poll.sync.choose(ship);
  await settled();
  network = null;
  await happens('online');
  await pass(60_000);
  assert.deepEqual([posts().length, poll.view().state], [1, 'waiting']);
  await pass(600);
  assert.deepEqual([posts().length, poll.view().state], [2, 'counted']);
});

test('a page that goes sends once more what waits, and nothing that does not', async () => {
  const {poll} = await open();
  await happens('pagehide');
  network = away;
  poll.sync.choose(ship);
  await settled();
  await happens('pagehide');
  assert.equal(posts().length, 2);
  assert.deepEqual(posts()[1]!.body, posts()[0]!.body);
});

test('a store that lost the vote gets it again', async () => {
  const {poll} = await open();
  poll.sync.choose(ship);
  await settled();
  assert.equal(poll.view().state, 'counted');
  feed.restore({others: 3, rows: new Map()}, 'second');
  clock += 10_000;
  await happens('visibilitychange');
  assert.deepEqual(posts().map((each) => each.body.rev), [1, 1]);
  const {state, snapshot} = poll.view();
  assert.deepEqual([state, snapshot?.epoch, snapshot?.text.includes('"ships":"4"')], ['counted', 'second', true]);
});

test('a poll that asks something else now refuses, with the reason', async () => {
  const {poll} = await open();
  feed.definition = otherDefinition;
  poll.sync.choose(ship);
  await settled();
  assert.deepEqual([poll.view().state, poll.view().refusal], ['refused', 'other_definition']);
});

test('a file of counts is read and searched; a vote cast before waits for what it says', async () => {
  ballotsUrl = null;
  network = away;
  const votes = 'https://feed.example/all-votes.json';
  const {poll} = await open({votes});
  poll.sync.choose(skip);
  await settled();
  assert.deepEqual([poll.view().state, posts().length], ['waiting', 0]);
  network = null;
  await pass(600);
  assert.deepEqual(asked.at(-1), {method: 'GET', url: votes, body: null});
  await pass(10_000);
  assert.deepEqual([poll.view().refusal, posts().length], ['off', 0]);
});

test('a note on this device is kept, asks nobody, and says nothing to another question', async () => {
  const {poll, id, told} = await open({votes: ''});
  poll.sync.choose(ship);
  poll.sync.choose(skip);
  assert.deepEqual(poll.sync.choice(), skip);
  assert.deepEqual(poll.view().own.pending?.calls, skip.calls);
  assert.deepEqual(told, [true, true]);
  assert.match(String(kept.get(`faceoff:${id} `)), /skip/);
  for (const event of ['online', 'visibilitychange', 'pagehide']) await happens(event);
  shown.splice(0).forEach((stop) => stop());
  await pass(60_000);
  const again = await open({votes: '', id});
  assert.notEqual(again.poll, poll);
  assert.deepEqual(again.poll.sync.choice(), skip);
  assert.deepEqual((await open({votes: '', id, definition: otherDefinition})).poll.sync.choice(), {calls: [], pick: null});
  assert.deepEqual(asked, []);
});

// The last one: a storage that failed once is not relied on again.
test('two tabs whose storage was full for a while cast their votes above each other for ever', async () => {
  const {poll, id} = await open();
  const {setItem} = localStorage;
  localStorage.setItem = () => {
    throw new Error('full');
  };
  poll.sync.choose(ship);
  await settled();
  assert.deepEqual([poll.view().state, poll.view().kept], ['counted', false]);
  localStorage.setItem = setItem;
  const before = posts().length;
  const ballot = {faceoff: 1, rev: 1, definition, ...skip};
  const theirs = {epoch: 'first', counted: [{revision: 2, ballot}], pending: null, base: {epoch: 'first', revision: 2}};
  const key = keyOf({votes: 'https://feed.example/votes', firstId: id});
  page.dispatchEvent(Object.assign(new Event('storage'), {key, newValue: JSON.stringify(theirs)}));
  await pass(10_000);
  assert.deepEqual([posts().length, poll.view().state, poll.sync.choice()], [before, 'counted', ship]);
});
