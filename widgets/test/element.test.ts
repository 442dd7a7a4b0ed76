// The classes without a browser: bundlers, servers and tools import them to render or describe a page.
import assert from 'node:assert/strict';
import {test} from 'node:test';

test('the classes can be imported where there is no DOM, and importing them does nothing', async () => {
  const before = Object.getOwnPropertyNames(globalThis);
  const {FaceOffElement, FaceOffVoteElement, FaceOffBadgeElement} = await import('../src/element.js');
  assert.deepEqual(Object.getOwnPropertyNames(globalThis), before);
  const base = Object.getPrototypeOf(FaceOffElement);
  for (const element of [FaceOffElement, FaceOffVoteElement, FaceOffBadgeElement]) {
    assert.equal(Object.getPrototypeOf(element), base);
    assert.ok(element.observedAttributes.includes('deal-breakers'));
    assert.ok(Object.getOwnPropertyDescriptor(base.prototype, 'dealBreakers')?.set);
  }
});
