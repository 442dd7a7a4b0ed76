// Pages that move, swap, freeze and double the widget; other versions of it; places without storage or a secure context.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {chromium} from 'playwright-core';
import {closeBrowser, Reader} from '../e2e/reader.mjs';
import {comparison, pageOf, Site, snippet, top, widget} from '../e2e/site.mjs';
import {keepRow} from './table.mjs';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'old', 'two', 'moved', 'turbo', 'htmx', 'back', 'plain', 'bare', 'views'];
const element = (id, more = '') => `<face-off src="/${id}.faceoff.json" loading="eager" ${more}><p>The fallback.</p></face-off>\n`;
const built = (name) => readFileSync(`${widget}/${name}`);
const library = (path) => readFileSync(new URL(`node_modules/${path}`, import.meta.url));

// The script as another build would be: another version, which asks for a module with another hash.
function otherScript() {
  const stamp = JSON.parse(built('widget.json')).integrity.replace('sha256-', '');
  const {version} = JSON.parse(readFileSync(`${top}package.json`, 'utf8'));
  const text = String(built('faceoff.js'));
  for (const each of [stamp, version]) assert.ok(text.includes(each), each);
  const newer = text.replaceAll(`"${version}"`, '"0.0.9"');
  return {
    other: newer,
    stale: newer.replaceAll(stamp, `${'A'.repeat(43)}=`),
  };
}

let site;

before(async () => {
  const {other, stale} = otherScript();
  const scripts = (...urls) => urls.map((url) => `<script src="${url}"></script>`).join('');
  const turbo = `<script type="module" src="/turbo.js"></script>${snippet}`;
  site = await Site.make({
    ...Object.fromEntries(ids.map((id) => [`${id}.faceoff.json`, comparison(id, {title: `About ${id}`})])),
    'other/faceoff.js': other,
    'other/faceoff.wasm': built('faceoff.wasm'),
    'stale/faceoff.js': stale,
    'stale/faceoff.wasm': built('faceoff.wasm'),
    'turbo.js': library('@hotwired/turbo/dist/turbo.es2017-esm.js'),
    'htmx.js': library('htmx.org/dist/htmx.min.js'),
    'two-versions.html': pageOf(element('two'), scripts('/other/faceoff.js', '/faceoff.js')),
    'twice.html': pageOf(element('two'), scripts('/faceoff.js', '/faceoff.js', '/faceoff.js?again')),
    'stale.html': pageOf(element('old'), scripts('/stale/faceoff.js')),
    'many.html': pageOf(Array.from({length: 50}, (_, at) => element(ids[at % 5])).join('')),
    'moving.html': pageOf(`<main></main><aside></aside>${element('moved')}`),
    'swapped.html': pageOf(`<main>${element('views')}</main>`),
    'turbo1.html': pageOf(`<p>First.</p>${element('turbo')}<a href="turbo2.html">Next</a>`, turbo),
    'turbo2.html': pageOf(`<p>Second.</p>${element('a')}<a href="turbo1.html">Back</a>`, turbo),
    'htmx.html': pageOf('<button hx-get="/part.html" hx-target="#place">Get it</button><div id="place"></div>',
      `${snippet}<script src="/htmx.js"></script>`),
    'part.html': element('htmx'),
    'back.html': pageOf(`${element('back')}<a href="elsewhere.html">Away</a>`),
    'elsewhere.html': pageOf('<p>Elsewhere.</p>', ''),
    'plain.html': pageOf(element('plain')),
    'sandbox.html': pageOf('<iframe src="/bare.html" sandbox="allow-scripts" width="700" height="900"></iframe>', ''),
    'bare.html': pageOf(element('bare')),
  });
});
after(async () => {
  await closeBrowser();
  await site?.remove();
});

// run in the page of that name; what came of it goes into the table.
function situation(name, path, run, {arrive = () => Reader.arrive(), host = ''} = {}) {
  test(name, async () => {
    const reader = await arrive();
    const asked = [];
    reader.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    let ends = 'failed';
    try {
      await reader.page.goto(`${host || site.url}/${path}`);
      ends = (await run(reader, asked)) ?? 'works';
      assert.deepEqual(reader.page.problems, []);
    } finally {
      keepRow({page: name, errors: reader.page.problems.length, ends});
      await reader.leave();
    }
  });
}

const title = (reader, id) => reader.page.locator('h2', {hasText: `About ${id}`}).first().waitFor();
const ours = (reader) => reader.page.lines.filter((line) => line.includes('face-off: '));

async function vote(reader, within = reader.page) {
  await within.locator('.state[data-state="not_voted"]').first().waitFor({state: 'attached'});
  await within.getByRole('button', {name: 'Ship Tindle', exact: true}).first().click();
  await within.locator('.state[data-state="counted"]').first().waitFor({state: 'attached'});
}

describe('other versions', () => {
  situation('two versions of the script', 'two-versions.html', async (reader, asked) => {
    await vote(reader);
    // The server's own preload asks for the other one; nobody compiles it.
    assert.equal(asked.filter((path) => path === '/other/faceoff.wasm').length, 1);
    assert.equal(ours(reader).length, 1);
  });
  situation('the same script three times', 'twice.html', async (reader, asked) => {
    await title(reader, 'two');
    assert.equal(asked.filter((path) => path.endsWith('.wasm')).length, 1);
    assert.deepEqual(ours(reader), []);
  });
  situation('an old script with a new module', 'stale.html', async (reader) => {
    await reader.page.waitForFunction(() => window.heard.some((each) => each.name === 'face-off-error'));
    assert.ok(await reader.page.getByText('The fallback.').isVisible());
    assert.equal(ours(reader).length, 1);
    return 'fallback, one line';
  });
});

