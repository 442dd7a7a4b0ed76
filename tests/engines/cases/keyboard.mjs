// By keyboard alone: to a vote button, vote, change, undo; where the focus is can be seen, and it stays.
import assert from 'node:assert/strict';
import {pressed, shows, state} from '../widget.mjs';

// The label of what has the focus, and the ring around it.
function focused() {
  const element = document.activeElement?.shadowRoot?.activeElement;
  if (!element) return {label: ''};
  const {outlineStyle, outlineWidth, outlineColor, backgroundColor} = getComputedStyle(element);
  return {
    label: element.getAttribute('aria-label') ?? element.textContent.trim(),
    seen: element.matches(':focus-visible'),
    ring: `${outlineStyle} ${outlineWidth}`,
    apart: outlineColor !== backgroundColor,
  };
}

async function tabTo(page, label) {
  for (let presses = 1; presses <= 60; presses++) {
    await page.press('Tab');
    if ((await page.evaluate(focused)).label === label) return presses;
  }
  throw new Error(`60 times Tab and never at ${label}`);
}

export const cases = [
  {
    name: 'keyboard alone',
    async run(world) {
      const id = world.comparison();
      const page = await world.open();
      await page.goto(world.front.page(`${id}.html`, `<face-off src="${id}.faceoff.json"></face-off>`));
      await shows(page);
      await state(page, 'not_voted');
      const presses = await tabTo(page, 'Ship Tindle');
      const {label, seen, ring, apart} = await page.evaluate(focused);
      assert.deepEqual({label, seen, ring, apart}, {label, seen: true, ring: 'solid 2px', apart: true});
      await page.press('Space');
      await state(page, 'counted');
      assert.deepEqual(await pressed(page), ['Ship Tindle']);
      assert.equal((await page.evaluate(focused)).label, 'Ship Tindle');
      await page.press('Tab');
      assert.equal((await page.evaluate(focused)).label, 'Skip Tindle');
      await page.press('Enter');
      await page.waitFor(() => Boolean(document.querySelector('face-off').shadowRoot.querySelector('.skip[aria-pressed=true]')));
      await state(page, 'counted');
      assert.equal(await world.counts(id), '0 0, 0 1');
      await page.press('Enter');
      await state(page, 'not_voted');
      assert.deepEqual(await pressed(page), []);
      assert.equal((await page.evaluate(focused)).label, 'Skip Tindle');
      assert.equal(await world.counts(id), '0 0, 0 0');
      return `${presses} times Tab`;
    },
  },
];
