// The widget in the places a page may put it, 280 to 1,200 px wide, with large text and with the text spacing of WCAG
// 1.4.12: it has a width, nothing sticks out of it, nothing in it is cut off. Pictures: build/screenshots/layout-*.png.
import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {closeBrowser, Reader} from './reader.mjs';
import {comparison, pageOf, Site, top} from './site.mjs';

const out = `${top}build/screenshots/`;
const long = 'Donaudampfschifffahrtsgesellschaftskapit\u00e4nsm\u00fctzenhersteller';
const one = comparison('one');
const words = {...comparison('words', {language: 'de', title: `${long} oder Tindle`}), id: 'words'};
words.contenders = [{...words.contenders[0], name: `${long} 2000`}, words.contenders[1]];
const many = comparison('many', {title: 'Eight of them'});
many.contenders = Array.from({length: 8}, (_, i) => ({id: `c${i}`, name: i ? `Spade ${i}` : long, price: {kind: 'free'}}));
many.reviews = many.contenders.map(({id}, i) => ({reviewer: 'ada', contender: id, verdict: i % 2 ? 'ship' : 'skip', quote: 'It bends in clay. Twice.'}));
const three = {...many, id: 'three', contenders: many.contenders.slice(0, 3), reviews: many.reviews.slice(0, 3)};
const signed = {...comparison('signed'), authors: [{name: 'Ada'}], publisher: {name: 'The Shed'}, date_published: '2020-03-01'};
signed.reviewers[0].viewpoint = 'Digs every morning';

const element = (id) => `<face-off src="${id}.faceoff.json"></face-off>`;
const places = {
  article: (inner) => inner,
  sidebar: (inner) => `<div style="display:grid;grid-template-columns:1fr 300px;gap:20px"><p>Text</p><aside>${inner}</aside></div>`,
  cell: (inner) => `<table width="100%"><tr><td>Text<td style="width:90%">${inner}</table>`,
  'flex row': (inner) => `<div style="display:flex"><p>Text</p><div style="flex:1;min-width:0">${inner}</div></div>`,
  'flex item': (inner) => `<div style="display:flex">${inner.replace('<face-off', '<face-off style="flex:1"')}</div>`,
  float: (inner) => `<div style="float:right;width:320px">${inner}</div><p>Text</p>`,
};

