// The elements as a page's own script meets them: properties, events, several of them, more than one script.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, test} from 'node:test';
import {closeBrowser} from './reader.mjs';
import {comparison, Site, snippet, top} from './site.mjs';
import {visitPage} from './visit.mjs';

let site;
before(async () => {
  const script = await readFile(`${top}build/widget/faceoff.js`, 'utf8');
  const {version} = JSON.parse(await readFile(`${top}package.json`, 'utf8'));
  assert.ok(script.includes(`"${version}"`));
  site = await Site.make({
    'a.faceoff.json': comparison('a'),
    'b.faceoff.json': comparison('b', {title: 'Second title'}),
    'other.js': script.replaceAll(`"${version}"`, '"99.0.0"'),
  });
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

const visit = (body, options) => visitPage(site, body, options);
const title = (reader, text) => reader.page.locator('h2', {hasText: text}).first().waitFor();
const ours = (reader) => reader.page.lines.filter((line) => /face-off/i.test(line));

describe('a second script on the page', () => {
  const element = '<face-off src="a.faceoff.json"></face-off>';

  test('of the same version does nothing and says nothing', async () => {
    const reader = await visit(element, {head: snippet.repeat(2)});
    await reader.state('not_voted');
    await reader.button('Ship Tindle').click();
    await reader.state('counted');
    assert.deepEqual(reader.page.problems, []);
    assert.deepEqual(ours(reader), []);
    await reader.leave();
  });

  test('of another version leaves the page to the first, and says so in one line', async () => {
    const reader = await visit(element, {head: '<script defer src="/faceoff.js"></script><script defer src="/other.js"></script>'});
    await title(reader, 'Plovra vs Tindle');
    assert.deepEqual(reader.page.problems, []);
    assert.equal(ours(reader).length, 1, ours(reader).join('\n'));
    assert.match(ours(reader)[0], /another version.*99\.0\.0/);
    assert.notEqual(await reader.page.evaluate(() => Faceoff.version), '99.0.0');
    await reader.leave();
  });
});

describe('properties', () => {
  test('reflect their attributes', async () => {
    const reader = await visit('<face-off src="a.faceoff.json" deal-breakers="seats"></face-off>');
    await title(reader, 'Plovra vs Tindle');
    const seen = await reader.page.evaluate(() => {
      const element = document.querySelector('face-off');
      const before = [element.src, element.dealBreakers, element.item];
      element.dealBreakers = 'region';
      element.lang = 'de';
      element.item = null;
      return [...before, element.getAttribute('deal-breakers'), element.getAttribute('lang'), element.hasAttribute('item')];
    });
    assert.deepEqual(seen, ['a.faceoff.json', 'seats', '', 'region', 'de', false]);
    await reader.page.locator('.root[lang=de]').waitFor();
    await reader.page.evaluate(() => (document.querySelector('face-off').src = 'b.faceoff.json'));
    await title(reader, 'Second title');
    await reader.leave();
  });

  test('set before the element is defined are taken over', async () => {
    const reader = await visit('<face-off></face-off><face-off></face-off>', {head: ''});
    await reader.page.evaluate((given) => {
      const [first, second] = document.querySelectorAll('face-off');
      first.data = given;
      second.src = 'b.faceoff.json';
      const script = document.createElement('script');
      script.src = '/faceoff.js';
      document.head.append(script);
    }, comparison('a', {title: 'Given as data'}));
    await title(reader, 'Given as data');
    await title(reader, 'Second title');
    const own = await reader.page.evaluate(() => [...document.querySelectorAll('face-off')].map((each) => Object.keys(each)));
    assert.deepEqual(own, [[], []]);
    await reader.leave();
  });

  test('take the document as data, parsed or as text, and new data later', async () => {
    const reader = await visit('<face-off></face-off>');
    await reader.page.waitForFunction(() => window.Faceoff);
    const give = (data) => reader.page.evaluate((given) => (document.querySelector('face-off').data = given), data);
    await give(comparison('a', {title: 'Parsed'}));
    await title(reader, 'Parsed');
    await give(JSON.stringify(comparison('a', {title: 'As text'})));
    await title(reader, 'As text');
    assert.equal(await reader.page.evaluate(() => document.querySelector('face-off').data.title), 'As text');
    const loads = (await reader.heard('face-off-load')).length;
    await give(comparison('a', {title: 'As text'})); // says the same: nothing to do
    await reader.settle();
    assert.equal((await reader.heard('face-off-load')).length, loads);
    await reader.page.evaluate(() => Object.assign(document.querySelector('face-off'), {data: null, src: 'b.faceoff.json'}));
    await title(reader, 'Second title');
    await reader.leave();
  });
});

describe('events may be cancelled', () => {
  const cancel = (name) => (page) =>
    page.addInitScript((name) => addEventListener(name, (event) => event.preventDefault()), name);

  test('face-off-load: what stands there stays', async () => {
    const reader = await visit('<face-off src="a.faceoff.json">The fallback</face-off>', {ready: cancel('face-off-load')});
    await reader.page.waitForFunction(() => window.heard.some((each) => each.name === 'face-off-load'));
    await reader.settle();
    assert.ok(await reader.page.getByText('The fallback').isVisible());
    await reader.leave();
  });

  test('face-off-error: nothing is said, neither there nor in the console', async () => {
    const reader = await visit('<face-off src="nowhere.json"></face-off>', {ready: cancel('face-off-error')});
    await reader.page.waitForFunction(() => window.heard.some((each) => each.name === 'face-off-error'));
    await reader.settle();
    assert.equal(await reader.button('Try again').count(), 0);
    assert.deepEqual(ours(reader), []);
    await reader.leave();
  });
});

describe('several elements of one comparison', () => {
  test('agree at once after a vote, with one core, one document and one votes feed between them', async () => {
    const asked = [];
    const body = '<face-off src="a.faceoff.json"></face-off><face-off-vote src="a.faceoff.json"></face-off-vote>'.repeat(2);
    const reader = await visit(body, {
      ready: (page) => page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`)),
    });
    await reader.page.waitForFunction(
      () => [...document.querySelectorAll('body > *')].every((each) => each.shadowRoot?.querySelector('[data-state]')),
    );
    await reader.settle();
    for (const path of ['/faceoff.js', '/faceoff.wasm', '/a.faceoff.json', '/votes/a']) {
      assert.equal(asked.filter((each) => each === `GET ${path}`).length, 1, asked.join('; '));
    }
    const pressed = await reader.page.evaluate(() => {
      const roots = [...document.querySelectorAll('body > *')].map((each) => each.shadowRoot);
      roots[3].querySelector('[data-contender=tindle][data-call=skip]').click();
      return roots.map((root) => root.querySelector('[aria-pressed=true]')?.dataset.call);
    });
    assert.deepEqual(pressed, ['skip', 'skip', 'skip', 'skip']);
    await reader.page.waitForFunction(
      () => [...document.querySelectorAll('body > *')].every((each) => each.shadowRoot.querySelector('[data-state=counted]')),
    );
    assert.equal(asked.filter((each) => each.startsWith('POST')).length, 1);
    await reader.leave();
  });
});

describe('theme-from', () => {
  test('follows the site at run time, whichever way it says light or dark', async () => {
    const reader = await visit('<face-off src="a.faceoff.json" theme-from="html"></face-off>');
    await title(reader, 'Plovra vs Tindle');
    const after = async (change) => {
      await reader.page.evaluate(change);
      await reader.settle();
      return reader.page.evaluate(() => {
        const host = document.querySelector('face-off');
        return [host.getAttribute('theme'), getComputedStyle(host.shadowRoot.querySelector('.root')).colorScheme];
      });
    };
    const loads = (await reader.heard('face-off-load')).length;
    assert.deepEqual(await after(() => (document.documentElement.dataset.theme = 'dark')), ['dark', 'dark']);
    assert.deepEqual(await after(() => (document.documentElement.dataset.theme = 'light')), ['light', 'light']);
    assert.deepEqual(await after(() => delete document.documentElement.dataset.theme), [null, 'normal']);
    assert.deepEqual(await after(() => (document.documentElement.dataset.bsTheme = 'dark')), ['dark', 'dark']);
    assert.deepEqual(await after(() => delete document.documentElement.dataset.bsTheme), [null, 'normal']);
    assert.deepEqual(await after(() => (document.documentElement.className = 'page dark wide')), ['dark', 'dark']);
    assert.deepEqual(await after(() => (document.documentElement.className = 'navbar-dark')), [null, 'normal']);
    assert.equal((await reader.heard('face-off-load')).length, loads, 'a theme is no reason to read anything again');
    await reader.leave();
  });
});

describe('the parts a page gives', () => {
  test('newsletter and footer stand in the verdict, and with the fallback before it', async () => {
    const parts = '<form slot="newsletter"><input aria-label="Mail"></form><p slot="footer">Ask us.</p>';
    const reader = await visit(`<face-off src="a.faceoff.json">${parts}</face-off>`);
    await title(reader, 'Plovra vs Tindle');
    const places = await reader.page.evaluate(() =>
      ['newsletter', 'footer'].map((name) => {
        const {assignedSlot} = document.querySelector(`[slot=${name}]`);
        return [assignedSlot.nextElementSibling?.localName, assignedSlot.parentElement.localName];
      }),
    );
    assert.deepEqual(places, [['footer', 'div'], [undefined, 'footer']]);
    await reader.page.locator('input').fill('reader@example.org');
    await reader.button('Ship Tindle').click();
    await reader.state('counted');
    assert.equal(await reader.page.locator('input').inputValue(), 'reader@example.org');
    assert.ok(await reader.page.getByText('Ask us.').isVisible());
    await reader.leave();
  });

  test('are shown with a fallback where there is no verdict', async () => {
    const reader = await visit('<face-off src="nowhere.json">The fallback<p slot="footer">Ask us.</p></face-off>');
    await reader.page.waitForFunction(() => window.heard.some((each) => each.name === 'face-off-error'));
    assert.ok(await reader.page.getByText('Ask us.').isVisible());
    assert.ok(await reader.page.getByText('The fallback').isVisible());
    await reader.leave();
  });
});

test('heading-level says the level of the title', async () => {
  const reader = await visit('<face-off src="a.faceoff.json" heading-level="4"></face-off>');
  await reader.page.locator('h4.title').waitFor();
  await reader.page.evaluate(() => (document.querySelector('face-off').headingLevel = '3'));
  await reader.page.locator('h3.title').waitFor();
  await reader.leave();
});
