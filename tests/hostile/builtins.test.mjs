// One built-in at a time throws, or answers nothing: the widget works, or the fallback stays; nothing goes uncaught, and
// the console gets one line at most.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeBrowser} from '../e2e/reader.mjs';
import {Arena, fallback, pageWith} from './arena.mjs';
import {broken, pollution} from './poison.mjs';
import {keepRow} from './table.mjs';

let arena;

before(async () => {
  arena = await Arena.open();
});
after(async () => {
  await arena.close();
  await closeBrowser();
});

// A verdict whose votes do not count is told in its state line; how far it comes is not ours to promise.
async function use() {
  await arena.reader.button('Ship Tindle').click();
  await arena.page.locator('.state:not([data-state="not_voted"])').first().waitFor({timeout: 3000}).catch(() => {});
  return arena.page.locator('.state').first().getAttribute('data-state');
}

async function look(name, place, script) {
  await arena.goto(pageWith({[place]: script}));
  const outcome = await arena.outcome(5000);
  const ends = outcome === 'works' ? await use() : outcome;
  const errors = arena.page.problems.length;
  keepRow({page: `${name} (${place === 'first' ? 'before' : 'after'} the script)`, errors, ends});
  assert.deepEqual(arena.page.problems, []);
  assert.ok(arena.ours().length <= 1, arena.ours().join('; '));
  // A line may be all that came of it; and where not even a slot can be put into a shadow root nothing can be shown.
  if (name.startsWith('DocumentFragment.prototype.append ') && place === 'between') return;
  const either = [arena.page.locator('.root[data-id]'), arena.page.getByText(fallback)];
  await Promise.any(either.map((each) => each.waitFor({timeout: 5000}))).catch(() => assert.fail('the fallback is gone'));
}

for (const place of ['first', 'between']) {
  describe(`a built-in that fails ${place === 'first' ? 'before' : 'after'} the script`, () => {
    for (const {name, script} of broken) {
      if (place === 'first' && name.endsWith('answers nothing')) continue;
      test(name, () => look(name, place, script));
    }
  });
}

describe('a page that changed the ground', () => {
  for (const {name, script = '', body = '', works, silent, says} of pollution) {
    test(name, async () => {
      await arena.goto(pageWith({first: script, body}));
      if (works) await arena.votes({says});
      else await arena.staysAsItWas({silent});
      keepRow({page: name, errors: arena.page.problems.length, ends: works ? 'counted' : 'fallback'});
    });
  }
});
