// <face-off-badge>: one contender in a line of text.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {after, before, describe, test} from 'node:test';
import {closeBrowser} from './reader.mjs';
import {comparison, program, Site} from './site.mjs';
import {visitPage} from './visit.mjs';

let site;
before(async () => {
  const ids = ['a', 'b', 'c', 'd'];
  site = await Site.make(Object.fromEntries(ids.map((id) => [`${id}.faceoff.json`, comparison(id)])));
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

const visit = (body, options) => visitPage(site, body, options);
const badge = (id, contender) => `<face-off-badge src="/${id}.faceoff.json" contender="${contender}"></face-off-badge>`;

// As a publisher has it: rendered, inside its element.
function rendered(id, contender, asked = contender) {
  const given = ['render', `${site.folder}/${id}.faceoff.json`, '--to', 'fragment', '--view', 'badge'];
  const more = contender ? ['--contender', contender] : [];
  const html = execFileSync(program, [...given, ...more], {encoding: 'utf8'}).trim();
  const names = asked ? ` contender="${asked}"` : '';
  return `<face-off-badge src="/${id}.faceoff.json"${names}>${html}</face-off-badge>`;
}

const drawn = (page) =>
  page.waitForFunction(() => [...document.querySelectorAll('face-off-badge')].every((each) => each.shadowRoot?.querySelector('.badge .chip')));

describe('a badge beside poll and verdict', () => {
  test('agrees with them after a vote, its change and its withdrawal', async () => {
    const others = '<face-off src="/a.faceoff.json"></face-off><face-off-vote src="/a.faceoff.json"></face-off-vote>';
    const reader = await visit(`<p>${badge('a', 'tindle')} and ${badge('a', 'plovra')}</p>${others}`);
    const {page} = reader;
    const press = (element, call) =>
      page.locator(element).getByRole('button', {name: `${call} Tindle`, exact: true}).click();
    // What each says of the readers' votes for Tindle, and what the other badge says of its own.
    const told = () =>
      page.evaluate(() => {
        const text = (element, selector) => {
          const found = document.querySelector(element)?.shadowRoot?.querySelector(selector);
          return (found?.innerText ?? '').replace(/\s+/g, ' ').trim();
        };
        const row = 'tr:has([data-contender=tindle]), tr';
        const readers = (element) => {
          const rows = [...(document.querySelector(element).shadowRoot?.querySelectorAll(row) ?? [])];
          const found = rows.find((each) => each.querySelector('th .q')?.textContent === 'Readers');
          return found?.querySelectorAll('td')[1]?.innerText.replace(/\s+/g, ' ').trim() ?? '';
        };
        const badges = [...document.querySelectorAll('face-off-badge')].map((each) => {
          return (each.shadowRoot?.querySelector('.badge')?.innerText ?? '').replace(/\s+/g, ' ').trim();
        });
        return {badges, verdict: readers('face-off'), vote: readers('face-off-vote'), state: text('face-off', '.state')};
      });
    const until = async (wanted) => {
      const end = Date.now() + 15_000;
      for (;;) {
        const now = await told();
        const {state, ...figures} = now;
        if (JSON.stringify(figures) === JSON.stringify(wanted)) return;
        if (Date.now() > end) assert.deepEqual(now, wanted);
        await reader.settle();
      }
    };
    const none = ['Tindle Ship 100% 3 of 3', 'Plovra Skip 33% 1 of 3'];
    const one = [`${none[0]} \u00b7 1 vote`, none[1]];
    await drawn(page);
    await press('face-off', 'Ship');
    await until({badges: one, verdict: '1 ship, 0 skip', vote: '1 ship, 0 skip'});
    await press('face-off-vote', 'Skip');
    await until({badges: one, verdict: '0 ship, 1 skip', vote: '0 ship, 1 skip'});
    await press('face-off-vote', 'Skip');
    await until({badges: none, verdict: '\u2014 No votes yet', vote: '\u2014 No votes yet'});
    assert.deepEqual(page.problems, []);
    await reader.leave();
  });
});

describe('a badge in a line of text', () => {
  const line = (inside) => `<p style="font: 16px/24px serif; margin: 0">We tried ${inside} for a year.</p>`;

  test('is inline and leaves the line as high as it is, whether it was rendered before or not', async () => {
    const rendering = rendered('b', 'tindle');
    for (const inside of [badge('b', 'tindle'), rendering]) {
      const reader = await visit(line('<b>Tindle</b>') + line(inside), {
        head: '<link rel="stylesheet" href="/faceoff.css"><script async src="/faceoff.js"></script>',
      });
      await drawn(reader.page);
      const [plain, with_, display, inner, host, text] = await reader.page.evaluate(() => {
        const [plain, with_] = [...document.querySelectorAll('p')].map((each) => each.getBoundingClientRect().height);
        const host = document.querySelector('face-off-badge');
        const shown = host.shadowRoot.querySelector('.badge');
        return [plain, with_, getComputedStyle(host).display, getComputedStyle(shown).display, host.getBoundingClientRect().height, shown.innerText];
      });
      assert.deepEqual([plain, with_], [24, 24]);
      assert.deepEqual([display, inner], ['inline', 'inline']);
      assert.ok(host > 0 && host <= 24, `${host}`);
      assert.match(text, /^Tindle\s+Ship\s+100% 3 of 3$/);
      await reader.leave();
    }
  });

  test('wraps like words where the line is full', async () => {
    const reader = await visit(`<div style="width: 150px">${line(badge('b', 'tindle'))}</div>`);
    await drawn(reader.page);
    const [rects, height, over] = await reader.page.evaluate(() => {
      const host = document.querySelector('face-off-badge');
      const inside = host.shadowRoot.querySelector('.badge').getClientRects().length;
      const line = document.querySelector('p');
      return [inside, line.getBoundingClientRect().height, line.scrollWidth > line.clientWidth];
    });
    assert.ok(rects > 1, 'it stands in one line');
    assert.equal(height % 24, 0, `${height}`);
    assert.equal(over, false);
    await reader.leave();
  });

  test('has its styles without script too', async () => {
    const reader = await visit(line('<b>Tindle</b>') + line(rendered('b', 'tindle')), {
      head: '<link rel="stylesheet" href="/faceoff.css">',
    });
    const heights = await reader.page.evaluate(() => [...document.querySelectorAll('p')].map((each) => each.getBoundingClientRect().height));
    assert.deepEqual(heights, [24, 24]);
    await reader.leave();
  });
});

describe('a rendered badge', () => {
  // Whether the rendered element itself is what is shown, and what it says.
  async function shown(inside) {
    const reader = await visit(`<p>${inside}</p>`, {ready: (page) => page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => (window.rendered = document.querySelector('.root.badge')));
    })});
    await drawn(reader.page);
    const told = await reader.page.evaluate(() => {
      const now = document.querySelector('face-off-badge').shadowRoot.querySelector('.badge');
      return [now === window.rendered, now.querySelector('bdi').textContent];
    });
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
    return told;
  }

  test('of the contender that is asked for is taken over', async () => {
    assert.deepEqual(await shown(rendered('c', 'plovra')), [true, 'Plovra']);
    assert.deepEqual(await shown(rendered('c', '')), [true, 'Tindle']);
  });

  test('of another one is not: the right one takes its place', async () => {
    assert.deepEqual(await shown(rendered('c', 'plovra', 'tindle')), [false, 'Tindle']);
    assert.deepEqual(await shown(rendered('c', 'plovra', '')), [false, 'Tindle']);
    assert.deepEqual(await shown(rendered('c', '', 'plovra')), [false, 'Plovra']);
  });
});
