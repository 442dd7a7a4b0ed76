// Whoever shows one poll on one device agrees at once: several widgets of a page, and the tabs.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {closeBrowser, Reader} from './reader.mjs';
import {comparison, pageOf, Site} from './site.mjs';

let site;
before(async () => {
  site = await Site.make({'a.faceoff.json': comparison('a'), 'b.faceoff.json': comparison('b')});
  const three = (id) =>
    `<face-off src="/${id}.faceoff.json"></face-off><face-off src="/${id}.faceoff.json"></face-off>` +
    `<face-off-vote src="/${id}.faceoff.json"></face-off-vote>`;
  for (const id of ['a', 'b']) await site.write(`${id}.html`, pageOf(three(id)));
  while (!(await fetch(`${site.url}/b.html`)).ok) await new Promise((done) => setTimeout(done, 50));
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

// What each of the three shows: its state and what is pressed.
const shown = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('face-off, face-off-vote')].map(({shadowRoot}) => {
      const pressed = [...(shadowRoot?.querySelectorAll('[aria-pressed=true][data-call]') ?? [])];
      return [shadowRoot?.querySelector('.state')?.dataset.state, ...pressed.map(({dataset}) => `${dataset.contender} ${dataset.call}`)].join(' ');
    }),
  );

async function all(page, wanted) {
  const end = Date.now() + 20_000;
  for (;;) {
    const now = await shown(page);
    if (now.length === 3 && now.every((each) => each === wanted)) return;
    if (Date.now() > end) throw new Error(`${JSON.stringify(now)}, not three times ${wanted}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const press = (page, element, call) =>
  page.evaluate(
    ([element, call]) => document.querySelector(element).shadowRoot.querySelector(`[data-contender=tindle][data-call=${call}]`).click(),
    [element, call],
  );

async function twoTabs(name) {
  const reader = await Reader.arrive();
  const tabs = [reader.page, await reader.newPage()];
  for (const page of tabs) {
    await page.setViewportSize({width: 1100, height: 4000}); // all are near enough to be loaded
    await page.goto(`${site.url}/${name}.html`);
    await all(page, 'not_voted');
  }
  return {reader, tabs};
}

test('three widgets of a page and those of another tab show a vote, its change and its withdrawal', async () => {
  const {reader, tabs} = await twoTabs('a');
  const [one, two] = tabs;
  await press(one, 'face-off', 'ship');
  for (const page of tabs) await all(page, 'counted tindle ship');
  await press(two, 'face-off-vote', 'skip');
  for (const page of tabs) await all(page, 'counted tindle skip');
  await press(one, 'face-off-vote', 'skip');
  for (const page of tabs) await all(page, 'not_voted');
  assert.equal((await site.tally('a')).ballots, 0);
  for (const page of tabs) assert.deepEqual(page.problems, []);
  await reader.leave();
});

test('what one tab forgets the other has forgotten too', async () => {
  const {reader, tabs} = await twoTabs('b');
  const [one, two] = tabs;
  await press(two, 'face-off', 'ship');
  for (const page of tabs) await all(page, 'counted tindle ship');
  await one.evaluate(() => document.querySelector('face-off').shadowRoot.querySelector('[data-action=forget]').click());
  await all(two, 'not_voted');
  await one.waitForFunction(() => !Object.keys(localStorage).length);
  assert.deepEqual(await two.evaluate(() => Object.keys(localStorage)), []);
  assert.equal((await site.tally('b')).ballots, 0);
  await press(two, 'face-off', 'skip');
  await all(two, 'counted tindle skip');
  const {ballots, tallies} = await site.tally('b');
  assert.deepEqual([ballots, tallies[1].ship, tallies[1].skip], [1, 0, 1]);
  for (const page of tabs) assert.deepEqual(page.problems, []);
  await reader.leave();
});
