// What a row of the fault table works in: the real site, its feed behind the proxy of faults, one engine.
//
// Out, for every row: what the reader was told, what was asked of the feed, what the feed counts; and that nothing
// went wrong without a word: no uncaught error, no words a reader cannot read, no attempt sooner than its back-off.
import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {comparison, Site} from '../e2e/site.mjs';
import {Front} from '../engines/front.mjs';
import {until} from '../engines/engine.mjs';
import {Proxy} from './proxy.mjs';

// Runs in the page before the widget: keeps every line of state and of counts a reader saw, makes the back-off its shortest (100 ms
// each time), and lets the test pass time that only looks at the counts wait for.
function observer() {
  window.seen = [];
  window.read = new Set();
  window.later = 0;
  const now = performance.now.bind(performance);
  performance.now = () => now() + window.later;
  Math.random = () => window.jitter ?? 0;
  document.addEventListener('face-off-load', ({target}) => {
    const note = () => {
      const row = [...target.shadowRoot.querySelectorAll('.summary tr')].find((each) => /Readers/.test(each.textContent));
      const cells = [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.innerText.replace(/\s+/g, ' ').trim());
      window.read.add(cells.join(', '));
      const line = target.shadowRoot.querySelector('.state');
      if (!line) return;
      const words = line.innerText.replace(/\s+/g, ' ').trim();
      const last = window.seen.at(-1);
      if (words && last?.words !== words) window.seen.push({state: line.dataset.state, words});
    };
    new MutationObserver(note).observe(target.shadowRoot, {subtree: true, childList: true, attributes: true, characterData: true});
    requestAnimationFrame(note);
  });
}

export const inHead = (run, ...given) => `<script>(${run})(${given.map((each) => JSON.stringify(each)).join()})</script>`;

export class Scene {
  static async make(engine, most) {
    const scene = new Scene();
    scene.engine = engine;
    scene.free = Array.from({length: most}, (_, at) => `fault-${at}`);
    scene.site = await Site.make(Object.fromEntries(scene.free.map((id) => [`${id}.faceoff.json`, comparison(id)])));
    scene.front = await Front.of(scene.site);
    scene.proxy = await Proxy.before(scene.site);
    // For engines whose network cannot be cut: nobody answers, neither the site nor the feed.
    const both = [scene.front, scene.proxy];
    scene.network = {
      down: () => Promise.all(both.map((each) => each.down())),
      up: () => Promise.all(both.map((each) => each.up())),
    };
    return scene;
  }

  async leave() {
    await this.proxy.down();
    await this.front.down();
    await this.site.remove();
  }

  row() {
    return new Row(this, this.free.shift());
  }
}

export class Row {
  seen = [];
  errors = [];
  pages = [];

  constructor(scene, id) {
    this.scene = scene;
    this.proxy = scene.proxy.reset();
    this.id = id;
  }

  // A page with the comparison; head: what breaks in it before the widget comes.
  address(head = '', name = this.id) {
    const body = `<face-off src="/${this.id}.faceoff.json" votes="${this.proxy.url}/votes"></face-off>`;
    return this.scene.front.page(`${name}.html`, body, {
      head: `${inHead(observer)}${head}<script async src="/faceoff.js"></script>`,
    });
  }

  // Another reader, at the page.
  async arrive(head, options) {
    const page = await this.scene.engine.open({front: this.scene.network, ...options});
    this.pages.push(page);
    await page.goto(this.address(head));
    return page;
  }

  async reload(page) {
    await this.collect(page);
    await page.reload();
  }

  async state(page, wanted, timeout = 10_000) {
    await until(
      page,
      (wanted) => document.querySelector('face-off')?.shadowRoot.querySelector('.state')?.dataset.state === wanted,
      wanted,
      timeout,
    );
  }

  vote(page, name) {
    return page.click('button', name);
  }

  async readers(page, wanted, timeout = 10_000) {
    await until(
      page,
      (wanted) => {
        const rows = [...document.querySelector('face-off').shadowRoot.querySelectorAll('.summary tr')];
        const row = rows.find((each) => each.querySelector('th .q')?.textContent.includes('Readers'));
        const cells = [...row.querySelectorAll('td')].map((cell) => cell.innerText.replace(/\s+/g, ' ').trim());
        return JSON.stringify(cells) === JSON.stringify(wanted) || null;
      },
      wanted,
      timeout,
    );
  }

