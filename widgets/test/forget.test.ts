// "Forget my votes on this site": taken back at every feed first, then erased; or nothing is erased.
import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import type {Core} from '../../web/core.js';
import {forgetAll, remembers} from '../src/votes/forget.js';
import {pollFor} from '../src/votes/poll.js';
import type {Ballot, Choice} from '../src/types.js';
import {definition, ModelFeed, otherDefinition} from './model-feed.js';
import {Box} from './box.js';

const ship: Choice = {calls: [{contender: 'a', call: 'ship'}], pick: null};

// The page.
const page = Object.assign(new EventTarget(), {hidden: false});
let box = new Box();
Object.assign(globalThis, {
  window: page,
  document: page,
  addEventListener: page.addEventListener.bind(page),
  location: {origin: 'https://page.example'},
});
Object.defineProperty(globalThis, 'localStorage', {get: () => box, configurable: true});

// Feeds by the path of their votes URL and the poll's id; alias: another id of a poll.
const feeds = new Map<string, ModelFeed>();
const alias = new Map<string, string>();
let asked: string[] = [];
let broken: (method: string, id: string) => Response | null = () => null;

const feedOf = (id: string) => feeds.get(alias.get(id) ?? id);

globalThis.fetch = async (url, {method = 'GET', body} = {}) => {
  const id = new URL(String(url)).pathname.split('/').pop()!;
  asked.push(`${method} ${id}`);
  const instead = broken(method, id);
  if (instead) return instead;
  const feed = feedOf(id);
  if (!feed) return new Response('{"code":"unknown_poll"}', {status: 404});
  const reply = method === 'POST' ? feed.post(JSON.parse(String(body)) as Ballot, JSON.parse(String(body)).key) : null;
  if (reply?.kind === 'problem') return new Response(JSON.stringify({code: reply.code}), {status: 412});
  const {epoch, revision} = feed.get();
  const tally = {comparison: alias.get(id) ?? id, definition: feed.definition, epoch, revision, ballots_url: `/votes/${id}`};
  const answer = reply ? {tally, ballot: {rev: reply.rev, state: reply.state}} : tally;
  return new Response(JSON.stringify(answer));
};

const core = {
  readerKey: (secret: Uint8Array, _: string, id: string) => `${Buffer.from(secret).toString('hex')} ${id}`,
} as unknown as Core;
const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setImmediate(done));
};

let many = 0;
async function vote(id = `poll-${many++}`, firstId = id) {
  if (!feedOf(id)) feeds.set(id, new ModelFeed());
  const poll = pollFor(core, {votes: 'https://feed.example/votes', id, firstId, definition});
  const stop = poll.listen(() => {});
  await settled();
  poll.sync.choose(ship);
  await settled();
  return {poll, id, feed: feedOf(id)!, stop};
}
const standing = (feed: ModelFeed) => [...feed.rows.values()].filter(({ballot}) => ballot.calls.length).length;

beforeEach(() => {
  for (const key of Object.keys(box)) {
    box.removeItem(key);
    page.dispatchEvent(Object.assign(new Event('storage'), {key, newValue: null}));
  }
  box.setItem('faceoff:secret', '01'.repeat(32));
  box.setItem('theirs', 'stays');
  feeds.clear();
  alias.clear();
  asked = [];
  broken = () => null;
});

test('every vote is taken back at its feed, then all of ours is erased and nothing else', async () => {
  const [one, two] = [await vote(), await vote()];
  assert.ok(remembers(null));
  asked = [];
  assert.equal(await forgetAll(core), true);
  assert.deepEqual([standing(one.feed), standing(two.feed)], [0, 0]);
  assert.deepEqual(Object.keys(box), ['theirs']);
  assert.ok(!remembers(one.poll));
  for (const {poll} of [one, two]) assert.deepEqual([poll.view().state, poll.sync.choice().calls], ['not_voted', []]);
  assert.deepEqual(asked, [`GET ${one.id}`, `POST ${one.id}`, `GET ${two.id}`, `POST ${two.id}`]);
});

