// The ways a verdict gets into a page, and what stands there while it does not.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeBrowser} from './reader.mjs';
import {comparison, Site, snippet} from './site.mjs';
import {visitPage} from './visit.mjs';

let site;

before(async () => {
  site = await Site.make({
    'a.faceoff.json': comparison('a'),
    'b.faceoff.json': comparison('b', {title: 'Second title'}),
    'de.faceoff.json': comparison('de', {language: 'de'}),
    ...Object.fromEntries(['c', 'd', 'e', 'f'].map((id) => [`${id}.faceoff.json`, comparison(id)])),
    'feed.json': {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'A blog',
      items: [
        {id: 'x', content_text: 'x', _faceoff: {comparison: comparison('x', {title: 'From the feed'})}},
        {id: 'y', content_text: 'y', attachments: [{url: 'b.faceoff.json', mime_type: 'application/json'}]},
      ],
    },
  });
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

const visit = (body, options) => visitPage(site, body, options);

const title = (reader, text) => reader.page.locator('h2', {hasText: text}).first().waitFor();

describe('a verdict comes in by', () => {
  test('the element', async () => {
    const reader = await visit('<face-off src="a.faceoff.json"></face-off>');
    await title(reader, 'Plovra vs Tindle');
    assert.equal((await reader.heard('face-off-load')).length, 1);
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
  });

  test('the element with the document inside it, and votes under its own attribute', async () => {
    const json = JSON.stringify(comparison('a', {title: 'Inline', poll: {mode: 'verdicts'}}));
    const reader = await visit(
      `<face-off votes="/votes"><script type="application/json">${json}</script></face-off>`,
    );
    await title(reader, 'Inline');
    await reader.rowSays('Readers', ['\u2014 No votes yet', '\u2014 No votes yet']);
    await reader.leave();
  });

  test('an item of a feed, by value and by attachment', async () => {
    const reader = await visit('<face-off src="feed.json" item="x"></face-off><face-off src="feed.json" item="y"></face-off>');
    await title(reader, 'From the feed');
    await title(reader, 'Second title');
    await reader.leave();
  });

  test('a script tag in place', async () => {
    const tag = '<script async src="/faceoff.js" data-src="a.faceoff.json" data-lang="de"></script>';
    const reader = await visit(`<p>before</p>${tag}<p>after</p>`, {head: ''});
    await title(reader, 'Plovra vs Tindle');
    assert.equal(
      await reader.page.evaluate(() => document.querySelector('script').nextElementSibling.localName),
      'face-off',
    );
    await reader.leave();
  });

  test('two script tags in place, with one core and one global between them', async () => {
    const tag = (name) => `<script async src="/faceoff.js" data-src="${name}.faceoff.json"></script>`;
    const asked = [];
    const reader = await visit(tag('a') + tag('b'), {
      head: '',
      ready: (page) => page.on('request', (request) => asked.push(new URL(request.url()).pathname)),
    });
    await title(reader, 'Plovra vs Tindle');
    await title(reader, 'Second title');
    assert.equal(asked.filter((path) => path === '/faceoff.wasm').length, 1);
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
  });

  test('a blockquote, whose words stay as the fallback', async () => {
    const reader = await visit('<blockquote class="face-off" data-src="a.faceoff.json">Read the verdict.</blockquote>');
    await title(reader, 'Plovra vs Tindle');
    assert.equal(await reader.page.locator('face-off > blockquote').textContent(), 'Read the verdict.');
    await reader.leave();
  });

  test('Faceoff.scan in a page that adds its content later', async () => {
    const reader = await visit('<main></main>');
    await reader.page.waitForFunction(() => window.Faceoff);
    await reader.page.evaluate(() => {
      const quote = document.createElement('blockquote');
      quote.className = 'face-off';
      quote.dataset.src = 'b.faceoff.json';
      document.querySelector('main').append(quote);
      window.Faceoff.scan(document.querySelector('main'));
    });
    await title(reader, 'Second title');
    await reader.leave();
  });
});

describe('the element', () => {
  test('puts nothing on the global object but Faceoff, and stores nothing before a vote', async () => {
    const touched = [];
    const reader = await visit('<face-off src="f.faceoff.json"></face-off>', {
      ready: async (page) => {
        await page.exposeFunction('touched', (what) => touched.push(what));
        await page.addInitScript(() => {
          window.before = new Set(Object.getOwnPropertyNames(window));
          for (const name of ['getItem', 'setItem', 'removeItem']) {
            const real = Storage.prototype[name];
            Storage.prototype[name] = function (...given) {
              window.touched(`${name} ${given[0]}`);
              return real.apply(this, given);
            };
          }
        });
      },
    });
    await reader.state('not_voted');
    const added = await reader.page.evaluate(() =>
      Object.getOwnPropertyNames(window).filter((name) => !window.before.has(name) && name !== 'before'),
    );
    assert.deepEqual(added, ['Faceoff']);
    assert.ok(touched.every((what) => /^getItem faceoff:(f |secret$)/.test(what)), touched.join('; '));
    assert.equal(await reader.page.evaluate(() => localStorage.length), 0);
    assert.deepEqual(await reader.context.cookies(), []);
    touched.length = 0;
    await reader.button('Ship Tindle').click();
    await reader.state('counted');
    assert.deepEqual([...new Set(touched.map((what) => what.split(' ')[1].split(':')[0]))], ['faceoff']);
    await reader.leave();
  });

  test('asks for one core and one document however many show it, and each preload is used', async () => {
    const {hash} = JSON.parse(await (await import('node:fs/promises')).readFile(new URL('../../build/widget/widget.json', import.meta.url)));
    const head =
      `<link rel="preload" href="/faceoff.wasm?h=${hash}" as="fetch" crossorigin>` +
      `<link rel="preload" href="a.faceoff.json" as="fetch" crossorigin>${snippet}`;
    const asked = [];
    const reader = await visit('<face-off src="a.faceoff.json"></face-off>'.repeat(3), {
      head,
      ready: (page) => page.on('request', (request) => asked.push(new URL(request.url()).pathname)),
    });
    await reader.page.waitForFunction(() =>
      [...document.querySelectorAll('face-off')].every((each) => /No votes yet/.test(each.shadowRoot.textContent)),
    );
    await reader.settle();
    for (const path of ['/faceoff.js', '/faceoff.wasm', '/a.faceoff.json', '/votes/a']) {
      assert.equal(asked.filter((each) => each === path).length, 1, `${path}: ${asked.join(' ')}`);
    }
    const complaints = reader.page.lines.filter((line) => /preload/.test(line));
    assert.deepEqual(complaints, []);
    await reader.leave();
  });

  test('asks for nothing from anybody else', async () => {
    const asked = [];
    const reader = await visit('<face-off src="a.faceoff.json"></face-off>', {
      ready: (page) => page.on('request', (request) => asked.push(new URL(request.url()).origin)),
    });
    await reader.state('not_voted');
    assert.deepEqual([...new Set(asked)], [site.url]);
    await reader.leave();
  });

  test('shows its children until it has something better, else that it is loading', async () => {
    let let_go;
    const held = new Promise((done) => (let_go = done));
    const reader = await visit(
      '<face-off src="a.faceoff.json"><p>The fallback</p></face-off><face-off src="b.faceoff.json"></face-off>',
      {ready: (page) => page.route('**/*.wasm*', (route) => held.then(() => route.continue()))},
    );
    await reader.page.getByText('Loading the comparison').waitFor();
    assert.ok(await reader.page.getByText('The fallback').isVisible());
    let_go();
    await title(reader, 'Plovra vs Tindle');
    assert.ok(!(await reader.page.getByText('The fallback').isVisible()));
    await title(reader, 'Second title');
    await reader.leave();
  });

  test('follows its attributes, a move and a removal', async () => {
    const reader = await visit('<main></main><aside></aside><face-off src="a.faceoff.json"></face-off>');
    await title(reader, 'Plovra vs Tindle');
    await reader.page.evaluate(() => document.querySelector('face-off').setAttribute('src', 'b.faceoff.json'));
    await title(reader, 'Second title');
    await reader.page.evaluate(() => document.querySelector('aside').append(document.querySelector('face-off')));
    await reader.state('not_voted');
    await title(reader, 'Second title');
    await reader.page.evaluate(() => document.querySelector('face-off').setAttribute('lang', 'de'));
    await reader.page.locator('.root[lang=de]').waitFor();
    // What was still being asked for when it went is given up, and nobody is told of a failure.
    await reader.page.route('**/slow.json', () => {});
    const asked = reader.page.waitForRequest('**/slow.json');
    const given_up = reader.page.waitForEvent('requestfailed', (request) => request.url().endsWith('/slow.json'));
    await reader.page.evaluate(() => document.querySelector('face-off').setAttribute('src', 'slow.json'));
    await asked;
    await reader.page.evaluate(() => document.querySelector('face-off').remove());
    await given_up;
    await reader.settle();
    assert.deepEqual(reader.page.problems, []);
    assert.deepEqual(await reader.heard('face-off-error'), []);
    assert.deepEqual(reader.page.lines.filter((line) => /face-off: /.test(line)), []); // out of the page nobody hears it
    await reader.leave();
  });

  test('speaks the language of the page, and of its document where the page names none we have', async () => {
    for (const [lang, says] of [['', 'Noch keine Stimmen'], ['eo', 'Noch keine Stimmen'], ['en-GB', 'No votes yet']]) {
      const reader = await visit(`<div lang="${lang}"><face-off src="de.faceoff.json"></face-off></div>`);
      await reader.page.getByText(says).first().waitFor();
      assert.equal(await reader.page.locator('.root').getAttribute('lang'), lang.slice(0, 2) === 'en' ? 'en' : 'de');
      await reader.leave();
    }
  });

  test('loads and fails in the language of the page, with no other word before', async () => {
    const reader = await visit('<div lang="de-AT"><face-off src="nowhere.faceoff.json"></face-off></div>');
    await reader.button('Noch einmal versuchen').waitFor();
    assert.equal(await reader.page.locator('.root').getAttribute('lang'), 'de');
    assert.equal(await reader.page.locator('.root .detail').getAttribute('dir'), 'ltr');
    await reader.leave();
  });

  test('keeps focus and opened folds while the view changes', async () => {
    const reader = await visit('<face-off src="c.faceoff.json"></face-off>');
    await reader.state('not_voted');
    await reader.rowSays('Readers', ['\u2014 No votes yet', '\u2014 No votes yet']);
    const fold = reader.page.locator('details[data-fold]').first();
    await fold.locator('summary').click();
    await reader.button('Ship Tindle').focus();
    await reader.page.keyboard.press('Enter');
    await reader.state('counted');
    await reader.rowSays('Readers', ['\u2014 No votes yet', '1 ship, 0 skip']);
    assert.ok(await fold.evaluate((details) => details.open));
    assert.equal(
      await reader.page.evaluate(() => document.activeElement.shadowRoot.activeElement.getAttribute('aria-label')),
      'Ship Tindle',
    );
    await reader.leave();
  });

  test('keeps the selection of text that did not change', async () => {
    const reader = await visit('<face-off src="d.faceoff.json"></face-off>');
    await reader.state('not_voted');
    await reader.rowSays('Readers', ['\u2014 No votes yet', '\u2014 No votes yet']);
    const said = await reader.page.evaluate(() => {
      const heading = document.querySelector('face-off').shadowRoot.querySelector('h2');
      getSelection().selectAllChildren(heading);
      return getSelection().toString();
    });
    await reader.page.evaluate(() =>
      document.querySelector('face-off').shadowRoot.querySelector('[data-contender=plovra][data-call=skip]').click(),
    );
    await reader.state('counted');
    assert.equal(said, 'Plovra vs Tindle');
    assert.equal(await reader.page.evaluate(() => getSelection().toString()), said);
    await reader.leave();
  });

  test('works where the page has written to Object.prototype', async () => {
    const reader = await visit('<face-off src="e.faceoff.json"></face-off>', {
      ready: (page) =>
        page.addInitScript(() => {
          Object.assign(Object.prototype, {
            method: 'DELETE', mode: 'closed', cache: 'only-if-cached', integrity: 'sha256-x', body: 'x', headers: {a: 'b'},
            signal: 1, credentials: 'include', pending: {rev: 9}, fatal: true, ignoreBOM: false, detail: 'no', once: 3,
            comparison: 'evil', tally: {}, capture: true, code: 'x', get: undefined,
          });
        }),
    });
    await reader.state('not_voted');
    await reader.button('Skip Plovra').click();
    await reader.state('counted');
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
  });
});

describe('a file of votes', () => {
  const counts = (comparison, definition, ship, skip) => ({
    faceoff: 1, comparison, definition, epoch: 'e'.repeat(32), revision: 4, state: 'open', counted_on: '2026-01-02',
    ballots: ship + skip, quarantined: 0, tallies: [
      {contender: 'plovra', ship, skip, picks: 0},
      {contender: 'tindle', ship: skip, skip: ship, picks: 0},
    ],
    preferences: [], previous: [], called: null, ballots_url: null, events_url: null,
  });
  let files = 0;
  async function visitFile(id, items) {
    const file = `counts${++files}.json`;
    await site.write(file, {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Votes',
      items: items.map((tally) => ({id: tally.comparison, content_text: 'x', _faceoff: {tally}})),
    });
    const asked = [];
    const json = JSON.stringify(comparison(id));
    const reader = await visit(
      `<face-off votes="${file}"><script type="application/json">${json}</script></face-off>`,
      {ready: (page) => page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))},
    );
    const votes = () => asked.filter((each) => /votes|counts|POST/.test(each)).map((each) => each.replace(file, 'FILE'));
    return {reader, votes};
  }

  test('is searched for the comparison; its counts are shown and there is nothing to vote with', async () => {
    const {definition} = await site.tally('a');
    const {reader, votes} = await visitFile('a', [counts('b', definition, 9, 9), counts('a', definition, 3, 1)]);
    await reader.rowSays('Readers', ['3 ship, 1 skip', '1 ship, 3 skip']);
    await reader.settle();
    assert.equal(await reader.page.locator('button').count(), 0);
    assert.deepEqual(await reader.row('Your vote'), []);
    assert.deepEqual(votes(), ['GET /FILE']);
    assert.deepEqual(await reader.heard('face-off-error'), []);
    await reader.leave();
  });

  test('without the comparison in it shows no number, and a vote waits', async () => {
    const {definition} = await site.tally('a');
    const {reader, votes} = await visitFile('a', [counts('b', definition, 9, 9)]);
    await reader.rowSays('Readers', ['\u2014 Not reachable now', '\u2014 Not reachable now']);
    await reader.button('Ship Tindle').click();
    await reader.state('waiting');
    await reader.settle();
    assert.deepEqual([...new Set(votes())], ['GET /FILE'], 'it is looked for again, and nothing is sent');
    await reader.leave();
  });
});

describe('a note on this device', () => {
  test('is kept, sends nothing, and says so before the click', async () => {
    const json = JSON.stringify(comparison('note', {poll: {mode: 'verdicts', local: true}}));
    const posts = [];
    const reader = await visit(`<face-off><script type="application/json">${json}</script></face-off>`, {
      ready: (page) => page.on('request', (request) => request.method() === 'POST' && posts.push(request.url())),
    });
    await reader.state('local');
    assert.match(await reader.page.locator('.state').innerText(), /device/i);
    await reader.button('Ship Tindle').click();
    await reader.page.locator('button[aria-pressed=true]').waitFor();
    await reader.page.reload();
    await reader.page.locator('button[aria-pressed=true]').waitFor();
    assert.ok(await reader.pressed('Ship Tindle'));
    assert.deepEqual(posts, []);
    await reader.leave();
  });
});
