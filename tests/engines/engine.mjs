// Three browsers behind one small interface.
//
//   launch(name) -> Engine
//   Engine  name, version
//           lacks            options of open() this browser has no switch for: name to reason
//           open(options)    a fresh profile, so another reader, with one page -> Page
//           close()
//   options front: the Front (front.mjs) its pages come from, or what is up() and down() in its place; viewport
//           {width, height}; and, each a browser of its own where it must be: wasm: false (no WebAssembly at all),
//           storage: false (localStorage refused by the profile), trustedTypes: false (none), forcedColors: true
//   Page    goto(url), reload(), evaluate(run, argument) with promises awaited (in and out goes what JSON can say, so
//           no elements), waitFor(run, argument),
//           click(role, accessible name) inside open shadow roots too, press('Tab' | 'Space' | 'Enter'),
//           resize({width, height}), offline(true | false), screenshot(path, selector of a light element),
//           tab() -> another page of the same profile, close() of the whole profile
//           said()           what console and page said so far: "error: ...", "warning: ..."
//
// A browser that is not installed is an error, never a skipped test.
import {existsSync} from 'node:fs';

export const engineNames = ['chromium', 'firefox', 'webkit'];

export async function launch(name) {
  const {launch: start} = await import(`./${name}.mjs`);
  return start();
}

export function programAt(path, debianPackage) {
  if (!existsSync(path)) throw new Error(`${path} is not there: install ${debianPackage}, or run script/prove engines`);
  return path;
}

// Asks the page until `run` answers something true, and returns that; fails after `timeout` ms. A page that is just
// being left cannot answer: it is asked again.
export async function until(page, run, argument, timeout = 15_000) {
  const end = Date.now() + timeout;
  for (let last = 'nothing'; ; ) {
    try {
      const answer = await page.evaluate(run, argument);
      if (answer) return answer;
      last = JSON.stringify(answer);
    } catch (failed) {
      last = String(failed);
    }
    if (Date.now() > end) throw new Error(`still ${last} after ${timeout} ms: ${run} ${JSON.stringify(argument ?? '')}`);
    await new Promise((done) => setTimeout(done, 40));
  }
}

// Two animation frames: what follows at once from what is there now has been painted.
export const twoFrames = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));

// What every driver's page has by itself.
export class EnginePage {
  lines = [];

  waitFor(run, argument, timeout) {
    return until(this, run, argument, timeout);
  }

  settle() {
    return twoFrames(this);
  }

  say(type, text) {
    this.lines.push(`${type === 'warn' ? 'warning' : type}: ${text}`);
  }
}
