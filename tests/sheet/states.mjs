// How each row of the contact sheet comes to be, in the real widget with the real server.
import {randomBytes} from 'node:crypto';

const posts = (answer) => (page, id) =>
  page.route(`**/votes/${id}`, (route) => (route.request().method() === 'POST' ? answer(route) : route.continue()));
const vote = async (page) => {
  await page.locator('.vote.ship').first().click();
  await page.locator('.vote.skip').nth(1).click();
};
const refuse = (route) => route.fulfill({status: 410, contentType: 'application/problem+json', body: '{"code":"closed"}'});

const reads = (answer) => (page, id) =>
  page.route(`**/votes/${id}`, (route) => (route.request().method() === 'GET' ? answer(route) : route.continue()));
const forget = (page) => page.locator('button[data-action=forget]').last().click();
const counted = '.state[data-state=counted]';
const voteThen = (then) => async (page, id) => {
  await vote(page);
  await page.locator(counted).waitFor();
  await then(page, id);
};
const openAll = (page) => page.locator('details').evaluateAll((all) => all.forEach((each) => (each.open = true)));
const pressedDown = (page, selector) => page.locator(selector).first().click().then(() => page.locator(`${selector}[aria-pressed=true]`).waitFor());
const noStorage = (page) =>
  page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', {get: refuse});
  });
const noCore = (page) => page.route('**/faceoff.wasm*', (route) => route.abort());
const neverCore = (page) => page.route('**/faceoff.wasm*', () => {});

// kind: the document. before: with the page not yet loaded; after: with it shown; until: what to wait for. readers: how
// many voted before. way: how it is in the page: the element alone, around what `faceoff render` writes ("around"), in a
// declarative shadow root ("shadow"), or the static article without a script ("static").
const seen = '.root footer, .root.poll .state, .root.badge';
const notVoted = '.state[data-state=not_voted]';
export const rows = [
  {name: 'not voted, empty', kind: 'poll', until: notVoted},
  {name: 'early', kind: 'early', readers: 8, until: '.summary .tag'},
  {name: 'full', kind: 'full', readers: 60, until: '.sure'},
  {name: 'sending', kind: 'poll', before: posts(() => {}), after: vote, until: '.state[data-state=sending]'},
  {name: 'counted', kind: 'full', readers: 60, after: vote, until: counted},
  {name: 'waiting', kind: 'poll', before: posts((route) => route.abort()), after: vote, until: '.state[data-state=waiting]'},
  {name: 'refused', kind: 'poll', before: posts(refuse), after: vote, until: '.state[data-state=refused]'},
  {name: 'closed', kind: 'closed', until: '.state[data-state=closed]'},
  {name: 'not open', kind: 'later', until: '.state[data-state=not_open]'},
  {name: 'off', kind: 'off'},
  {name: 'local', kind: 'local', until: '.state[data-state=local]'},
  {name: 'pick', kind: 'pick', until: '.vote'},
  {name: 'counts after the vote', kind: 'secret', until: notVoted},
  {name: 'counts not to be had', kind: 'poll', before: reads((route) => route.abort()), until: notVoted},
  {name: 'storage refused', kind: 'poll', before: noStorage, after: (page) => page.locator('.vote').first().click(), until: counted},
  {name: 'forgetting', kind: 'poll', after: voteThen((page, id) => posts(() => {})(page, id).then(() => forget(page))), until: '.root:not(:has([aria-pressed=true])) .state[data-state=forgetting]'},
  {name: 'forgotten', kind: 'poll', after: voteThen(forget), until: '.state[data-state=forgotten]'},
  {name: 'not forgotten', kind: 'poll', after: voteThen((page, id) => page.route(`**/votes/${id}`, (route) => route.abort()).then(() => forget(page))), until: '.state[data-state=not_forgotten]'},
  {name: 'everything', kind: 'rich', until: notVoted},
  {name: 'everything, open', kind: 'rich', after: openAll, until: notVoted},
  {name: 'everything, in English', kind: 'foreign', until: notVoted},
  {name: 'differences only', kind: 'rich', after: (page) => openAll(page).then(() => pressedDown(page, '[data-action=differences]')), until: notVoted},
  {name: 'a limit matters', kind: 'rich', after: (page) => pressedDown(page, '[data-limit]'), until: notVoted},
  {name: '3 contenders', kind: 'three', until: '.vote'},
  {name: '4 contenders', kind: 'four', until: '.vote'},
  {name: '5 contenders', kind: 'five', until: '.vote'},
  {name: '8 contenders', kind: 'eight', until: '.vote'},
  {name: 'loading', kind: 'poll', before: neverCore, until: '.loading'},
  {name: 'problem', kind: 'nowhere', until: '.problem'},
  {name: 'consent', kind: 'poll', attributes: 'loading="click"', until: '.consent'},
  {name: 'static', kind: 'rich', way: 'static'},
  {name: 'declarative shadow root', kind: 'rich', way: 'shadow'},
  {name: 'adopted', kind: 'rich', way: 'around', before: neverCore, until: '.root footer slot'},
  {name: 'adopted, then no core', kind: 'poll', way: 'around', before: noCore, until: '.summary tr[style*=none]'},
  {name: 'vote: not voted', element: 'face-off-vote', kind: 'poll', until: notVoted},
  {name: 'vote: counted', element: 'face-off-vote', kind: 'full', readers: 60, after: vote, until: counted},
  {name: 'vote: refused', element: 'face-off-vote', kind: 'poll', before: posts(refuse), after: vote, until: '.state[data-state=refused]'},
  {name: 'vote: closed', element: 'face-off-vote', kind: 'closed', until: '.state[data-state=closed]'},
  {name: 'vote: pick', element: 'face-off-vote', kind: 'pick', until: '.vote'},
  {name: 'vote: 8 contenders', element: 'face-off-vote', kind: 'eight', until: '.vote'},
  {name: 'badge', element: 'face-off-badge', kind: 'full', readers: 60, until: '.badge'},
  {name: 'badge: static', element: 'face-off-badge', kind: 'poll', way: 'static', until: '.badge'},
].map((row) => ({element: 'face-off', until: seen, readers: 0, way: 'alone', ...row}));

// Fills a poll with readers' ballots, as their browsers would send them.
export async function fill(site, document, readers) {
  const {definition} = await site.tally(document.id);
  for (let i = 0; i < readers; i++) {
    const calls = document.contenders.map(({id}, at) => ({contender: id, call: (i * 7 + at * 3) % 10 < 4 + 3 * at ? 'ship' : 'skip'}));
    calls.sort((a, b) => (a.contender < b.contender ? -1 : 1));
    const body = JSON.stringify({faceoff: 1, key: randomBytes(32).toString('base64url'), rev: 1, definition, calls, pick: null});
    const answer = await fetch(`${site.url}/votes/${document.id}`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body});
    if (!answer.ok) throw new Error(`${document.id}: ballot ${i} answers ${answer.status} ${await answer.text()}`);
  }
}
