#!/usr/bin/env node
// Holds any server of the votes protocol to it: node server/conformance/run.mjs URL, URL being its votes URL.
//
// Uses nothing but the URL and what the feed says. It votes in the first open poll of each mode with keys of its
// own and withdraws again, so aim it at a feed where nobody else votes meanwhile. A rule the feed has nothing to
// try on (no closed poll, say) is skipped and named. Exit 0: every rule held; 1: not; 2: usage.
import { endConnections } from "./exchange.mjs";
import { Skipped } from "./expect.mjs";
import { Feed } from "./feed.mjs";
import { reading } from "./reading.mjs";
import { refusing } from "./refusing.mjs";
import { voting } from "./voting.mjs";

async function main(words) {
  const url = words.find((word) => !word.startsWith("--"));
  const only = words.find((word) => word.startsWith("--only="))?.slice("--only=".length);
  const strict = words.includes("--no-skips");
  if (!url || !URL.canParse(url)) {
    console.error("usage: node run.mjs VOTES-URL [--only=WORDS] [--no-skips]");
    return 2;
  }
  const feed = new Feed(url);
  await feed.discover();
  const count = { held: 0, broken: 0, skipped: 0 };
  for (const [name, rule] of Object.entries({ ...reading, ...voting, ...refusing })) {
    if (only && !name.includes(only)) continue;
    const [how, why] = await outcome(() => rule(feed));
    count[how] += 1;
    console.log(`${how.padEnd(7)} ${name}${why ? `\n        ${why}` : ""}`);
  }
  console.log(`${count.held} held, ${count.broken} broken, ${count.skipped} skipped`);
  return count.broken > 0 || (strict && count.skipped > 0) ? 1 : 0;
}

async function outcome(rule) {
  try {
    await rule();
    return ["held", ""];
  } catch (error) {
    return [error instanceof Skipped ? "skipped" : "broken", error.message];
  }
}

main(process.argv.slice(2))
  .catch((error) => {
    console.error(`the feed cannot be read: ${error.message}`);
    return 1;
  })
  .then((code) => {
    endConnections();
    process.exitCode = code;
  });