test('a vote after that is another voter\'s', async () => {
  const {poll, feed} = await vote();
  await forgetAll(core);
  poll.sync.choose(ship);
  await new Promise((done) => setTimeout(done, 600)); // the wait of a first vote
  await settled();
  assert.equal(standing(feed), 1);
  assert.equal(feed.rows.size, 2);
});

test('where one feed cannot be told nothing is erased, and a second try finishes it', async () => {
  const [one, two] = [await vote(), await vote()];
  broken = (_, id) => {
    if (id === two.id) throw new TypeError('Failed to fetch');
    return null;
  };
  assert.equal(await forgetAll(core), false);
  assert.equal(standing(two.feed), 1);
  assert.ok(box.getItem('faceoff:secret'));
  assert.equal(Object.keys(box).filter((key) => key.startsWith('faceoff:poll')).length, 2);
  broken = () => null;
  assert.equal(await forgetAll(core), true);
  assert.deepEqual([standing(one.feed), standing(two.feed)], [0, 0]);
  assert.deepEqual(Object.keys(box), ['theirs']);
});

test('an answer lost after the feed took it back is no confirmation, and loses nothing', async () => {
  const {feed, poll} = await vote();
  broken = (method, id) => {
    if (method !== 'POST') return null;
    broken = () => null;
    feed.post({faceoff: 1, rev: 2, definition, calls: [], pick: null}, `${'01'.repeat(32)} ${id}`);
    throw new TypeError('Failed to fetch');
  };
  assert.equal(await forgetAll(core), false);
  assert.equal(poll.view().state, 'waiting');
  assert.equal(await forgetAll(core), true);
  assert.equal(standing(feed), 0);
});

test('a poll that is gone or closed for good does not hold up the rest', async () => {
  for (const status of [404, 410]) {
    const [gone, closed, here] = [await vote(), await vote(), await vote()];
    broken = (method, id) =>
      id === gone.id || (id === closed.id && method === 'POST') ? new Response('', {status}) : null;
    assert.equal(await forgetAll(core), true, String(status));
    assert.equal(standing(here.feed), 0);
    assert.deepEqual(Object.keys(box), ['theirs']);
    broken = () => null;
    box.setItem('faceoff:secret', '01'.repeat(32));
  }
});

test('a vote that another page of the site cast is taken back too, under a new name and another question', async () => {
  const {id, feed, stop} = await vote();
  stop();
  const key = `faceoff:old-${id} https://feed.example/votes`;
  box.setItem(key, String(box.getItem(`faceoff:${id} https://feed.example/votes`)));
  box.removeItem(`faceoff:${id} https://feed.example/votes`);
  page.dispatchEvent(Object.assign(new Event('storage'), {key: `faceoff:${id} https://feed.example/votes`, newValue: null}));
  alias.set(`old-${id}`, id);
  feed.rows = new Map([[`${'01'.repeat(32)} old-${id}`, [...feed.rows.values()][0]!]]);
  feed.redefine();
  assert.equal(feed.definition, otherDefinition);
  assert.equal(await forgetAll(core), true);
  assert.equal(standing(feed), 0);
  assert.equal(feed.rows.size, 1);
});

test('a vote cast meanwhile in another tab is not erased', async () => {
  const {id, feed} = await vote();
  const key = `faceoff:${id} https://feed.example/votes`;
  const later = String(box.getItem(key)).replaceAll('"rev":1', '"rev":99');
  const {post} = feed;
  feed.post = function (ballot, voter) {
    const reply = post.call(this, ballot, voter);
    box.setItem(key, later);
    return reply;
  };
  assert.equal(await forgetAll(core), false);
  assert.match(String(box.getItem(key)), /"rev":99,/);
});

test('a note on the device, and a record without a secret, are erased without asking anybody', async () => {
  const note = pollFor(core, {votes: '', id: 'note', firstId: 'note', definition});
  note.sync.choose(ship);
  assert.ok(remembers(note));
  box.removeItem('faceoff:secret');
  page.dispatchEvent(Object.assign(new Event('storage'), {key: 'faceoff:secret', newValue: null}));
  asked = [];
  assert.equal(await forgetAll(core), true);
  assert.deepEqual(asked, []);
  assert.deepEqual(Object.keys(box), ['theirs']);
  assert.deepEqual(note.sync.choice().calls, []);
});
