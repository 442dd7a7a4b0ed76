// Elements that come, move and go: nothing of them stays behind, and what stays in the page goes on.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {chromium} from 'playwright-core';
import {closeBrowser, Reader} from './reader.mjs';
import {comparison, pageOf, Site} from './site.mjs';

let site;
before(async () => {
  site = await Site.make({
    'a.faceoff.json': comparison('a'),
    'b.faceoff.json': comparison('b', {title: 'Second title'}),
    'index.html': pageOf('<main></main>'),
    'one.html': pageOf('<main><face-off src="a.faceoff.json"></face-off></main><aside></aside><a href="index.html">Away</a>'),
  });
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

async function arrive(path) {
  const reader = await Reader.arrive();
  await reader.page.goto(`${site.url}/${path}`);
  await reader.page.waitForFunction(() => window.Faceoff);
  return reader;
}

const mount = (reader, count) =>
  reader.page.evaluate(async (count) => {
    const elements = Array.from({length: count}, (_, i) => {
      const element = document.createElement(['face-off', 'face-off-vote', 'face-off-badge'][i % 3]);
      Object.assign(element, {src: i % 2 ? 'a.faceoff.json' : 'b.faceoff.json', loading: 'eager', themeFrom: 'html'});
      return element;
    });
    const loaded = new Promise((done) => {
      let left = count;
      document.addEventListener('face-off-load', function hear() {
        if (--left) return;
        document.removeEventListener('face-off-load', hear);
        done();
      });
    });
    document.querySelector('main').replaceChildren(...elements);
    await loaded;
    // They are drawn in tasks of their own, later.
    const drawn = () => elements.every((each) => each.shadowRoot.querySelector('.root[data-id]'));
    while (!drawn()) await new Promise(requestAnimationFrame);
    for (const each of elements) {
      (window.mounted ??= []).push(new WeakRef(each), new WeakRef(each.shadowRoot), new WeakRef(each.shadowRoot.firstChild));
    }
  }, count);

const unmount = (reader) =>
  reader.page.evaluate(async () => {
    document.querySelector('main').replaceChildren();
    window.heard.length = 0; // the test's own memory, and the browser's list of requests
    performance.clearResourceTimings();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  });

describe('a hundred elements, mounted and unmounted ten times', () => {
  test('leave the heap as it was, no node of ours, no listener', async (t) => {
    const reader = await arrive('index.html');
    const devtools = await reader.context.newCDPSession(reader.page);
    await devtools.send('Performance.enable');
    const rest = async () => {
      for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
      const {metrics} = await devtools.send('Performance.getMetrics');
      const of = (name) => metrics.find((each) => each.name === name).value;
      return {heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners')};
    };
    // What the engine compiles and caches grows for some rounds, and is no node's or element's.
    for (let i = 0; i < 16; i++) {
      await mount(reader, 100);
      await unmount(reader);
    }
    await reader.page.evaluate(() => (window.mounted = []));
    const before = await rest();
    for (let i = 0; i < 10; i++) {
      await mount(reader, 100);
      await unmount(reader);
    }
    await rest();
    const living = await reader.page.evaluate(() => window.mounted.filter((each) => each.deref()).length);
    assert.equal(living, 0, 'elements and shadow trees that nobody shows');
    await reader.page.evaluate(() => (window.mounted = [])); // 3,000 references are memory themselves
    const after = await rest();
    t.diagnostic(`heap ${before.heap} -> ${after.heap}, nodes ${before.nodes} -> ${after.nodes}, listeners ${before.listeners} -> ${after.listeners}`);
    assert.ok(after.nodes <= before.nodes, `${before.nodes} -> ${after.nodes} nodes`);
    assert.ok(after.listeners <= before.listeners, `${before.listeners} -> ${after.listeners} listeners`);
    assert.ok(after.heap < before.heap * 1.02, `${before.heap} -> ${after.heap} bytes`);
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
  });
});

describe('an element', () => {
  const title = (reader) => reader.page.locator('.title', {hasText: 'Plovra vs Tindle'}).waitFor();

  test('that is moved goes on as it is: nothing is read again', async () => {
    const reader = await arrive('one.html');
    await reader.state('not_voted');
    await reader.page.locator('details[data-fold=ada] > summary').click();
    const asked = [];
    reader.page.on('request', (request) => asked.push(request.url()));
    await reader.page.evaluate(() => document.querySelector('aside').append(document.querySelector('face-off')));
    await reader.settle();
    assert.equal((await reader.heard('face-off-load')).length, 1);
    assert.deepEqual(asked, []);
    assert.ok(await reader.page.locator('details[data-fold=ada]').evaluate((each) => each.open));
    await reader.button('Ship Tindle').click();
    await reader.state('counted');
    await reader.button('Ship Tindle').click();
    await reader.state('not_voted');
    await reader.leave();
  });

  test('that was removed and comes back is a verdict again, and follows the page again', async () => {
    const reader = await arrive('one.html');
    await reader.state('not_voted');
    await reader.page.evaluate(() => {
      window.kept = document.querySelector('face-off');
      kept.themeFrom = 'html';
      kept.remove();
    });
    await reader.settle();
    await reader.page.evaluate(() => {
      document.documentElement.className = 'dark';
      document.querySelector('aside').append(kept);
    });
    await reader.page.locator('face-off[theme=dark]').waitFor();
    await title(reader);
    await reader.button('Skip Plovra').click();
    await reader.state('counted');
    await reader.button('Skip Plovra').click();
    await reader.state('not_voted');
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
  });

  test('lives through a view transition that replaces its surroundings', async () => {
    const reader = await arrive('one.html');
    await reader.state('not_voted');
    await reader.page.evaluate(async () => {
      const element = document.querySelector('face-off');
      const transition = document.startViewTransition(() => {
        const main = document.createElement('main');
        main.append(element);
        document.querySelector('main').replaceWith(main);
      });
      await transition.finished;
    });
    await title(reader);
    await reader.button('Ship Plovra').click();
    await reader.state('counted');
    await reader.button('Ship Plovra').click();
    await reader.state('not_voted');
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
  });
});

test('a page out of the back/forward cache goes on: it votes, and sees what was counted meanwhile', async () => {
  // Playwright switches that cache off in every browser it starts.
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--enable-features=BackForwardCache'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const page = await browser.newPage();
    const problems = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(`${site.url}/one.html`);
    await page.locator('.state[data-state=not_voted]').waitFor({state: 'attached'});
    await page.evaluate(() => addEventListener('pageshow', (event) => (window.cameBack = event.persisted)));
    await page.locator('a', {hasText: 'Away'}).click();
    await page.waitForURL('**/index.html');
    await page.evaluate(() => setTimeout(() => history.back()));
    await page.waitForURL('**/one.html', {waitUntil: 'commit'});
    assert.equal(await page.evaluate(() => window.cameBack), true, 'it was in the cache');
    await page.getByRole('button', {name: 'Ship Tindle', exact: true}).click();
    await page.locator('.state[data-state=counted]').waitFor({state: 'attached'});
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
  }
});
