// WebKitGTK's MiniBrowser by selenium-webdriver and Debian's WebKitWebDriver, in an X server without a screen.
//
// WEBKIT_DISABLE_DMABUF_RENDERER stays unset: with it screenshots hang. A driver process holds one session, which is
// one profile in memory. What WebDriver cannot say (console, page errors) the recorder in the page keeps (front.mjs).
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {writeFile} from 'node:fs/promises';
import {Builder, Key} from 'selenium-webdriver';
import {EnginePage, programAt} from './engine.mjs';

const keys = {Tab: Key.TAB, Space: Key.SPACE, Enter: Key.ENTER};
const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

const children = new Set();
process.on('exit', () => children.forEach((child) => child.kill()));

function run(program, debianPackage, args, options) {
  const child = spawn(programAt(program, debianPackage), args, options);
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// An X server, and a window manager in it: without one no window is ever focused.
async function display() {
  const screen = ['-screen', '0', '1400x3200x24', '-nolisten', 'tcp', '-displayfd', '3'];
  const server = run('/usr/bin/Xvfb', 'xvfb', screen, {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
  const [number] = await once(server.stdio[3], 'data');
  const name = `:${String(number).trim()}`;
  const manager = run('/usr/bin/openbox', 'openbox', [], {stdio: 'ignore', env: {...process.env, DISPLAY: name}});
  return {
    name,
    async close() {
      await end(manager);
      await end(server);
    },
  };
}

async function driverOn(screen, {wasm}) {
  const port = await freePort();
  const env = {...process.env, DISPLAY: screen, GTK_A11Y: 'none', NO_AT_BRIDGE: '1', ...(wasm === false && {JSC_useWasm: '0'})};
  const driver = run('/usr/bin/WebKitWebDriver', 'webkit2gtk-driver', [`--port=${port}`], {stdio: 'ignore', env});
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/status`).catch(() => null))?.ok) {
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}`);
    await new Promise((done) => setTimeout(done, 20));
  }
  return {driver, url};
}

const argumentsFor = ({storage, trustedTypes}) => [
  '--automation',
  ...(storage === false ? ['--enable-html5-local-storage=false'] : []),
  ...(trustedTypes === false ? ['--features=-TrustedTypes'] : []),
];

function sessionOn(url, options) {
  const browser = {binary: programAt(miniBrowser, 'webkit2gtk-driver'), args: argumentsFor(options)};
  const capabilities = {browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browser};
  return new Builder().usingServer(url).withCapabilities(capabilities).build();
}

// Elements that could bear a role and a name, in document order, shadow trees included.
function candidates(name) {
  const found = [];
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      const says = `${element.getAttribute('aria-label') ?? ''} ${element.textContent}`;
      if (element.matches('a,button,summary,input,[role]') && says.includes(name)) found.push(element);
    }
  };
  look(document);
  return found;
}

// The text of a function, run in the page. No eval: the page's policy may forbid it.
const relay = (run) => `
  const [given, done] = arguments;
  (async () => (${run})(given))().then((value) => done({value}), (failed) => done({failed: String(failed)}));`;

// One command at a time, each in its own window.
class Session {
  #driver;
  #turn = Promise.resolve();

  constructor(driver) {
    this.#driver = driver;
  }

  in(handle, command) {
    const result = this.#turn.then(async () => {
      await this.#driver.switchTo().window(handle);
      return command(this.#driver);
    });
    this.#turn = result.catch(() => {});
    return result;
  }
}

class WebKitPage extends EnginePage {
  #session;
  #handle;
  #leave;

  constructor(session, handle, leave) {
    super();
    this.#session = session;
    this.#handle = handle;
    this.#leave = leave;
  }

  #do(command) {
    return this.#session.in(this.#handle, command);
  }

  // The recorder goes with its page.
  async #keepLines() {
    const lines = await this.evaluate(() => window.recorder?.lines.splice(0) ?? []);
    this.lines.push(...lines);
  }

  async said() {
    await this.#keepLines();
    return this.lines;
  }
  async goto(url) {
    await this.#keepLines();
    await this.#do((driver) => driver.get(url));
  }
  async reload() {
    await this.#keepLines();
    await this.#do((driver) => driver.navigate().refresh());
  }
  async evaluate(run, argument) {
    const {value, failed} = await this.#do((driver) => driver.executeAsyncScript(relay(run), argument));
    if (failed) throw new Error(failed);
    return value;
  }
  async click(role, name) {
    const named = async (driver) => {
      for (const element of await driver.executeScript(candidates, name)) {
        if ((await element.getAriaRole()) === role && (await element.getAccessibleName()) === name) return element;
      }
      return null;
    };
    const end = Date.now() + 15_000;
    for (;;) {
      // What the page replaced meanwhile is looked for again.
      const clicked = await this.#do(async (driver) => {
        const element = await named(driver);
        await element?.click();
        return Boolean(element);
      }).catch((failed) => /stale/i.test(failed.name) ? false : Promise.reject(failed));
      if (clicked) return;
      if (Date.now() > end) throw new Error(`no ${role} named ${name}`);
      await new Promise((done) => setTimeout(done, 40));
    }
  }
  press(key) {
    return this.#do((driver) => driver.actions().sendKeys(keys[key]).perform());
  }
  // The size of what the page sees: the window has a bar above it. MiniBrowser gets no narrower than its bar.
  async resize({width, height}) {
    const rect = (taller) => ({x: 0, y: 0, width, height: height + taller});
    await this.#do((driver) => driver.manage().window().setRect(rect(0)));
    const bar = await this.evaluate(() => outerHeight - innerHeight);
    await this.#do((driver) => driver.manage().window().setRect(rect(bar)));
  }
  // `url` of a Front answers nobody: WebDriver cannot cut the network.
  async offline(on) {
    await (on ? this.front.down() : this.front.up());
  }
  // 2.50 clips the picture of an element upside down: right where as much is above it as below.
  async screenshot(path, selector) {
    const size = await this.evaluate((selector) => {
      const {top, bottom} = document.querySelector(selector).getBoundingClientRect();
      return {width: innerWidth, height: Math.round(top + bottom)};
    }, selector);
    await this.resize(size);
    await this.settle();
    const picture = await this.#do(async (driver) => (await driver.findElement({css: selector})).takeScreenshot());
    await writeFile(path, picture, 'base64');
  }
  async tab() {
    const handle = await this.#do(async (driver) => {
      await driver.switchTo().newWindow('window');
      return driver.getWindowHandle();
    });
    return Object.assign(new WebKitPage(this.#session, handle, this.#leave), {front: this.front});
  }
  close() {
    return this.#leave();
  }
}

export async function launch() {
  const screen = await display();
  const open = async (options) => {
    const {driver: program, url} = await driverOn(screen.name, options);
    const driver = await sessionOn(url, options);
    const leave = async () => {
      await driver.quit().catch(() => {});
      await end(program);
    };
    return {driver, leave};
  };
  const first = await open({});
  const version = (await first.driver.getCapabilities()).get('browserVersion');
  await first.leave();
  return {
    name: 'webkit',
    version,
    lacks: {forcedColors: 'WebKitGTK has no forced colours'},
    async open(options = {}) {
      const {driver, leave} = await open(options);
      const page = new WebKitPage(new Session(driver), await driver.getWindowHandle(), leave);
      page.front = options.front;
      await page.resize(options.viewport ?? {width: 1100, height: 760});
      return page;
    },
    close: () => screen.close(),
  };
}
