// What a hostile or broken world sends: nothing crashes, every message names place and remedy, and the fallback or
// the last good view stays.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {after, before, describe, test} from 'node:test';
import {closeBrowser, Reader} from './reader.mjs';
import {comparison, pageOf, Site, top} from './site.mjs';

let site;
const bytes = {}; // what a route answers for /bad/NAME

before(async () => {
  site = await Site.make({
    'good.faceoff.json': comparison('good'),
    'index.html': pageOf('<main></main>'),
    'good.html': pageOf('<face-off src="good.faceoff.json"></face-off>'),
  });
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

async function arrive(options) {
  const reader = await Reader.arrive(options);
  await reader.page.route('**/bad/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop();
    return route.fulfill({status: 200, contentType: 'application/json', body: bytes[name]});
  });
  await reader.page.goto(`${site.url}/index.html`);
  await reader.page.waitForFunction(() => window.Faceoff);
  return reader;
}

// Shows a source in an element without and in one with a fallback; returns the error's detail.
async function show(reader, attributes, timeout = 30_000) {
  await reader.page.evaluate((attributes) => {
    window.heard.length = 0;
    const make = () => Object.assign(document.createElement('face-off'), {});
    const [bare, backed] = [make(), make()];
    backed.textContent = 'The fallback';
    for (const element of [bare, backed]) {
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    }
    document.querySelector('main').replaceChildren(bare, backed);
  }, attributes);
  await reader.page.waitForFunction(() => window.heard.filter((each) => /error|load/.test(each.name)).length >= 2, null, {
    timeout,
  });
  const [first] = await reader.page.evaluate(() => window.heard);
  return {
    ...first,
    text: await reader.page.evaluate(() => document.querySelector('face-off').shadowRoot.textContent),
    fallback: await reader.page.getByText('The fallback').isVisible(),
  };
}

const table = [];
async function refused(reader, name, attributes, wanted) {
  const got = await show(reader, attributes);
  assert.equal(got.name, 'face-off-error', name);
  const {code, message, advice} = got.detail;
  table.push(`${name.padEnd(34)} ${code}: ${message} ${advice}`);
  assert.match(code, wanted, name);
  assert.ok(message.length > 10 && advice.length > 10, name);
  assert.ok(got.text.includes(message) && got.text.includes(advice), `${name}: said in the widget`);
  assert.match(got.text, /Try again/);
  assert.ok(got.fallback, `${name}: the fallback stays`);
  assert.deepEqual(reader.page.problems, []);
}

const text = (change) => JSON.stringify(comparison('bad', change));

describe('bad input', () => {
  test('is refused with place and remedy, whatever it is', async () => {
    const contenders = Array.from({length: 9}, (_, i) => ({id: `c${i}`, name: `C${i}`}));
    const distinct = `{${Array.from({length: 80_000}, (_, i) => `"k${i}":${i}`).join(',')}}`;
    const reviews = comparison('x').reviews;
    const cases = {
      empty: ['', /^json/],
      'nul-byte': [`${text()}\0x`, /^json/],
      'deep-200000': ['['.repeat(200_000), /^json/],
      'distinct-keys': [distinct, /./],
      'duplicate-keys': ['{"faceoff":1,"id":"a","id":"b"}', /^json.duplicate/],
      'two-to-the-64': [text().replace('"faceoff":1', '"faceoff":18446744073709551615'), /./],
      'half-a-vote': [text({reviewers: [{id: 'ada', name: 'Ada', record: {reviewed: 2.5, positive: 1}}]}), /./],
      'lone-surrogate': [text().replace('Plovra', '\\ud800'), /^json/],
      'byte-order-mark': [`\ufeff${text()}`, /^json/],
      'nine-contenders': [text({contenders, reviews: []}), /./],
      'unknown-contender': [text({reviews: [{...reviews[0], contender: 'nobody'}]}), /./],
      'two-reviews': [text({reviews: [reviews[0], reviews[0]]}), /./],
      'web-page': ['\n <!doctype html><p>Hello</p>', /^not-json$/],
      'not-utf8': [Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), /^json/],
    };
    const reader = await arrive();
    for (const [name, [body, wanted]] of Object.entries(cases)) {
      bytes[name] = body;
      await refused(reader, name, {src: `/bad/${name}`}, wanted);
    }
    bytes.feed = JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'x', items: []});
    await refused(reader, 'feed-without-the-item', {src: '/bad/feed', item: 'x'}, /./);
    await refused(reader, 'not-found', {src: '/nowhere.json'}, /^status$/);
    await refused(reader, 'other-scheme', {src: 'javascript:alert(1)'}, /^bad-address$/);
    await refused(reader, 'nobody-there', {src: 'http://127.0.0.1:9/x.json'}, /^unreachable$/);
    bytes.huge = `{"a":"${'x'.repeat(5 * 1024 * 1024)}"}`;
    await refused(reader, 'five-mebibytes', {src: '/bad/huge'}, /^too-large$/);
    await reader.leave();
  });

  test('of one byte a second is given up', async () => {
    const slow = createServer((_, answer) => {
      answer.writeHead(200, {'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*'});
      const timer = setInterval(() => answer.write(' '), 1000);
      answer.on('close', () => clearInterval(timer));
    });
    await new Promise((done) => slow.listen(0, '127.0.0.1', done));
    const reader = await arrive();
    await refused(reader, 'one-byte-a-second', {src: `http://127.0.0.1:${slow.address().port}/x`}, /^timeout$/);
    await reader.leave();
    slow.closeAllConnections();
    slow.close();
  });

  test('of a newer format keeps the fallback and says so', async () => {
    const reader = await arrive();
    bytes.newer = text().replace('"faceoff":1', '"faceoff":2');
    await refused(reader, 'newer-format', {src: '/bad/newer'}, /^newer-format$/);
    await reader.leave();
  });

  test('after a good view leaves that view', async () => {
    const reader = await arrive();
    bytes.turns = text({title: 'The good one'});
    await show(reader, {src: '/bad/turns'});
    bytes.turns = '{"oops"';
    await reader.page.evaluate(() => document.querySelector('face-off').reload());
    await reader.page.waitForFunction(() => window.heard.some((each) => each.name === 'face-off-error'));
    assert.ok(await reader.page.locator('h2', {hasText: 'The good one'}).first().isVisible());
    await reader.leave();
  });

  test('can be tried again with the button', async () => {
    const reader = await arrive();
    bytes.again = '';
    await show(reader, {src: '/bad/again'});
    bytes.again = text({title: 'At last'});
    await reader.button('Try again').click();
    await reader.page.locator('h2', {hasText: 'At last'}).first().waitFor();
    await reader.leave();
  });

  test('never becomes markup, script or a link that is not allowed', async () => {
    const evil = '</script><img src=x onerror="window.hit=1">';
    const reader = await arrive();
    const poison = (value) => {
      if (typeof value === 'string') return value;
      if (Array.isArray(value)) return value.map(poison);
      const kept = ['faceoff', 'id', 'kind', 'value', 'verdict', 'reviewer', 'contender', 'mode', 'votes', 'language', 'url'];
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, typeof each === 'string' && !kept.includes(key) ? evil + each : typeof each === 'object' ? poison(each) : each]),
      );
    };
    bytes.evil = JSON.stringify(poison(comparison('evil')));
    const got = await show(reader, {src: '/bad/evil'});
    assert.equal(got.name, 'face-off-load');
    assert.ok(got.text.includes('onerror'), 'it is there, as text');
    assert.equal(await reader.page.evaluate(() => window.hit), undefined);
    const odd = await reader.page.evaluate(() =>
      [...document.querySelector('face-off').shadowRoot.querySelectorAll('*')].filter(
        (each) => each.matches('img,script,iframe') || each.getAttributeNames().some((name) => name.startsWith('on')),
      ).length,
    );
    assert.equal(odd, 0);
    for (const [name, url] of [['javascript', 'javascript:alert(1)'], ['scheme-relative', '//evil.example/x']]) {
      bytes[name] = text({url, contenders: comparison('x').contenders.map((each) => ({...each, url}))});
      const shown = await show(reader, {src: `/bad/${name}`});
      table.push(`${name.padEnd(34)} ${shown.name === 'face-off-load' ? 'shown without the link' : `${shown.detail.code}: ${shown.detail.message}`}`);
      const links = await reader.page.evaluate(() =>
        [...document.querySelector('face-off').shadowRoot.querySelectorAll('a[href]')].map((each) => each.href),
      );
      assert.ok(!links.some((link) => /javascript|evil/.test(link)), links.join());
    }
    await reader.leave();
  });
});

