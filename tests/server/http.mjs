// HTTP/1.1 as a socket sees it: keep-alive, pipelining, slow and rude clients, a full house, and the orderly end.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { newFolder, startHost } from "./host.mjs";
import { calls, newBallot } from "../../server/conformance/feed.mjs";
import { endConnections, exchange } from "../../server/conformance/exchange.mjs";

const polls = ["ink-vs-chalk=ink,chalk"];

class Client {
  constructor(port) {
    this.text = "";
    this.socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    this.socket.setNoDelay(true);
    this.socket.on("data", (part) => {
      this.text += part.toString("latin1");
      this.told?.();
    });
    this.ended = new Promise((resolve) => {
      this.socket.on("end", () => resolve("end"));
      this.socket.on("error", (error) => resolve(error.code));
    });
    this.ended.then((how) => {
      this.how = how;
      this.told?.();
    });
  }
  send(text) {
    this.socket.write(text);
    return this;
  }
  async until(holds, what) {
    while (!holds(this.text)) {
      if (this.how) throw new Error(`${what}: the server ended (${this.how}) after ${this.text.slice(0, 300)}`);
      await new Promise((resolve) => (this.told = resolve));
    }
    return this.text;
  }
  answers() {
    return this.text.split(/(?=HTTP\/1\.1 \d{3} )/).filter(Boolean);
  }
  async whole() {
    await this.ended;
    this.socket.destroy();
    return this.text;
  }
  close() {
    this.socket.destroy();
  }
}

const get = (path, more = "") => `GET ${path} HTTP/1.1\r\nHost: a\r\n${more}\r\n`;
const bodies = (text, word) => text.split(word).length - 1;
const ballotText = (tally, more = "") => {
  const body = JSON.stringify({ ...newBallot(tally), calls: calls(["ink", "ship"]) });
  return [`POST /votes/ink-vs-chalk HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n${more}\r\n`, body];
};

