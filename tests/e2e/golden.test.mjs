// The golden cases over the WebAssembly module, in node and in Chromium: byte for byte what the native build writes.
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {after, test} from 'node:test';
import {closeBrowser, openBrowser} from './reader.mjs';
import {catalogList} from '../../widgets/catalog-list.mjs';
import {top} from './site.mjs';

const folder = `${top}tests/golden/cases/`;
const names = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/document.json`));
const read = (name, file) => (existsSync(`${folder}${name}/${file}`) ? readFileSync(`${folder}${name}/${file}`) : null);

// The native build has every catalog compiled in; the module has English and is given others by place, as by the widget.
function withCatalog(options, document) {
  const given = JSON.parse(options ?? '{}');
  const language = given.language || /"language": "([a-z]+)"/.exec(document ?? '')?.[1] || 'en';
  if (given.catalog) given.catalog = JSON.stringify(catalogList(JSON.parse(given.catalog)));
  const catalog = `${top}build/widget/faceoff.${language}.json`;
  return Buffer.from(JSON.stringify(existsSync(catalog) ? {catalog: String(readFileSync(catalog)), ...given} : given));
}

function inputs(name) {
  const [document, tally, own, options] = ['document', 'tally', 'own', 'options'].map((each) => read(name, `${each}.json`));
  return [document, tally, own, withCatalog(options, document)];
}

// The module tells findings without their sentences, which are in a file beside it.
const texts = JSON.parse(readFileSync(`${top}build/widget/faceoff.rules.json`, 'utf8'));
function worded(findings) {
  const fill = (pattern, from) => pattern.replace(/{(subject|expected)}/g, (_, which) => from[which]);
  return JSON.parse(findings).map((each) => {
    assert.deepEqual([each.sentence, each.advice], ['', '']);
    const [sentence, advice] = texts[each.rule];
    return {...each, sentence: fill(sentence, each), advice: fill(advice, each)};
  });
}

function check(name, compared) {
  const told = JSON.stringify(worded(compared.findings)).replaceAll('<', '\\u003c');
  const got = {...compared, told};
  for (const [file, key] of [['report.json', 'report'], ['page.html', 'html'], ['findings.json', 'told']]) {
    const wanted = String(read(name, `expected/${file}`));
    let at = 0;
    while (at < wanted.length && wanted[at] === got[key][at]) at++;
    assert.ok(got[key] === wanted, `${name}: ${file} differs at "${wanted.slice(at, at + 40)}"`);
  }
}

after(closeBrowser);

test('node writes the same bytes', async () => {
  const {makeCore} = await import(`${top}build/widget/core.mjs`);
  const core = await makeCore(await WebAssembly.compile(readFileSync(`${top}build/widget/faceoff.wasm`)));
  for (const name of names) {
    const [document, tally, own, options] = inputs(name);
    check(name, core.compare(document, tally ?? '', String(own ?? ''), String(options ?? '')));
  }
  console.log(`    ${names.length} cases in node`);
});

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
  const [document, tally, own, options] = inputs(names[0]).map((each) => String(each ?? ''));
  const compare = () => core.compare(document, tally, own, options);
  compare();
  const afterOne = memory.buffer.byteLength;
  for (let i = 0; i < 300; i++) compare();
  assert.equal(memory.buffer.byteLength, afterOne);
});

test('Chromium writes the same bytes', async () => {
  const page = await (await openBrowser()).newPage();
  await page.route('http://golden.localhost/**', (route) => {
    const {pathname} = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({contentType: 'text/html', body: '<!doctype html><title>x</title>'});
    return route.fulfill({path: `${top}build/widget${pathname}`});
  });
  await page.goto('http://golden.localhost/');
  const cases = names.map((name) => inputs(name).map((each) => each?.toString('base64') ?? ''));
  const all = await page.evaluate(async (given) => {
    const {makeCore} = await import('/core.mjs');
    const module = await WebAssembly.compile(await (await fetch('/faceoff.wasm')).arrayBuffer());
    const core = await makeCore(module);
    const bytes = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
    return given.map((each) => ({...core.compare(...each.map(bytes))}));
  }, cases);
  names.forEach((name, i) => check(name, all[i]));
  console.log(`    ${names.length} cases in Chromium`);
  await page.close();
});
