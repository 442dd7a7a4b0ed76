// Rows: the feed or the network away at every step, a feed that lost its votes or asks something else, tabs that are
// killed, and two tabs at once.
import assert from 'node:assert/strict';
import {chromium} from 'playwright-core';
import {Reader} from '../e2e/reader.mjs';
import {comparison} from '../e2e/site.mjs';
import {deaf, silence} from './proxy.mjs';
import {inHead, pause} from './scene.mjs';

const none = '\u2014 No votes yet';
const away = '\u2014 Not reachable now';
const own = [none, '1 ship, 0 skip'];

// How the feed goes away, and comes back: connections refused, or no network at all.
const ways = {
  'the feed is away': {gone: (row) => row.proxy.down(), back: (row) => row.proxy.up()},
  'the network is away': {gone: (_, page) => page.offline(true), back: (_, page) => page.offline(false)},
};

const beforeTheClick = (way, {gone, back}) => ({
  name: `${way}: before the click`,
  engines: 'all',
  quick: way === 'the network is away',
  async run(row) {
    const page = await row.arrive();
    await row.readers(page, [none, none]);
    await gone(row, page);
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'waiting');
    await row.readers(page, own);
    await back(row, page);
    await row.state(page, 'counted');
    await row.readers(page, own);
    return row.finish({ballots: 1, shares: '0 0, 1 0', requests: 'GET 1, POST 1', byReader: true});
  },
});

const betweenClickAndAnswer = (way, {gone, back}, committed) => ({
  name: `${way}: between click and answer, the vote ${committed ? 'counted' : 'not counted'}`,
  engines: 'all',
  async run(row) {
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    row.proxy.meet('POST', committed ? deaf : silence);
    await row.vote(page, 'Ship Tindle');
    await row.asked('POST', 1);
    while (committed && !(await row.counted()).ballots) await pause(20);
    await gone(row, page);
    await row.state(page, 'waiting', 15_000);
    assert.equal((await row.counted()).ballots, committed ? 1 : 0);
    await back(row, page);
    await row.state(page, 'counted');
    await row.readers(page, own);
    assert.equal(row.proxy.of('POST').length, 2);
    return row.finish({ballots: 1, shares: '0 0, 1 0'});
  },
});

const afterTheAnswer = (way, {gone, back}) => ({
  name: `${way}: after the answer, then the vote is changed`,
  engines: 'all',
  async run(row) {
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'counted');
    await gone(row, page);
    await row.look(page);
    await row.readers(page, own);
    await row.vote(page, 'Skip Tindle');
    await row.state(page, 'waiting');
    await row.readers(page, [none, '0 ship, 1 skip']);
    assert.equal((await row.counted()).shares, '0 0, 1 0');
    await back(row, page);
    await row.state(page, 'counted');
    return row.finish({ballots: 1, shares: '0 0, 0 1', byReader: true});
  },
});

// Only the feed: without a network there is no page.
const whenThePageComes = {
  name: 'the feed is away: when the page comes, and when it is loaded again with a vote that waits',
  engines: 'all',
  async run(row) {
    await row.proxy.down();
    const page = await row.arrive();
    await row.readers(page, [away, away]);
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'waiting');
    await row.readers(page, [away, away]);
    await row.reload(page);
    await row.state(page, 'waiting');
    await row.readers(page, [away, away]);
    await row.proxy.up();
    await row.state(page, 'counted');
    await row.readers(page, own);
    return row.finish({ballots: 1, shares: '0 0, 1 0', byReader: true});
  },
};

const newEpoch = {
  name: 'a feed that lost its votes (a new epoch)',
  engines: 'chromium', // restarts the site that the other rows use
  async run(row) {
    const {site} = row.scene;
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'counted');
    await site.stop();
    await site.forgetVotes();
    await site.start();
    assert.equal((await row.counted()).ballots, 0);
    await row.look(page);
    await row.asked('POST', 2);
    await row.state(page, 'counted');
    await row.readers(page, own);
    return row.finish({ballots: 1, shares: '0 0, 1 0', requests: 'GET 2, POST 2'});
  },
};

