// Writes what the examples hold of the command's output: the static text inside each page's <face-off>, the feed.
//
// Usage: node examples/refresh.mjs BINARY [--check]
// --check writes nothing and fails, naming the file, where the committed text is not what BINARY writes.
// A page says what it wants between <!-- fallback: DOCUMENT [TALLY] --> and <!-- /fallback -->.
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';

const [binary, option] = process.argv.slice(2);
if (!binary || (option && option !== '--check')) {
  console.error('usage: node examples/refresh.mjs BINARY [--check]');
  process.exit(2);
}
const program = resolve(binary);
const blog = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'blog');
// The day the examples were last written: ages of prices are counted to it, so the text does not change by itself.
const today = '2026-11-25';
const site = 'https://seconddrawer.example/';
const documents = ['quillmoor-vs-tarnpad', 'four-photo-servers', 'ferrybook-vs-wharfside'].map(
  (id) => `${id}.faceoff.json`,
);

const render = (...args) =>
  execFileSync(program, ['render', ...args, '--today', today], {
    cwd: blog,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

let stale = 0;
function keep(name, text) {
  const path = join(blog, name);
  let before = '';
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // A new file.
  }
  if (before === text) return;
  if (option === '--check') {
    console.error(`examples/blog/${name} is not what the command writes: run node examples/refresh.mjs ${binary}`);
    stale += 1;
  } else {
    writeFileSync(path, text);
    console.log(`examples/blog/${name} written`);
  }
}

keep('feed.json', render(...documents, '--to', 'feed', '--base', `${site}feed.json`));
const fallback = /(<!-- fallback: (\S+)(?: (\S+))? -->\n)[^]*?(<!-- \/fallback -->)/g;
for (const name of readdirSync(blog).filter((file) => file.endsWith('.html')).sort()) {
  const text = readFileSync(join(blog, name), 'utf8').replace(fallback, (_, open, document, tally, close) => {
    const counts = tally ? ['--tally', tally, '--votes', tally] : [];
    return open + render(document, '--to', 'fragment', ...counts) + close;
  });
  keep(name, text);
}
process.exit(stale ? 1 : 0);
