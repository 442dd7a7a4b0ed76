// A site and its feed for one test: a folder of its own, served by the real `faceoff serve`.
import {spawn} from 'node:child_process';
import {mkdtemp, mkdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

export const top = fileURLToPath(new URL('../..', import.meta.url));
export const program = process.env.FACEOFF ?? `${top}build/release/cli/faceoff`;
// What pages load, and where tables of what was found are kept; another widget's (tests/breaks) stay beside it.
export const widget = process.env.FACEOFF_WIDGET ?? `${top}build/widget`;
export const tables = process.env.FACEOFF_WIDGET ? `${widget}/tables/` : `${top}build/`;

export const snippet = '<script async src="/faceoff.js"></script>';
export const pageOf = (body, head = snippet) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>A page</title>${head}<body>${body}`;

// Starts the program and waits until it says where it listens.
function start(args) {
  const child = spawn(program, args, {stdio: ['ignore', 'pipe', 'pipe']});
  return new Promise((done, fail) => {
    let said = '';
    const hear = (chunk) => {
      said += chunk;
      const found = /http:\/\/[\d.]+:(\d+)/.exec(said);
      if (found) done({child, port: Number(found[1])});
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => fail(new Error(`faceoff ${args.join(' ')} ended with ${code}: ${said}`)));
  });
}

export class Site {
  // files: path to text or object (written as JSON). more: arguments of `faceoff serve`.
  static async make(files, ...more) {
    const site = new Site();
    site.more = more;
    site.root = await mkdtemp(join(tmpdir(), 'faceoff-e2e-'));
    site.folder = join(site.root, 'site');
    await mkdir(site.folder);
    for (const [path, content] of Object.entries(files)) await site.write(path, content);
    return site.start();
  }

  async write(path, content) {
    const file = join(this.folder, path);
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, typeof content === 'object' && !Buffer.isBuffer(content) ? JSON.stringify(content) : content);
  }

  // Writes a page and waits until it is served: the folder is looked through once a second.
  async publish(path, content) {
    await this.write(path, content);
    while (!(await fetch(`${this.url}/${path}`)).ok) await pause(50);
  }

  // The same port again after a stop: it is the address that readers know.
  async start() {
    const store = join(this.root, 'votes.db');
    const args = ['serve', this.folder, '--votes', store, '--port', String(this.port ?? 0)];
    const {child, port} = await start([...args, '--widget', widget, ...this.more]);
    this.child = child;
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    return this;
  }

  async stop(signal = 'SIGTERM') {
    if (this.child.exitCode !== null || this.child.signalCode) return;
    const gone = new Promise((done) => this.child.once('exit', done));
    this.child.kill(signal);
    await gone;
  }

  // A new store, as after a disk was lost. Only while stopped.
  async forgetVotes() {
    for (const end of ['', '-wal', '-shm']) await rm(join(this.root, `votes.db${end}`), {force: true});
  }

  async tally(id) {
    const answer = await fetch(`${this.url}/votes/${id}`);
    return answer.json();
  }

  async remove() {
    await this.stop('SIGKILL');
    await rm(this.root, {recursive: true, force: true});
  }
}

// Two invented products with everything a widget shows.
export function comparison(id, more = {}) {
  return {
    faceoff: 1,
    id,
    label: 'Garden tools',
    title: 'Plovra vs Tindle',
    question: 'Which one should you dig with?',
    language: 'en',
    contenders: [
      {id: 'plovra', name: 'Plovra', price: {kind: 'free'}, status: {value: 'released'}},
      {id: 'tindle', name: 'Tindle', price: {kind: 'free'}, status: {value: 'released'}},
    ],
    reviewers: [
      {id: 'ada', name: 'Ada', kind: 'human'},
      {id: 'bo', name: 'Bo', kind: 'human'},
      {id: 'cleo', name: 'Cleo', kind: 'human'},
    ],
    reviews: [
      {reviewer: 'ada', contender: 'plovra', verdict: 'skip', reason: 'Bends in clay.', quote: 'It bends in clay. Twice.'},
      {reviewer: 'ada', contender: 'tindle', verdict: 'ship', reason: 'Holds.', quote: 'It holds in clay.'},
      {reviewer: 'bo', contender: 'plovra', verdict: 'ship', quote: 'Light in the hand.'},
      {reviewer: 'bo', contender: 'tindle', verdict: 'ship', quote: 'Heavy, and worth it.'},
      {reviewer: 'cleo', contender: 'plovra', verdict: 'skip', quote: 'Mine came back from the shed in two pieces.'},
      {reviewer: 'cleo', contender: 'tindle', verdict: 'ship', quote: 'Mine is eleven years old.'},
    ],
    poll: {mode: 'verdicts', votes: '/votes'},
    ...more,
  };
}
