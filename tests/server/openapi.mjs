// The running server against server/openapi.json: every documented status of every operation is reached, every
// answer is documented and matches its schema and its headers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { decoded, endConnections, exchange, mediaType } from "../../server/conformance/exchange.mjs";
import { calls, newBallot } from "../../server/conformance/feed.mjs";
import { newFolder, startHost } from "./host.mjs";

const described = JSON.parse(readFileSync(new URL("../../server/openapi.json", import.meta.url)));
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(described, "openapi");
const reached = new Set();
const codes = new Set();

function resolved(node) {
  if (!node.$ref) return node;
  return node.$ref.slice(2).split("/").reduce((at, key) => at[key.replaceAll("~1", "/")], described);
}

function pointerTo(...keys) {
  return `openapi#/${keys.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1")).map(encodeURIComponent).join("/")}`;
}

// The schema is named by its place, so that its own references resolve.
function schemaAt(path, method, status, type) {
  const response = described.paths[path][method].responses[status];
  const at = response.$ref
    ? response.$ref.slice(2).split("/")
    : ["paths", path, method, "responses", status];
  return ajv.getSchema(pointerTo(...at, "content", type, "schema")) ?? ajv.compile({ $ref: pointerTo(...at, "content", type, "schema") });
}

function check(path, method, answer) {
  const status = String(answer.status);
  const what = `${method.toUpperCase()} ${path} ${status}`;
  const response = resolved(described.paths[path][method].responses[status] ?? assert.fail(`${what} is not documented`));
  reached.add(what);
  for (const [name, header] of Object.entries(response.headers ?? {})) {
    const { required, schema } = resolved(header);
    const value = answer.headers[name.toLowerCase()];
    if (value === undefined) assert.ok(!required, `${what} lacks ${name}`);
    else assert.ok(ajv.validate(schema, value), `${what}: ${name} is ${value}`);
  }
  assert.equal(answer.headers["access-control-allow-origin"], "*", `${what} can be read from any origin`);
  assert.equal(answer.headers["x-content-type-options"], "nosniff", `${what} is not sniffed`);
  if (!response.content) return assert.equal(answer.body.length, 0, `${what} has a body nobody described`);
  const type = mediaType(answer);
  assert.ok(response.content[type], `${what} is ${type}`);
  const value = JSON.parse(decoded(answer));
  const valid = schemaAt(path, method, status, type);
  assert.ok(valid(value), `${what}: ${ajv.errorsText(valid.errors)} in ${JSON.stringify(value).slice(0, 500)}`);
  if (value.code) {
    codes.add(value.code);
    const allowed = described.paths[path][method]["x-problem-codes"]?.[status];
    if (allowed) assert.ok(allowed.includes(value.code), `${what} with ${value.code}`);
  }
  return value;
}

const folder = newFolder();
// Room for some hundred votes, so that "no space left" is reached as well.
const polls = ["ink-vs-chalk=ink,chalk:was=wax-vs-chalk", "pick-one=a,b,c:pick", "shut=a,b:closed", "later=a,b:not_open"];
const host = await startHost(folder, polls, { POLL_HOST_STORE_BYTES: String(64 * 1024) });
const site = host.site;

async function ask(path, method, wanted = {}, id = "ink-vs-chalk") {
  const { query = "", ...rest } = wanted;
  const url = site + path.replace("{id}", id) + query;
  return check(path, method, await exchange(url, { method: method.toUpperCase(), ...rest }));
}

const json = { "Content-Type": "application/json" };
const post = (body, wanted = {}) =>
  ask("/votes/{id}", "post", { headers: wanted.headers ?? json, body: typeof body === "string" ? body : JSON.stringify(body) }, wanted.id);