describe('a broken surrounding', () => {
  // A server of the test's own, since a browser's cache is what is tested. `modules`: what it answers, in turn.
  async function serveModules(modules) {
    const files = {'/': pageOf('<face-off src="a.json">The fallback</face-off>'), '/a.json': JSON.stringify(comparison('a'))};
    const asked = [];
    const server = createServer(async (request, answer) => {
      const {pathname} = new URL(request.url, 'http://x');
      const module = pathname === '/faceoff.wasm';
      if (module) asked.push(request.headers['cache-control'] ?? '');
      const type = {'/': 'text/html', '/a.json': 'application/json', '/faceoff.js': 'text/javascript'}[pathname];
      answer.writeHead(200, {'Content-Type': type ?? 'application/wasm', 'Cache-Control': 'max-age=9999'});
      const built = () => readFile(`${top}build/widget${pathname}`).catch(() => '');
      answer.end(files[pathname] ?? ((module && modules[Math.min(asked.length, modules.length) - 1]) || (await built())));
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    return {server, asked, url: `http://127.0.0.1:${server.address().port}/`};
  }

  test('with a wrong module: asked once more past the cache, then said', async () => {
    const {server, asked, url} = await serveModules(['not it']);
    const reader = await Reader.arrive();
    await reader.page.goto(url);
    await reader.page.waitForFunction(() => window.heard.some((each) => each.name === 'face-off-error'));
    const [error] = await reader.heard('face-off-error');
    table.push(`${'wrong-wasm-hash'.padEnd(34)} ${error.code}: ${error.message} ${error.advice}`);
    assert.equal(error.code, 'wasm-missing');
    assert.equal(asked.length, 2);
    assert.match(asked[1], /no-cache/);
    assert.ok(await reader.page.getByText('The fallback').isVisible());
    await reader.leave();
    server.close();
  });

  test('with an old module in the cache recovers by itself', async () => {
    const {server, asked, url} = await serveModules(['an old one', undefined]);
    const reader = await Reader.arrive();
    await reader.page.goto(url);
    await reader.page.locator('h2').waitFor();
    assert.equal(asked.length, 2);
    await reader.leave();
    server.close();
  });

  test('without the whole core tells that something is wrong, and what once it is there', async () => {
    const reader = await arrive();
    bytes.twice = '{"id":"a","id":"b"}';
    await reader.page.route('**/faceoff-core.wasm*', (route) => route.abort());
    const bare = await show(reader, {src: '/bad/twice'});
    assert.equal(bare.detail.message, 'The document has an error.');
    assert.ok(bare.fallback);
    await reader.page.unroute('**/faceoff-core.wasm*');
    const worded = await show(reader, {src: '/bad/twice'});
    assert.match(worded.detail.message, /^The key "id" stands twice/);
    await reader.leave();
  });

  test('with a module served under the wrong media type works', async () => {
    const reader = await Reader.arrive();
    await reader.page.route('**/faceoff.wasm*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({response, headers: {...response.headers(), 'content-type': 'text/plain'}});
    });
    await reader.page.goto(`${site.url}/good.html`);
    await reader.state('not_voted');
    await reader.leave();
  });

  for (const [name, spoil] of [
    ['that throws when touched', () => Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})],
    ['that is full', () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }],
    ['that holds garbage', () => { Storage.prototype.getItem = () => '{"pending":{"rev":"x"},"counted":7,'; }],
  ]) {
    test(`with a localStorage ${name} still votes`, async () => {
      const id = `store-${name.length}`;
      await site.write(`${id}.faceoff.json`, comparison(id));
      await site.write(`${id}.html`, pageOf(`<face-off src="${id}.faceoff.json"></face-off>`));
      while (!(await fetch(`${site.url}/votes/${id}`)).ok) await new Promise((done) => setTimeout(done, 100));
      const reader = await Reader.arrive();
      await reader.page.addInitScript(spoil);
      await reader.page.goto(`${site.url}/${id}.html`);
      await reader.state('not_voted');
      await reader.button('Ship Tindle').click();
      await reader.state('counted');
      await reader.button('Skip Tindle').click();
      await reader.page.locator('[aria-pressed=true][data-call=skip]').waitFor();
      await reader.state('counted');
      assert.deepEqual((await site.tally(id)).tallies[1], {contender: 'tindle', ship: 0, skip: 1, picks: 0});
      const told = (await reader.heard('face-off-error')).map((each) => each.code);
      assert.deepEqual(told, /garbage/.test(name) ? [] : ['storage']);
      assert.deepEqual(reader.page.problems, []);
      await reader.leave();
    });
  }
});

after(() => console.log(table.map((line) => `    ${line}`).join('\n')));
