// Before the first vote, on every example page: nothing is stored, at most our own key is read, and nothing is asked for
// but the page and what stands in it, the document, its votes, the script, the module, and the words that a language or a
// finding needs.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, describe, test} from 'node:test';
import {closeBrowser, Reader} from './reader.mjs';
import {Site, top} from './site.mjs';

const examples = `${top}examples/`;
const folders = new Map(); // folder to its files
for (const entry of readdirSync(examples, {recursive: true, withFileTypes: true})) {
  if (entry.isFile()) folders.set(entry.path, [...(folders.get(entry.path) ?? []), entry.name]);
}

// In the page, before anything else runs.
function listen() {
  window.touched = [];
  const watch = (owner, name, label) => {
    const real = owner[name];
    owner[name] = function (...given) {
      window.touched.push(`${label(this)}${name} ${given[0]}`);
      return real.apply(this, given);
    };
  };
  const which = (self) => (self === sessionStorage ? 'session ' : '');
  for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key']) watch(Storage.prototype, name, which);
  for (const name of ['open', 'deleteDatabase', 'databases']) watch(IDBFactory.prototype, name, () => 'indexedDB ');
  for (const name of ['open', 'match', 'has', 'keys']) watch(CacheStorage.prototype, name, () => 'caches ');
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    get: () => (window.touched.push('cookie read'), ''),
    set: () => window.touched.push('cookie written'),
    configurable: cookie.configurable,
  });
}

// In the page: what there is, by ways that the page cannot have wrapped.
async function stored() {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const {indexedDB, caches, localStorage, sessionStorage} = frame.contentWindow;
  const kept = [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map((each) => each.name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map((each) => each.scope),
  ];
  frame.remove();
  return kept;
}

// A page's own things: what its markup names, links to other pages apart.
function namedIn(html) {
  const named = [...html.matchAll(/<(?:link|img|script)\b[^>]*?\s(?:href|src)="([^"]+)"[^>]*>/g)];
  return named.filter(([tag]) => !/rel="(alternate|canonical)"/.test(tag)).map(([, address]) => address);
}

// The documents and votes that the page's elements name, by what their own texts say.
function askedBy(html, files) {
  const out = [];
  const attributes = /(?:<face-off[\w-]*\b|class="face-off")[^>]*/g;
  for (const [tag] of html.matchAll(attributes)) {
    for (const [, name, value] of tag.matchAll(/\s(?:data-)?(src|votes)="([^"]+)"/g)) {
      out.push(value);
      if (name === 'src' && !/votes=/.test(tag)) out.push(...pollsIn(files[value.replace(/^\.?\//, '')]));
    }
  }
  return out;
}

function pollsIn(text) {
  const whole = JSON.parse(text ?? '{}');
  const documents = whole.items?.map((each) => each._faceoff?.comparison).filter(Boolean) ?? [whole];
  return documents.flatMap(({id, poll}) => (poll?.votes ? [poll.votes, `${poll.votes}/${id}`] : []));
}

const ours = /^\/faceoff(\.js|\.wasm\?h=\w+|\.css|\.rules\.json\?h=\w+|\.(?!en)[a-z]{2}(-[A-Za-z]+)?\.json\?h=\w+)$/;

after(closeBrowser);

for (const [folder, names] of folders) {
  const pages = names.filter((name) => name.endsWith('.html'));
  if (!pages.length) continue;
  describe(`examples/${folder.slice(examples.length)}`, () => {
    for (const page of pages) test(`${page}: quiet before the first vote`, () => quiet(folder, names, page));
  });
}

async function quiet(folder, names, page) {
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${name}`)]));
  const site = await Site.make(files);
  const reader = await Reader.arrive();
  try {
    await look(site, reader, files, page);
  } finally {
    await reader.leave();
    await site.remove();
  }
}

async function look(site, reader, files, page) {
  const asked = [];
  reader.page.on('request', (request) => asked.push(request.url()));
  await reader.page.addInitScript(listen);
  await reader.page.goto(`${site.url}/${page}`);
  await everyVerdict(reader.page);
  await reader.page.waitForLoadState('networkidle');

  const html = String(files[page]);
  const own = [page, ...namedIn(html), ...askedBy(html, files)].map((each) => new URL(each, `${site.url}/${page}`).href);
  const isOurs = (each) => each.startsWith(site.url) && ours.test(each.slice(site.url.length));
  assert.deepEqual(asked.filter((each) => !own.includes(each) && !isOurs(each) && !each.startsWith('data:')), []);
  for (const each of new Set(asked)) assert.equal(asked.filter((other) => other === each).length, 1, `${each} twice`);

  const touched = await reader.page.evaluate(() => window.touched);
  assert.deepEqual(touched.filter((what) => !/^getItem faceoff:[a-z0-9]/.test(what)), []);
  assert.deepEqual(await reader.page.evaluate(stored), []);
  assert.deepEqual(await reader.context.cookies(), []);
  assert.deepEqual(reader.page.problems, []);
}

// Every element on the page shows a verdict, those further down as well, and has its core: one that was taken over from
// the page asks for nothing until then.
async function everyVerdict(page) {
  const elements = page.locator('face-off, face-off-vote, face-off-badge');
  await elements.first().waitFor({state: 'attached'});
  for (const element of await elements.all()) {
    await element.scrollIntoViewIfNeeded();
    await element.locator('.root[data-id]').first().waitFor({state: 'attached'});
  }
  await page.waitForFunction((count) => {
    return window.heard.filter(({name}) => name === 'face-off-load').length >= count;
  }, await elements.count());
}
