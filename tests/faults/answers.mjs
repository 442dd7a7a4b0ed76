// Rows: what the feed may answer instead of what was asked for.
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {changed, dripping, lost, reset, silence, status, truncated} from './proxy.mjs';
import {pause} from './scene.mjs';

const none = '\u2014 No votes yet';
const away = '\u2014 Not reachable now';
const html = {headers: {'Content-Type': 'text/html'}, body: '<!doctype html><title>Welcome to the hotel</title>'};
const plovra = [{contender: 'plovra', call: 'ship'}];

// The fault twice when the page comes, four times when it looks again, twice when the reader votes. resentBy: an engine
// that by itself sends again what met this fault, so that the fault lasts there as long as the widget is to see it.
const throughout = (name, fault, {resentBy, ...more} = {}) => ({
  name,
  engines: 'all',
  ...more,
  async run(row) {
    const resent = row.scene.engine.name === resentBy;
    const begins = (method, times) => {
      if (resent) row.proxy.rule = () => fault();
      else row.proxy.meet(method, ...Array.from({length: times}, () => fault()));
    };
    const ends = () => (row.proxy.rule = () => null);
    begins('GET', 2);
    const page = await row.arrive();
    await row.everRead(page, [away, away]);
    ends();
    await row.readers(page, [none, none]);
    await row.other(plovra);
    await row.look(page);
    await row.readers(page, ['1 ship, 0 skip', none]);
    await page.evaluate(() => window.read.clear());
    const before = row.proxy.of('GET').length;
    begins('GET', 4); // long enough for a view of it to be drawn
    await row.look(page);
    await row.asked('GET', before + 5);
    await row.readers(page, ['1 ship, 0 skip', none]);
    begins('POST', 2);
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'waiting');
    await row.readers(page, ['1 ship, 0 skip', '1 ship, 0 skip']);
    ends();
    await row.state(page, 'counted', 15_000);
    await row.readers(page, ['1 ship, 0 skip', '1 ship, 0 skip']);
    await row.neverRead(page, /^\u2014/);
    assert.deepEqual(row.proxy.of('POST').map(({body}) => String(body)).filter((each, at, all) => each !== all[0]), []);
    const requests = resent ? {byReader: true} : {requests: 'GET 9, POST 3'};
    return row.finish({ballots: 2, others: 1, shares: '1 0, 1 0', ...requests});
  },
});

const gaps = (row, method) => row.proxy.of(method).map(({at}, index, all) => at - (all[index - 1]?.at ?? at)).slice(1);

// 429 with Retry-After: nothing comes sooner, whatever wakes the page.
const askedToWait = (name, wait, atLeast) => ({
  name,
  engines: 'all',
  async run(row) {
    const fault = () => status(429, {wait});
    row.proxy.meet('GET', fault());
    const page = await row.arrive();
    await row.readers(page, [away, away]);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await row.readers(page, [none, none]);
    row.proxy.meet('POST', fault());
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'waiting');
    for (let chance = 0; chance < 10; chance++) await page.evaluate(() => dispatchEvent(new Event('online')));
    await row.state(page, 'counted');
    for (const method of ['GET', 'POST']) assert.ok(gaps(row, method)[0] >= atLeast, `${method} after ${gaps(row, method)}`);
    return row.finish({ballots: 1, shares: '0 0, 1 0', requests: 'GET 2, POST 2'});
  },
});

// The feed says no for good: told at once, not sent again, and the reader's own "try again" is.
const refused = (name, code, words) => ({
  name,
  engines: 'all',
  async run(row) {
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    row.proxy.meet('POST', status(code));
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'refused');
    await row.readers(page, [none, none]);
    await row.look(page);
    await pause(1200);
    assert.equal(row.proxy.of('POST').length, 1, 'it is not sent again by itself');
    await page.click('button', 'Try again');
    await row.state(page, 'counted');
    const told = await row.finish({ballots: 1, shares: '0 0, 1 0', byReader: true});
    assert.ok(told.sees.some((each) => each.startsWith(words)), told.sees.join(' | '));
    assert.equal(row.proxy.of('POST').length, 2);
    return told;
  },
});

