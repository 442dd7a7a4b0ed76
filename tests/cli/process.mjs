// Runs the real `faceoff` and asks the server it starts, for the tests beside this file.
import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export function run(binary, args, {input = '', env = {}, cwd} = {}) {
  const done = spawnSync(binary, args, {
    input,
    cwd,
    env: {...process.env, ...env},
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 20_000, // a server that should have refused to start
  });
  // EPIPE: it had seen enough of its input.
  if (done.error && done.error.code !== 'EPIPE') throw done.error;
  return {code: done.status, signal: done.signal, out: done.stdout, err: done.stderr};
}

export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'faceoff-'));
  return {path, remove: () => rmSync(path, {recursive: true, force: true})};
}

// Starts `faceoff serve` and resolves when it has printed its address; rejects with stderr when it ends before.
export function startServe(binary, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, {env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe']});
    const server = {child, url: '', err: '', code: null};
    const ended = new Promise((done) => child.on('exit', (code) => done((server.code = code))));
    server.stop = async (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    };
    let out = '';
    child.stderr.on('data', (bytes) => (server.err += bytes));
    child.stdout.on('data', (bytes) => {
      out += bytes;
      if (!server.url && out.includes('\n')) {
        server.url = out.slice(0, out.indexOf('\n'));
        resolve(server);
      }
    });
    child.on('error', reject);
    void ended.then((code) => reject(Object.assign(new Error(`ended with ${code}: ${server.err}`), {server})));
  });
}

// Asks again until `holds(answer)` or the time is over; the last answer either way.
export async function until(ask, holds, milliseconds = 10_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (holds(answer) || Date.now() > end) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
}
