// Firefox ESR by puppeteer-core over WebDriver BiDi.
import puppeteer from 'puppeteer-core';
import {EnginePage, programAt} from './engine.mjs';

const keys = {Space: ' '};

class FirefoxPage extends EnginePage {
  #page;
  #leave;

  constructor(page, leave) {
    super();
    this.#page = page;
    this.#leave = leave;
    page.on('console', (message) => this.say(message.type(), message.text()));
    page.on('pageerror', (error) => this.say('error', error.message));
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
  // The browser's own accessibility tree, in each shadow root.
  click(role, name) {
    const wanted = `:scope >>> ::-p-aria([name="${name}"][role="${role}"])`;
    return this.#page.locator(wanted).setTimeout(15_000).click();
  }
  press(key) {
    return this.#page.keyboard.press(keys[key] ?? key);
  }
  resize(size) {
    return this.#page.setViewport(size);
  }
  offline(on) {
    return this.#page.setOfflineMode(on);
  }
  async screenshot(path, selector) {
    await this.settle();
    await (await this.#page.$(selector)).screenshot({path});
  }
  async tab() {
    return new FirefoxPage(await this.#page.browserContext().newPage(), this.#leave);
  }
  async said() {
    return this.lines;
  }
  close() {
    return this.#leave();
  }
}

// Nothing of the browser's own reaches for the network.
const quiet = {
  'app.normandy.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

const start = (preferences = {}) =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: programAt(process.env.FIREFOX ?? '/usr/bin/firefox-esr', 'firefox-esr'),
    extraPrefsFirefox: {...quiet, ...preferences},
  });

function preferencesFor({wasm, storage, trustedTypes, forcedColors}) {
  return {
    ...(wasm === false && {'javascript.options.wasm': false}),
    ...(storage === false && {'network.cookie.cookieBehavior': 2}),
    ...(trustedTypes === false && {'dom.security.trusted_types.enabled': false}),
    ...(forcedColors && {'browser.display.document_color_use': 2}),
  };
}

export async function launch() {
  const browser = await start();
  return {
    name: 'firefox',
    version: (await browser.version()).replace('firefox/', ''),
    lacks: {},
    async open(options = {}) {
      const preferences = preferencesFor(options);
      const own = Object.keys(preferences).length > 0;
      const home = own ? await start(preferences) : await browser.createBrowserContext();
      const page = await home.newPage();
      await page.setViewport(options.viewport ?? {width: 1100, height: 760});
      return new FirefoxPage(page, () => home.close());
    },
    close: () => browser.close(),
  };
}
