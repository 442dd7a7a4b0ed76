// In pages whose scripts changed the ground that others stand on: works all the same, or leaves the page as it was with
// one line in the console and nothing uncaught.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {Arena, pageWith} from '../hostile/arena.mjs';
import {pollution} from '../hostile/poison.mjs';
import {closeBrowser} from './reader.mjs';

let arena;

before(async () => {
  arena = await Arena.open();
});
after(async () => {
  await arena.close();
  await closeBrowser();
});

for (const [place, when] of [['first', 'before the script of the widget'], ['between', 'after it']]) {
  describe(`what a page did ${when}:`, () => {
    for (const {name, script = '', body = '', works, silent, says} of pollution) {
      test(name, async () => {
        await arena.goto(pageWith({[place]: script, body}));
        if (works) await arena.votes({says});
        else await arena.staysAsItWas({silent});
      });
    }
  });
}
