// The conformance suite over servers that are wrong on purpose: a proxy before the host spoils one thing each time,
// and the rule about it must break. A suite that holds everything proves nothing.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import http from "node:http";
import { fileURLToPath } from "node:url";
import { endConnections } from "../../server/conformance/exchange.mjs";
import { newFolder, startHost } from "./host.mjs";

const polls = ["ink-vs-chalk=ink,chalk", "pick-one=a,b,c:pick", "shut=a,b:closed", "later=a,b:not_open"];
const polled = /^\/votes\/[a-z-]+$/;

const onJson = (when, change) => (answer, asked) => {
  if (!when(asked) || answer.status !== 200 || answer.headers["content-encoding"]) return;
  if (asked.method === "HEAD" || answer.body.length === 0) return;
  const value = JSON.parse(answer.body);
  change(value);
  answer.body = Buffer.from(JSON.stringify(value));
};
const feed = (asked) => asked.url.startsWith("/votes") && !polled.test(asked.url);
const tallyGet = (asked) => asked.method === "GET" && polled.test(asked.url);
const vote = (asked) => asked.method === "POST";
const header = (name, value, when = () => true) => (answer, asked) => {
  if (!when(asked)) return;
  if (value === undefined) delete answer.headers[name];
  else answer.headers[name] = value;
};
const status = (from, to) => (answer) => {
  if (answer.status === from) answer.status = to;
};
const code = (from, to) => (answer) => {
  if (answer.status < 400 || !answer.body.includes(`"${from}"`)) return;
  answer.body = Buffer.from(answer.body.toString().replace(`"${from}"`, `"${to}"`));
};

let kept; // for faults that remember something
// [fault, words of the rule that must break, what spoils the answer, what spoils the request]
const faults = [
  ["no version in the feed", "JSON Feed 1.1", onJson(feed, (page) => delete page.version)],
  ["no readable line", "JSON Feed 1.1", onJson(feed, (page) => page.items.forEach((item) => delete item.content_text))],
  ["an item of another poll", "JSON Feed 1.1", onJson(feed, (page) => (page.items[0].id = "other"))],
  ["a tally as text", "tally stands at its id", header("content-type", "text/plain", tallyGet)],
  ["an unsorted tally", "tally stands at its id", onJson(tallyGet, (tally) => tally.tallies.reverse())],
  ["counts as strings", "tally stands at its id", onJson(tallyGet, (tally) => (tally.ballots = String(tally.ballots)))],
  ["HEAD without the tag", "HEAD gives", header("etag", undefined, (asked) => asked.method === "HEAD")],
  ["weak tags", "strong ETag", (answer) => (answer.headers.etag &&= `W/${answer.headers.etag}`)],
  ["no 304", "strong ETag", undefined, (asked) => delete asked.headers["if-none-match"]],
  ["no Vary", "encodings are", header("vary")],
  ["gzip for everybody", "encodings are", undefined, (asked) => (asked.headers["accept-encoding"] = "gzip")],
  ["no compression", "encodings are", undefined, (asked) => delete asked.headers["accept-encoding"]],
  ["200 for an unknown poll", "unknown poll is 404 with", status(404, 200)],
  ["a plain 404", "unknown poll is 404 with", header("content-type", "text/html", (asked) => asked.url.includes("no-such"))],
  ["a file for ..", "reaches no file", (answer, asked) => asked.url.includes("passwd") && ((answer.status = 200), (answer.body = Buffer.from("root:x")))],
  ["one origin only", "any origin may read", header("access-control-allow-origin", "https://one.example")],
  ["credentials", "any origin may read", header("access-control-allow-credentials", "true")],
  ["a cookie", "any origin may read", header("set-cookie", "a=b")],
  ["no POST from elsewhere", "preflight", header("access-control-allow-methods", "GET")],
  ["no Content-Type from elsewhere", "preflight", header("access-control-allow-headers", "Accept")],
  ["405 without Allow", "405", header("allow")],
  ["a ballot is not counted", "counted once", onJson(vote, (told) => (told.tally.ballots -= 1))],
  ["GET lags behind", "counted once", (answer, asked) => {
    if (!tallyGet(asked) || answer.status !== 200 || !asked.url.endsWith("ink-vs-chalk")) return;
    kept ??= answer.body;
    answer.body = kept;
  }],
  ["first_a is forgotten", "counted once", onJson(vote, (told) => told.tally.preferences.forEach((pair) => (pair.first_a = 0)))],
  ["a repeated ballot grows the revision", "again changes nothing", onJson(vote, (told) => (told.tally.revision += kept = (kept ?? 0) + 1))],
  ["all is counted", "superseded", onJson(vote, (told) => (told.ballot.state = "counted"))],
  ["the last one wins", "greater content hash", undefined, (asked) => {
    if (!vote(asked) || !asked.body.includes('"rev":2,')) return;
    kept = (kept ?? 1) + 1;
    asked.body = asked.body.replace('"rev":2,', `"rev":${kept},`);
  }],
  ["withdrawing is counting", "withdrawn ballot", onJson(vote, (told) => (told.ballot.state = told.ballot.state.replace("withdrawn", "counted")))],
  ["withdrawing is forgotten", "withdrawn ballot", undefined, (asked) => {
    if (vote(asked)) asked.body = asked.body.replace('"calls":[],"pick":null', '"calls":[{"contender":"ink","call":"ship"}]');
  }],
  ["the first preference is the last one", "least ballot", onJson(vote, (told) => told.tally.preferences.forEach((pair) => ([pair.first_a, pair.first_b] = [pair.first_b, pair.first_a])))],
  ["picks are lost", "a pick is counted", onJson(vote, (told) => told.tally.tallies.forEach((one) => (one.picks = 0)))],
  ["unknown members are refused", "unknown members", (answer, asked) => asked.body.includes('"later"') && (answer.status = 400)],
  ["a crowd is refused", "sixty-four voters", (answer, asked) => vote(asked) && (kept = (kept ?? 0) + 1) > 30 && (answer.status = 429)],
  ["a new epoch each time", "epoch stays", onJson(vote, (told) => (told.tally.epoch = String(Math.random())))],
  ["nonsense is accepted", "no JSON is 400", status(400, 200)],
  ["another code", "no JSON is 400", code("malformed", "bad")],
  ["rev 0 is accepted", "of another kind is 400", (answer, asked) => asked.body.includes('"rev":0,') && (answer.status = 200)],
  ["a doubled call is accepted", "called twice", (answer, asked) => /"ship".*"skip"/.test(asked.body) && (answer.status = 200)],
  ["format 2 is malformed", "later format", code("unsupported_format", "malformed")],
  ["412 is 409", "another definition is 412", status(412, 409)],
  ["413 is 400", "more than 2 KiB", status(413, 400)],
  ["1 KiB is too much", "2 KiB are not", (answer, asked) => asked.body.length > 1024 && (answer.status = 413)],
  ["text is accepted", "media type is 415", status(415, 200)],
  ["no pointer", "unknown contender", code("pointer", "pointed")],
  ["422 is 400", "where calls are asked", status(422, 400)],
  ["a ballot for nothing", "ballot for an unknown poll", (answer, asked) => vote(asked) && status(404, 200)(answer)],
  ["a closed poll counts", "closed poll is 410", status(410, 200)],
  ["a poll counts early", "not begun is 409", status(409, 200)],
  ["the key in the answer", "repeats the key", (answer, asked) => answer.status === 412 && (answer.body = Buffer.from(answer.body.toString().replace("The poll", JSON.parse(asked.body).key)))],
];

