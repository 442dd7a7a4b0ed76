// A reader: one browser context (so one device) with what a test wants to know of the page.
import {chromium} from 'playwright-core';

let browser;

export async function openBrowser() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  return browser;
}

export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}

export class Reader {
  static async arrive(options = {}) {
    const reader = new Reader();
    const {onPage, ...context} = options;
    reader.context = await (await openBrowser()).newContext({viewport: {width: 1100, height: 760}, ...context});
    reader.page = await reader.newPage();
    return reader;
  }

  async newPage() {
    const page = await this.context.newPage();
    page.setDefaultTimeout(15_000);
    page.problems = [];
    page.lines = [];
    page.on('pageerror', (error) => page.problems.push(String(error)));
    page.on('console', (message) => page.lines.push(`${message.type()}: ${message.text()}`));
    await page.addInitScript(() => {
      window.heard = [];
      for (const name of ['face-off-load', 'face-off-vote', 'face-off-error']) {
        document.addEventListener(name, (event) => window.heard.push({name, detail: event.detail}));
      }
      document.addEventListener('securitypolicyviolation', (event) =>
        window.heard.push({name: 'violation', detail: `${event.violatedDirective} ${event.blockedURI} ${event.sample}`}),
      );
    });
    return page;
  }

  heard(name) {
    return this.page.evaluate((wanted) => window.heard.filter((each) => each.name === wanted).map((each) => each.detail), name);
  }

  button(name) {
    return this.page.getByRole('button', {name, exact: true});
  }

  async state(wanted, timeout = 10_000) {
    await this.page.locator(`.state[data-state="${wanted}"]`).waitFor({state: 'attached', timeout});
  }

  async pressed(name) {
    return (await this.button(name).getAttribute('aria-pressed')) === 'true';
  }

  // The text of a row of the summary, cell by cell: "Readers".
  async row(title) {
    const cells = this.page.locator('.summary tr', {has: this.page.locator('th .q', {hasText: title})}).first().locator('td');
    return (await cells.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  // Waits until a row says so.
  async rowSays(title, wanted, timeout = 10_000) {
    const until = Date.now() + timeout;
    let last;
    for (;;) {
      last = await this.row(title);
      if (JSON.stringify(last) === JSON.stringify(wanted)) return;
      if (Date.now() > until) throw new Error(`${title} says ${JSON.stringify(last)}, not ${JSON.stringify(wanted)}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  // Two animation frames: whatever follows at once from what is seen now has happened.
  async settle() {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  async leave() {
    await this.context.close();
  }
}
