// Every state a reader can meet, reached in the real widget and kept as a picture: build/screenshots/.
import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {closeBrowser, Reader} from './reader.mjs';
import {comparison, pageOf, Site, top} from './site.mjs';

const out = `${top}build/screenshots/`;
const views = [
  {name: '320-light', width: 320, height: 700, theme: 'light'},
  {name: '360-light', width: 360, height: 740, theme: 'light'},
  {name: '360-dark', width: 360, height: 740, theme: 'dark'},
  {name: '1100-light', width: 1100, height: 760, theme: 'light'},
  {name: '1100-dark', width: 1100, height: 760, theme: 'dark'},
];
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const nextYear = `${new Date().getFullYear() + 1}-01-01`;

let site;
before(async () => {
  mkdirSync(out, {recursive: true});
  const verdicts = {mode: 'verdicts', votes: '/votes'};
  site = await Site.make({
    'voting.faceoff.json': comparison('voting'),
    'off.faceoff.json': comparison('off', {poll: undefined}),
    'note.faceoff.json': comparison('note', {poll: {mode: 'verdicts', local: true}}),
    'closed.faceoff.json': comparison('closed', {poll: {...verdicts, closes: `${yesterday}T00:00:00Z`}}),
    'not-open.faceoff.json': comparison('not-open', {poll: {...verdicts, opens: `${nextYear}T00:00:00Z`}}),
    'bare.faceoff.json': {
      faceoff: 1,
      id: 'bare',
      contenders: [{id: 'a', name: 'Tea'}, {id: 'b', name: 'Coffee'}],
      poll: {mode: 'pick', votes: '/votes'},
    },
  });
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

// The widget as an article has it, in a page that follows its theme.
async function visit(inner, ready) {
  const name = `page-${Math.random().toString(36).slice(2)}.html`;
  await site.write(name, pageOf(inner));
  while (!(await fetch(`${site.url}/${name}`)).ok) await new Promise((done) => setTimeout(done, 50));
  const reader = await Reader.arrive();
  await ready?.(reader.page);
  await reader.page.goto(`${site.url}/${name}`);
  return reader;
}
const element = (src) => `<face-off src="${src}.faceoff.json"></face-off>`;

async function keep(reader, state) {
  for (const {name, width, height, theme} of views) {
    await reader.page.setViewportSize({width, height});
    await reader.page.evaluate((theme) => {
      document.querySelector('face-off').setAttribute('theme', theme);
      document.documentElement.style.background = theme === 'dark' ? '#15171b' : '#fff';
    }, theme);
    assert.equal(await reader.page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${state} ${name} overflows`);
    await reader.page.screenshot({path: `${out}${state}-${name}.png`, fullPage: true});
  }
  await reader.leave();
}

const post = (page, id, answer) =>
  page.route(`**/votes/${id}`, (route) => (route.request().method() === 'POST' ? answer(route) : route.continue()));

test('loading', async () => {
  const reader = await visit(element('voting'), (page) => page.route('**/faceoff.wasm*', () => {}));
  await reader.page.getByText('Loading the comparison').waitFor();
  await keep(reader, 'loading');
});

test('error with retry', async () => {
  const reader = await visit(element('nowhere'));
  await reader.button('Try again').waitFor();
  await keep(reader, 'error');
});

test('fallback', async () => {
  const reader = await visit('<face-off src="nowhere.json"><p>Tindle, says the panel. <a href="/">Why?</a></p></face-off>');
  await reader.page.waitForFunction(() => window.heard.some((each) => each.name === 'face-off-error'));
  await keep(reader, 'fallback');
});

test('not voted, with nobody else', async () => {
  const reader = await visit(element('voting'));
  await reader.state('not_voted');
  await reader.rowSays('Readers', ['\u2014 No votes yet', '\u2014 No votes yet']);
  await keep(reader, 'not-voted');
});

test('sending', async () => {
  const reader = await visit(element('voting'), (page) => post(page, 'voting', () => {}));
  await reader.state('not_voted');
  await reader.button('Ship Tindle').click();
  await reader.state('sending');
  await keep(reader, 'sending');
});

test('waiting to sync', async () => {
  const reader = await visit(element('voting'), (page) => post(page, 'voting', (route) => route.abort()));
  await reader.state('not_voted');
  await reader.button('Ship Tindle').click();
  await reader.state('waiting');
  await keep(reader, 'waiting');
});

test('waiting can be tried again by hand', async () => {
  let broken = true;
  const reader = await visit(element('voting'), async (page) => {
    await page.clock.install();
    await page.addInitScript(() => {
      const ask = fetch.bind(window);
      window.posts = 0;
      window.fetch = (url, options) => {
        if (options?.method === 'POST') window.posts++;
        return ask(url, options);
      };
    });
    await post(page, 'voting', (route) => {
      if (!broken) return route.continue();
      return route.fulfill({status: 503, headers: {'Retry-After': '600', 'Access-Control-Expose-Headers': 'Retry-After'}});
    });
  });
  await reader.state('not_voted');
  await reader.button('Skip Plovra').click();
  await reader.state('waiting');
  broken = false;
  await reader.page.clock.runFor(599_000);
  assert.equal(await reader.page.evaluate(() => window.posts), 1, 'Retry-After is honoured');
  await reader.state('waiting');
  await reader.page.locator('[data-action=retry]').click();
  await reader.state('counted');
  await reader.button('Skip Plovra').click(); // undone
  await reader.state('not_voted');
  await reader.leave();
});

test('refused', async () => {
  const reader = await visit(element('voting'), (page) =>
    post(page, 'voting', (route) =>
      route.fulfill({status: 410, contentType: 'application/problem+json', body: '{"code":"closed"}'}),
    ),
  );
  await reader.state('not_voted');
  await reader.button('Ship Tindle').click();
  await reader.state('refused');
  await keep(reader, 'refused');
});

test('counted', async () => {
  const reader = await visit(element('voting'));
  await reader.state('not_voted');
  await reader.button('Ship Tindle').click();
  await reader.button('Skip Plovra').click();
  await reader.state('counted');
  await keep(reader, 'counted');
});

test('counts not to be had', async () => {
  const reader = await visit(element('voting'), (page) => page.route('**/votes/voting', (route) => route.abort()));
  await reader.state('not_voted');
  await reader.rowSays('Readers', ['\u2014 Not reachable now', '\u2014 Not reachable now']); // never a number
  await keep(reader, 'offline');
});

for (const [name, state] of [['note', 'local'], ['closed', 'closed'], ['not-open', 'not_open']]) {
  test(state, async () => {
    const reader = await visit(element(name));
    await reader.state(state);
    await keep(reader, name);
  });
}

test('voting is off', async () => {
  const reader = await visit(element('off'));
  await reader.page.getByText('Voting is off').first().waitFor();
  assert.equal(await reader.page.locator('button[data-call]').count(), 0);
  await keep(reader, 'off');
});

test('two bare names and a pick', async () => {
  const reader = await visit(element('bare'));
  await reader.state('not_voted');
  await reader.page.locator('button[data-call=pick]').first().click();
  await reader.state('counted');
  assert.equal((await site.tally('bare')).tallies[0].picks, 1);
  await reader.page.locator('button[data-call=pick]').nth(1).click();
  await reader.state('counted');
  await reader.page.waitForFunction(
    () => document.querySelector('face-off').shadowRoot.querySelectorAll('[aria-pressed=true]').length === 1,
  );
  assert.deepEqual((await site.tally('bare')).tallies.map((each) => each.picks), [0, 1]);
  await keep(reader, 'pick');
});
