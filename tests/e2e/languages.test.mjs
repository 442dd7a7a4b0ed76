// What readers of every language are shown: the same bytes from the module with a catalog loaded and from the command
// that carries them all, none of our own words that no catalog says, one catalog a page.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {catalogList, messageKeys} from '../../widgets/catalog-list.mjs';
import {languages} from '../../core/messages/cldr.mjs';
import {closeBrowser, Reader} from './reader.mjs';
import {comparison, pageOf, Site, top} from './site.mjs';

const program = process.env.FACEOFF ?? `${top}build/release/cli/faceoff`;
const folder = `${top}tests/golden/cases/`;
const today = '2026-11-25';
const text = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const cases = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/document.json`));

let core;
before(async () => {
  const {makeCore} = await import(`${top}build/widget/core.mjs`);
  core = await makeCore(await WebAssembly.compile(readFileSync(`${top}build/widget/faceoff.wasm`)));
});
after(closeBrowser);

test('there is a catalog for each language, in the source and in what is built', () => {
  const those = (folder, pattern) =>
    readdirSync(`${top}${folder}`).flatMap((name) => pattern.exec(name)?.[1] ?? []).sort();
  assert.deepEqual(those('core/messages', /^(.+)\.json$/), languages);
  assert.deepEqual(those('build/widget', /^faceoff\.([a-z]+)\.json$/).filter((name) => name.length === 2), languages);
});

test('the command and the module with a catalog write the same bytes in every language', () => {
  for (const name of ['full-counted', 'eight', 'conditional']) {
    const path = `${folder}${name}/document.json`;
    const pages = new Set();
    for (const language of languages) {
      const shown = ['render', path, '--to', 'fragment', '--lang', language, '--today', today];
      const {stdout} = spawnSync(program, shown, {encoding: 'utf8'});
      const catalog = text(`${top}build/widget/faceoff.${language}.json`);
      const options = {catalog, today};
      const {html} = core.compare(readFileSync(path), '', '', JSON.stringify(options));
      assert.ok(html.includes(` lang="${language}"`), language);
      const article = stdout.slice(stdout.indexOf('<article'), stdout.lastIndexOf('</article>') + '</article>'.length);
      // Static HTML is the live one with what needs the script put away.
      assert.equal(article.replace(/ (hidden|disabled)(?=[ >])/g, ''), html, `${name} in ${language}`);
      pages.add(html);
    }
    assert.equal(pages.size, languages.length);
  }
});

// A language nobody speaks: English with other letters, 40% longer, in brackets.
const plain = 'aceinosuy';
const accented = '\u00e5\u00e7\u00ea\u00ef\u00f1\u00f8\u0161\u00fc\u00ff';
const open = '\u27e6';
const shut = '\u27e7';
function pseudo(pattern) {
  const words = pattern.replace(/{\w+}|./gs, (part) => (part.length > 1 ? part : accented[plain.indexOf(part)] ?? part));
  const more = '\u00b7'.repeat(Math.ceil(pattern.replace(/{\w+}/g, '').length * 0.4));
  return `${open}${words}${more}${shut}`;
}

// The English patterns as the core has them; forms by {one, other}.
function pseudoCatalog(language, direction) {
  const header = text(`${top}core/include/faceoff/message_keys.hpp`);
  const found = /^ {2}(?:TEXT|COUNT)\((\w+), ("[^"]*"),?\s*\\?\s*("[^"]*")?\)/gm;
  const messages = Object.fromEntries(
    Array.from(header.matchAll(found), ([, key, first, second]) => {
      const [one, other] = [first, second ?? first].map((literal) => pseudo(JSON.parse(literal)));
      return [key, second ? {one, other} : one];
    }),
  );
  assert.equal(Object.keys(messages).length, messageKeys.length);
  // Lists in one message are taken apart by the core.
  for (const key of ['months', 'money_signs']) messages[key] = messages[key].replaceAll(/[\u27e6\u27e7\u00b7]/g, '');
  return JSON.stringify(catalogList({language, direction, plural: {one: 'n = 1'}, messages}));
}

// Text and labels of a page that are neither foreign, which is what is isolated, nor in brackets, with a letter in them.
function strayWords(html) {
  const stray = [];
  const inside = [];
  let depth = 0;
  const outside = (c) => {
    if (c === open) depth++;
    if (c === shut) depth--;
    return depth === 0 && c !== shut;
  };
  for (const [, tag, name, attributes, said] of html.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    if (said !== undefined) {
      const naked = inside.includes('foreign') ? '' : Array.from(said.replace(/&\w+;/g, '')).filter(outside).join('');
      if (/\p{L}/u.test(naked)) stray.push(said);
    } else if (tag) {
      inside.pop();
    } else if (!/^(img|br|path|rect)$/.test(name)) {
      inside.push(name === 'bdi' || /\sdir="auto"/.test(attributes) ? 'foreign' : 'ours');
      for (const [, label] of attributes.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g)) {
        if (label && !label.startsWith(open)) stray.push(label);
      }
    }
  }
  assert.equal(depth, 0);
  assert.equal(inside.length, 0);
  return stray;
}

const purposes = ['widget', 'fallback', 'feed'];
const views = ['verdict', 'vote'];
const states = ['sending', 'counted', 'waiting', 'refused', 'forgetting', 'forgotten', 'not_forgotten'];
const shown = [...purposes.map((each) => [each, 'not_voted']), ...states.map((each) => ['widget', each])];

for (const [language, direction] of [['en-XA', 'ltr'], ['ar-XB', 'rtl']]) {
  test(`all our own words come from the catalog: ${language}`, () => {
    const catalog = pseudoCatalog(language, direction);
    let pages = 0;
    for (const name of cases) {
      const given = JSON.parse(text(`${folder}${name}/options.json`) || '{}');
      const [document, tally, own] = ['document', 'tally', 'own'].map((each) => text(`${folder}${name}/${each}.json`));
      // The publisher's own words for the verdicts stand where ours would, in the document's language.
      if (/"words": {/.test(document) && direction === 'ltr') continue;
      for (const view of views) {
        for (const [purpose, state] of shown) {
          const options = {...given, catalog, language, purpose, state, view, remembers: true, today};
          const {html} = core.compare(document, tally, own, JSON.stringify(options));
          if (!html) continue;
          pages++;
          assert.deepEqual(strayWords(html), [], `${name}, ${view}, ${purpose}, ${state}`);
          assert.ok(html.includes(` dir="${direction}"`));
        }
      }
    }
    assert.ok(pages > 500, `${pages} pages`);
  });
}

test('a page asks for the catalog of its language alone, and for none in English', async () => {
  const site = await Site.make({'c.faceoff.json': comparison('c')});
  for (const [lang, wanted] of [['ar', ['ar']], ['pt-PT', ['pt']], ['en-IN', []], ['zh-Hant', []], ['zh-CN', ['zh']]]) {
    await site.write(`${lang}.html`, pageOf(`<div lang="${lang}"><face-off src="c.faceoff.json"></face-off></div>`));
    while (!(await fetch(`${site.url}/${lang}.html`)).ok) await new Promise((done) => setTimeout(done, 50));
    const reader = await Reader.arrive();
    const asked = [];
    reader.page.on('request', (request) => asked.push(.../faceoff\.(\w+)\.json/.exec(request.url())?.slice(1) ?? []));
    await reader.page.goto(`${site.url}/${lang}.html`);
    await reader.page.locator('.root .summary').first().waitFor();
    assert.deepEqual(asked, wanted, lang);
    assert.equal(await reader.page.locator('.root').first().getAttribute('lang'), wanted[0] ?? 'en');
    assert.equal(await reader.page.locator('.root').first().getAttribute('dir'), lang === 'ar' ? 'rtl' : 'ltr');
    await reader.leave();
  }
  await site.remove();
});
