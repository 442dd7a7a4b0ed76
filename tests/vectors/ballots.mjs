// The hashes of the voting protocol, computed with Node's crypto and apart from the core: what an implementation
// in any language must agree on. Prints ballots.json; `--check` compares it with the file beside this one.
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest();

// SHA-256 over the fields' UTF-8 bytes, each with its length before it: 8 bytes, big-endian.
function hashFields(fields) {
  const parts = [];
  for (const field of fields) {
    const bytes = Buffer.from(field, "utf8");
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(bytes.length));
    parts.push(length, bytes);
  }
  return sha256(Buffer.concat(parts)).toString("hex");
}

const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function definitionOf(mode, contenders) {
  const sorted = [...contenders].sort((a, b) => byBytes(a.id, b.id));
  return hashFields(["faceoff-definition-1", mode,
                     ...sorted.flatMap((each) => [each.id, each.former_names?.[0] ?? each.name])]);
}

function contentOf({ definition, calls, pick }) {
  const sorted = [...calls].sort((a, b) => byBytes(a.contender, b.contender));
  return hashFields(["faceoff-ballot-1", definition, ...sorted.flatMap((each) => [each.contender, each.call]),
                     pick ?? ""]);
}

const keyOf = (secret, votes, first) =>
  createHmac("sha256", secret).update(`${votes}\0${first}`).digest("base64url");
const pseudonymOf = (first, key) => sha256(`faceoff-pseudonym-1\0${first}\0${key}`).toString("hex");

const polls = [
  { mode: "verdicts", contenders: [{ id: "ink", name: "Ink" }, { id: "chalk", name: "Chalk" }] },
  { mode: "pick", contenders: [{ id: "ink", name: "Ink" }, { id: "chalk", name: "Chalk" }] },
  { mode: "verdicts",
    contenders: [{ id: "wax-2", name: "Wachs \u00fcber alles", former_names: ["W\u00e4x", "Wax"] },
                 { id: "wax-10", name: "\u8721" }, { id: "a", name: "long ".repeat(60).trim() }] },
].map((each) => ({ ...each, definition: definitionOf(each.mode, each.contenders) }));

const keys = [
  ["0123456789abcdef0123456789abcdef", "https://votes.example/votes", "ink-vs-chalk"],
  ["s", "http://127.0.0.1:8080/votes/", "a"],
  ["a secret that is longer than one block of SHA-256, which HMAC therefore hashes before it uses it",
   "https://votes.example/archive/votes.json", "ink-vs-chalk"],
].map(([secret, votes_url, first_id]) => {
  const key = keyOf(secret, votes_url, first_id);
  return { secret, votes_url, first_id, key, pseudonym: pseudonymOf(first_id, key) };
});

const [two, choice] = [polls[0].definition, polls[1].definition];
const ballots = [
  { rev: 1, definition: two,
    calls: [{ contender: "chalk", call: "ship" }, { contender: "ink", call: "skip" }], pick: null },
  { rev: 2, definition: two, calls: [{ contender: "ink", call: "ship" }], pick: null },
  { rev: 2, definition: two,
    calls: [{ contender: "ink", call: "ship" }, { contender: "chalk", call: "ship" }], pick: null },
  { rev: 2, definition: two, calls: [], pick: null },
  { rev: 2, definition: choice, calls: [], pick: "ink" },
  { rev: 9007199254740991, definition: choice, calls: [], pick: "chalk" },
  { rev: 10, definition: choice, calls: [], pick: null },
].map((each) => ({ ...each, content: contentOf(each) }));

// Indices of `ballots`, least first: by rev as a number, then by content. The last one is the one that counts.
const order = [...ballots.keys()].sort(
  (a, b) => ballots[a].rev - ballots[b].rev || (ballots[a].content < ballots[b].content ? -1 : 1));

const written = JSON.stringify({ polls, keys, ballots, order }, null, 1).replace(
  /[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`) + "\n";
if (process.argv[2] !== "--check") {
  process.stdout.write(written);
} else if (readFileSync(new URL("ballots.json", import.meta.url), "utf8") !== written) {
  console.error("tests/vectors/ballots.json differs from what tests/vectors/ballots.mjs computes");
  process.exit(1);
}
