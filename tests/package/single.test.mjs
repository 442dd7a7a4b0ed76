// embed.single.js: one script with everything in it, on a host that serves neither WebAssembly nor other JSON than the
// publisher's, under a policy that lets the page ask for the document and the votes alone.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {closeBrowser, Reader} from '../e2e/reader.mjs';
import {comparison, pageOf, Site} from '../e2e/site.mjs';
import {top} from './packing.mjs';

const built = (name) => readFileSync(`${top}build/package/${name}`);
let site;

before(async () => {
  const integrity = JSON.parse(built('sri.json'))['embed.single.js'];
  const head = `<script async src="/own/embed.single.js" integrity="${integrity}"></script>`;
  const page = (body) => pageOf(body, head);
  site = await Site.make({
    'own/embed.single.js': built('embed.single.js'),
    'a.faceoff.json': comparison('a'),
    'broken.json': '{"faceoff": 1, "id": "broken", "contenders": [{"id": "a"}]}',
    'index.html': page('<face-off src="a.faceoff.json"></face-off>'),
    'german.html': page('<face-off lang="de" src="a.faceoff.json"></face-off>'),
    'broken.html': page('<face-off src="broken.json"></face-off>'),
  });
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

async function visit(path) {
  const allowed = ['a.faceoff.json', 'broken.json', 'votes/a'].map((each) => `${site.url}/${each}`).join(' ');
  const policy =
    `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src ${allowed}; ` +
    "require-trusted-types-for 'script'; trusted-types faceoff";
  const reader = await Reader.arrive();
  reader.asked = [];
  reader.page.on('request', (request) => reader.asked.push(new URL(request.url()).pathname));
  await reader.page.route('**/*.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, headers: {...response.headers(), 'Content-Security-Policy': policy}});
  });
  await reader.page.goto(`${site.url}/${path}`);
  return reader;
}

describe('the single script', () => {
  test('shows a verdict and takes a vote; nothing else is asked for, nothing is forbidden to it', async () => {
    const reader = await visit('index.html');
    await reader.state('not_voted');
    await reader.button('Ship Tindle').click();
    await reader.state('counted');
    assert.deepEqual((await site.tally('a')).tallies.find(({contender}) => contender === 'tindle').ship, 1);
    const asked = new Set(reader.asked.filter((path) => path !== '/favicon.ico'));
    assert.deepEqual([...asked].sort(), ['/a.faceoff.json', '/index.html', '/own/embed.single.js', '/votes/a']);
    assert.deepEqual(await reader.heard('violation'), []);
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
  });

  test('tells by itself that something is wrong with a document', async () => {
    const reader = await visit('broken.html');
    await reader.page.waitForFunction(() => window.heard.some((each) => each.name === 'face-off-error'));
    const [{message}] = await reader.heard('face-off-error');
    assert.equal(message, 'The document has an error.');
    assert.deepEqual(await reader.heard('violation'), []);
    await reader.leave();
  });

  test('speaks English where the catalog of another language cannot be had', async () => {
    const reader = await visit('german.html');
    await reader.state('not_voted');
    assert.equal(await reader.page.locator('face-off .root').getAttribute('lang'), 'en');
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
  });
});
