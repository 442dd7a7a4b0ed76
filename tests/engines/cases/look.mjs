// The same look in every browser: what is said, how it is styled, where it lies, in narrow and wide boxes, right to
// left, in forced colours. Pictures are kept in build/engines/.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync} from 'node:fs';
import {PNG} from 'pngjs';
import {tables, top} from '../../e2e/site.mjs';
import {shows, state} from '../widget.mjs';

const pictures = `${tables}engines/`;
// A golden document; its votes are notes on the device, since nobody is to be asked for counts.
function documentOf(name) {
  const document = JSON.parse(readFileSync(`${top}tests/golden/cases/${name}/document.json`, 'utf8'));
  return {...document, poll: {mode: document.poll.mode, local: true}};
}
const inline = (document) => JSON.stringify(document).replaceAll('<', '\\u003c');

// In a box whose width the test sets.
const boxed = (element) => `<div id="box" style="width: 1100px">${element}</div>`;
const withDocument = (document, attributes = '') =>
  boxed(`<face-off ${attributes}><script type="application/json">${inline(document)}</script></face-off>`);

async function arrive(world, name, body, {html, ...options} = {}) {
  const page = await world.open({viewport: {width: 1240, height: 2400}, ...options});
  await page.goto(world.front.page(`${name}.html`, body, {html}));
  await shows(page);
  return page;
}

const width = (page, px) =>
  page.evaluate((px) => void (document.querySelector('#box').style.width = `${px}px`), px).then(() => page.settle());

// Everything in the widget that is seen to reach out of the box.
function overflowing() {
  const box = document.querySelector('#box').getBoundingClientRect();
  const root = document.querySelector('face-off').shadowRoot;
  const hidden = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const {overflowX, clipPath} = getComputedStyle(at);
      if (overflowX !== 'visible' || clipPath !== 'none') return true;
    }
    return false;
  };
  const out = [...root.querySelectorAll('.root *')].filter((element) => {
    const {left, right, width} = element.getBoundingClientRect();
    return width > 0 && (left < box.left - 0.6 || right > box.right + 0.6) && !hidden(element);
  });
  const {scrollWidth, clientWidth} = root.querySelector('.root');
  if (scrollWidth > clientWidth) out.push(root.querySelector('.root'));
  return out.map((element) => {
    const {left, right} = element.getBoundingClientRect();
    const name = `${element.localName}.${element.className?.baseVal ?? element.className}`;
    return `${name} in ${element.parentElement?.className ?? 'the box'}, ${left} to ${right}: ${element.textContent.slice(0, 40)}`;
  });
}

// How many pixels are dark, as letters and lines are on the light theme.
function inked(data) {
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] < 384) dark++;
  return dark;
}

// What each element computes to, without what fonts and rounding decide.
function computed() {
  const names = [
    'display', 'position', 'visibility', 'float', 'color', 'background-color', 'border-top-width', 'border-top-style',
    'border-top-color', 'border-inline-start-width', 'border-inline-start-color', 'padding-top', 'padding-inline-start',
    'padding-inline-end', 'padding-bottom', 'margin-top', 'margin-bottom', 'font-size',
    'font-weight', 'font-style', 'line-height', 'text-align', 'text-transform', 'text-decoration-line', 'white-space',
    'direction', 'min-height', 'border-top-left-radius', 'opacity', 'list-style-type', 'box-sizing',
  ];
  const root = document.querySelector('face-off').shadowRoot.querySelector('.root');
  return [root, ...root.querySelectorAll('*')].map((element) => {
    const style = getComputedStyle(element);
    const what = `${element.localName}.${(element.className?.baseVal ?? element.className).replace(/ /g, '.')}`;
    const values = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
    // Which side a line starts at, whoever says it; lengths to a tenth of a pixel.
    if (values['text-align'] === 'start') values['text-align'] = values.direction === 'rtl' ? 'right' : 'left';
    for (const [name, value] of Object.entries(values)) {
      if (/^[\d.]+px$/.test(value)) values[name] = `${Number(parseFloat(value).toFixed(1))}px`;
    }
    return [what, values];
  });
}

function reading() {
  const root = document.querySelector('face-off').shadowRoot.querySelector('.root');
  const {height} = root.getBoundingClientRect();
  return {text: root.innerText.replace(/\s+/g, ' ').trim(), height: Math.round(height)};
}

const lookOf = async (page) => ({...(await page.evaluate(reading)), styles: await page.evaluate(computed)});

// "summary. display: block, not list-item", once each.
function differences(styles, wanted) {
  const found = new Set();
  for (const [at, [what, values]] of styles.entries()) {
    const [other, reference] = wanted[at];
    if (what !== other) return [`${what} stands where ${other} does`];
    for (const [name, value] of Object.entries(values)) {
      if (value !== reference[name]) found.add(`${what} ${name}: ${value}, not ${reference[name]}`);
    }
  }
  return [...found];
}

// What Chromium shows, per document; Chromium is the first engine, or asked for it.
const references = new Map();
async function referenceFor(world, name, look) {
  if (world.engine.name === 'chromium') references.set(name, await look(world));
  if (!references.has(name)) {
    const chromium = await world.reference();
    references.set(name, await look(chromium));
    await chromium.clear();
  }
  return references.get(name);
}

