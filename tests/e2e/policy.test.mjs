// Under the strictest content security policy a verdict can live with, and under some it cannot.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeBrowser, Reader} from './reader.mjs';
import {comparison, pageOf, Site} from './site.mjs';

const strict =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; connect-src 'self'; " +
  "require-trusted-types-for 'script'";
let site;

before(async () => {
  site = await Site.make({
    'a.faceoff.json': comparison('a'),
    'b.faceoff.json': comparison('b'),
    'index.html': pageOf('<face-off src="a.faceoff.json"></face-off>'),
    'fallback.html': pageOf('<face-off src="b.faceoff.json"><p>The fallback</p></face-off>'),
  });
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

async function visit(path, policy) {
  const reader = await Reader.arrive();
  await reader.page.route('**/*.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, headers: {...response.headers(), 'Content-Security-Policy': policy}});
  });
  await reader.page.goto(`${site.url}/${path}`);
  return reader;
}

describe('a content security policy', () => {
  test('as strict as it can be: rendered, styled, voted, no violation', async () => {
    const reader = await visit('index.html', strict);
    await reader.state('not_voted');
    const style = await reader.page.evaluate(() => {
      const root = document.querySelector('face-off').shadowRoot;
      return {
        rules: root.adoptedStyleSheets[0].cssRules.length,
        host: getComputedStyle(document.querySelector('face-off')).display,
        ownStyles: root.querySelectorAll('style,[style],link').length,
      };
    });
    assert.ok(style.rules > 2);
    assert.equal(style.host, 'block');
    assert.equal(style.ownStyles, 0);
    await reader.button('Ship Tindle').click();
    await reader.state('counted');
    await reader.rowSays('Readers', ['\u2014 No votes yet', '1 ship, 0 skip']);
    assert.deepEqual(await reader.heard('violation'), []);
    assert.deepEqual(reader.page.lines.filter((line) => /Content Security Policy/.test(line)), []);
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
  });

  test("without 'wasm-unsafe-eval': the fallback stays, an event fires, one line names the directive", async () => {
    const reader = await visit('fallback.html', strict.replace(" 'wasm-unsafe-eval'", ''));
    await reader.page.waitForFunction(() => window.heard.some((each) => each.name === 'face-off-error'));
    assert.ok(await reader.page.getByText('The fallback').isVisible());
    const [error] = await reader.heard('face-off-error');
    assert.equal(error.code, 'wasm-policy');
    const ours = reader.page.lines.filter((line) => line.startsWith('warning: face-off:'));
    assert.equal(ours.length, 1, ours.join('\n'));
    assert.match(ours[0], /'wasm-unsafe-eval'.*script-src/);
    await reader.leave();
  });

  test('that allows only other Trusted Types policies: the fallback stays and the remedy is named', async () => {
    const reader = await visit('fallback.html', `${strict}; trusted-types other`);
    await reader.page.waitForFunction(() => window.heard.some((each) => each.name === 'face-off-error'));
    assert.ok(await reader.page.getByText('The fallback').isVisible());
    const [error] = await reader.heard('face-off-error');
    assert.equal(error.code, 'trusted-types');
    assert.match(error.advice, /faceoff.*trusted-types/);
    await reader.leave();
  });

  test('that names our Trusted Types policy: rendered', async () => {
    const reader = await visit('fallback.html', `${strict}; trusted-types faceoff`);
    await reader.state('not_voted');
    assert.deepEqual(await reader.heard('violation'), []);
    await reader.leave();
  });
});
