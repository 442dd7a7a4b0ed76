// axe-core over the widget: every condition once, and the states that are built differently; `script/prove access` has
// every state in every condition. Then that it would tell: each change below is found.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {audit} from './axe.mjs';
import {spoil, styled} from './breaks.mjs';
import {bring, conditions} from './conditions.mjs';
import {publishersPage} from './page.mjs';
import {Scene} from '../sheet/scene.mjs';
import {rows} from '../sheet/states.mjs';
import {closeBrowser} from '../e2e/reader.mjs';

const rowOf = (name) => rows.find((each) => each.name === name);
const everything = rowOf('everything');
// State to condition.
const slice = {
  counted: 'dark',
  refused: '320 px',
  'storage refused': 'light',
  '4 contenders': '320 px, folds open',
  '8 contenders': 'Arabic, 320 px',
  problem: 'dark',
  consent: 'forced colours',
  static: 'Arabic',
  'vote: counted': 'forced colours',
  badge: 'dark',
};

let scene;
before(async () => {
  scene = await Scene.of([everything, ...Object.keys(slice).map(rowOf)], ['en', 'ar'], publishersPage);
});
after(async () => {
  await closeBrowser();
  await scene.remove();
});

async function clean(page, condition) {
  await bring(page, condition);
  const {violations, open, passes} = await audit(page);
  assert.deepEqual([...violations, ...open], []);
  assert.ok(passes > 10, `${passes} rules`);
}

describe('axe finds nothing', () => {
  for (const language of ['en', 'ar']) {
    test(`in any condition, ${language}`, async (all) => {
      const page = await scene.arrive(everything, language);
      for (const condition of conditions.filter((each) => each.language === language)) {
        await all.test(condition.name, () => clean(page, condition));
      }
      await page.context().close();
    });
  }
  for (const [name, where] of Object.entries(slice)) {
    test(`in ${name}, ${where}`, async () => {
      const condition = conditions.find((each) => each.name === where);
      const page = await scene.arrive(rowOf(name), condition.language);
      await clean(page, condition);
      await page.context().close();
    });
  }
});

// The rule that tells of each.
const breaks = [
  ['a button without a name', 'button-name', (root) => root.querySelector('.vote').replaceChildren() ?? root.querySelector('.vote').removeAttribute('aria-label')],
  ['a fold without a name', 'summary-name', (root) => root.querySelector('.more summary').replaceChildren()],
  ['targets of 16 px, side by side', 'target-size', styled('.vote { flex: 0 0 16px; min-width: 0; min-height: 0; height: 16px; padding: 0; font-size: 6px } .votes { gap: 0 }')],
  ['faint words on paper', 'color-contrast', styled('.root { --fo-soft: #8b9099 }')],
  ['faint words on the tinted column, which axe leaves open', 'color-contrast', styled('.two th .q { color: #999 }')],
  ['words the colour of their ground', 'color-contrast', styled('.two th .q { color: var(--fo-tint) }')],
  ['a link only its colour tells', 'link-in-text-block', styled('.anchor { text-decoration: none }')],
  ['levels of headings left out', 'heading-order', (root) => root.querySelector('.ask').setAttribute('aria-level', '5')],
  ['a language there is none of', 'valid-lang', (root) => root.querySelector('bdi').setAttribute('lang', 'english')],
  ['a label that is not there', 'aria-valid-attr-value', (root) => root.querySelector('table').setAttribute('aria-labelledby', 'nobody')],
  ['a state a cell cannot have', 'aria-allowed-attr', (root) => root.querySelector('td').setAttribute('aria-pressed', 'true')],
  ['a table that is none and has a name', 'aria-prohibited-attr', (root) => root.querySelector('table').setAttribute('role', 'presentation')],
  ['a button in a link', 'nested-interactive', (root) => root.querySelector('.vote').append(document.createElement('button'))],
];
describe('axe tells', () => {
  for (const [name, rule, change] of breaks) {
    test(name, async () => {
      const page = await scene.arrive(everything, 'en');
      await bring(page, conditions[0]);
      await spoil(page, change);
      const {violations, open} = await audit(page);
      const rules = [...violations, ...open].map((each) => each.rule);
      assert.ok(rules.includes(rule), `found: ${[...new Set(rules)]}`);
      await page.context().close();
    });
  }
});