const looks = ['full-counted', 'eight'].map((name) => ({
  name: `same text and style: ${name}`,
  async run(world) {
    const look = async (place) => lookOf(await arrive(place, name, withDocument(documentOf(name), 'theme="light"')));
    const wanted = await referenceFor(world, name, look);
    const got = world.engine.name === 'chromium' ? wanted : await look(world);
    assert.equal(got.text, wanted.text);
    assert.deepEqual(differences(got.styles, wanted.styles), []);
    const off = Math.abs(got.height - wanted.height); // WebKitGTK's letters are whole pixels wide, its lines lower
    assert.ok(off <= 0.03 * wanted.height, `${got.height} px high, ${wanted.height} in Chromium`);
    return `${got.styles.length} elements, ${got.height} px high`;
  },
}));

export const cases = [
  ...looks,
  {
    name: 'boxes of 280 to 1,200 px',
    async run(world) {
      for (const name of ['full-counted', 'eight']) {
        const page = await arrive(world, name, withDocument(documentOf(name)));
        await page.evaluate(() => {
          for (const fold of document.querySelector('face-off').shadowRoot.querySelectorAll('details')) fold.open = true;
        });
        const columns = [];
        for (const px of [280, 320, 360, 768, 1200]) {
          await width(page, px);
          assert.deepEqual(await page.evaluate(overflowing), [], `${name} in ${px} px`);
          columns.push(
            await page.evaluate(() => {
              const row = document.querySelector('face-off').shadowRoot.querySelector('.card tr');
              return getComputedStyle(row).gridTemplateColumns.split(' ').length;
            }),
          );
        }
        assert.ok(new Set(columns).size > 1, `the container's width decides: ${columns}`);
      }
    },
  },
  {
    name: 'right to left',
    async run(world) {
      const id = world.comparison();
      const page = await arrive(world, id, boxed(`<face-off src="${id}.faceoff.json"></face-off>`), {
        html: 'lang="ar" dir="rtl"',
      });
      await page.waitFor(() => Boolean(document.querySelector('face-off').shadowRoot.querySelector('.root[lang=ar][dir=rtl]')));
      for (const px of [320, 768, 1100]) {
        await width(page, px);
        assert.deepEqual(await page.evaluate(overflowing), [], `${px} px`);
      }
      const sides = await page.evaluate(() => {
        const row = document.querySelector('face-off').shadowRoot.querySelector('.summary tbody tr');
        return [...row.querySelectorAll('td')].map((cell) => Math.round(cell.getBoundingClientRect().right));
      });
      assert.ok(sides[0] > sides[1], `the first contender at the right: ${sides}`);
      // English names and reasons in it stand at the side where their cell's own text does.
      const aligned = await page.evaluate(() => {
        const side = (element) => {
          const {textAlign, direction} = getComputedStyle(element);
          const start = direction === 'rtl' ? 'right' : 'left';
          return {start, end: start === 'left' ? 'right' : 'left'}[textAlign] ?? textAlign;
        };
        const foreign = [...document.querySelector('face-off').shadowRoot.querySelectorAll(':is(.label, .name, .line)[dir]')];
        return foreign.map((each) => [each.className, side(each), side(each.parentElement)]);
      });
      assert.ok(aligned.length > 3, aligned.join());
      assert.deepEqual(aligned.filter(([, own, around]) => own !== around), []);
      mkdirSync(pictures, {recursive: true});
      await page.screenshot(`${pictures}${world.engine.name}-arabic.png`, '#box');
    },
  },
  {
    name: 'forced colours',
    async run(world) {
      if (world.engine.lacks.forcedColors) return world.engine.lacks.forcedColors;
      const id = world.comparison();
      const page = await arrive(world, id, boxed(`<face-off src="${id}.faceoff.json"></face-off>`), {forcedColors: true});
      assert.ok(await page.evaluate(() => window.recorder.has.forcedColors));
      await state(page, 'not_voted');
      await page.click('button', 'Ship Tindle');
      await state(page, 'counted');
      const seen = await page.evaluate(() => {
        const root = document.querySelector('face-off').shadowRoot;
        const probe = document.createElement('i');
        root.append(probe);
        const system = (name) => {
          probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
          return getComputedStyle(probe).color;
        };
        const style = (selector) => getComputedStyle(root.querySelector(selector));
        const [on, off] = [style('.vote[aria-pressed=true]'), style('.vote[aria-pressed=false]')];
        const seen = {
          pressed: on.backgroundColor === system('Highlight') && on.color === system('HighlightText'),
          apart: on.backgroundColor !== off.backgroundColor,
          text: style('.root').color === system('CanvasText'),
          chip: style('.chip').borderTopStyle !== 'none',
        };
        probe.remove();
        return seen;
      });
      assert.deepEqual(seen, {pressed: true, apart: true, text: true, chip: true});
      mkdirSync(pictures, {recursive: true});
      await page.screenshot(`${pictures}${world.engine.name}-forced.png`, '#box');
    },
  },
  {
    name: 'pictures at 360 and 1,100 px',
    async run(world) {
      mkdirSync(pictures, {recursive: true});
      const id = world.comparison();
      const page = await arrive(world, id, boxed(`<face-off src="${id}.faceoff.json" theme="light"></face-off>`));
      await state(page, 'not_voted');
      await page.click('button', 'Ship Tindle');
      await state(page, 'counted');
      const sizes = [];
      for (const px of [360, 1100]) {
        await width(page, px);
        const file = `${pictures}${world.engine.name}-${px}.png`;
        await page.screenshot(file, '#box');
        const {width: wide, height, data} = PNG.sync.read(readFileSync(file));
        assert.equal(wide, px);
        assert.ok(inked(data) > 0.02 * px * height, `${inked(data)} of ${px * height} pixels are dark`);
        sizes.push(height);
      }
      return `${sizes.join(' and ')} px high`;
    },
  },
];
