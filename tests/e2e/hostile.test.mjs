// In pages whose style sheets and scripts are against it: looks the same, works the same, or leaves the page as it was.
// The sheets and libraries of others are in tests/hostile, for script/prove hostile.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {differences, pageUnder, shown, stylesOf} from '../hostile/look.mjs';
import {synthetic} from '../hostile/synthetic.mjs';
import {closeBrowser, Reader} from './reader.mjs';
import {comparison, Site} from './site.mjs';

// A sheet is put into one page after the other; what is not a sheet needs a page of its own.
const sheets = synthetic.filter((each) => !each.wrap && !each.quirks && !each.html);
const pages = synthetic.filter((each) => !sheets.includes(each));

let site;
let reader;
let bare;

before(async () => {
  site = await Site.make({
    'a.faceoff.json': comparison('a'),
    'bare.html': pageUnder({}),
    ...Object.fromEntries(pages.map((each, at) => [`${at}.html`, pageUnder(each)])),
  });
  reader = await Reader.arrive();
  await open('bare.html');
  bare = await stylesOf(reader.page);
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

async function open(path) {
  await reader.page.goto(`${site.url}/${path}`);
  await shown(reader);
}

async function dress({css, theme = ''}) {
  await reader.page.evaluate(
    ([text, name]) => {
      document.querySelector('#sheet').textContent = text;
      document.querySelector('face-off').toggleAttribute('theme', false);
      if (name) document.querySelector('face-off').setAttribute('theme', name);
    },
    [css, theme],
  );
  await reader.settle();
}

async function same({enlarged}) {
  assert.deepEqual(await differences(reader.page, bare, enlarged), []);
  assert.deepEqual(reader.page.problems, []);
}

describe('the computed style of everything in the widget is that of a bare page under', () => {
  before(() => open('bare.html'));
  for (const each of sheets) {
    test(each.name, async () => {
      await dress(each);
      await same(each);
    });
  }
  for (const [at, each] of pages.entries()) {
    test(each.name, async () => {
      await open(`${at}.html`);
      await same(each);
    });
  }
});