describe('many, moved, swapped', () => {
  situation('50 widgets of 5 documents', 'many.html', async (reader, asked) => {
    await reader.page.waitForFunction(() =>
      [...document.querySelectorAll('face-off')].every((each) => /No votes yet/.test(each.shadowRoot.textContent)),
    );
    const counts = ['/faceoff.js', '/faceoff.wasm', ...ids.slice(0, 5).flatMap((id) => [`/${id}.faceoff.json`, `/votes/${id}`])];
    for (const path of counts) assert.equal(asked.filter((each) => each === path).length, 1, path);
    return `${counts.length} requests`;
  });
  situation('moved 20 times, removed and put back', 'moving.html', async (reader) => {
    await title(reader, 'moved');
    await reader.page.evaluate(async () => {
      const moved = document.querySelector('face-off');
      const places = [document.querySelector('main'), document.querySelector('aside')];
      for (let turn = 0; turn < 20; turn++) {
        places[turn % 2].append(moved);
        if (turn % 5 === 4) await new Promise(requestAnimationFrame);
      }
      places[0].moveBefore?.(moved, null);
      moved.remove();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      places[1].append(moved);
    });
    await title(reader, 'moved');
    await vote(reader);
    assert.deepEqual(await reader.heard('face-off-error'), []);
  });
  situation('removed while it loads, and put back', 'moving.html', async (reader) => {
    await reader.page.evaluate(() => {
      const moved = document.querySelector('face-off');
      for (const id of ['a', 'b', 'c', 'd']) {
        moved.remove();
        moved.setAttribute('src', `/${id}.faceoff.json`);
        document.querySelector('main').append(moved);
      }
    });
    await title(reader, 'd');
    assert.equal(await reader.page.locator('h2').count(), 1);
  });
  situation('a router that swaps content and address, with view transitions', 'swapped.html', async (reader) => {
    await title(reader, 'views');
    await reader.page.evaluate(async () => {
      const main = document.querySelector('main');
      for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'views']) {
        const html = `<face-off src="/${id}.faceoff.json" loading="eager"></face-off>`;
        history.pushState({}, '', `/page-${id}`);
        await document.startViewTransition(() => (main.innerHTML = html)).finished;
      }
    });
    await title(reader, 'views');
    await vote(reader);
  });
  situation('Turbo: to another page and back', 'turbo1.html', async (reader) => {
    await title(reader, 'turbo');
    await reader.page.getByText('Next').click();
    await reader.page.getByText('Second.').waitFor();
    await title(reader, 'a');
    await reader.page.goBack();
    await reader.page.getByText('First.').waitFor();
    await title(reader, 'turbo');
    await vote(reader);
  });
  situation('htmx puts it into a page', 'htmx.html', async (reader) => {
    await reader.page.getByText('Get it').click();
    await title(reader, 'htmx');
    await vote(reader);
  });
});

// A browser of its own, started with other arguments.
const started = (options) => async () => {
  const own = await chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', ...options});
  const reader = new Reader();
  reader.context = await own.newContext();
  reader.page = await reader.newPage();
  reader.leave = () => own.close();
  return reader;
};
const basics = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

describe('other places', () => {
  situation('back from the next page (bfcache)', 'back.html', async (reader) => {
    await vote(reader);
    await reader.page.evaluate(() => addEventListener('pageshow', ({persisted}) => (window.kept = persisted)));
    await reader.page.getByText('Away').click();
    await reader.page.getByText('Elsewhere.').waitFor();
    await reader.page.evaluate(() => history.back());
    await reader.page.waitForFunction(() => window.kept === true);
    await reader.button('Skip Plovra').click();
    await reader.page.locator('button[aria-pressed=true]').nth(1).waitFor();
    await reader.state('counted');
    const {tallies} = await site.tally('back');
    assert.deepEqual(tallies.map(({ship, skip}) => [ship, skip]), [[0, 1], [1, 0]]);
  }, {arrive: started({args: basics, ignoreDefaultArgs: ['--disable-back-forward-cache']})});

  const plain = started({args: [...basics, '--host-resolver-rules=MAP reviews.test 127.0.0.1']});
  test('a plain-http page: no Web Locks, no crypto.subtle', async () => {
    const reader = await plain();
    try {
      await reader.page.goto(`http://reviews.test:${site.port}/plain.html`);
      const [secure, locks, subtle] = await reader.page.evaluate(() => [isSecureContext, !!navigator.locks, !!crypto.subtle]);
      assert.deepEqual([secure, locks, subtle], [false, false, false]);
      await vote(reader);
      await reader.page.reload();
      await reader.state('counted');
      assert.deepEqual(reader.page.problems, []);
      keepRow({page: 'plain http: no Web Locks, no crypto.subtle', errors: 0, ends: 'works'});
    } finally {
      await reader.leave();
    }
  });

  situation('a sandboxed frame without storage', 'sandbox.html', async (reader) => {
    await vote(reader, reader.page.frameLocator('iframe'));
  });
});
