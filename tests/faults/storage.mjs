// Rows: storages that refuse, forget or hold what nobody of us wrote, and clocks that are years off.
import assert from 'node:assert/strict';
import {status} from './proxy.mjs';
import {inHead, pause} from './scene.mjs';

const none = '\u2014 No votes yet';
const tenYears = 10 * 365.25 * 86_400_000;

// Votes, changes the vote, takes it back and votes again; and each time the feed has it once.
async function voteAround(row, page) {
  await row.state(page, 'not_voted');
  for (const [button, state, readers] of [
    ['Ship Tindle', 'counted', [none, '1 ship, 0 skip']],
    ['Skip Tindle', 'counted', [none, '0 ship, 1 skip']],
    ['Skip Tindle', 'not_voted', [none, none]],
    ['Ship Plovra', 'counted', ['1 ship, 0 skip', none]],
  ]) {
    await row.vote(page, button);
    await row.readers(page, readers);
    await row.state(page, state);
  }
}

const broken = (name, spoil, more = {}) => ({
  name: `storage that ${name}`,
  engines: 'all',
  ...more,
  async run(row) {
    const page = await row.arrive(inHead(spoil));
    await voteAround(row, page);
    return row.finish({ballots: 1, shares: '1 0, 0 0', requests: more.requests ?? 'GET 1, POST 4', byReader: true});
  },
});

// The real thing: filled to the last byte by the page.
const filled = {
  name: 'storage that is full to the last byte',
  engines: 'all',
  async run(row) {
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    await page.evaluate(() => {
      for (let size = 1 << 22, n = 0; size >= 1; ) {
        try {
          localStorage.setItem(`theirs-${n++}`, 'x'.repeat(size));
        } catch {
          size >>= 1;
        }
      }
    });
    await voteAround(row, page);
    const told = await page.evaluate(() => window.recorder.heard.filter(({name}) => name === 'face-off-error').map(({detail}) => detail.code));
    assert.deepEqual(told, ['storage']);
    return row.finish({ballots: 1, shares: '1 0, 0 0', requests: 'GET 1, POST 4', byReader: true, also: 'the page is told: storage'});
  },
};

// As a site does at its log-out, or a reader by hand, while the page stays open.
const wiped = (name, wipe, more = {}) => ({
  name: `storage ${name}`,
  engines: 'all',
  ...more,
  async run(row) {
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'counted');
    await page.evaluate(wipe);
    await row.vote(page, 'Skip Tindle');
    await row.readers(page, [none, '0 ship, 1 skip']);
    await row.state(page, 'counted');
    await row.reload(page);
    await row.state(page, 'counted');
    await row.readers(page, [none, '0 ship, 1 skip']);
    await row.vote(page, 'Ship Tindle');
    await row.readers(page, [none, '1 ship, 0 skip']);
    await row.state(page, 'counted');
    return row.finish({ballots: 1, shares: '0 0, 1 0', byReader: true});
  },
});

const wipedUnderWay = {
  name: 'storage wiped by the page while a vote waits',
  engines: 'all',
  async run(row) {
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    row.proxy.meet('POST', status(500), status(500), status(500));
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'waiting');
    await page.evaluate(() => localStorage.clear());
    await row.state(page, 'counted');
    await row.reload(page);
    await row.state(page, 'counted');
    return row.finish({ballots: 1, shares: '0 0, 1 0', requests: 'GET 2, POST 4'});
  },
};

const wipedAndLeft = {
  name: 'storage wiped, the page left and opened again: another voter, as anybody who clears a browser',
  engines: 'all',
  async run(row) {
    const page = await row.arrive();
    await row.state(page, 'not_voted');
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'counted');
    await page.evaluate(() => localStorage.clear());
    await row.reload(page);
    await row.state(page, 'not_voted');
    await row.readers(page, [none, '1 ship, 0 skip']);
    assert.equal((await row.counted()).ballots, 1);
    return row.finish({ballots: 1, shares: '0 0, 1 0', requests: 'GET 2, POST 1', also: 'the first vote stays counted'});
  },
};