async function proxied(target, spoilAnswer, spoilRequest) {
  const server = http.createServer((request, response) => {
    let body = "";
    request.setEncoding("latin1"); // bytes as they are
    request.on("data", (part) => (body += part));
    request.on("end", async () => {
      const asked = { method: request.method, url: request.url, headers: { ...request.headers }, body };
      spoilRequest?.(asked);
      delete asked.headers["content-length"];
      delete asked.headers["transfer-encoding"];
      delete asked.headers.connection;
      const hasBody = asked.method === "POST";
      const answer = await forward(target, asked, hasBody);
      spoilAnswer?.(answer, asked);
      if (asked.method !== "HEAD" && answer.status !== 304) answer.headers["content-length"] = answer.body.length;
      delete answer.headers.connection;
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

const agent = new http.Agent({ keepAlive: true });
function forward(target, asked, hasBody) {
  return new Promise((resolve, reject) => {
    const body = Buffer.from(asked.body, "latin1");
    const headers = hasBody ? { ...asked.headers, "content-length": body.length } : asked.headers;
    const request = http.request({ port: target, host: "127.0.0.1", method: asked.method, path: asked.url, headers, agent });
    request.on("error", reject);
    request.on("response", (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode, headers: { ...response.headers }, body: Buffer.concat(parts) }));
    });
    request.end(hasBody ? body : undefined);
  });
}

const suite = fileURLToPath(new URL("../../server/conformance/run.mjs", import.meta.url));
function runSuite(port, only) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [suite, `http://127.0.0.1:${port}/votes`, `--only=${only}`]);
    let said = "";
    child.stdout.on("data", (part) => (said += part));
    child.stderr.on("data", (part) => (said += part));
    child.on("close", (status) => resolve({ status, said }));
  });
}

const host = await startHost(newFolder(), polls);
const unnoticed = [];
async function tryFault([name, rule, spoilAnswer, spoilRequest]) {
  kept = undefined;
  const server = await proxied(host.port, spoilAnswer, spoilRequest);
  const { status: exit, said } = await runSuite(server.address().port, rule);
  server.close();
  server.closeAllConnections();
  const noticed = exit === 1 && (/^broken /m.test(said) || /cannot be read/.test(said));
  if (!noticed) unnoticed.push(`${name}: ${said}`);
}
// Without a fault the proxy itself must not be what breaks the rules.
const clean = await proxied(host.port);
const run = await runSuite(clean.address().port, "");
clean.close();
clean.closeAllConnections();
assert.equal(run.status, 0, `through the proxy alone: ${run.said}`);
for (const fault of faults) await tryFault(fault);
agent.destroy();
endConnections();
await host.end();
assert.deepEqual(unnoticed, [], "faults the suite does not notice");
console.log(`${faults.length} faults, each noticed`);
