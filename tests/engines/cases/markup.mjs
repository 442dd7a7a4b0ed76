// The core's HTML as the widget parses it, beside what the platform's sanitizer makes of it when it is told to let
// through the writer's own elements and attributes: the same tree, or nothing foreign may ever enter by setHTML.
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {top} from '../../e2e/site.mjs';
import {sanitizerConfig} from '../sanitizer.mjs';

const folder = `${top}tests/golden/cases/`;
const pages = readdirSync(folder)
  .map((name) => ({name, file: `${folder}${name}/expected/page.html`}))
  .filter(({file}) => existsSync(file))
  .map(({name, file}) => ({name, html: readFileSync(file, 'utf8').trim()}))
  .filter(({html}) => html);

// In the page: the first place where the trees differ, or "".
function compareTrees({html, config}) {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  const place = document.createElement('div');
  place.setHTML(html, {sanitizer: config});
  const differ = (a, b) => {
    if (!b || a.nodeName !== b.nodeName) return `${a.nodeName} became ${b?.nodeName}`;
    if (a.isEqualNode(b)) return '';
    for (const {name, value} of a.attributes ?? []) {
      if (b.getAttribute(name) !== value) return `<${a.localName} ${name}="${value}"> became ${b.getAttribute(name)}`;
    }
    if (a.childNodes.length > b.childNodes.length) return `<${a.localName}> lost a child of ${a.textContent.slice(0, 40)}`;
    for (const [at, child] of [...a.childNodes].entries()) {
      const found = differ(child, b.childNodes[at]);
      if (found) return found;
    }
    return `<${a.localName}> differs`;
  };
  const count = place.querySelectorAll('*').length;
  for (const [at, node] of [...parsed.childNodes].entries()) {
    const found = differ(node, place.childNodes[at]);
    if (found) return {found};
  }
  return {found: place.childNodes.length === parsed.childNodes.length ? '' : 'something came in', count};
}

// A page that lets no string become markup, so that setHTML shows it needs no policy for it.
async function emptyPage(world) {
  const page = await world.open();
  await page.goto(world.front.page('empty.html', '<main></main>', {head: ''}));
  return page;
}

export const cases = [
  {
    name: 'setHTML makes the same trees',
    async run(world) {
      const page = await emptyPage(world);
      if (!(await page.evaluate(() => window.recorder.has.setHTML))) {
        return 'this browser has no setHTML';
      }
      const config = sanitizerConfig();
      let elements = 0;
      for (const {name, html} of pages) {
        const {found, count} = await page.evaluate(compareTrees, {html, config});
        assert.equal(found, '', name);
        elements += count;
      }
      // The comparison sees what the sanitizer drops, and the sanitizer drops what the writer cannot write.
      const less = {...config, attributes: config.attributes.filter((name) => name !== 'aria-pressed')};
      const all = pages.map(({html}) => html).join('');
      assert.match((await page.evaluate(compareTrees, {html: all, config: less})).found, /aria-pressed/);
      const foreign = '<p onclick="1">a<iframe></iframe></p>';
      assert.match((await page.evaluate(compareTrees, {html: foreign, config})).found, /onclick/);
      return `${pages.length} pages, ${elements} elements`;
    },
  },
];
