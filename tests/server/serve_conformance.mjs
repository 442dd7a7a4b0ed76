// `faceoff serve` (its path: FACEOFF) over a folder of four documents passes the conformance suite.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = mkdtempSync(join(tmpdir(), "faceoff-serve-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));
const site = join(root, "site");
mkdirSync(site);
for (const [id, poll] of Object.entries({
  "ink-vs-chalk": { mode: "verdicts" },
  "pick-one": { mode: "pick" },
  shut: { mode: "verdicts", closes: "2001-01-01" },
  later: { mode: "verdicts", opens: "2100-01-01" },
})) {
  const contenders = ["ink", "chalk"].map((name) => ({ id: name, name }));
  writeFileSync(join(site, `${id}.faceoff.json`), JSON.stringify({ faceoff: 1, id, contenders, poll }));
}

const child = spawn(process.env.FACEOFF, ["serve", site, "--port", "0", "--votes", join(root, "votes.sqlite")], {
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = new Promise((resolve) => child.on("exit", resolve));
const address = await new Promise((resolve, reject) => {
  child.stdout.once("data", (text) => resolve(String(text).trim()));
  ended.then((code) => reject(new Error(`serve ended with ${code}`)));
});
const suite = fileURLToPath(new URL("../../server/conformance/run.mjs", import.meta.url));
const run = spawnSync(process.execPath, [suite, new URL("votes", address).href, "--no-skips"], { encoding: "utf8" });
console.log(run.stdout, run.stderr);
child.kill("SIGTERM");
assert.equal(await ended, 0, "serve's exit");
assert.equal(run.status, 0, "the suite");