  // Counts that a reader saw were these, however short a time.
  everRead(page, cells) {
    return until(page, (wanted) => window.read.has(wanted) || null, cells.join(', '), 10_000);
  }

  // At no time the counts that a reader saw had this in them.
  async neverRead(page, words) {
    const read = await page.evaluate(() => [...window.read]);
    assert.ok(read.length > 0, 'counts were seen');
    assert.deepEqual(read.filter((each) => words.test(each)), []);
  }

  // The reader comes back after a while: the counts are looked at again.
  async look(page) {
    await page.evaluate(() => {
      window.later += 11_000;
      dispatchEvent(new Event('online'));
    });
  }

  // The same, once whatever look is under way has ended.
  async lookAgain(page) {
    const before = this.proxy.of('GET').length;
    for (const end = Date.now() + 20_000; this.proxy.of('GET').length === before; await pause(50)) {
      if (Date.now() > end) throw new Error('the counts are not looked at again');
      await this.look(page);
    }
  }

  async asked(method, count, timeout = 10_000) {
    const end = Date.now() + timeout;
    while (this.proxy.of(method).length < count) {
      if (Date.now() > end) throw new Error(`${method} ${this.proxy.of(method).length}, not ${count}`);
      await pause(20);
    }
  }

  // Somebody else votes, past the proxy.
  async other(calls) {
    const url = `${this.scene.site.url}/votes/${this.id}`;
    const {definition} = await (await fetch(url)).json();
    const key = randomBytes(32).toString('base64url');
    const body = JSON.stringify({faceoff: 1, key, rev: 1, definition, calls});
    const answer = await fetch(url, {method: 'POST', headers: {'Content-Type': 'application/json'}, body});
    assert.equal(answer.status, 200);
  }

  // "ship skip, ship skip" of Plovra and Tindle.
  async counted() {
    const {tallies, ballots} = await this.scene.site.tally(this.id);
    return {ballots, shares: tallies.map(({ship, skip}) => `${ship} ${skip}`).join(', ')};
  }

  async collect(page) {
    const {seen, lines} = await page.evaluate(() => {
      const had = {seen: window.seen ?? [], lines: window.recorder?.lines ?? []};
      window.seen = [];
      return {seen: had.seen, lines: [...had.lines]};
    });
    this.seen.push(...seen);
    this.errors.push(...lines.filter((line) => line.startsWith('error:')));
  }

  // What every row has to show in the end; ballots: how many readers the feed counts.
  async finish(expected) {
    for (const page of this.pages) await this.collect(page);
    assert.deepEqual(this.errors, [], 'no uncaught error');
    for (const {words} of this.seen) assertPlain(words);
    const {ballots, shares} = await this.counted();
    assert.deepEqual({ballots, shares}, {ballots: expected.ballots, shares: expected.shares});
    if (expected.requests) assert.equal(this.proxy.told(), expected.requests);
    if (!expected.byReader) assertPaced(this.proxy);
    return {
      sees: steps(this.seen.map(({words}) => words)),
      also: expected.also ?? '',
      requests: this.proxy.told(),
      counted: expected.others ? `${ballots - expected.others} of ours, ${expected.others} of others` : String(ballots),
    };
  }

  // However the row ended, the next one finds all there.
  async clear() {
    await this.scene.network.up();
    for (const page of this.pages.splice(0)) await page.close().catch(() => {});
  }
}

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// Each line once in a row of the same.
const steps = (words) => words.filter((each, at) => each !== words[at - 1]);

// A sentence for people: no code, no number of a protocol, nothing a program says to itself.
export function assertPlain(words) {
  assert.match(words, /^[A-Z][^{}<>_\d]*[.\u2026]( Try again)?$/, words);
  assert.doesNotMatch(words, /undefined|null|NaN|object|HTTP|JSON|error|fetch/i, words);
  assert.ok(words.length < 100, words);
}

// After a request that failed the next of its kind comes no sooner than the shortest step of the back-off.
function assertPaced(proxy) {
  for (const method of ['GET', 'POST']) {
    const all = proxy.of(method);
    all.forEach(({at}, index) => {
      const before = all[index - 1];
      if (before?.failed) assert.ok(at - before.at > 90, `${method} again after ${Math.round(at - before.at)} ms`);
    });
  }
}