let site;
before(async () => {
  mkdirSync(out, {recursive: true});
  const pages = {};
  for (const [id, document] of Object.entries({one, words, three, many, signed})) {
    pages[`${id}.faceoff.json`] = document;
    for (const [place, wrap] of Object.entries(places)) pages[`${id}-${place.replace(' ', '-')}.html`] = pageOf(wrap(element(id)));
  }
  pages['hidden.html'] = pageOf(`<div hidden>${element('one')}</div>`);
  pages['details.html'] = pageOf(`<details><summary>More</summary>${element('one')}</details>`);
  pages['consent.html'] = pageOf('<face-off src="one.faceoff.json" theme="auto" loading="click"></face-off>');
  site = await Site.make(pages);
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

// ready: what brings it to the reader, where it does not begin before.
async function open(name, width = 1200, ready = () => {}) {
  const reader = await Reader.arrive({viewport: {width, height: 900}});
  await reader.page.goto(`${site.url}/${name}.html`);
  await ready(reader.page);
  await reader.page.locator('face-off .root footer').waitFor({state: 'attached'});
  await reader.state('not_voted');
  return reader;
}

// What is wrong with how it lies there; "" nothing. What is cut on purpose is told in full elsewhere.
function faults() {
  const root = document.querySelector('face-off').shadowRoot.querySelector('.root');
  const outer = root.getBoundingClientRect();
  if (outer.width <= 0) return 'no width';
  const box = root.querySelector('.box');
  if (box.scrollWidth > box.clientWidth) return `.box is ${box.clientWidth} wide, what is in it ${box.scrollWidth}`;
  for (const each of box.querySelectorAll('*')) {
    if (each.closest('.list thead, .fold summary') || !each.checkVisibility()) continue;
    const {left, right, width} = each.getBoundingClientRect();
    const name = `${each.localName}.${each.getAttribute('class')}`;
    if (width && (left < outer.left - 1 || right > outer.right + 1)) return `${name} sticks out: ${left} to ${right} of ${outer.left} to ${outer.right}`;
    if (each.matches('.brief, svg, svg *') || getComputedStyle(each).display === 'inline') continue;
    if (each.scrollWidth > each.clientWidth + 1) return `${name} is ${each.clientWidth} wide, what is in it ${each.scrollWidth}`;
    if (getComputedStyle(each).overflow !== 'visible' && each.scrollHeight > each.clientHeight + 1) return `${name} cuts its text off`;
  }
  return '';
}

async function holds(reader, where) {
  await reader.settle();
  assert.equal(await reader.page.evaluate(faults), '', where);
}

describe('nothing sticks out', () => {
  for (const id of ['one', 'words', 'many']) {
    for (const place of Object.keys(places)) {
      test(`${id} in ${place}`, async () => {
        const reader = await open(`${id}-${place.replace(' ', '-')}`);
        for (const width of [1200, 1100, 900, 768, 640, 560, 480, 360, 320, 280]) {
          if (width < 480 && place === 'sidebar') continue;
          await reader.page.setViewportSize({width, height: 900});
          await holds(reader, `${width} px`);
        }
        await reader.page.setViewportSize({width: 700, height: 900});
        await reader.page.screenshot({path: `${out}layout-${id}-${place.replace(' ', '-')}.png`});
        await reader.leave();
      });
    }
  }
});

test('ship and skip stand side by side under both names in the narrowest widget', async () => {
  const reader = await open('one-article');
  const tops = await reader.page.evaluate(() => {
    const host = document.querySelector('face-off');
    host.style.width = '280px';
    return [...host.shadowRoot.querySelectorAll('.vote')].map((each) => Math.round(each.getBoundingClientRect().top));
  });
  assert.deepEqual(tops, Array(4).fill(tops[0]));
  await reader.leave();
});

// A line of a reviewer's ends with the dot, so that the next one begins with words: as in the footer.
test('what a reviewer is known for is set off by a blank on both sides of the dot', async () => {
  const reader = await open('signed-article', 400);
  const content = await reader.page.evaluate(() => {
    const view = document.querySelector('face-off').shadowRoot.querySelector('.view');
    return getComputedStyle(view, '::before').content;
  });
  assert.equal(content, '"\u00a0\u00b7 "');
  await reader.leave();
});

test('what was hidden has its width when it is shown', async () => {
  const show = (page) => page.evaluate(() => document.querySelector('[hidden]').removeAttribute('hidden'));
  const reader = await open('hidden', 1200, show);
  await holds(reader, 'hidden');
  await reader.leave();
});

test('what stood in closed details has its width when these are opened', async () => {
  const reader = await open('details', 1200, (page) => page.locator('summary', {hasText: 'More'}).first().click());
  await holds(reader, 'details');
  await reader.leave();
});

const spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
const texts = {
  '200% text': (root) => root.host.style.setProperty('--face-off-size', '30px'),
  'WCAG text spacing': (root, css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
  },
};
describe('nothing is cut off with', () => {
  for (const [name, change] of Object.entries(texts)) {
    test(name, async () => {
      for (const id of ['one', 'words', 'three', 'many']) {
        const reader = await open(`${id}-article`);
        await reader.page.evaluate(`(${change})(document.querySelector('face-off').shadowRoot, ${JSON.stringify(spacing)})`);
        for (const open of [false, true]) {
          await reader.page.evaluate((is) => document.querySelector('face-off').shadowRoot.querySelectorAll('details').forEach((each) => (each.open = is)), open);
          for (const width of [1100, 768, 320]) {
            await reader.page.setViewportSize({width, height: 900});
            await holds(reader, `${id} at ${width}`);
            const needed = await reader.page.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(needed <= width, `the page of ${id} needs ${needed} px of ${width}`);
          }
        }
        await reader.page.screenshot({path: `${out}layout-${name.replaceAll(/\W/g, '-')}-${id}.png`, fullPage: true});
        await reader.leave();
      }
    });
  }
});

test('targets are 24 px at least, vote buttons 44', async () => {
  for (const width of [320, 1100]) {
    const reader = await open('one-article', width);
    const sizes = await reader.page.evaluate(() =>
      [...document.querySelector('face-off').shadowRoot.querySelectorAll('button, summary')]
        .filter((each) => each.checkVisibility())
        .map((each) => ({vote: each.matches('.vote'), name: each.className || each.textContent, box: each.getBoundingClientRect()})),
    );
    assert.ok(sizes.length > 6);
    for (const {vote, name, box} of sizes) {
      const least = vote ? 44 : 24;
      assert.ok(box.height >= least && box.width >= least, `${name} is ${box.width} x ${box.height} at ${width}`);
    }
    await reader.leave();
  }
});

test('the button before consent is one of ours, 44 px high', async () => {
  const reader = await Reader.arrive();
  await reader.page.goto(`${site.url}/consent.html`);
  const button = reader.page.locator('[data-action=show]');
  for (const media of [{colorScheme: 'light'}, {colorScheme: 'dark'}, {forcedColors: 'active'}]) {
    await reader.page.emulateMedia(media);
    const {height, border, radius, ink, rootInk} = await button.evaluate((each) => {
      const {borderTopStyle, borderTopWidth, borderTopLeftRadius, color} = getComputedStyle(each);
      const rootInk = getComputedStyle(each.closest('.root')).color;
      return {height: each.offsetHeight, border: `${borderTopStyle} ${borderTopWidth}`, radius: borderTopLeftRadius, ink: color, rootInk};
    });
    const where = JSON.stringify(media);
    assert.ok(height >= 44, `${height} px in ${where}`);
    assert.equal(`${border} ${radius}`, 'solid 1px 6px', where);
    if (!media.forcedColors) assert.equal(ink, rootInk, where);
    await reader.page.screenshot({path: `${out}layout-consent-${Object.values(media)[0]}.png`});
  }
  await reader.leave();
});

// Where the words of the link begin, in px from the footer's edge.
function indent() {
  const footer = document.querySelector('face-off').shadowRoot.querySelector('footer');
  const words = document.createRange();
  words.selectNodeContents(footer.querySelector('.anchor'));
  return words.getClientRects()[0].left - footer.getBoundingClientRect().left;
}

test('a link that begins a line of the footer begins where the line does', async () => {
  const reader = await open('signed-article', 600);
  const indents = [];
  for (let width = 600; width >= 280; width -= 20) {
    await reader.page.setViewportSize({width, height: 900});
    await reader.settle();
    indents.push(await reader.page.evaluate(indent));
  }
  const first = indents.filter((each) => each < 12);
  assert.ok(first.length > 0 && first.length < indents.length, `at line starts and elsewhere: ${indents}`);
  assert.deepEqual(first.filter((each) => each > 1), []);
  await reader.leave();
});
