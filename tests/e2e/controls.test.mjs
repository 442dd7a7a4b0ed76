// What a reader can press beside the vote: differences only, limits that matter, links, forgetting.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeBrowser, Reader} from './reader.mjs';
import {comparison, pageOf, Site} from './site.mjs';

let site;
const spaced = '<div style="height: 1500px"></div>';
const element = (id) => `<face-off src="${id}.faceoff.json" loading="eager"></face-off>`;

before(async () => {
  const facts = [
    {id: 'handle', name: 'Handle', values: [{contender: 'plovra', text: 'Ash'}, {contender: 'tindle', text: 'Ash'}]},
    {id: 'weight', name: 'Weight', values: [{contender: 'plovra', text: '1.1 kg'}, {contender: 'tindle', text: '1.9 kg'}]},
  ];
  const limited = comparison('limits');
  limited.contenders[1].limits = ['non_commercial'];
  limited.contenders[1].license = {name: 'Garden licence'};
  site = await Site.make({
    'facts.faceoff.json': comparison('facts', {criteria: facts}),
    'limits.faceoff.json': limited,
    'both.faceoff.json': {...limited, id: 'both', criteria: facts},
    'links.faceoff.json': comparison('links'),
    'forget.faceoff.json': comparison('forget'),
    'other.faceoff.json': comparison('other'),
    'facts.html': pageOf(element('facts')),
    'limits.html': pageOf(element('limits').repeat(2)),
    'both.html': pageOf(element('both')),
    'links.html': pageOf(`${spaced}${element('links')}${spaced}`, '<base href="/"><script async src="/faceoff.js"></script>'),
    'forget.html': pageOf(`${element('forget')}<face-off-vote src="forget.faceoff.json"></face-off-vote>`),
    'other.html': pageOf(element('other')),
  });
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

async function arrive(path) {
  const reader = await Reader.arrive();
  await reader.page.goto(`${site.url}/${path}`);
  await reader.page.waitForFunction(() =>
    [...document.querySelectorAll('face-off')].every(({shadowRoot}) => shadowRoot?.querySelector('.says')),
  );
  return reader;
}
// The view that a press asked for is there.
const told = (toggle, pressed) => toggle.and(toggle.page().locator(`[aria-pressed=${pressed}]`)).waitFor();
const focused = (reader) => reader.page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.outerHTML ?? '');

test('differences only leaves out the facts that are the same, and shows them again', async () => {
  const reader = await arrive('facts.html');
  await reader.page.locator('details[data-fold="-facts"] > summary').click();
  const rows = () => reader.page.locator('details[data-fold="-facts"] tbody th').allInnerTexts();
  const toggle = reader.page.locator('button[data-action=differences]');
  const all = await rows();
  assert.ok(all.includes('Handle') && all.includes('Weight'), all.join());
  await toggle.focus();
  await reader.page.keyboard.press('Enter');
  await told(toggle, true);
  const some = await rows();
  assert.ok(!some.includes('Handle') && some.includes('Weight'), some.join());
  assert.match(await focused(reader), /differences/);
  await reader.page.keyboard.press('Enter');
  await told(toggle, false);
  assert.deepEqual(await rows(), all);
  await reader.leave();
});

test('a limit that matters to the reader changes the answer of this element alone, and is not stored', async () => {
  const reader = await arrive('limits.html');
  const answers = () => reader.page.locator('.says').allInnerTexts();
  const [before, same] = await answers();
  assert.equal(before, same);
  const toggle = reader.page.locator('button[data-limit=non_commercial]').first();
  await toggle.click();
  await told(toggle, true);
  const [changed, other] = await answers();
  assert.notEqual(changed, before);
  assert.equal(other, before);
  assert.equal(await reader.page.evaluate(() => localStorage.length), 0);
  await toggle.click();
  await told(toggle, false);
  assert.deepEqual(await answers(), [before, before]);
  // Over what the page says, until the page says something else.
  await reader.page.evaluate(() => document.querySelector('face-off').setAttribute('deal-breakers', 'non_commercial'));
  await reader.page.waitForFunction((text) => document.querySelector('face-off').shadowRoot.querySelector('.says').innerText === text, changed);
  await toggle.click();
  await told(toggle, false);
  assert.deepEqual(await answers(), [before, before]);
  await reader.leave();
});

// What is pressed is compared in one task and shown in a later one: a timer of the page's own comes between them.
describe('between compare and show', () => {
  const pressed = (reader) =>
    reader.page.evaluate(() =>
      ['action', 'limit'].map((kind) =>
        document.querySelector('face-off').shadowRoot.querySelector(`.toggle[data-${kind}]`).ariaPressed,
      ).join(),
    );

  test('what is pressed is in the view, which is shown once', async () => {
    const reader = await arrive('both.html');
    const seen = await reader.page.evaluate(async () => {
      const root = document.querySelector('face-off').shadowRoot;
      const toggles = ['action', 'limit'].map((kind) => root.querySelector(`.toggle[data-${kind}]`));
      const seen = [];
      const look = () => seen.push(toggles.map((each) => each.ariaPressed).join());
      const observer = new MutationObserver(look); // of these alone: the counts may arrive meanwhile
      toggles.forEach((each) => observer.observe(each, {attributeFilter: ['aria-pressed']}));
      toggles[0].click();
      setTimeout(() => toggles[1].click());
      while (!seen.at(-1)?.endsWith('true')) await new Promise(requestAnimationFrame);
      return seen;
    });
    await reader.settle();
    assert.deepEqual(seen, ['true,true']);
    assert.equal(await pressed(reader), 'true,true');
    await reader.leave();
  });

  test('an element that is taken out shows nothing more, and what was pressed when it is back', async () => {
    const reader = await arrive('both.html');
    await reader.page.evaluate(() => {
      window.taken = document.querySelector('face-off');
      taken.shadowRoot.querySelector('.toggle[data-action]').click();
      setTimeout(() => taken.remove());
    });
    await reader.settle();
    await reader.settle();
    const left = await reader.page.evaluate(() => taken.shadowRoot.querySelector('.toggle[data-action]').ariaPressed);
    assert.equal(left, 'false');
    await reader.page.evaluate(() => document.body.append(taken));
    await reader.page.locator('.toggle[data-action][aria-pressed=true]').waitFor({state: 'attached'});
    assert.deepEqual([reader.page.problems, reader.page.lines], [[], []]);
    await reader.leave();
  });
});

describe('a link into the verdict', () => {
  const top = (reader, id) =>
    reader.page.evaluate((id) => document.querySelector('face-off').shadowRoot.getElementById(id).getBoundingClientRect().top, id);
  const open = (reader) => reader.page.locator('details[data-fold=ada]').evaluate((each) => each.open);

  test('of a reviewer opens and scrolls to the row: clicked, by the address, and once more', async () => {
    const reader = await arrive('links.html');
    const id = 'fo-links-review-ada';
    const anchor = reader.page.locator(`a.anchor[href="#${id}"]`);
    await anchor.click();
    assert.equal(await reader.page.evaluate(() => location.hash), `#${id}`);
    assert.ok(await open(reader));
    assert.ok(Math.abs(await top(reader, id)) < 60, String(await top(reader, id)));
    await reader.page.evaluate(() => scrollTo(0, 0));
    await anchor.evaluate((each) => each.click()); // the same fragment again
    assert.ok(Math.abs(await top(reader, id)) < 60);
    await reader.page.evaluate(() => {
      scrollTo(0, 0);
      location.hash = '#fo-links-whole';
    });
    await reader.page.waitForFunction(() => scrollY > 1000);
    await reader.leave();
  });

  test('is followed on arrival, and a strange one is nobody\'s', async () => {
    const reader = await Reader.arrive();
    await reader.page.goto(`${site.url}/links.html#fo-links-review-ada`);
    await reader.page.waitForFunction(() => scrollY > 1000);
    assert.ok(await open(reader));
    await reader.page.goto(`${site.url}/links.html#fo-%E0%A4%A`);
    await reader.settle();
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
  });
});

describe('forgetting the votes of this site', () => {
  test('takes them back at the feed, then erases them here, and says so', async () => {
    const reader = await arrive('other.html');
    await reader.button('Ship Tindle').click();
    await reader.state('counted');
    await reader.page.goto(`${site.url}/forget.html`);
    await reader.page.waitForFunction(() => window.heard.filter((each) => each.name === 'face-off-load').length === 2);
    await reader.page.locator('face-off button[data-call=skip][data-contender=plovra]').click();
    await reader.page.locator('face-off .state[data-state=counted]').waitFor({state: 'attached'});
    assert.ok(await reader.page.evaluate(() => localStorage.length >= 3));
    const forget = reader.page.locator('face-off button[data-action=forget]');
    await forget.focus();
    await reader.page.keyboard.press('Enter');
    await reader.page.locator('face-off .state[data-state=forgotten]').waitFor({state: 'attached'});
    assert.equal(await reader.page.evaluate(() => localStorage.length), 0);
    for (const id of ['forget', 'other']) {
      const tally = await site.tally(id);
      assert.deepEqual(tally.tallies.map(({ship, skip}) => [ship, skip]), [[0, 0], [0, 0]], id);
    }
    assert.equal(await reader.page.locator('[aria-pressed=true]').count(), 0, 'the poll beside it knows too');
    assert.equal(await forget.count(), 0);
    assert.equal(await reader.page.evaluate(() => document.activeElement.localName), 'face-off', 'focus is not lost with the button');
    await reader.page.locator('face-off button[data-call=ship][data-contender=tindle]').click();
    await reader.page.locator('face-off .state[data-state=counted]').waitFor({state: 'attached'});
    await reader.leave();
  });

  test('that a feed does not answer erases nothing, says so, and can be tried again', async () => {
    const reader = await arrive('other.html');
    await reader.button('Ship Plovra').click();
    await reader.state('counted');
    const stored = () => reader.page.evaluate(() => JSON.stringify(Object.keys(localStorage).sort()));
    const before = await stored();
    await reader.page.route('**/votes/other', (route) => route.abort());
    await reader.page.locator('button[data-action=forget]').last().click();
    await reader.state('not_forgotten');
    assert.equal(await stored(), before);
    await reader.page.unroute('**/votes/other');
    await reader.page.locator('.state button[data-action=forget]').click();
    await reader.state('forgotten');
    assert.equal(await stored(), '[]');
    await reader.leave();
  });
});
