// The conformance suite over the host: every rule holds, none is skipped.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { newFolder, startHost } from "./host.mjs";

const polls = ["ink-vs-chalk=ink,chalk", "pick-one=a,b,c:pick", "shut=a,b:closed", "later=a,b:not_open"];

const host = await startHost(newFolder(), polls);
const suite = fileURLToPath(new URL("../../server/conformance/run.mjs", import.meta.url));
const run = spawnSync(process.execPath, [suite, host.votes, "--no-skips"], { encoding: "utf8" });
console.log(run.stdout, run.stderr);
const { code } = await host.end();
assert.equal(run.status, 0, "the suite");
assert.equal(code, 0, `the host's exit; ${host.errors()}`);
