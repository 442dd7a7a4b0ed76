// A vote's way: cast, there after a reload, changed, taken back, told to another tab and another reader, kept while
// the network is away.
import assert from 'node:assert/strict';
import {pressed, rowSays, shows, state} from '../widget.mjs';

const none = '\u2014 No votes yet';

async function arrive(world, id, options) {
  const page = await world.open(options);
  await page.goto(world.front.page(`${id}.html`, `<face-off src="${id}.faceoff.json"></face-off>`));
  await shows(page);
  return page;
}

export const cases = [
  {
    name: 'vote, reload',
    async run(world) {
      const id = world.comparison();
      const page = await arrive(world, id);
      await state(page, 'not_voted');
      await rowSays(page, 'Readers', [none, none]);
      await page.click('button', 'Ship Tindle');
      await state(page, 'counted');
      await rowSays(page, 'Readers', [none, '1 ship, 0 skip']);
      assert.equal(await world.counts(id), '0 0, 1 0');
      await page.reload();
      await state(page, 'counted');
      assert.deepEqual(await pressed(page), ['Ship Tindle']);
      await rowSays(page, 'Readers', [none, '1 ship, 0 skip']);
      assert.equal(await world.counts(id), '0 0, 1 0');
      assert.deepEqual(await page.said(), []);
    },
  },
  {
    name: 'change, undo',
    async run(world) {
      const id = world.comparison();
      const page = await arrive(world, id);
      await page.click('button', 'Ship Tindle');
      await state(page, 'counted');
      await page.click('button', 'Skip Tindle');
      await rowSays(page, 'Readers', [none, '0 ship, 1 skip']);
      await state(page, 'counted');
      assert.deepEqual(await pressed(page), ['Skip Tindle']);
      assert.equal(await world.counts(id), '0 0, 0 1');
      await page.click('button', 'Skip Tindle');
      await state(page, 'not_voted');
      await rowSays(page, 'Readers', [none, none]);
      assert.deepEqual(await pressed(page), []);
      assert.equal(await world.counts(id), '0 0, 0 0');
    },
  },
  {
    name: 'two tabs, two readers',
    async run(world) {
      const id = world.comparison();
      const first = await arrive(world, id);
      const second = await first.tab();
      await second.goto(`${world.front.url}/${id}.html`);
      await state(second, 'not_voted');
      await second.click('button', 'Ship Tindle');
      await state(second, 'counted');
      await state(first, 'counted'); // told by the other tab
      assert.deepEqual(await pressed(first), ['Ship Tindle']);
      const other = await arrive(world, id);
      await state(other, 'not_voted');
      await rowSays(other, 'Readers', [none, '1 ship, 0 skip']);
      await other.click('button', 'Ship Plovra');
      await state(other, 'counted');
      assert.equal(await world.counts(id), '1 0, 1 0');
    },
  },
  {
    name: 'offline, back',
    async run(world) {
      const id = world.comparison();
      const page = await arrive(world, id);
      await state(page, 'not_voted');
      await page.offline(true);
      await page.click('button', 'Skip Plovra');
      await state(page, 'waiting');
      assert.deepEqual(await pressed(page), ['Skip Plovra']);
      assert.equal(await world.counts(id), '0 0, 0 0');
      await page.offline(false);
      const back = Date.now();
      await state(page, 'counted');
      const took = Date.now() - back;
      await rowSays(page, 'Readers', ['0 ship, 1 skip', none]);
      assert.equal(await world.counts(id), '0 1, 0 0');
      assert.ok(took < 10_000, `${took} ms`);
      return `counted ${took} ms after`;
    },
  },
];
