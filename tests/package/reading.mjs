// What a reader does with a page that some tool built: looks, votes, and is counted by the real server.
import assert from 'node:assert/strict';
import {Reader} from '../e2e/reader.mjs';
import {comparison, Site} from '../e2e/site.mjs';

// As strict as it can be, with Trusted Types where the tool's own loader allows it.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; base-uri 'none'";

// A site of these files and the comparison "a", gone afterwards whatever happens.
export async function onSite(files, visit) {
  const site = await Site.make({...files, 'a.faceoff.json': comparison('a')});
  try {
    return await visit(site);
  } finally {
    await site.remove();
  }
}

// options: trusted: whether markup comes in by Trusted Types alone, policies: whose but ours; address: of the page, if not the site's own.
export async function arrive(site, {trusted = false, policies = '', strict = true, address = `${site.url}/`, ...context} = {}) {
  const reader = await Reader.arrive(context);
  reader.asked = [];
  reader.page.on('request', (request) => reader.asked.push(request.url()));
  if (strict) {
    await reader.page.route(address, async (route) => {
      const response = await route.fetch();
      const whole = trusted ? `${policy}; require-trusted-types-for 'script'; trusted-types faceoff ${policies}` : policy;
      await route.fulfill({response, headers: {...response.headers(), 'Content-Security-Policy': whole}});
    });
  }
  await reader.page.goto(address);
  return reader;
}

// The verdict by attribute stands, takes a vote, and the framework's own listener heard of both documents.
export async function votes(reader, site, {heard = ['a', 'b']} = {}) {
  const first = reader.page.locator('face-off').first();
  await first.getByRole('heading', {name: 'Plovra vs Tindle'}).waitFor();
  await first.getByRole('button', {name: 'Ship Tindle', exact: true}).click();
  await first.locator('.state[data-state="counted"]').waitFor({state: 'attached'});
  const {tallies} = await site.tally('a');
  assert.deepEqual(tallies.map(({contender, ship, skip}) => [contender, ship, skip]), [['plovra', 0, 0], ['tindle', 1, 0]]);
  if (!heard.length) return;
  await reader.page.getByRole('heading', {name: 'By property'}).waitFor();
  const output = reader.page.locator('output');
  await reader.page.waitForFunction(
    (wanted) => wanted.every((id) => document.querySelector('output').textContent.split(' ').includes(id)),
    heard,
  );
  assert.deepEqual((await output.innerText()).trim().split(' ').sort(), heard);
}

// A framework's state goes on to the element after it is there.
export async function switches(reader) {
  const first = reader.page.locator('face-off#first');
  assert.equal(await first.getAttribute('theme'), 'dark');
  await reader.page.getByRole('button', {name: 'Light', exact: true}).click();
  await reader.page.waitForFunction(() => document.querySelector('#first').getAttribute('theme') === 'light');
  assert.equal(await first.locator('.state[data-state="counted"]').count(), 1, 'the vote is still shown');
}

export async function leavesClean(reader) {
  assert.deepEqual(reader.page.problems, []);
  assert.deepEqual(await reader.heard('violation'), []);
  assert.deepEqual(await reader.heard('face-off-error'), []);
  const bad = reader.page.lines.filter((line) => /^(error|warning)/.test(line) && !/favicon/.test(line));
  assert.deepEqual(bad, []);
  const elsewhere = reader.asked.filter((url) => /^http/.test(url) && new URL(url).hostname !== '127.0.0.1');
  assert.deepEqual(elsewhere, []);
  await reader.leave();
}
