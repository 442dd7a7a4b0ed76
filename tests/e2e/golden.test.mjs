// The golden cases over both WebAssembly modules, in node and in Chromium: byte for byte what the native build writes.
// The whole core (faceoff-core.wasm) gives all three outputs; the one that pages load (faceoff.wasm) the live HTML, a
// part of the report, and no findings.
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {after, test} from 'node:test';
import {closeBrowser, openBrowser} from './reader.mjs';
import {catalogList} from '../../widgets/catalog-list.mjs';
import {top} from './site.mjs';

const folder = `${top}tests/golden/cases/`;
const names = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/document.json`));
const read = (name, file) => (existsSync(`${folder}${name}/${file}`) ? readFileSync(`${folder}${name}/${file}`) : null);

// A page's module has English and is given other catalogs by place, as by the widget; the whole core has them all.
function withCatalog(options, document) {
  const given = JSON.parse(options ?? '{}');
  const language = given.language || /"language": "([a-z]+)"/.exec(document ?? '')?.[1] || 'en';
  if (given.catalog) given.catalog = JSON.stringify(catalogList(JSON.parse(given.catalog)));
  const catalog = `${top}build/widget/faceoff.${language}.json`;
  return Buffer.from(JSON.stringify(existsSync(catalog) ? {catalog: String(readFileSync(catalog)), ...given} : given));
}

function inputs(name, module) {
  const [document, tally, own, options] = ['document', 'tally', 'own', 'options'].map((each) => read(name, `${each}.json`));
  return [document, tally, own, module === 'faceoff.wasm' ? withCatalog(options, document) : options];
}

function same(name, file, got) {
  const wanted = String(read(name, `expected/${file}`));
  let at = 0;
  while (at < wanted.length && wanted[at] === got[at]) at++;
  assert.ok(got === wanted, `${name}: ${file} differs at "${wanted.slice(at, at + 40)}"`);
}

// The members of `whole` that `part` has, and nothing else, in its order.
function samePart(name, part, whole) {
  if (typeof part !== 'object' || part === null) return assert.equal(part, whole, name);
  const keys = Object.keys(whole).filter((key) => Object.hasOwn(part, key));
  assert.deepEqual(Object.keys(part), keys, name);
  if (Array.isArray(part)) assert.equal(part.length, whole.length, name);
  for (const key of keys) samePart(name, part[key], whole[key]);
}

// Static HTML is what programs write, not pages.
const isStatic = (name) => Object.hasOwn(JSON.parse(String(read(name, 'options.json') ?? '{}')), 'purpose');

const members = ['id', 'first_id', 'language', 'poll', 'contenders', 'answer'];
const checks = {
  'faceoff-core.wasm': (name, {report, html, findings}) => {
    same(name, 'report.json', report);
    same(name, 'page.html', html);
    same(name, 'findings.json', findings);
  },
  'faceoff.wasm': (name, {report, html, findings}) => {
    if (!isStatic(name)) same(name, 'page.html', html);
    assert.equal(findings, '');
    const whole = String(read(name, 'expected/report.json'));
    if (!whole) return assert.equal(report, '');
    assert.deepEqual(Object.keys(JSON.parse(report)), members);
    samePart(name, JSON.parse(report), JSON.parse(whole));
  },
};

after(closeBrowser);

for (const module of Object.keys(checks)) {
  test(`node writes the same bytes with ${module}`, async () => {
    const {makeCore} = await import(`${top}build/widget/core.mjs`);
    const core = await makeCore(await WebAssembly.compile(readFileSync(`${top}build/widget/${module}`)));
    for (const name of names) {
      const [document, tally, own, options] = inputs(name, module);
      checks[module](name, core.compare(document, tally ?? '', String(own ?? ''), String(options ?? '')));
    }
    console.log(`    ${names.length} cases in node`);
  });
}

test('a call gives back all it allocates', async () => {
  const {makeCore} = await import(`${top}build/widget/core.mjs`);
  const {instantiate} = WebAssembly;
  let memory;
  WebAssembly.instantiate = async (...given) => {
    const instance = await instantiate(...given);
    memory = instance.exports.memory;
    return instance;
  };
  const core = await makeCore(await WebAssembly.compile(readFileSync(`${top}build/widget/faceoff.wasm`)));
  WebAssembly.instantiate = instantiate;
  const [document, tally, own, options] = inputs(names[0], 'faceoff.wasm').map((each) => String(each ?? ''));
  const compare = () => core.compare(document, tally, own, options);
  compare();
  const afterOne = memory.buffer.byteLength;
  for (let i = 0; i < 300; i++) compare();
  assert.equal(memory.buffer.byteLength, afterOne);
});

test('after a trap a fresh instance answers as the first did', async () => {
  const {makeCore} = await import(`${top}build/widget/core.mjs`);
  const core = await makeCore(await WebAssembly.compile(readFileSync(`${top}build/widget/faceoff.wasm`)));
  const [document, tally, own, options] = inputs(names[0], 'faceoff.wasm').map((each) => String(each ?? ''));
  const compare = () => core.compare(document, tally, own, options);
  const first = compare();
  const {instantiate} = WebAssembly;
  const fresh = new Promise((made) => {
    WebAssembly.instantiate = async (...given) => (made(), instantiate(...given));
  });
  const more = new Uint8Array(2 ** 31 - 8); // than the module can ever have
  assert.throws(() => core.compare(more, tally, own, options), WebAssembly.RuntimeError);
  assert.deepEqual(compare(), first, 'the trapped one, until there is another');
  await fresh;
  WebAssembly.instantiate = instantiate;
  await new Promise(setImmediate);
  assert.deepEqual(compare(), first);
});

test('Chromium writes the same bytes with both', async () => {
  const page = await (await openBrowser()).newPage();
  await page.route('http://golden.localhost/**', (route) => {
    const {pathname} = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({contentType: 'text/html', body: '<!doctype html><title>x</title>'});
    return route.fulfill({path: `${top}build/widget${pathname}`});
  });
  await page.goto('http://golden.localhost/');
  for (const module of Object.keys(checks)) {
    const cases = names.map((name) => inputs(name, module).map((each) => each?.toString('base64') ?? ''));
    const all = await page.evaluate(async ([module, given]) => {
      const {makeCore} = await import('/core.mjs');
      const core = await makeCore(await WebAssembly.compile(await (await fetch(`/${module}`)).arrayBuffer()));
      const bytes = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
      return given.map((each) => ({...core.compare(...each.map(bytes))}));
    }, [module, cases]);
    names.forEach((name, i) => checks[module](name, all[i]));
  }
  console.log(`    ${names.length} cases in Chromium`);
  await page.close();
});
