// How each row of the contact sheet comes to be, in the real widget with the real server.
import {randomBytes} from 'node:crypto';

const posts = (answer) => (page, id) =>
  page.route(`**/votes/${id}`, (route) => (route.request().method() === 'POST' ? answer(route) : route.continue()));
const vote = async (page) => {
  await page.locator('.vote.ship').first().click();
  await page.locator('.vote.skip').nth(1).click();
};
const refuse = (route) => route.fulfill({status: 410, contentType: 'application/problem+json', body: '{"code":"closed"}'});

// kind: the document. before: with the page not yet loaded; after: with it shown; until: what to wait for.
const seen = '.root footer, .root.poll .state, .root.badge';
export const rows = [
  {name: 'not voted, empty', kind: 'poll', until: '.state[data-state=not_voted]'},
  {name: 'early', kind: 'early', until: '.state[data-state=not_voted]'},
  {name: 'full', kind: 'full', until: '.sure'},
  {name: 'counted', kind: 'full', after: vote, until: '.state[data-state=counted]'},
  {name: 'waiting', kind: 'poll', before: posts((route) => route.abort()), after: vote, until: '.state[data-state=waiting]'},
  {name: 'refused', kind: 'poll', before: posts(refuse), after: vote, until: '.state[data-state=refused]'},
  {name: 'closed', kind: 'closed', until: '.state[data-state=closed]'},
  {name: 'off', kind: 'off'},
  {name: 'local', kind: 'local', until: '.state[data-state=local]'},
  {name: 'pick', kind: 'pick', until: '.vote'},
  {name: '3 contenders', kind: 'three', until: '.vote'},
  {name: '5 contenders', kind: 'five', until: '.vote'},
  {name: '8 contenders', kind: 'eight', until: '.vote'},
  {name: 'loading', kind: 'poll', before: (page) => page.route('**/faceoff.wasm*', () => {}), until: '.loading'},
  {name: 'problem', kind: 'nowhere', until: '.problem'},
  {name: 'vote: not voted', element: 'face-off-vote', kind: 'poll', until: '.state[data-state=not_voted]'},
  {name: 'vote: counted', element: 'face-off-vote', kind: 'full', after: vote, until: '.state[data-state=counted]'},
  {name: 'vote: pick', element: 'face-off-vote', kind: 'pick', until: '.vote'},
  {name: 'badge', element: 'face-off-badge', kind: 'full', until: '.badge'},
].map((row) => ({element: 'face-off', until: seen, ...row}));

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
