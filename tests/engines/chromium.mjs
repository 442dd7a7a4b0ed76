// Chromium by playwright-core.
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {EnginePage, programAt} from './engine.mjs';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

class ChromiumPage extends EnginePage {
  #page;
  #leave;

  constructor(page, leave) {
    super();
    this.#page = page;
    this.#leave = leave;
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => this.say(message.type(), message.text()));
    page.on('pageerror', (error) => this.say('error', String(error)));
  }

  goto(url) {
    return this.#page.goto(url);
  }
  reload() {
    return this.#page.reload();
  }
  evaluate(run, argument) {
    return this.#page.evaluate(run, argument);
  }
  click(role, name) {
    return this.#page.getByRole(role, {name, exact: true}).click();
  }
  press(key) {
    return this.#page.keyboard.press(key);
  }
  resize(size) {
    return this.#page.setViewportSize(size);
  }
  offline(on) {
    return this.#page.context().setOffline(on);
  }
  async screenshot(path, selector) {
    await this.settle();
    await this.#page.locator(selector).screenshot({path});
  }
  async tab() {
    return new ChromiumPage(await this.#page.context().newPage(), this.#leave);
  }
  async said() {
    return this.lines;
  }
  close() {
    return this.#leave();
  }
}

// A profile on disk, for what can only be said when the browser starts.
async function ownBrowser(options, context) {
  const profile = await mkdtemp(join(tmpdir(), 'faceoff-chromium-'));
  if (options.storage === false) {
    await mkdir(join(profile, 'Default'));
    const blocked = {profile: {default_content_setting_values: {cookies: 2}}};
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(blocked));
  }
  const args = options.wasm === false ? [...quiet, '--js-flags=--jitless'] : quiet; // without JIT no WebAssembly
  const opened = await chromium.launchPersistentContext(profile, {...context, executablePath: program(), args});
  return [
    opened,
    async () => {
      await opened.close();
      await rm(profile, {recursive: true, force: true});
    },
  ];
}

const program = () => programAt(process.env.CHROMIUM ?? '/usr/bin/chromium', 'chromium');

export async function launch() {
  const browser = await chromium.launch({executablePath: program(), args: quiet});
  return {
    name: 'chromium',
    version: browser.version(),
    lacks: {trustedTypes: 'no switch for it'},
    async open(options = {}) {
      const {viewport = {width: 1100, height: 760}, forcedColors} = options;
      const settings = {viewport, forcedColors: forcedColors ? 'active' : 'none'};
      if (options.wasm === false || options.storage === false) {
        const [context, leave] = await ownBrowser(options, settings);
        return new ChromiumPage(context.pages()[0], leave);
      }
      const context = await browser.newContext(settings);
      return new ChromiumPage(await context.newPage(), () => context.close());
    },
    close: () => browser.close(),
  };
}
