// Kills the server with SIGKILL while 64 connections vote, ten times over one store: no acknowledged ballot may be
// missing afterwards, and neither epoch nor revision may step back.
import assert from "node:assert/strict";
import { endConnections, exchange } from "../../server/conformance/exchange.mjs";
import { calls, newBallot } from "../../server/conformance/feed.mjs";
import { newFolder, startHost } from "./host.mjs";

const rounds = 10;
const connections = 64;
const polls = ["ink-vs-chalk=ink,chalk"];
const kinds = [["ship", "ship"], ["ship", "skip"], ["skip", "ship"], ["skip", "skip"]];

const folder = newFolder();
const acknowledged = new Map(); // key -> the newest ballot that was answered 200
const unanswered = new Set(); // keys whose last ballot got no answer: it may be stored or not
let greatest = 0; // revision in any answer
let sent = 0;

async function post(votes, ballot) {
  const answer = await exchange(`${votes}/ink-vs-chalk`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(ballot),
  });
  assert.equal(answer.status, 200, answer.text);
  return JSON.parse(answer.text);
}

async function tallyOf(votes) {
  return JSON.parse((await exchange(`${votes}/ink-vs-chalk`)).text);
}

// One connection: new voters, every third of whom changes the vote at once, until the server is gone.
async function voter(votes, first) {
  for (let i = 0; ; ++i) {
    const kind = kinds[(i + sent) % kinds.length];
    const ballot = { ...newBallot(first), calls: calls(["ink", kind[0]], ["chalk", kind[1]]) };
    for (const rev of i % 3 === 0 ? [1, 2] : [1]) {
      const next = { ...ballot, rev, calls: rev === 1 ? ballot.calls : calls(["ink", "skip"]) };
      sent += 1;
      let told;
      try {
        told = await post(votes, next);
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        unanswered.add(next.key);
        return;
      }
      assert.equal(told.ballot.state, "counted");
      greatest = Math.max(greatest, told.tally.revision);
      acknowledged.set(next.key, next);
    }
  }
}

let epoch;
for (let round = 1; round <= rounds; ++round) {
  const host = await startHost(folder, polls);
  const first = await tallyOf(host.votes);
  epoch ??= first.epoch;
  assert.equal(first.epoch, epoch, "the epoch outlives the crash");
  assert.ok(first.revision >= greatest, `revision ${first.revision} after ${greatest} was answered`);
  assert.ok(first.ballots >= acknowledged.size, `${first.ballots} ballots, ${acknowledged.size} acknowledged`);
  const before = acknowledged.size;
  const voters = Array.from({ length: connections }, () => voter(host.votes, first));
  // When it has taken some: a moment that no clock chooses.
  const wanted = before + 300 + Math.floor(Math.random() * 700);
  while (acknowledged.size < wanted) await new Promise((resolve) => setImmediate(resolve));
  const { signal } = await host.end("SIGKILL");
  assert.equal(signal, "SIGKILL");
  await Promise.all(voters);
  endConnections();
  console.log(`round ${round}: ${acknowledged.size - before} voters acknowledged before the kill`);
}

// Every acknowledged ballot is sent again: a stored one answers "counted" and changes nothing. Where a change got
// no answer, it may have been stored: then the one before it is superseded.
const host = await startHost(folder, polls);
const before = await tallyOf(host.votes);
const all = [...acknowledged.values()];
let missing = 0;
for (let at = 0; at < all.length; at += connections) {
  await Promise.all(all.slice(at, at + connections).map(async (ballot) => {
    const { state } = (await post(host.votes, ballot)).ballot;
    if (state !== "counted" && !(state === "superseded" && unanswered.has(ballot.key))) missing += 1;
  }));
}
const after = await tallyOf(host.votes);
endConnections();
await host.end();
assert.equal(missing + (after.revision - before.revision), 0, "acknowledged ballots that were not stored");
assert.equal(after.ballots, before.ballots);
console.log(`${all.length} acknowledged voters, ${sent} ballots sent, ${rounds} kills, none missing`);
