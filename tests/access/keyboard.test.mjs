// By keyboard alone, in Chromium (tests/engines has the first vote in three engines): every stop can be seen, is not
// covered, and comes in the order in which it is read; vote, change, undo, open and close, turn, forget, and the focus
// is still there after each.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {PNG} from 'pngjs';
import {spoil, styled} from './breaks.mjs';
import {contrast} from './contrast.mjs';
import {bring, conditions} from './conditions.mjs';
import {publishersPage} from './page.mjs';
import {Scene} from '../sheet/scene.mjs';
import {rows} from '../sheet/states.mjs';
import {closeBrowser} from '../e2e/reader.mjs';

const everything = rows.find(({name}) => name === 'everything');
const eight = rows.find(({name}) => name === '8 contenders');

let scene;
before(async () => {
  scene = await Scene.of([everything, eight], ['en', 'ar'], publishersPage);
});
after(async () => {
  await closeBrowser();
  await scene.remove();
});

// What has the focus: its name, its place, where it comes among all that can be pressed, whether something covers it.
const focused = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('face-off').shadowRoot;
    const element = root.activeElement;
    if (!element) return null;
    const {x, y, width, height} = element.getClientRects()[0];
    const top = root.elementFromPoint(x + width / 2, y + height / 2);
    const all = [...root.querySelectorAll('a[href], button, summary')].filter((each) => each.checkVisibility());
    return {
      name: element.getAttribute('aria-label') ?? element.textContent.trim(),
      at: all.indexOf(element),
      of: all.length,
      box: {x, y, width, height},
      covered: top !== element && !element.contains(top),
      pressed: element.getAttribute('aria-pressed'),
      open: element.closest('details')?.open,
    };
  });

async function tabTo(page, name, key = 'Tab') {
  for (let presses = 0; presses < 80; presses++) {
    const stop = await focused(page);
    if (stop?.name === name) return stop;
    await page.keyboard.press(key);
  }
  throw new Error(`80 times ${key} and never at ${name}`);
}

// Pixels around it that differ by 3:1 or more between focused and not: at least as many as a line of 1 px round it.
async function ring(page, {x, y, width, height}) {
  const size = page.viewportSize();
  const left = Math.max(0, Math.floor(x - 6));
  const top = Math.max(0, Math.floor(y - 6));
  const clip = {x: left, y: top, width: Math.min(size.width - left, Math.ceil(width + 12)), height: Math.min(size.height - top, Math.ceil(height + 12))};
  const shot = async () => PNG.sync.read(await page.screenshot({clip}));
  const on = await shot();
  await page.evaluate(() => {
    window.kept = document.querySelector('face-off').shadowRoot.activeElement;
    window.kept.blur();
  });
  const off = await shot();
  await page.evaluate(() => window.kept.focus({preventScroll: true, focusVisible: true}));
  let differing = 0;
  for (let at = 0; at < on.data.length; at += 4) {
    if (on.data.readUInt32BE(at) === off.data.readUInt32BE(at)) continue;
    if (contrast([...on.data.subarray(at, at + 3)], [...off.data.subarray(at, at + 3)]) >= 3) differing++;
  }
  return differing / (2 * (width + height));
}

// From the first stop to the last: what is wrong with any of them.
async function walk(page, look = ring) {
  const faults = [];
  const seen = [];
  await page.evaluate(() => document.activeElement.blur());
  for (let last; seen.length < 200; last = seen.at(-1)) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (!stop) {
      if (seen.length) break;
      continue;
    }
    seen.push(stop);
    if (stop.at !== (last?.at ?? -1) + 1) faults.push(`${stop.name} is stop ${stop.at}, after ${last?.at}`);
    if (stop.covered) faults.push(`${stop.name} is covered`);
    const share = await look(page, stop.box);
    if (share < 1) faults.push(`${stop.name}: ring ${share.toFixed(2)}`);
  }
  if (seen.length !== seen.at(-1)?.of) faults.push(`${seen.length} stops of ${seen.at(-1)?.of}`);
  return {faults, seen};
}