const tests = {
  async "one connection takes many requests, one after the other"(host) {
    const client = new Client(host.port);
    for (let i = 1; i <= 20; ++i) {
      client.send(get("/"));
      await client.until((text) => bodies(text, "a page\n") === i, `answer ${i}`);
    }
    client.close();
  },
  async "pipelined requests are answered in their order"(host) {
    const client = new Client(host.port);
    const [head, body] = ballotText(host.tally);
    client.send(get("/") + get("/votes/ink-vs-chalk") + head + body + get("/nothing") + get("/", "Connection: close\r\n"));
    const text = await client.whole();
    assert.deepEqual(client.answers().map((one) => one.slice(9, 12)), ["200", "200", "200", "404", "200"]);
    assert.match(client.answers()[2], /"state":"counted"\}\}$/);
    assert.ok(text.endsWith("a page\n"));
  },
  async "a request in pieces of one byte is one request"(host) {
    const client = new Client(host.port);
    const [head, body] = ballotText(host.tally);
    for (const letter of head + body) client.send(letter);
    await client.until((text) => text.endsWith('"state":"counted"}}'), "the vote");
    client.close();
  },
  async "a chunked ballot is a ballot"(host) {
    const client = new Client(host.port);
    const [head, body] = ballotText(host.tally);
    const half = body.length >> 1;
    const chunk = (part) => `${part.length.toString(16)}\r\n${part}\r\n`;
    client.send(head.replace(/Content-Length: \d+/, "Transfer-Encoding: chunked") + chunk(body.slice(0, half)));
    client.send(`${chunk(body.slice(half))}0\r\n\r\n`);
    await client.until((text) => text.endsWith('"state":"counted"}}'), "the vote");
    client.close();
  },
  async "who expects 100 is told to go on"(host) {
    const client = new Client(host.port);
    const [head, body] = ballotText(host.tally, "Expect: 100-continue\r\n");
    client.send(head);
    await client.until((text) => text === "HTTP/1.1 100 Continue\r\n\r\n", "100");
    client.send(body);
    await client.until((text) => text.endsWith('"state":"counted"}}'), "the vote");
    client.close();
  },
  async "two lengths are refused, so that no proxy sees another request than we do"(host) {
    for (const more of ["Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n"]) {
      const client = new Client(host.port);
      client.send(ballotText(host.tally, more).join("") + get("/"));
      assert.match(await client.whole(), /^HTTP\/1\.1 400 [^]*bad_request/);
      assert.equal(client.answers().length, 1, "nothing after it is read");
    }
  },
  async "HTTP/1.0 closes, unless it asks to stay"(host) {
    const closing = new Client(host.port).send("GET / HTTP/1.0\r\n\r\n");
    assert.match(await closing.whole(), /Connection: close\r\n[^]*a page\n$/);
    const staying = new Client(host.port).send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    assert.match(await staying.until((text) => text.endsWith("a page\n"), "page"), /Connection: keep-alive/);
    staying.close();
  },
  async "a proxy's form of the address is understood"(host) {
    const client = new Client(host.port).send("GET http://a.example/votes/ink-vs-chalk HTTP/1.1\r\nHost: a\r\n\r\n");
    await client.until((text) => text.includes('"comparison":"ink-vs-chalk"'), "the tally");
    client.close();
  },
  async "a body too large is refused before it is sent"(host) {
    const client = new Client(host.port);
    client.send(ballotText(host.tally)[0].replace(/Content-Length: \d+/, "Content-Length: 1000000"));
    assert.match(await client.whole(), /^HTTP\/1\.1 413 [^]*too_large/);
  },
  async "a client that is rude costs nobody else"(host) {
    for (let i = 0; i < 50; ++i) {
      const client = new Client(host.port).send(get("/large") + get("/large"));
      client.socket.once("data", () => client.socket.resetAndDestroy());
    }
    const [head, body] = ballotText(host.tally);
    const halfClosed = Array.from({ length: 50 }, () => new Client(host.port).send(head + body));
    for (const client of halfClosed) client.socket.end();
    for (const client of halfClosed) assert.match(await client.whole(), /"state":"counted"\}\}$/);
    assert.equal((await exchange(`${host.site}/votes/ink-vs-chalk`)).status, 200);
  },
  async "voters who leave with their answer, many at once, leave nothing behind"(host) {
    const before = JSON.parse((await exchange(`${host.votes}/ink-vs-chalk`)).text).ballots;
    for (let wave = 0; wave < 30; ++wave) {
      const voters = Array.from({ length: 64 }, () => {
        const client = new Client(host.port);
        const [head, body] = ballotText(host.tally, "Connection: close\r\n");
        client.send(head + body).socket.end();
        return client.whole();
      });
      for (const text of await Promise.all(voters)) assert.match(text, /"state":"counted"\}\}$/);
    }
    const after = JSON.parse((await exchange(`${host.votes}/ink-vs-chalk`)).text).ballots;
    assert.equal(after, before + 30 * 64);
  },
  async "a header sent too slowly is cut off"(host) {
    const client = new Client(host.port);
    client.send("GET / HTTP/1.1\r\n");
    const drip = setInterval(() => client.socket.write("X-Y: z\r\n"), 100);
    await client.ended;
    clearInterval(drip);
    client.close();
    assert.ok(!client.text.includes("a page"));
  },
  async "an idle connection is closed"(host) {
    const client = new Client(host.port).send(get("/"));
    await client.ended;
    assert.match(client.text, /a page\n$/);
    client.close();
  },
  async "who does not take the answer is cut off"(host) {
    const client = new Client(host.port);
    client.socket.pause();
    client.send(get("/large"));
    // A paused socket does not hear the end: it is the server's side that counts.
    const started = performance.now();
    while ((await openConnections(host)) > 0) {
      assert.ok(performance.now() - started < 20_000, "the connection is still open");
    }
    client.close();
  },
  async "a large answer arrives whole"(host) {
    const answer = await exchange(`${host.site}/large`);
    assert.equal(answer.body.length, 32 << 20);
    assert.ok(answer.body.every((byte) => byte === 120));
  },
};