try {
  for (const path of ["/votes", "/votes/{id}"]) {
    const first = await exchange(site + path.replace("{id}", "ink-vs-chalk"));
    for (const method of ["get", "head"]) {
      await ask(path, method);
      for (const encoding of ["br", "gzip"]) await ask(path, method, { headers: { "Accept-Encoding": encoding } });
      await ask(path, method, { headers: { "If-None-Match": first.headers.etag } });
    }
    await ask(path, "options", { headers: { "Access-Control-Request-Method": "POST" } });
    await ask(path, "delete");
    await ask("/votes/{id}", "get", {}, "no-such-poll");
    await ask("/votes/{id}", "head", {}, "no-such-poll");
  }
  const tally = await ask("/votes/{id}", "get", {}, "wax-vs-chalk");
  assert.equal(tally.comparison, "ink-vs-chalk", "an alias leads to the poll as it is called now");
  const ballot = { ...newBallot(tally), calls: calls(["ink", "ship"], ["chalk", "skip"]) };
  const counted = await post(ballot, { id: "wax-vs-chalk" });
  assert.equal(counted.tally.ballots, 1);
  await post({ ...ballot, rev: 9, calls: [] });
  await post("nothing");
  await post({ ...ballot, faceoff: 2 });
  await post(ballot, { id: "no-such-poll" });
  await post(ballot, { id: "later" });
  await post(ballot, { id: "shut" });
  await post({ ...ballot, definition: "0".repeat(64) });
  await post({ ...ballot, padding: "x".repeat(4000) });
  await post(ballot, { headers: { "Content-Type": "text/plain" } });
  await post({ ...ballot, calls: calls(["~nobody", "ship"]) });
  await post({ ...ballot, pick: "ink" });

  const beyond = await ask("/votes", "get", { query: "?after=zzz" });
  assert.deepEqual(beyond.items, [], "after the last poll comes nothing");

  let unavailable;
  for (let i = 0; i < 2000 && !unavailable; ++i) {
    const answer = await post({ ...newBallot(tally), calls: ballot.calls });
    if (answer.code === "unavailable") unavailable = answer;
  }
  assert.ok(unavailable, "a full store says so");
  assert.equal((await exchange(`${site}/readyz`)).status, 503, "a server that cannot store votes is not ready");
  assert.equal((await exchange(`${site}/healthz`)).status, 200, "but alive");
  const full = await ask("/votes/{id}", "get");
  const again = await post({ ...newBallot(tally), calls: ballot.calls });
  assert.equal(again.code, "unavailable");
  assert.deepEqual(await ask("/votes/{id}", "get"), full, "what was not stored is not counted");
  assert.match(host.errors(), /vote store fails/, "the operator is told");

  const missing = [];
  for (const [path, item] of Object.entries(described.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      for (const status of Object.keys(operation.responses ?? {})) {
        const what = `${method.toUpperCase()} ${path} ${status}`;
        if (!operation["x-reserved-statuses"]?.includes(status) && !reached.has(what)) missing.push(what);
      }
    }
  }
  assert.deepEqual(missing, [], "every documented answer was seen");

  // What HTTP itself refuses: each a problem of the described shape, and a closed connection.
  const problem = ajv.getSchema("openapi#/components/schemas/Problem");
  for (const [request, status, code] of [
    ["GET /votes HTTP/1.1\r\n\r\n", 400, "bad_request"],
    ["GET /votes HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "bad_request"],
    ["nonsense\r\n\r\n", 400, "bad_request"],
    [`GET /${"x".repeat(5000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 414, "target_too_long"],
    [`GET /${"x".repeat(50000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 414, "target_too_long"],
    [`GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(50000)}\r\n\r\n`, 431, "headers_too_large"],
  ]) {
    const answer = await new Promise((resolve, reject) => {
      const socket = connect(host.port, "127.0.0.1", () => socket.write(request));
      let text = "";
      socket.on("data", (part) => (text += part));
      socket.on("error", reject);
      socket.on("close", () => resolve(text));
    });
    assert.match(answer, new RegExp(`^HTTP/1.1 ${status} `), request.slice(0, 40));
    assert.match(answer, /\r\nConnection: close\r\n/);
    const value = JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")));
    assert.ok(problem(value), ajv.errorsText(problem.errors));
    assert.equal(value.code, code);
    codes.add(code);
  }
  const every = described.components.schemas.Problem.properties.code.enum;
  assert.deepEqual(every.filter((code) => !codes.has(code)), ["not_found"], "every code was seen but that of other pages");
  const page = await exchange(`${site}/nothing-here`);
  assert.equal(JSON.parse(page.text).code, "not_found");
} finally {
  endConnections();
  const { code } = await host.end();
  assert.equal(code, 0, `the host's exit; ${host.errors()}`);
}
console.log(`${reached.size} documented answers seen, each as described`);
