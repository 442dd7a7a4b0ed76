// What stands between readers and the feed: hands every request on, except where a rule names a fault for it.
//
// In: the feed's address; `rule`, asked once a request with (request, how many of its method came before). Out:
// faults at the level of bytes and connections, and a record of what was asked, when.
import http from 'node:http';

export class Proxy {
  static async before(feed) {
    const proxy = new Proxy();
    proxy.feed = feed;
    proxy.server = http.createServer((request, response) => void proxy.serve(request, response));
    await new Promise((done) => proxy.server.listen(0, '127.0.0.1', done));
    proxy.url = `http://127.0.0.1:${proxy.server.address().port}`;
    return proxy.reset();
  }

  // As if nobody had asked anything yet, and without faults. Preflights are handed on and not counted.
  reset() {
    this.asked = [];
    this.rule = () => null;
    return this;
  }

  of(method) {
    return this.asked.filter((each) => each.method === method);
  }

  // "GET 2, POST 1"
  told() {
    const count = (method) => this.of(method).length;
    return ['GET', 'POST'].filter(count).map((method) => `${method} ${count(method)}`).join(', ') || 'none';
  }

  async serve(request, response) {
    const body = await read(request);
    const {method, url, headers} = request;
    let fault = null;
    if (method !== 'OPTIONS') {
      fault = this.rule({method, url, body}, this.of(method).length);
      this.asked.push({method, url, body, at: performance.now()});
    }
    const onward = {method, url, headers, body, to: this.feed.url};
    await (fault ?? handOn)(onward, response, request.socket).catch(() => request.socket.destroy());
  }

  async close() {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

async function read(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

// The feed's own answer, whole: an entity tag or a coding would leave nothing to cut.
async function answerOf({method, url, headers, body, to}, whole) {
  const {'accept-encoding': _, 'if-none-match': __, host, connection, ...rest} = headers;
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
  response.writeHead(status, headers).end(body);
}

// The faults: each answers one request in its own way.

// As a proxy in front of the feed says it. open: with the headers that let a page read it.
export const status = (code, {headers = {}, body = '', open = true} = {}) => async (_, response) =>
  void response.writeHead(code, {...(open ? anyOrigin : {}), ...headers}).end(body);

export const silence = async () => {};

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
  response.writeHead(code, {...headers, 'content-length': told ? part.length : body.length});
  if (told) return void response.end(part);
  await new Promise((done) => response.write(part.length ? part : '', done));
  response.destroy();
};

export const dripping = (bytesPerSecond) => async (request, response) => {
  const {status: code, headers, body} = await answerOf(request, true);
  response.writeHead(code, headers);
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
  response.writeHead(code, {...headers, 'content-length': bytes.length}).end(bytes);
};