// Whether the kernel still knows an established connection from the server's port with bytes to send.
async function openConnections(host) {
  const { readFile } = await import("node:fs/promises");
  const port = host.port.toString(16).toUpperCase().padStart(4, "0");
  const lines = (await readFile("/proc/net/tcp", "utf8")).split("\n");
  return lines.filter((line) => new RegExp(`^ *\\d+: 0100007F:${port} \\S+ 01 (?!00000000:)`).test(line)).length;
}

async function started(environment = {}) {
  const host = await startHost(newFolder(), polls, {
    POLL_HOST_IDLE_SECONDS: "1",
    POLL_HOST_REQUEST_SECONDS: "1",
    POLL_HOST_ANSWER_SECONDS: "1",
    ...environment,
  });
  host.tally = JSON.parse((await exchange(`${host.votes}/ink-vs-chalk`)).text);
  return host;
}

// Each of these has a server of its own.
const endings = {
  async "a full house lets the next one in when somebody leaves"() {
    const host = await started({ POLL_HOST_CONNECTIONS: "2", POLL_HOST_IDLE_SECONDS: "60" });
    endConnections(); // ours was one of the two
    const guests = [new Client(host.port).send(get("/")), new Client(host.port).send(get("/"))];
    for (const guest of guests) await guest.until((text) => text.endsWith("a page\n"), "a guest's page");
    const waiting = new Client(host.port).send(get("/"));
    guests[0].send(get("/"));
    await guests[0].until((text) => bodies(text, "a page\n") === 2, "the guest's second page");
    assert.equal(waiting.text, "");
    guests[0].close();
    await waiting.until((text) => text.endsWith("a page\n"), "the page of who waited");
    waiting.close();
    guests[1].close();
    assert.equal((await host.end()).code, 0);
  },
  async "SIGTERM answers what is under way, closes what is idle, exits with 0"() {
    const host = await started({ POLL_HOST_IDLE_SECONDS: "60", POLL_HOST_REQUEST_SECONDS: "60" });
    endConnections();
    const idle = new Client(host.port).send(get("/"));
    await idle.until((text) => text.endsWith("a page\n"), "page");
    const [head, body] = ballotText(host.tally, "Expect: 100-continue\r\n");
    const voting = new Client(host.port).send(head);
    await voting.until((text) => text.startsWith("HTTP/1.1 100"), "the server has the head");
    const ending = host.end("SIGTERM");
    assert.equal(await idle.ended, "end", "the idle connection");
    idle.close();
    const late = new Client(host.port);
    assert.equal(await late.ended, "ECONNREFUSED", "a new connection");
    voting.send(body);
    assert.match(await voting.whole(), /Connection: close\r\n[^]*"state":"counted"\}\}$/);
    assert.deepEqual(await ending, { code: 0, signal: null });
  },
  async "SIGINT ends as SIGTERM does, and a client that hangs does not hold it up for ever"() {
    const host = await started({ POLL_HOST_REQUEST_SECONDS: "60", POLL_HOST_DRAIN_SECONDS: "1" });
    endConnections();
    const hanging = new Client(host.port).send("GET / HTTP/1.1\r\nExpect: 100-continue\r\n");
    hanging.send("Host: a\r\nContent-Length: 9\r\n\r\n");
    await hanging.until((text) => text.startsWith("HTTP/1.1 100"), "the server has the head");
    assert.deepEqual(await host.end("SIGINT"), { code: 0, signal: null });
    hanging.close();
  },
  async "a store is not shared by two servers"() {
    const folder = newFolder();
    const host = await startHost(folder, polls);
    await assert.rejects(startHost(folder, polls), /in use|locked: another server uses this store/);
    assert.equal((await host.end()).code, 0);
    assert.equal((await (await startHost(folder, polls)).end()).code, 0);
  },
};

const only = process.argv[2] ?? "";
const host = await started();
for (const [name, run] of Object.entries(tests)) {
  if (!name.includes(only)) continue;
  await run(host);
  console.log(`held    ${name}`);
}
endConnections();
assert.equal((await host.end()).code, 0, host.errors());
for (const [name, run] of Object.entries(endings)) {
  if (!name.includes(only)) continue;
  await run();
  console.log(`held    ${name}`);
}
endConnections();