// Somewhere else that would gladly take the vote.
async function elsewhere() {
  const got = [];
  const server = createServer((request, response) => {
    got.push(request.method);
    const cors = {'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Content-Type'};
    response.writeHead(200, {...cors, ...html.headers}).end(html.body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {got, url: `http://127.0.0.1:${server.address().port}/votes`, close: () => server.close()};
}

const redirected = (code) => ({
  name: `${code} to elsewhere`,
  engines: 'all',
  async run(row) {
    const there = await elsewhere();
    try {
      const told = await throughout('', () => status(code, {headers: {Location: there.url}})).run(row);
      assert.ok(!there.got.includes('POST') && !there.got.includes('OPTIONS'), 'no ballot went there');
      return {...told, also: 'nothing of the vote went there'};
    } finally {
      there.close();
    }
  },
});

// Every offset of an answer, told as its whole or cut off in the middle, for the counts and for a vote.
const cutAt = (offsets) => ({
  name: `truncated at ${offsets} offsets`,
  engines: offsets > 20 ? 'chromium' : 'all',
  async run(row) {
    const page = await row.arrive();
    await row.readers(page, [none, none]);
    for (let cut = 0; cut < offsets; cut++) {
      row.proxy.meet('GET', truncated(cut / offsets, cut % 2));
      row.proxy.meet('POST', truncated(cut / offsets, cut % 2));
      await row.lookAgain(page);
      await row.vote(page, cut % 2 ? 'Skip Tindle' : 'Ship Tindle');
      await row.asked('POST', 2 * cut + 2);
      await row.state(page, 'counted');
      await row.asked('GET', 2 * cut + 3);
    }
    const {ballots, shares} = await row.counted();
    assert.deepEqual([ballots, shares], [1, '0 0, 0 1']);
    const told = await row.finish({ballots: 1, shares: '0 0, 0 1', requests: `GET ${2 * offsets + 1}, POST ${2 * offsets}`});
    return {...told, sees: [...new Set(told.sees)]};
  },
});

// Twenty and ten seconds of real waiting.
const tooSlow = (name, fault) => ({
  name,
  engines: 'all',
  slow: true,
  async run(row) {
    row.proxy.meet('GET', fault());
    const page = await row.arrive();
    await row.readers(page, [away, away], 30_000);
    await row.readers(page, [none, none]);
    row.proxy.meet('POST', fault());
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'sending');
    await row.state(page, 'waiting', 20_000);
    await row.state(page, 'counted');
    return row.finish({ballots: 1, shares: '0 0, 1 0', requests: 'GET 2, POST 2'});
  },
});

const lostAnswer = {
  name: 'answers lost after the commit, and counts that hold the vote',
  engines: 'all',
  quick: true,
  async run(row) {
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    let deafened = true;
    row.proxy.rule = ({method}) => (method === 'POST' && deafened ? lost : null);
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'waiting');
    assert.equal((await row.counted()).ballots, 1);
    await row.readers(page, [none, '1 ship, 0 skip']);
    await row.lookAgain(page); // counts that hold the vote already
    await row.lookAgain(page); // is asked for when the first have been taken in
    await page.settle();
    await row.state(page, 'waiting');
    deafened = false;
    await row.state(page, 'counted');
    await row.readers(page, [none, '1 ship, 0 skip']);
    await row.neverRead(page, /[2-9] ship/);
    return {...(await row.finish({ballots: 1, shares: '0 0, 1 0', byReader: true})), requests: 'one a step'};
  },
};

const wrongType = {
  name: 'right answers of a wrong media type',
  engines: 'all',
  async run(row) {
    row.proxy.rule = () => changed((body, headers) => ((headers['content-type'] = 'image/png'), body));
    const page = await row.arrive();
    await row.readers(page, [none, none]);
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'counted');
    return row.finish({ballots: 1, shares: '0 0, 1 0', requests: 'GET 1, POST 1', byReader: true});
  },
};