describe('each stop is seen, uncovered, and in reading order', () => {
  for (const name of ['light, folds open', '320 px, folds open', 'forced colours', 'Arabic, 320 px']) {
    test(name, async () => {
      const condition = conditions.find((each) => each.name === name);
      const page = await scene.arrive(everything, condition.language);
      await bring(page, {...condition, viewport: {...condition.viewport, height: 400}}); // so that it has to scroll
      const {faults, seen} = await walk(page);
      assert.deepEqual(faults, []);
      assert.ok(seen.length > 15, `${seen.length} stops`);
      // Backwards nothing hides under the heads that stay in view.
      for (const stop of seen.toReversed()) {
        await page.keyboard.press('Shift+Tab');
        const now = await focused(page);
        if (now?.at !== stop.at) faults.push(`${now?.name}, not ${stop.name}, on the way back`);
        if (now?.covered) faults.push(`${now.name} is covered on the way back`);
      }
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }
  test('with eight contenders at 320 px', async () => {
    const page = await scene.arrive(eight, 'en', {viewport: {width: 320, height: 400}});
    const {faults, seen} = await walk(page);
    assert.deepEqual(faults, []);
    assert.ok(seen.length > 20, `${seen.length} stops`);
    await page.context().close();
  });
});

const turned = (before) => document.querySelector('face-off').shadowRoot.activeElement?.ariaPressed !== before;

test('vote, change, undo, open, close, turn, forget: the focus stays', async () => {
  const page = await scene.arrive(everything, 'en', {viewport: {width: 1100, height: 500}});
  const state = (wanted) => page.locator(`.state[data-state=${wanted}]`).waitFor({state: 'attached'});
  const press = async (key, wanted) => {
    const {name, pressed} = await focused(page);
    await page.keyboard.press(key);
    if (pressed) await page.waitForFunction(turned, pressed);
    if (wanted) await state(wanted);
    const stop = await focused(page);
    assert.equal(stop?.name, name);
    return stop;
  };
  await tabTo(page, 'no commercial use');
  assert.equal((await press('Space')).pressed, 'true');
  assert.equal((await press('Space')).pressed, 'false');
  await tabTo(page, 'Ship Tindle');
  assert.equal((await press('Space', 'counted')).pressed, 'true');
  await tabTo(page, 'Skip Tindle');
  assert.equal((await press('Enter')).pressed, 'true');
  await state('counted');
  await tabTo(page, 'Ship Tindle', 'Shift+Tab');
  assert.equal((await focused(page)).pressed, 'false');
  await tabTo(page, 'Skip Tindle');
  assert.equal((await press('Enter', 'not_voted')).pressed, 'false');
  await tabTo(page, 'Read Ada in full');
  assert.equal((await press('Enter')).open, true);
  assert.equal((await press('Space')).open, false);
  await tabTo(page, 'The facts');
  await press('Enter');
  await tabTo(page, 'Differences only');
  assert.equal((await press('Enter')).pressed, 'true');
  assert.equal((await press('Enter')).pressed, 'false');
  await tabTo(page, 'Ship Plovra', 'Shift+Tab');
  await press('Enter', 'counted');
  await tabTo(page, 'Forget my votes on this site');
  await page.keyboard.press('Enter');
  await state('forgotten');
  // The button is gone: the focus is on the comparison, not lost to the page.
  assert.equal(await page.evaluate(() => document.querySelector('face-off').shadowRoot.activeElement?.className), 'root');
  await page.context().close();
});

const breaks = [
  ['no ring', /ring 0/, styled(':focus-visible { outline: none !important }')],
  ['a ring the colour of the ground', /ring 0/, styled(':focus-visible { outline-color: var(--fo-tint) !important }')],
  ['a stop before its turn', /is stop/, (root) => root.querySelector('.link, footer a').setAttribute('tabindex', '1')],
  ['a control that is passed by', /is stop|stops of/, (root) => root.querySelector('.vote').setAttribute('tabindex', '-1')],
  ['something over it', /covered/, styled('.votes { position: relative } .votes::after { content: ""; position: absolute; inset: 0 }')],
];
describe('the walk tells', () => {
  for (const [name, told, change] of breaks) {
    test(name, async () => {
      const page = await scene.arrive(everything, 'en', {viewport: {width: 1100, height: 500}});
      await spoil(page, change);
      const {faults} = await walk(page, told.source.startsWith('ring') ? ring : () => 1);
      assert.ok(faults.some((each) => told.test(each)), faults.join('; '));
      await page.context().close();
    });
  }
});