const garbageBefore = {
  name: 'storage that holds garbage under our keys',
  engines: 'all',
  async run(row) {
    const key = `faceoff:${row.id} ${row.proxy.url}/votes`;
    const plant = (key) => {
      if (localStorage.length) return;
      localStorage.setItem('faceoff:secret', 'garbage');
      localStorage.setItem(key, '{"epoch":"e","counted":[{"revision":-1,"ballot":{"rev":"x"}},7],"pending":{"rev":1e99},"base":[]}');
    };
    const page = await row.arrive(inHead(plant, key));
    await voteAround(row, page);
    await row.reload(page);
    await row.state(page, 'counted');
    return row.finish({ballots: 1, shares: '1 0, 0 0', requests: 'GET 2, POST 4', byReader: true});
  },
};

const clock = (name, shift, wait, also) => ({
  name: `clock ${name}, and 429 with Retry-After as a date`,
  engines: 'all',
  async run(row) {
    const head = inHead((shift) => {
      const Real = Date;
      window.Date = class extends Real {
        constructor(...given) {
          super(...(given.length ? given : [Real.now() + shift]));
        }
        static now() {
          return Real.now() + shift;
        }
      };
    }, shift);
    const page = await row.arrive(head);
    await row.state(page, 'not_voted');
    row.proxy.meet('POST', status(429, {wait: () => new Date(Date.now() + 2000).toUTCString(), ...wait}));
    await row.vote(page, 'Ship Tindle');
    await row.state(page, 'waiting');
    if (also) {
      await pause(2500);
      assert.equal(row.proxy.of('POST').length, 1);
      await page.click('button', 'Try again');
    }
    await row.state(page, 'counted');
    await row.reload(page);
    await row.state(page, 'counted');
    return row.finish({ballots: 1, shares: '0 0, 1 0', requests: `GET ${also ? 3 : 2}, POST 2`, also});
  },
});

const open = {headers: {'Access-Control-Expose-Headers': 'Retry-After, Date'}};

export const rows = [
  broken('throws when touched', () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    });
  }),
  broken('is null', () => Object.defineProperty(window, 'localStorage', {value: null})),
  broken('throws on every read', () => {
    Storage.prototype.getItem = () => {
      throw new DOMException('no', 'SecurityError');
    };
  }),
  broken('throws on every write', () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  }),
  broken('throws on every read, write and removal', () => {
    Storage.prototype.getItem = Storage.prototype.setItem = Storage.prototype.removeItem = () => {
      throw new DOMException('no', 'SecurityError');
    };
  }),
  broken('gives garbage back, whatever was stored', () => {
    Storage.prototype.getItem = () => '{"epoch":7,"pending":{"rev":"x"},';
  }, {requests: 'GET 1, POST 5'}), // a number that was too low, cast again above
  broken('takes everything and keeps nothing', () => {
    Storage.prototype.setItem = () => {};
  }),
  filled,
  garbageBefore,
  wiped('wiped by the page between two votes', () => localStorage.clear(), {quick: true}),
  wiped('whose secret was overwritten with garbage between two votes', () => localStorage.setItem('faceoff:secret', 'x')),
  wiped('whose records were overwritten with garbage between two votes', () => {
    for (const key of Object.keys(localStorage)) if (key !== 'faceoff:secret') localStorage.setItem(key, '{"epoch":"e","counted":');
  }),
  wipedUnderWay,
  wipedAndLeft,
  clock('ten years fast', tenYears, {}, ''),
  clock('ten years slow', -tenYears, {}, 'waits at most an hour where the date cannot be told from the feed\u2019s own; "Try again" is at once'),
  clock('ten years slow, the feed\u2019s own time readable', -tenYears, open, ''),
];
