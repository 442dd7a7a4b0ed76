// Starts faceoff_poll_host (its path: FACEOFF_POLL_HOST) with a store in a folder of its own, below the build tree
// so that it is on a disk.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

const program = process.env.FACEOFF_POLL_HOST;
if (!program) throw new Error("FACEOFF_POLL_HOST names no program");

export function newFolder() {
  const path = mkdtempSync(join(dirname(program), "store-"));
  process.on("exit", () => rmSync(path, { recursive: true, force: true }));
  return path;
}

/**
 * @param {string} folder @param {string[]} polls as the host's arguments
 * @param {Record<string, string>} [environment]
 */
export async function startHost(folder, polls, environment = {}) {
  const child = spawn(program, [join(folder, "votes.sqlite"), "0", ...polls], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  let errors = "";
  child.stderr.on("data", (part) => (errors += part));
  const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve({ code, signal })));
  const port = await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (part) => {
      said += part;
      const found = /^port (\d+)\n/.exec(said);
      if (found) resolve(Number(found[1]));
    });
    ended.then(({ code }) => reject(new Error(`the host ended with ${code}: ${errors}`)));
  });
  return {
    port,
    site: `http://127.0.0.1:${port}`,
    votes: `http://127.0.0.1:${port}/votes`,
    errors: () => errors,
    /** @param {NodeJS.Signals} signal */
    async end(signal = "SIGTERM") {
      child.kill(signal);
      return ended;
    },
  };
}