const newDefinition = {
  name: 'a poll that asks something else now (a new definition)',
  engines: 'all',
  async run(row) {
    const {site} = row.scene;
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'counted');
    const renamed = comparison(row.id);
    renamed.contenders[0].name = 'Plovra Two';
    const {definition} = await site.tally(row.id);
    await site.write(`${row.id}.faceoff.json`, renamed);
    while ((await site.tally(row.id)).definition === definition) await pause(50);
    await row.vote(page, 'Skip Tindle');
    await row.state(page, 'refused');
    await page.waitFor(() =>
      document.querySelector('face-off').shadowRoot.querySelector('[data-contender=plovra]').getAttribute('aria-label').includes('Two'),
    );
    await row.state(page, 'refused'); // the reason is still there
    await row.vote(page, 'Skip Tindle');
    await row.state(page, 'counted');
    return row.finish({ballots: 1, shares: '0 0, 0 1', byReader: true, also: 'the document is read again by itself'});
  },
};

// The renderer of the tab crashes: what the device stored is all there is.
const killed = (committed) => ({
  name: `the tab killed between click and answer, the vote ${committed ? 'counted' : 'not counted'}`,
  engines: 'chromium',
  async run(row) {
    const reader = await Reader.arrive();
    const shows = (state) => reader.state(state, 15_000);
    const url = row.address();
    try {
      await reader.page.goto(url);
      await shows('not_voted');
      row.proxy.meet('POST', committed ? deaf : silence);
      await reader.button('Ship Tindle').click();
      await row.asked('POST', 1);
      while (committed && !(await row.counted()).ballots) await pause(20);
      const session = await reader.context.newCDPSession(reader.page);
      const gone = new Promise((done) => reader.page.once('crash', done));
      session.send('Page.crash').catch(() => {});
      await gone;
      reader.page = await reader.newPage();
      await reader.page.goto(url);
      await shows('counted');
      row.seen.push({words: (await reader.page.locator('.state').innerText()).trim()});
      const {sees, ...told} = await row.finish({ballots: 1, shares: '0 0, 1 0', requests: 'GET 2, POST 2', byReader: true});
      return {...told, sees: [`(in the next tab) ${sees.at(-1)}`]};
    } finally {
      await reader.leave();
    }
  },
});

// By a name that is not loopback: no Web Locks, no crypto.subtle. The votes go back to where the page came from.
const plainHttp = {
  name: 'a page over plain http, votes at its own origin',
  engines: 'chromium',
  async run(row) {
    const {front} = row.scene;
    const head = '<script async src="/faceoff.js"></script>';
    const {pathname, port} = new URL(
      front.page(`plain-${row.id}.html`, `<face-off src="/${row.id}.faceoff.json" votes="/votes"></face-off>`, {head}),
    );
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--host-resolver-rules=MAP plain.test 127.0.0.1'],
    });
    try {
      const page = await browser.newPage();
      await page.goto(`http://plain.test:${port}${pathname}`);
      assert.deepEqual(await page.evaluate(() => [isSecureContext, 'locks' in navigator, !crypto.subtle]), [false, false, true]);
      const line = (state) => page.locator(`.state[data-state=${state}]`);
      await line('not_voted').waitFor({state: 'attached', timeout: 15_000});
      await page.getByRole('button', {name: 'Ship Tindle', exact: true}).click();
      await line('counted').waitFor({state: 'attached', timeout: 15_000});
      row.seen.push({words: (await line('counted').innerText()).trim()});
      return {...(await row.finish({ballots: 1, shares: '0 0, 1 0'})), requests: 'not through the proxy'};
    } finally {
      await browser.close();
    }
  },
};