// By the clock: 600 ms, 1.1 s, 2.1 s, 4.1 s with the middle of every step.
const steps = {
  name: '500 for nine seconds: one request a step',
  engines: 'chromium',
  slow: true,
  async run(row) {
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    await page.evaluate(() => (window.jitter = 0.5));
    let broken = true;
    row.proxy.rule = ({method}) => (method === 'POST' && broken ? status(500) : null);
    await row.vote(page, 'Ship Tindle');
    await row.asked('POST', 5, 15_000);
    broken = false;
    await row.state(page, 'counted', 10_000);
    const wanted = [600, 1100, 2100, 4100];
    gaps(row, 'POST').slice(0, 4).forEach((gap, at) => {
      assert.ok(gap >= wanted[at] - 20 && gap < wanted[at] + 1500, `step ${at}: ${Math.round(gap)} ms`);
    });
    return row.finish({ballots: 1, shares: '0 0, 1 0', requests: 'GET 1, POST 6'});
  },
};

const flipping = {
  name: '500, and a page told 60 times in three seconds that it is online again',
  engines: 'all',
  async run(row) {
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    await page.evaluate(() => (window.jitter = 1));
    row.proxy.rule = ({method}) => (method === 'POST' ? status(500) : null);
    await row.vote(page, 'Ship Tindle');
    await row.asked('POST', 3);
    const before = row.proxy.of('POST').length;
    await page.evaluate(
      () =>
        new Promise((done) => {
          let left = 60;
          const timer = setInterval(() => {
            dispatchEvent(new Event('online'));
            if (!--left) done(clearInterval(timer));
          }, 50);
        }),
    );
    const more = row.proxy.of('POST').length - before;
    assert.ok(more >= 1 && more <= 5, `${more} requests`);
    row.proxy.rule = () => null;
    await row.vote(page, 'Ship Tindle'); // takes it back
    await row.state(page, 'not_voted');
    return {...(await row.finish({ballots: 0, shares: '0 0, 0 0', byReader: true})), requests: 'at most one a second'};
  },
};

const neverEnough = {
  name: 'a feed that calls every ballot superseded',
  engines: 'all',
  async run(row) {
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    let mad = true;
    row.proxy.rule = ({method}) =>
      method === 'POST' && mad
        ? changed((answer) => ({...answer, ballot: {rev: answer.ballot.rev + 5, state: 'superseded'}}))
        : null;
    await page.evaluate(() => (window.jitter = 0.25));
    await row.vote(page, 'Ship Tindle');
    await row.asked('POST', 4);
    const [, second, third] = gaps(row, 'POST');
    assert.ok(second > 580 && third > 1080, `${second} and ${third} ms`);
    mad = false;
    await row.state(page, 'counted');
    const told = await row.finish({ballots: 1, shares: '0 0, 1 0', byReader: true});
    return {...told, requests: 'one a step after the second'};
  },
};

const other = (change) => () => changed(change);

export const rows = [
  throughout('500', () => status(500), {quick: true}),
  throughout('502 by a proxy that knows nothing of cross-origin headers', () => status(502, {...html, open: false})),
  throughout('503 with a web page', () => status(503, html)),
  askedToWait('429 with Retry-After: 2', () => '2', 2000),
  askedToWait('429 with Retry-After: a date', () => new Date(Date.now() + 3000).toUTCString(), 1900),
  throughout('connection reset', () => reset, {resentBy: 'firefox'}),
  throughout('an empty answer with 200', () => status(200)),
  throughout('a web page with 200', () => status(200, html)),
  throughout('JSON that is something else', other(() => [1, 2, {tally: 'no'}])),
  throughout('the counts of another comparison', other((body) => JSON.parse(JSON.stringify(body).replaceAll('"fault-', '"another-')))),
  wrongType,
  redirected(302),
  redirected(307),
  redirected(308),
  lostAnswer,
  cutAt(8),
  cutAt(200),
  steps,
  flipping,
  neverEnough,
  refused('404 to a vote', 404, 'Not counted: there is no such vote here.'),
  refused('410 to a vote', 410, 'Not counted: voting is closed.'),
  refused('422 to a vote', 422, 'Not counted: '),
  tooSlow('silence', () => silence),
  tooSlow('one byte a second', () => dripping(1)),
];
