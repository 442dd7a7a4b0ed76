// What every source check shares: which files there are, and how a finding is reported.
//
// A check is a function of one file. Run as a program it looks at the whole tree (or the folder given as the
// first argument), prints `path:line: what is wrong` per finding and exits 1 if there was any.
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

export const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const skipped = new Set(['build', 'node_modules', '.git', '.cache']);

function* walk(folder) {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name)) yield* walk(path);
    if (entry.isFile()) yield path;
  }
}

// Paths are relative to `root`, with forward slashes, in a stable order.
export function files(root, wanted) {
  return [...walk(root)]
    .map((path) => relative(root, path).replaceAll('\\', '/'))
    .filter((path) => wanted.test(path))
    .sort();
}

export const lines = (text) => text.split('\n');

// C++ and TypeScript alike: comments become blanks, so that words in them are not mistaken for code. String
// literals stay (a forbidden call inside one is worth a look too).
export function withoutComments(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"])\/\/[^\n]*/g, '$1');
}

// `check(path, text)` returns [line, message] pairs.
export function main(wanted, check) {
  const root = resolve(process.argv[2] ?? top);
  const looked = files(root, wanted);
  let findings = 0;
  for (const path of looked) {
    for (const [line, message] of check(path, readFileSync(join(root, path), 'utf8'))) {
      console.log(`${path}:${line}: ${message}`);
      ++findings;
    }
  }
  console.log(`${looked.length} files, ${findings} findings`);
  // Finding no file at all is a mistake in the check, not a clean tree.
  process.exit(findings || !looked.length ? 1 : 0);
}
