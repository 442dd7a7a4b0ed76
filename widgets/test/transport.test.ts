// What the network may answer, by a real server that misbehaves.
import assert from 'node:assert/strict';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, test, type TestContext} from 'node:test';
import {Problem} from '../src/page/problem.js';
import {fetchBytes} from '../src/page/fetch-bytes.js';
import {fetchSnapshot, postBallot, readSnapshot, retryAfterMs} from '../src/votes/transport.js';
import {unanswered} from '../src/votes/sync.js';
import type {Ballot} from '../src/types.js';

let server: Server;
let address = '';
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;

before(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    answer(request, response, body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const says = (status: number, body: string, headers = {}) =>
  (answer = (_, response) => response.writeHead(status, headers).end(body));

// The code of the problem that asking for `path` ends with; "" when it does not.
async function problemOf(path: string, caller?: AbortSignal) {
  try {
    await fetchBytes(address + path, {}, caller);
    return '';
  } catch (failed) {
    assert.ok(failed instanceof Problem, String(failed));
    return failed.detail.code;
  }
}

const tally = {comparison: 'a', definition: 'd', epoch: 'e', revision: 3, ballots_url: '/votes/a'};
const ballot: Ballot = {faceoff: 1, rev: 2, definition: 'd', calls: [{contender: 'x', call: 'ship'}], pick: null};
const post = () => postBallot(`${address}/votes/a`, 'the key', ballot, 'a');

// Time limits cannot be waited for here: asks how long they are, and makes them short.
function shortTimes(t: TestContext) {
  const real = AbortSignal.timeout;
  const asked: number[] = [];
  t.mock.method(AbortSignal, 'timeout', (ms: number) => {
    asked.push(ms);
    return real(50);
  });
  return asked;
}

test('bytes come with the address they were found at in the end', async () => {
  answer = (request, response) =>
    request.url === '/old' ? response.writeHead(302, {Location: '/new/place'}).end() : response.end('{"a": 1}');
  const {bytes, url} = await fetchBytes(`${address}/old`, {});
  assert.equal(new TextDecoder().decode(bytes), '{"a": 1}');
  assert.equal(url, `${address}/new/place`);
});

test('a status that is no success is a problem that tells the number', async () => {
  says(404, '{}');
  await assert.rejects(fetchBytes(`${address}/x`, {}), (failed: Problem) => {
    assert.equal(failed.detail.code, 'status');
    assert.equal(failed.detail.message, '404');
    assert.equal(failed.detail.url, `${address}/x`);
    return true;
  });
});

test('a web page is no document, whatever it is served as', async () => {
  says(200, ' \n<!doctype html>', {'Content-Type': 'application/json'});
  assert.equal(await problemOf('/x'), 'not-json');
  says(200, '{"a": "<p>"}', {'Content-Type': 'text/html'});
  assert.equal(await problemOf('/x'), '');
});

test('4 MiB are taken, one byte more is not, and the rest is not waited for', async () => {
  says(200, `"${'x'.repeat(4 * 1024 * 1024 - 2)}"`);
  assert.equal((await fetchBytes(`${address}/x`, {})).bytes.length, 4 * 1024 * 1024);
  let gone = false;
  answer = (_, response) => {
    response.on('close', () => (gone = true));
    response.write('x'.repeat(4 * 1024 * 1024 + 1)); // and never ends
  };
  assert.equal(await problemOf('/x'), 'too-large');
  for (let wait = 0; wait < 200 && !gone; wait++) await new Promise((done) => setTimeout(done, 5));
  assert.ok(gone);
});

test('a body that breaks off is no answer, not half a document', async () => {
  answer = (_, response) => {
    response.writeHead(200, {'Content-Length': 100}).write('{"a":');
    setTimeout(() => response.destroy(), 20);
  };
  assert.equal(await problemOf('/x'), 'unreachable');
});

test('nobody there is no answer', async () => {
  await assert.rejects(fetchBytes('http://127.0.0.1:9/x', {}), (failed: Problem) => failed.detail.code === 'unreachable');
});

test('a document has 20 s, from the question to its last byte', async (t) => {
  const asked = shortTimes(t);
  answer = () => {};
  assert.equal(await problemOf('/x'), 'timeout');
  answer = (_, response) => void response.writeHead(200).write('{');
  assert.equal(await problemOf('/x'), 'timeout');
  assert.deepEqual(asked, [20_000, 20_000]);
});

test('given up by its caller it throws what the caller said, which is no problem', async () => {
  answer = () => {};
  const control = new AbortController();
  const asked = fetchBytes(`${address}/x`, {}, control.signal);
  control.abort();
  await assert.rejects(asked, (failed: Error) => failed.name === 'AbortError' && !(failed instanceof Problem));
});

test('counts are read alone and out of a feed; of another comparison, or without an epoch, they are none', () => {
  const text = (value: unknown) => JSON.stringify(value);
  assert.deepEqual(readSnapshot(text(tally), 'a'), {
    text: text(tally),
    definition: 'd',
    epoch: 'e',
    revision: 3,
    ballotsUrl: '/votes/a',
  });
  const items = [{}, {_faceoff: {tally: {...tally, comparison: 'b'}}}, {_faceoff: {tally: {...tally, ballots_url: null}}}];
  assert.equal(readSnapshot(text({items}), 'a')?.ballotsUrl, '');
  assert.equal(readSnapshot(text({items}), 'c'), null);
  for (const wrong of [{epoch: 7}, {epoch: undefined}, {revision: 1.5}, {revision: '3'}, {definition: null}]) {
    assert.equal(readSnapshot(text({...tally, ...wrong}), 'a'), null, text(wrong));
  }
  assert.equal(readSnapshot('{"comparison": "a"', 'a'), null);
});

test('counts are asked for without credentials and past a stale cache', async (t) => {
  const fetch = t.mock.method(globalThis, 'fetch');
  says(200, JSON.stringify(tally));
  assert.equal((await fetchSnapshot(`${address}/votes/a`, 'a')).snapshot?.revision, 3);
  const {credentials, cache} = fetch.mock.calls[0]!.arguments[1]!;
  assert.deepEqual([credentials, cache], ['omit', 'no-cache']);
});

test('counts that cannot be had are none, with the answer that says so, and nothing is thrown', async () => {
  says(429, '{}', {'Retry-After': '7'});
  const {snapshot, refused} = await fetchSnapshot(`${address}/x`, 'a');
  assert.deepEqual([snapshot, refused?.status, retryAfterMs(refused)], [null, 429, 7000]);
  for (const body of ['', '<p>Welcome to the hotel</p>', '[]', JSON.stringify({...tally, comparison: 'b'})]) {
    says(200, body);
    assert.equal((await fetchSnapshot(`${address}/x`, 'a')).snapshot, null, body);
  }
  answer = (_, response) => void response.destroy();
  assert.deepEqual(await fetchSnapshot(`${address}/x`, 'a'), {snapshot: null, refused: undefined});
  assert.equal(retryAfterMs(undefined), 0);
});

test('a ballot follows no redirect: its key is for one address', async () => {
  for (const status of [301, 302, 303, 307, 308]) {
    const asked: string[] = [];
    answer = (request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(status, {Location: '/elsewhere'}).end();
    };
    assert.deepEqual(await post(), unanswered);
    assert.deepEqual(asked, ['POST /votes/a'], String(status));
  }
});

test('a ballot is posted as JSON with its key, without credentials, and outlives the page', async (t) => {
  const fetch = t.mock.method(globalThis, 'fetch');
  let got: unknown;
  answer = (request, response, body) => {
    got = [request.method, request.headers['content-type'], request.headers.cookie, JSON.parse(body)];
    response.end(JSON.stringify({tally, ballot: {rev: 2, state: 'counted'}}));
  };
  const reply = await post();
  assert.deepEqual(got, ['POST', 'application/json', undefined, {...ballot, key: 'the key'}]);
  assert.ok(reply.kind === 'answer');
  assert.deepEqual([reply.rev, reply.state, reply.snapshot.revision], [2, 'counted', 3]);
  const {credentials, keepalive} = fetch.mock.calls[0]!.arguments[1]!;
  assert.deepEqual([credentials, keepalive], ['omit', true]);
});

test('options have no prototype, on which the page may have put a method or a body', async (t) => {
  const fetch = t.mock.method(globalThis, 'fetch');
  says(200, JSON.stringify(tally));
  await fetchBytes(`${address}/x`, {cache: 'reload'});
  await post();
  const [asked, posted] = fetch.mock.calls.map((each) => each.arguments[1]!);
  for (const options of [asked!, posted!, posted!.headers!]) assert.equal(Object.getPrototypeOf(options), null);
  assert.equal(asked!.cache, 'reload');
});

test('a refusal is told by the code in the answer, else by the status', async () => {
  const codes = async (status: number, body = '') => {
    says(status, body);
    const reply = await post();
    assert.ok(reply.kind === 'problem');
    return [reply.code, reply.final];
  };
  assert.deepEqual(await codes(410, '{"code": "not_open"}'), ['not_open', true]);
  assert.deepEqual(await codes(410), ['closed', true]);
  assert.deepEqual(await codes(404, '<p>Not here</p>'), ['unknown_poll', true]);
  assert.deepEqual(await codes(405), ['unknown_poll', true]);
  assert.deepEqual(await codes(412), ['other_definition', true]);
  assert.deepEqual(await codes(422, '{"code": 7}'), ['unknown_contender', true]);
  for (const status of [400, 413, 415]) assert.equal((await codes(status))[1], true, String(status));
  for (const status of [401, 403, 429, 500, 503]) assert.equal((await codes(status))[1], false, String(status));
});

test('Retry-After is seconds or a date; a date gone by, and anything else, is now', async () => {
  const waits = async (header: string) => {
    says(503, '', {'Retry-After': header});
    const reply = await post();
    assert.ok(reply.kind === 'problem' && !reply.final);
    return reply.retryAfterMs;
  };
  assert.equal(await waits('120'), 120_000);
  const inAMinute = await waits(new Date(Date.now() + 60_000).toUTCString());
  assert.ok(inAMinute > 55_000 && inAMinute <= 60_000, String(inAMinute));
  assert.equal(await waits(new Date(Date.now() - 60_000).toUTCString()), 0);
  assert.equal(await waits('soon'), 0);
  says(503, '');
  assert.deepEqual(await post(), unanswered);
});

test("a date in Retry-After is taken by the feed's clock, where that may be read", async () => {
  const feedNow = Date.now() + 10 * 365 * 86_400_000;
  says(503, '', {'Retry-After': new Date(feedNow + 60_000).toUTCString(), Date: new Date(feedNow).toUTCString()});
  const reply = await post();
  assert.ok(reply.kind === 'problem');
  assert.ok(reply.retryAfterMs >= 59_000 && reply.retryAfterMs <= 61_000, String(reply.retryAfterMs));
});

test('an answer to a ballot that says nothing is none: the ballot is sent again', async () => {
  const good = {tally, ballot: {rev: 2, state: 'counted'}};
  const odd = [
    '',
    '{"tally":',
    '<p>Welcome to the hotel</p>',
    JSON.stringify({...good, tally: {...tally, comparison: 'b'}}),
    JSON.stringify({...good, ballot: {state: 'counted'}}),
    JSON.stringify({ballot: good.ballot}),
  ];
  for (const body of odd) {
    says(200, body);
    assert.deepEqual(await post(), unanswered, body);
  }
  answer = (_, response) => void response.destroy();
  assert.deepEqual(await post(), unanswered);
});

test('a ballot has 10 s', async (t) => {
  const asked = shortTimes(t);
  answer = () => {};
  assert.deepEqual(await post(), unanswered);
  assert.deepEqual(asked, [10_000]);
});
