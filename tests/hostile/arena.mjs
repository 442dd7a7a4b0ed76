// A page written on the spot at a real site, opened by one reader again and again, each time on a device that is new.
//
// What is asked of the page goes through locators: they live in a world of their own, which the page's scripts cannot
// reach.
import assert from 'node:assert/strict';
import {Reader} from '../e2e/reader.mjs';
import {comparison, Site, snippet} from '../e2e/site.mjs';

export const fallback = 'What stands here without script.';
const tag = `<face-off src="a.faceoff.json"><p>${fallback}</p></face-off>\n`;

// first: a script before all else. between: one after the widget's script has run, before there is an element.
export function pageWith({first = '', between = '', body = ''}) {
  const scripts = (text) => text && `<script>${text}</script>`;
  const widget = between ? `<script src="/faceoff.js"></script>${scripts(between)}` : snippet;
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">` +
    `${scripts(first)}${widget}<body>${body}${tag}<p>After it.</p>`
  );
}

export class Arena {
  static async open(files = {}) {
    const arena = new Arena();
    arena.site = await Site.make({'a.faceoff.json': comparison('a'), 'index.html': '', ...files});
    arena.reader = await Reader.arrive();
    arena.page = arena.reader.page;
    arena.devtools = await arena.reader.context.newCDPSession(arena.page);
    await arena.page.route('**/written.html*', (route) => route.fulfill({contentType: 'text/html', body: arena.html}));
    return arena;
  }

  async goto(html) {
    this.html = html;
    await this.devtools.send('Storage.clearDataForOrigin', {origin: this.site.url, storageTypes: 'local_storage'});
    this.page.problems.length = this.page.lines.length = 0;
    await this.page.goto(`${this.site.url}/written.html`);
  }

  ours() {
    return this.page.lines.filter((line) => line.includes('face-off: '));
  }

  // 'works' once there is a verdict to vote on, 'soft' once it was told that there will be none.
  async outcome(timeout = 15_000) {
    const until = Date.now() + timeout;
    for (;;) {
      if (await this.page.locator('.state[data-state="not_voted"]').count()) return 'works';
      if (this.ours().length) return 'soft';
      if (Date.now() > until) return 'nothing';
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  // There is a verdict, and a vote on it counts. says: lines in the console.
  async votes({says = 0} = {}) {
    assert.equal(await this.outcome(), 'works', this.ours().join('; '));
    await this.reader.button('Ship Tindle').click();
    await this.reader.state('counted');
    assert.deepEqual(this.page.problems, []);
    assert.equal(this.ours().length, says, this.ours().join('; '));
  }

  // There is none: what stood there is seen, and one line says why. silent: nothing can be said.
  async staysAsItWas({silent}) {
    if (silent) await this.page.waitForLoadState('networkidle');
    else assert.equal(await this.outcome(), 'soft');
    await this.page.getByText(fallback).waitFor();
    await this.page.getByText('After it.').waitFor();
    assert.deepEqual(this.page.problems, []);
    assert.equal(this.ours().length, silent ? 0 : 1, this.ours().join('; '));
  }

  async close() {
    await this.reader.leave();
    await this.site.remove();
  }
}