// Both tabs click at one moment, other buttons; then both have to show what the feed counts. Every fifth time the
// device never voted before, so both draw a secret.
const together = (name, head, rounds, more = {}) => ({
  name: `two tabs vote at once, ${rounds} times, ${name}`,
  engines: 'all',
  slow: true,
  ...more,
  async run(row) {
    const one = await row.arrive(head);
    const two = await one.tab();
    row.pages = [one];
    await two.goto(row.address(head));
    const tabs = [one, two];
    let devices = 0;
    let stand = 0; // devices that end with a vote: a click on what is pressed takes it back
    let shown;
    for (let round = 0; round < rounds; round++) {
      if (round % 5 === 0) {
        devices++;
        await one.evaluate(() => localStorage.clear());
        for (const tab of tabs) await row.reload(tab);
        for (const tab of tabs) await row.state(tab, 'not_voted');
      }
      const at = Date.now() + 60;
      const calls = round % 2 ? ['ship', 'skip'] : ['skip', 'ship'];
      await Promise.all(tabs.map((tab, which) => tab.evaluate(clickAt, {at, call: calls[which], contender: round % 3 ? 'tindle' : 'plovra'})));
      shown = await agreed(row, tabs, stand);
      if (round % 5 === 4 && shown) stand++;
    }
    const voters = new Set(row.proxy.of('POST').map(({body}) => JSON.parse(body).key)).size;
    assert.equal(voters, devices);
    const posts = row.proxy.of('POST').length;
    assert.ok(posts <= 6 * rounds, `${posts} requests for ${rounds} pairs`);
    const {shares} = await row.counted();
    const told = await row.finish({ballots: stand, shares, byReader: true});
    return {...told, sees: [...new Set(told.sees)], counted: `${told.counted}: one of each device that ends with a vote`};
  },
});

function clickAt({at, call, contender}) {
  return new Promise((done) => {
    const wait = () => {
      if (Date.now() < at) return setTimeout(wait, 0);
      document.querySelector('face-off').shadowRoot.querySelector(`[data-contender=${contender}][data-call=${call}]`).click();
      done(true);
    };
    wait();
  });
}

const pressed = (tab) =>
  tab.evaluate(() => {
    const {shadowRoot} = document.querySelector('face-off');
    const state = shadowRoot.querySelector('.state').dataset.state;
    const calls = [...shadowRoot.querySelectorAll('[aria-pressed=true]')].map(({dataset}) => `${dataset.contender} ${dataset.call}`);
    return state === 'sending' || state === 'waiting' ? null : calls.join(', ');
  });

// What of the device's ballots is settled: none waits, and the newest one it remembers is the newest it posted. Until
// then a tab may still have to hear of another's, and cast its own again.
async function settled(row, tab) {
  const records = await tab.evaluate(() => Object.entries({...localStorage}).filter(([name]) => name !== 'faceoff:secret'));
  if (records.length !== 1) return false;
  const {pending, counted} = JSON.parse(records[0][1]);
  const posts = row.proxy.of('POST').map(({body}) => JSON.parse(body));
  const ours = posts.filter(({key}) => key === posts.at(-1)?.key);
  return !pending && counted.at(-1)?.ballot.rev === Math.max(...ours.map(({rev}) => rev));
}

// Waits until both tabs show the same as counted and the feed has that and nothing more of this device; returns it.
async function agreed(row, tabs, before) {
  const end = Date.now() + 20_000;
  for (;;) {
    const done = await settled(row, tabs[0]);
    const [one, two] = [await pressed(tabs[0]), await pressed(tabs[1])];
    const {ballots} = await row.counted();
    if (done && one !== null && one === two && ballots === before + (one ? 1 : 0)) return one;
    if (Date.now() > end) {
      const posts = row.proxy.of('POST').slice(-8).map(({body}) => {
        const {key, rev, calls} = JSON.parse(body);
        return `${key.slice(0, 4)} ${rev} ${calls.map((each) => `${each.contender} ${each.call}`)}`;
      });
      const stored = await tabs[0].evaluate(() => JSON.stringify(localStorage));
      throw new Error(`tabs show ${one} and ${two}; ${ballots - before} ballots of this device: ${posts.join('; ')}; ${stored}`);
    }
    await pause(30);
  }
}

const noLocks = inHead(() => delete Navigator.prototype.locks);

export const rows = [
  ...Object.entries(ways).flatMap(([way, how]) => [
    beforeTheClick(way, how),
    betweenClickAndAnswer(way, how, false),
    betweenClickAndAnswer(way, how, true),
    afterTheAnswer(way, how),
  ]),
  whenThePageComes,
  newDefinition,
  killed(false),
  killed(true),
  together('where there are Web Locks', '', 200),
  together('without Web Locks', noLocks, 200),
  plainHttp,
  newEpoch,
];
