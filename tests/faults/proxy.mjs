// What stands between readers and the feed: hands every request on, except where a rule names a fault for it.
//
// In: the feed's address, and faults for the next requests of a kind or by a rule. Out: faults at the level of bytes
// and connections, and a record of what was asked, when.
import http from 'node:http';

export class Proxy {
  static async before(feed) {
    const proxy = new Proxy();
    proxy.feed = feed;
    proxy.server = http.createServer((request, response) => void proxy.serve(request, response));
    await proxy.up();
    return proxy.reset();
  }

  // The same port again: it is the address that readers know.
  async up() {
    if (this.server.listening) return;
    await new Promise((done) => this.server.listen(this.port ?? 0, '127.0.0.1', done));
    this.port = this.server.address().port;
    this.url = `http://127.0.0.1:${this.port}`;
  }

  // Connections are refused, those there are cut.
  async down() {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }

  // As if nobody had asked anything yet, and without faults. Preflights are handed on and not counted.
  reset() {
    this.asked = [];
    this.next = {GET: [], POST: []};
    this.rule = () => null;
    return this;
  }

  // The next requests of a method meet these faults, then all is well again.
  meet(method, ...faults) {
    this.next[method].push(...faults);
  }

  of(method) {
    return this.asked.filter((each) => each.method === method);
  }

  // "GET 2, POST 1"
  told() {
    const count = (method) => this.of(method).length;
    return ['GET', 'POST'].filter(count).map((method) => `${method} ${count(method)}`).join(', ') || 'none';
  }

  // One request a connection: what breaks on a used one browsers send again by themselves.
  async serve(request, response) {
    response.shouldKeepAlive = false;
    const body = await read(request);
    const {method, url, headers} = request;
    let fault = null;
    if (method !== 'OPTIONS') {
      fault = this.next[method]?.shift() ?? this.rule({method, url, body});
      this.asked.push({method, url, body, at: performance.now(), failed: Boolean(fault)});
    }
    const whole = {method, url, headers, body, to: this.feed.url};
    await (fault ?? handOn)(whole, response, request.socket).catch(() => request.socket.destroy());
  }
}

async function read(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

// The feed's own answer, whole: an entity tag or a coding would leave nothing to cut.
async function answerOf({method, url, headers, body, to}, whole) {
  const {'accept-encoding': _, 'if-none-match': __, host: ___, connection: ____, ...rest} = headers;
  const sent = whole ? rest : {...rest, ...pick(headers, ['accept-encoding', 'if-none-match'])};
  return new Promise((done, fail) => {
    const asked = http.request(`${to}${url}`, {method, headers: sent}, async (answer) => {
      done({status: answer.statusCode, headers: answer.headers, body: await read(answer)});
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

const pick = (from, names) => Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
const anyOrigin = {'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After'};

async function handOn(request, response) {
  const {status, headers, body} = await answerOf(request, false);
  response.writeHead(status, onward(headers)).end(body);
}

const onward = ({connection: _, 'keep-alive': __, ...rest}) => rest;

// The faults: each answers one request in its own way.

// As a proxy in front of the feed says it. open: with the headers that let a page read it; wait(): Retry-After.
export const status = (code, {headers = {}, body = '', open = true, wait} = {}) => async (_, response) => {
  const more = wait ? {'Retry-After': wait()} : {};
  response.writeHead(code, {...(open ? anyOrigin : {}), ...headers, ...more}).end(body);
};

export const silence = async () => {};

// Counted, then silence.
export const deaf = async (request) => void (await answerOf(request, true));

export const held = (until) => async (request, response) => {
  await until;
  await handOn(request, response);
};

export const reset = async (_, __, socket) => void socket.resetAndDestroy();

// Counted, and nobody hears of it.
export const lost = async (request, _, socket) => {
  await answerOf(request, true);
  socket.resetAndDestroy();
};

// The first bytes. told: as if that were all; else the connection ends in the middle.
export const truncated = (at, told) => async (request, response) => {
  const {status: code, headers, body} = await answerOf(request, true);
  const part = body.subarray(0, Math.floor(at * body.length));
  response.writeHead(code, {...onward(headers), 'content-length': told ? part.length : body.length});
  if (told) return void response.end(part);
  await new Promise((done) => response.write(part.length ? part : '', done));
  response.destroy();
};

export const dripping = (bytesPerSecond) => async (request, response) => {
  const {status: code, headers, body} = await answerOf(request, true);
  response.writeHead(code, onward(headers));
  for (let at = 0; at < body.length && !response.destroyed; at++) {
    response.write(body.subarray(at, at + 1));
    await new Promise((done) => setTimeout(done, 1000 / bytesPerSecond));
  }
  response.end();
};

// change(parsed body, headers) gives what is answered instead.
export const changed = (change) => async (request, response) => {
  const {status: code, headers, body} = await answerOf(request, true);
  const instead = change(JSON.parse(body), headers);
  const bytes = Buffer.from(typeof instead === 'string' ? instead : JSON.stringify(instead));
  response.writeHead(code, {...onward(headers), 'content-length': bytes.length}).end(bytes);
};
