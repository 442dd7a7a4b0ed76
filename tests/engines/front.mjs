// What a browser talks to: pages of the test's own, with headers of its own; everything else comes from the real
// `faceoff serve` behind it. Can be away, for browsers that have no offline switch.
import {once} from 'node:events';
import {createServer, request} from 'node:http';

// Runs first in every page and keeps what drivers without a console cannot tell. A file, since policies forbid
// scripts in the page.
function recorder() {
  const lines = [];
  const heard = [];
  const works = (run) => {
    try {
      return Boolean(run());
    } catch {
      return false;
    }
  };
  const has = {
    wasm: works(() => new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)))),
    storage: works(() => localStorage),
    trustedTypes: works(() => window.trustedTypes),
    setHTML: works(() => Element.prototype.setHTML),
    forcedColors: matchMedia('(forced-colors: active)').matches,
  };
  window.recorder = {lines, heard, has};
  addEventListener('error', (event) => lines.push(`error: ${event.message}`));
  addEventListener('unhandledrejection', (event) => lines.push(`error: ${event.reason}`));
  for (const type of ['warn', 'error']) {
    const real = console[type];
    console[type] = (...given) => {
      lines.push(`${type === 'warn' ? 'warning' : type}: ${given.join(' ')}`);
      real.apply(console, given);
    };
  }
  for (const name of ['face-off-load', 'face-off-vote', 'face-off-error']) {
    document.addEventListener(name, (event) => heard.push({name, detail: event.detail}));
  }
  document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
    heard.push({name: 'violation', detail: `${violatedDirective} ${blockedURI}`}),
  );
}

// Runs where it stands: which element was there before the widget's script.
function mark() {
  const host = document.querySelector('face-off');
  window.marked = host.shadowRoot?.querySelector('.root') ?? host.querySelector('.root');
}

export class Front {
  #behind;
  #server;
  #port = 0;
  #pages = new Map([
    ['/recorder.js', {type: 'text/javascript', text: `(${recorder})()`}],
    ['/mark.js', {type: 'text/javascript', text: `(${mark})()`}],
    ['/favicon.ico', {type: 'image/svg+xml', text: '<svg xmlns="http://www.w3.org/2000/svg"/>'}],
  ]);
  asked = []; // "GET /path"

  static async of(site) {
    const front = new Front();
    front.#behind = new URL(site.url);
    await front.up();
    return front;
  }

  get url() {
    return `http://127.0.0.1:${this.#port}`;
  }

  // A page with the recorder before everything else; returns its address.
  page(name, body, {head = '<script async src="/faceoff.js"></script>', html = 'lang="en"', headers = {}} = {}) {
    const text =
      `<!doctype html><html ${html}><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>A page</title><script src="/recorder.js"></script>${head}<body>${body}`;
    this.#pages.set(`/${name}`, {type: 'text/html; charset=utf-8', text, headers});
    return `${this.url}/${name}`;
  }

  async up() {
    if (this.#server) return;
    this.#server = createServer((question, answer) => this.#answer(question, answer));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = this.#server.address().port;
  }

  // Connections are refused, those there are cut.
  async down() {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  #answer(question, answer) {
    const {pathname} = new URL(question.url, this.url);
    this.asked.push(`${question.method} ${pathname}`);
    const page = this.#pages.get(pathname);
    if (page) {
      answer.writeHead(200, {'Content-Type': page.type, 'Cache-Control': 'no-store', ...page.headers});
      answer.end(page.text);
      return;
    }
    const {hostname: host, port} = this.#behind;
    const on = request({host, port, path: question.url, method: question.method, headers: question.headers});
    on.on('response', (from) => {
      answer.writeHead(from.statusCode, from.headers);
      from.pipe(answer);
    });
    on.on('error', () => answer.destroy());
    question.pipe(on);
  }
}
