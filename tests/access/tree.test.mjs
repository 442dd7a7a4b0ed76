// What the browser gives a screen reader, state by state, is what tests/access/golden says.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {spoil} from './breaks.mjs';
import {actual, cases, expected, sceneOf} from './golden.mjs';
import {nameOf} from '../sheet/scene.mjs';
import {rows} from '../sheet/states.mjs';
import {treeOf} from './tree.mjs';
import {closeBrowser} from '../e2e/reader.mjs';

const everything = rows.find(({name}) => name === 'everything, open');

let scene;
before(async () => {
  scene = await sceneOf(cases);
});
after(async () => {
  await closeBrowser();
  await scene.remove();
});

describe('a screen reader is given, as accepted by script/accept NAME,', () => {
  for (const each of cases) {
    test(each.name, async () => assert.equal(await actual(scene, each), expected(each)));
  }
});

// What each of them would change in the page, and the line that tells.
const breaks = {
  'a button that does not say whether it is pressed': [(root) => root.querySelector('.vote').removeAttribute('aria-pressed'), '-button "Ship Plovra" pressed=false'],
  'a button with the verdict alone for a name': [(root) => root.querySelector('.vote').removeAttribute('aria-label'), '+button "Ship" pressed=false'],
  'a state line nobody hears': [(root) => root.querySelector('.state').removeAttribute('role'), '-status live=polite: "A vote can be changed or taken back."'],
  'a fold without its heading': [(root) => (root.querySelector('.about .part').outerHTML = 'The contenders'), '-heading "The contenders" level=3'],
  'a table that is a grid': [(root) => root.querySelectorAll('.summary [role]').forEach((each) => each.setAttribute('role', 'none')), '-columnheader "Tindle"'],
  'a heading of another level': [(root) => root.querySelector('.ask').setAttribute('aria-level', '5'), '+heading "Which one should you dig with?" level=5'],
  'a dash that is read out': [(root) => root.querySelector('.dash').removeAttribute('aria-hidden'), '+cell "\u2014 No votes yet"'],
  'names in no language': [(root) => root.querySelector('bdi').setAttribute('lang', 'tlh'), '+"Plovra vs Tindle" lang=tlh'],
};
describe('the tree tells', () => {
  for (const [name, [change, told]] of Object.entries(breaks)) {
    test(name, async () => {
      const page = await scene.arrive(everything, 'en', {viewport: {width: 1100, height: 900}});
      const before = (await treeOf(page)).split('\n').map((line) => line.trim());
      await spoil(page, change);
      const now = (await treeOf(page)).split('\n').map((line) => line.trim());
      const [less, more] = told[0] === '-' ? [now, before] : [before, now];
      const count = (lines) => lines.filter((line) => line === told.slice(1)).length;
      assert.ok(count(more) > count(less), `${nameOf(everything, 'en')}: nothing tells ${told}`);
      await page.context().close();
    });
  }
});
