// What is asked for, and when: lazily, at once, or after consent; and by a fallback that says what would be shown.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {closeBrowser, Reader} from './reader.mjs';
import {comparison, pageOf, program, Site} from './site.mjs';

let site;
before(async () => {
  site = await Site.make({
    'a.faceoff.json': comparison('a'),
    'b.faceoff.json': comparison('b', {title: 'Second title'}),
    'de.faceoff.json': comparison('de', {language: 'de', title: 'Plovra oder Tindle'}),
  });
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

// What a publisher puts between the tags.
const fallback = (name, ...options) =>
  execFileSync(program, ['render', join(site.folder, `${name}.faceoff.json`), '--to', 'fragment', '--base', `${site.url}/`, ...options], {
    encoding: 'utf8',
  });

// What the page asked for of ours: paths, in order.
async function visit(body, {head, ready, ...options} = {}) {
  const name = `page-${Math.random().toString(36).slice(2)}.html`;
  await site.write(name, pageOf(body, head));
  while (!(await fetch(`${site.url}/${name}`)).ok) await new Promise((done) => setTimeout(done, 50));
  const reader = await Reader.arrive(options);
  reader.asked = [];
  reader.page.on('request', (request) => {
    const {pathname} = new URL(request.url());
    if (!/\.(html|js|ico)$/.test(pathname)) reader.asked.push(`${request.method()} ${pathname}`);
  });
  await ready?.(reader.page);
  await reader.page.goto(`${site.url}/${name}`);
  await reader.page.waitForFunction(() => window.Faceoff);
  return reader;
}
const shown = (reader, text) => reader.page.locator('.title', {hasText: text}).first().waitFor();
const wasm = (reader) => reader.asked.filter((each) => each === 'GET /faceoff.wasm').length;

describe('loading', () => {
  const far = '<div style="height: 3000px">Far above</div>';

  test('lazy, which is the default, waits until it is a screen away', async () => {
    // The server has the module preloaded for pages that say nothing of loading.
    const reader = await visit(`${far}<face-off src="a.faceoff.json"></face-off>`);
    const asked = () => reader.asked.filter((each) => each !== 'GET /faceoff.wasm');
    await reader.settle();
    assert.deepEqual(asked(), []);
    await reader.page.evaluate(() => scrollTo(0, 1200)); // 1800 px above it, at a height of 760
    await reader.settle();
    assert.deepEqual(asked(), []);
    await reader.page.evaluate(() => scrollTo(0, 1600)); // 640 px below the screen
    await shown(reader, 'Plovra vs Tindle');
    assert.ok(await reader.page.evaluate(() => document.querySelector('face-off').getBoundingClientRect().top > innerHeight));
    await reader.leave();
  });

  test('lazy loads nothing for what is hidden, and loads it when it is opened', async () => {
    const reader = await visit('<details><summary>More</summary><face-off src="a.faceoff.json" loading="lazy"></face-off></details>');
    await reader.settle();
    assert.deepEqual(reader.asked, []);
    await reader.page.locator('body > details > summary').click();
    await shown(reader, 'Plovra vs Tindle');
    await reader.leave();
  });

  test('eager does not wait', async () => {
    const reader = await visit(`${far}<face-off src="a.faceoff.json" loading="eager"></face-off>`);
    await shown(reader, 'Plovra vs Tindle');
    assert.equal(await reader.page.evaluate(() => scrollY), 0);
    await reader.leave();
  });

  test('a page opened at one of its links does not wait either, and is there', async () => {
    const reader = await visit(`${far}<face-off src="a.faceoff.json"></face-off>${far}`);
    await reader.page.goto(`${reader.page.url()}#fo-a-scores`);
    await reader.page.reload();
    await shown(reader, 'Plovra vs Tindle');
    await reader.page.waitForFunction(() => scrollY > 2000);
    const top = () => reader.page.evaluate(() => document.querySelector('face-off').shadowRoot.getElementById('fo-a-scores').getBoundingClientRect().top);
    assert.ok(Math.abs(await top()) < 5, String(await top()));
    await reader.leave();
  });

  test('click asks for nothing before consent, with the fallback in view', async () => {
    const reader = await visit('<face-off src="a.faceoff.json" loading="click"><p>The fallback</p></face-off>');
    await reader.button('Show the comparison').waitFor();
    assert.ok(await reader.page.getByText('The fallback').isVisible());
    await reader.settle();
    assert.deepEqual(reader.asked, []);
    await reader.button('Show the comparison').focus();
    await reader.page.keyboard.press('Enter');
    await shown(reader, 'Plovra vs Tindle');
    assert.equal(await reader.button('Show the comparison').count(), 0);
    assert.equal(await reader.page.evaluate(() => document.activeElement.localName), 'face-off', 'focus is not lost');
    await reader.leave();
  });

  test('click asks for nothing in another language either: the button says what the publisher wrote, else English', async () => {
    const element = (inside) => `<face-off src="de.faceoff.json" lang="de" loading="click">${inside}<p>Vorher</p></face-off>`;
    const reader = await visit(element('<span slot="consent">Vergleich anzeigen</span>') + element(''));
    await reader.button('Show the comparison').waitFor();
    assert.ok(await reader.page.getByText('Vorher').first().isVisible());
    await reader.settle();
    assert.deepEqual(reader.asked, []);
    await reader.button('Vergleich anzeigen').click();
    await shown(reader, 'Plovra oder Tindle');
    assert.equal(await reader.button('Vergleich anzeigen').count(), 0);
    assert.ok(reader.asked.includes('GET /faceoff.de.json'));
    await reader.leave();
  });

  test('click asks for nothing before consent when something is wrong either', async () => {
    const reader = await visit('<face-off src="de.faceoff.json" lang="de" loading="click" theme-from=":::"></face-off>');
    await reader.settle();
    assert.deepEqual(reader.asked, []);
    assert.match(reader.page.lines.join(), /warning: face-off: .*:::/);
    await reader.leave();
  });

  test('click that fails says so below the fallback', async () => {
    const reader = await visit('<face-off src="nowhere.json" loading="click"><p>The fallback</p></face-off>');
    await reader.button('Show the comparison').click();
    await reader.button('Try again').waitFor();
    assert.ok(await reader.page.getByText('The fallback').isVisible());
    await reader.leave();
  });
});

describe('a fallback of the same document', () => {
  const element = (name, inside, more = '') => `<face-off src="${name}.faceoff.json" ${more}>${inside}</face-off>`;
  // Idle and everything else that would load the core is held back by the test.
  const busy = (page) =>
    page.addInitScript(() => {
      window.requestIdleCallback = (run) => (window.whenIdle = run);
    });
  const loaded = (reader) =>
    reader.page.waitForFunction(() => window.heard.some((each) => each.name === 'face-off-load'));
  const adopted = (reader) =>
    reader.page.waitForFunction(() => document.querySelector('face-off').shadowRoot?.querySelector('.root[data-digest]'));

  test('is taken over as it is, without the core; the core comes when the page is idle', async () => {
    const reader = await visit(element('a', fallback('a')), {
      ready: async (page) => {
        await busy(page);
        await page.addInitScript(() =>
          document.addEventListener('DOMContentLoaded', () => (window.written = document.querySelector('article'))),
        );
      },
    });
    await adopted(reader);
    assert.ok(await reader.page.evaluate(() => document.querySelector('face-off').shadowRoot.contains(window.written)));
    await reader.button('Ship Tindle').waitFor(); // enabled and in view
    assert.ok(await reader.button('Ship Tindle').isEnabled());
    await reader.page.waitForFunction(() => window.whenIdle);
    await reader.settle();
    assert.deepEqual(reader.asked, ['GET /a.faceoff.json']);
    await reader.page.evaluate(() => window.whenIdle());
    await reader.rowSays('Readers', ['\u2014 No votes yet', '\u2014 No votes yet']);
    await loaded(reader);
    assert.equal(wasm(reader), 1);
    assert.ok(await reader.page.evaluate(() => document.querySelector('face-off').shadowRoot.contains(window.written)));
    await reader.leave();
  });

  test('does not move when it is taken over, nor when the core has come: no layout shift, the same heights', async (t) => {
    let letGo;
    const held = new Promise((done) => (letGo = done));
    const reader = await visit(`<p>Above</p>${element('a', fallback('a'))}<p id="below">Below</p>`, {
      head: '<link rel="stylesheet" href="/faceoff.css"><script async src="/faceoff.js"></script>',
      ready: async (page) => {
        await page.route('**/a.faceoff.json', (route) => held.then(() => route.continue()));
        await page.addInitScript(() => {
          window.shift = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((each) => (window.shift += each.value))).observe({
            type: 'layout-shift',
            buffered: true,
          });
        });
      },
    });
    const seen = async () => {
      await reader.settle();
      const below = await reader.page.evaluate(() => document.getElementById('below').getBoundingClientRect().top + scrollY);
      return {below, height: await reader.page.evaluate(() => document.documentElement.scrollHeight)};
    };
    assert.equal(await reader.page.evaluate(() => document.querySelector('face-off > article') !== null), true);
    const before = await seen();
    letGo();
    await loaded(reader);
    await reader.rowSays('Readers', ['\u2014 No votes yet', '\u2014 No votes yet']);
    assert.deepEqual(await seen(), before);
    // One line of text is told as shifted by nothing: from a rectangle to the same one.
    const shift = await reader.page.evaluate(() => window.shift);
    t.diagnostic(`layout shift ${shift}`);
    assert.ok(shift < 0.0005, String(shift));
    await reader.leave();
  });

  test('loads the core when the reader turns to it, and keeps a click made before', async () => {
    let letGo;
    const held = new Promise((done) => (letGo = done));
    const reader = await visit(element('b', fallback('b')), {
      ready: async (page) => {
        await busy(page);
        await page.route('**/faceoff.wasm*', (route) => held.then(() => route.continue()));
      },
    });
    await adopted(reader);
    assert.equal(wasm(reader), 0);
    await reader.button('Skip Tindle').click();
    assert.ok(await reader.pressed('Skip Tindle'), 'shown at once');
    await reader.button('Ship Tindle').click(); // another thought
    assert.ok(await reader.pressed('Ship Tindle'));
    assert.ok(!(await reader.pressed('Skip Tindle')));
    letGo();
    await reader.state('counted');
    assert.ok(await reader.pressed('Ship Tindle'));
    assert.deepEqual((await site.tally('b')).tallies[1], {contender: 'tindle', ship: 1, skip: 0, picks: 0});
    assert.equal((await reader.heard('face-off-vote')).length, 2);
    await reader.leave();
  });

  test('that a reader used in vain is told to them, and offers nothing any more', async () => {
    const reader = await visit(element('a', fallback('a')), {
      ready: async (page) => {
        await busy(page);
        await page.route('**/faceoff.wasm*', (route) => route.abort());
      },
    });
    await adopted(reader);
    await reader.button('Ship Tindle').click();
    await reader.button('Try again').waitFor();
    assert.ok(await reader.page.getByText('Plovra vs Tindle').first().isVisible());
    assert.equal(await reader.button('Ship Tindle').count(), 0);
    await reader.page.unroute('**/faceoff.wasm*');
    await reader.button('Try again').click();
    await loaded(reader);
    assert.ok(await reader.button('Ship Tindle').isEnabled());
    assert.equal(await reader.button('Try again').count(), 0);
    await reader.leave();
  });

  for (const [what, body] of [
    ['of an older document', () => element('a', fallback('a').replace(/data-digest="../, 'data-digest="00'))],
    ['of another document', () => element('a', fallback('b'))],
    ['in another language', () => element('a', fallback('a', '--lang', 'de'))],
  ]) {
    test(`${what} is none: the core is loaded at once`, async () => {
      const reader = await visit(body(), {ready: busy});
      await loaded(reader);
      assert.equal(wasm(reader), 1);
      await reader.page.waitForFunction(() => document.querySelector('face-off').shadowRoot.querySelector('.root[data-id=a][lang=en]'));
      await reader.leave();
    });
  }

  test('on a page that cannot compute digests is none either', async () => {
    const reader = await visit(element('a', fallback('a')), {
      ready: async (page) => {
        await busy(page);
        await page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', {value: undefined}));
      },
    });
    await loaded(reader);
    assert.equal(wasm(reader), 1);
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
  });

  test('in a declarative shadow root stays where it is', async () => {
    const inside = `<template shadowrootmode="open">${fallback('a')}</template>`;
    const reader = await visit(element('a', inside), {
      ready: async (page) => {
        await busy(page);
        await page.addInitScript(() =>
          document.addEventListener('DOMContentLoaded', () => {
            const {shadowRoot} = document.querySelector('face-off');
            window.written = shadowRoot.querySelector('article');
            new MutationObserver((list) => (window.moved = list)).observe(shadowRoot, {childList: true});
          }),
        );
      },
    });
    await reader.page.waitForFunction(() => window.whenIdle);
    assert.deepEqual(reader.asked, ['GET /a.faceoff.json']);
    await reader.button('Ship Tindle').click();
    await reader.state('counted');
    assert.ok(await reader.page.evaluate(() => document.querySelector('face-off').shadowRoot.contains(window.written) && !window.moved));
    await reader.leave();
  });

  test('in a declarative shadow root that says something else is replaced', async () => {
    const inside = `<template shadowrootmode="open">${fallback('b')}</template>`;
    const reader = await visit(element('a', inside), {ready: busy});
    await shown(reader, 'Plovra vs Tindle');
    assert.equal(await reader.page.evaluate(() => document.querySelector('face-off').shadowRoot.querySelectorAll('article').length), 1);
    await reader.leave();
  });

  test('keeps the focus a reader had in it, and the folds', async () => {
    let letGo;
    const held = new Promise((done) => (letGo = done));
    const reader = await visit(element('a', fallback('a')), {
      ready: (page) => page.route('**/a.faceoff.json', (route) => held.then(() => route.continue())),
    });
    await reader.page.locator('details[data-fold=ada] > summary').click();
    letGo();
    await loaded(reader);
    assert.ok(await reader.page.locator('details[data-fold=ada]').evaluate((each) => each.open));
    assert.equal(await reader.page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.localName), 'summary');
    await reader.leave();
  });
});
