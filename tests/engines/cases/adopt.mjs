// What `faceoff render` wrote is what the widget shows: the same element before and after the script, none built
// anew, nothing moved. As children of the element, and as a declarative shadow root.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {comparison, top} from '../../e2e/site.mjs';
import {pressed, rowSays, state} from '../widget.mjs';

function rendered(id, ...options) {
  const folder = mkdtempSync(join(tmpdir(), 'faceoff-render-'));
  const file = join(folder, `${id}.faceoff.json`);
  writeFileSync(file, JSON.stringify(comparison(id)));
  const program = process.env.FACEOFF ?? `${top}build/release/cli/faceoff`;
  const html = execFileSync(program, ['render', file, '--to', 'fragment', ...options], {encoding: 'utf8'});
  rmSync(folder, {recursive: true});
  return html;
}

// The root of what is there, wherever it stands; its height once its sheet is there.
function shownHeight() {
  const host = document.querySelector('face-off');
  const root = host.shadowRoot?.querySelector('.root') ?? host.querySelector('.root');
  if (!root || getComputedStyle(root.querySelector('.summary tr')).display !== 'grid') return 0;
  return root.getBoundingClientRect().height;
}

async function adopts(world, id, body, head) {
  const page = await world.open();
  await page.goto(world.front.page(`${id}-static.html`, body, {head}));
  const before = await page.waitFor(shownHeight);
  const script = '<script src="/mark.js"></script><script async src="/faceoff.js"></script>';
  await page.goto(world.front.page(`${id}.html`, body + script, {head}));
  await state(page, 'not_voted');
  await rowSays(page, 'Readers', ['\u2014 No votes yet', '\u2014 No votes yet']);
  const after = await page.evaluate(shownHeight);
  assert.ok(
    await page.evaluate(() => document.querySelector('face-off').shadowRoot.querySelector('.root') === window.marked),
    'the very element that was in the page',
  );
  assert.equal(after, before, 'as high as before');
  await page.click('button', 'Ship Tindle');
  await state(page, 'counted');
  assert.deepEqual(await pressed(page), ['Ship Tindle']);
  assert.equal(await world.counts(id), '0 0, 1 0');
  assert.deepEqual(await page.said(), []);
  return `${Math.round(before)} px, before and after`;
}

export const cases = [
  {
    name: 'the fallback is taken over',
    run(world) {
      const id = world.comparison();
      const body = `<face-off src="${id}.faceoff.json">${rendered(id)}</face-off>`;
      return adopts(world, id, body, '<link rel="stylesheet" href="/faceoff.css">');
    },
  },
  {
    name: 'a declarative shadow root is taken over',
    run(world) {
      const id = world.comparison();
      return adopts(world, id, rendered(id, '--dsd', '--src', `${id}.faceoff.json`), '');
    },
  },
];
