// Updating a shown tree: each golden page becomes five others, and what did not change is the same node.
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {after, test} from 'node:test';
import * as esbuild from 'esbuild';
import {closeBrowser, openBrowser} from './reader.mjs';
import {top} from './site.mjs';
import {nanomorphAsModules} from '../../widgets/bundle.mjs';

after(closeBrowser);

const folder = `${top}tests/golden/cases/`;
const pages = readdirSync(folder)
  .map((name) => `${folder}${name}/expected/page.html`)
  .filter((path) => existsSync(path))
  .map((path) => readFileSync(path, 'utf8'))
  .filter((html) => html.includes('class="root')); // feed readers' pages are not updated

async function open() {
  const {outputFiles} = await esbuild.build({
    entryPoints: [`${top}widgets/src/view/markup.ts`], bundle: true, format: 'iife', globalName: 'ours', write: false,
    plugins: [nanomorphAsModules],
  });
  const page = await (await openBrowser()).newPage();
  await page.addScriptTag({content: `${outputFiles[0].text}; Object.assign(window, ours);`});
  return page;
}

test('the tree becomes the fresh one, from each golden page to five others', async () => {
  const page = await open();
  const wrong = await page.evaluate((pages) => {
    const wrong = [];
    for (const [i, from] of pages.entries()) {
      for (const step of [1, 2, 5, 11, 17]) {
        const j = (i + step) % pages.length;
        const to = pages[j];
        const shown = parseMarkup(from);
        if (shown.nodeName !== parseMarkup(to).nodeName) continue; // a badge stays a badge
        updateMarkup(shown, parseMarkup(to));
        if (!shown.isEqualNode(parseMarkup(to))) wrong.push([i, j]);
      }
    }
    return wrong;
  }, pages);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('what has an id stays the same node: siblings that come, go and change around it', async () => {
  const page = await open();
  const kept = await page.evaluate(() => {
    const shown = parseMarkup('<ul><li>a</li><li>b</li><li id="c">c</li><li id="d">d</li></ul>');
    const before = Object.fromEntries([...shown.children].map((each) => [each.textContent, each]));
    updateMarkup(shown, parseMarkup('<ul><li>new</li><li>b</li><li id="c" class="x">changed</li><li>also new</li><li id="d">d</li></ul>'));
    const [, b, c, , d] = shown.children;
    return [b === before.b, c === before.c, d === before.d, shown.textContent];
  });
  assert.deepEqual(kept, [true, true, true, 'newbchangedalso newd']);
  await page.close();
});
