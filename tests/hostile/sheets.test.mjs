// Under the style sheets of others, and the synthetic ones once more: every computed style as on a bare page, and the
// picture within 1%.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';
import {closeBrowser, Reader} from '../e2e/reader.mjs';
import {comparison, Site} from '../e2e/site.mjs';
import {differences, pageUnder, shown, stylesOf} from './look.mjs';
import {synthetic} from './synthetic.mjs';
import {keepRow} from './table.mjs';

const packages = [
  'bootstrap/dist/css/bootstrap.css', 'bootstrap/dist/css/bootstrap-reboot.css', 'the-new-css-reset/css/reset.css',
  '@picocss/pico/css/pico.css', '@picocss/pico/css/pico.classless.css', 'water.css/out/water.css',
  'normalize.css/normalize.css', 'modern-normalize/modern-normalize.css', 'sanitize.css/sanitize.css',
  'reset-css/reset.css', 'bulma/css/bulma.css', 'tailwindcss/preflight.css', 'milligram/dist/milligram.css',
  'sakura.css/css/sakura.css', 'simpledotcss/simple.css', '@exampledev/new.css/new.css', 'mvp.css/mvp.css',
  'purecss/build/pure.css', 'spectre.css/dist/spectre.css', 'skeleton-css/css/skeleton.css',
  'tachyons/css/tachyons.css', 'github-markdown-css/github-markdown.css', 'materialize-css/dist/css/materialize.css',
  'foundation-sites/dist/css/foundation.css',
];
const folder = new URL('node_modules/', import.meta.url);
const {dependencies = {}, devDependencies} = createRequire(import.meta.url)('./package.json');
const versions = {...dependencies, ...devDependencies};

// What a sheet would fetch from elsewhere (fonts) is left out: nothing of it reaches the widget.
const local = (text) => text.replace(/@import[^;]+;/g, '').replace(/@font-face\s*{[^}]*}/g, '');
const nameOf = (path) => path.split('/').slice(0, path.startsWith('@') ? 2 : 1).join('/');

const sheets = [
  ...packages.map((path) => ({
    name: `${path.split('/').at(-1)} of ${nameOf(path)} ${versions[nameOf(path)]}`,
    css: local(readFileSync(new URL(path, folder), 'utf8')),
  })),
  ...synthetic.filter((each) => !each.wrap && !each.quirks && !each.html),
];
const pages = synthetic.filter((each) => each.wrap || each.quirks || each.html);
const bodyClasses = 'markdown-body content section container typo prose';

let site;
let reader;
let bare;

before(async () => {
  site = await Site.make({
    'a.faceoff.json': comparison('a'),
    'bare.html': pageUnder({}),
    'classes.html': pageUnder({}).replace('<body>', `<body class="${bodyClasses}">`),
    ...Object.fromEntries(pages.map((each, at) => [`${at}.html`, pageUnder(each)])),
  });
  reader = await Reader.arrive();
  await open('bare.html');
  bare = {styles: await stylesOf(reader.page), picture: await picture()};
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

async function open(path) {
  await reader.page.goto(`${site.url}/${path}`);
  await shown(reader);
}

const picture = async () => PNG.sync.read(await reader.page.locator('face-off .root').screenshot({animations: 'disabled'}));

// Share of pixels that differ; all of them where the pictures have not the same size.
async function pixels() {
  const {width, height, data} = await picture();
  const was = bare.picture;
  if (width !== was.width || height !== was.height) return 1;
  return pixelmatch(was.data, data, null, width, height, {threshold: 0.1}) / (width * height);
}

async function compare({name, drawn, enlarged}) {
  const found = await differences(reader.page, bare.styles, enlarged);
  const share = drawn ? undefined : await pixels();
  const errors = reader.page.problems.length;
  keepRow({page: name, styles: found.length, pixels: share, errors, ends: drawn ? 'the page itself is drawn so' : 'same'});
  assert.deepEqual(found, []);
  assert.ok(!(share > 0.01), `${share * 100}% of the pixels differ`);
  assert.equal(errors, 0);
}

describe('the widget looks as on a bare page under', () => {
  before(() => open('classes.html'));
  for (const each of sheets) {
    test(each.name, async () => {
      await reader.page.evaluate(
        ([text, theme]) => {
          document.querySelector('#sheet').textContent = text;
          document.querySelector('face-off').toggleAttribute('theme', false);
          if (theme) document.querySelector('face-off').setAttribute('theme', theme);
        },
        [each.css, each.theme],
      );
      await reader.settle();
      await compare(each);
    });
  }
  for (const [at, each] of pages.entries()) {
    test(each.name, async () => {
      await open(`${at}.html`);
      await compare(each);
    });
  }
});
