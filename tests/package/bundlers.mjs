// Runs the packed package through every tool, and writes the table build/bundlers.txt: tool, versions, result.
//
// node bundlers.mjs TARBALL [TOOL...]: what passed with the same tarball, tools and sources is not run again. The exit
// code is 0 when all passed.
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {closeBrowser} from '../e2e/reader.mjs';
import {top} from './packing.mjs';
import {tools} from './projects.mjs';
import {proofs, versions} from './tools.mjs';

const [tarball, ...wanted] = process.argv.slice(2);
const here = join(top, 'tests/package');
const results = join(tools, 'results');

// Of all that a result depends on.
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(tarball));
  const sources = readdirSync(here, {recursive: true, withFileTypes: true}).filter((each) => each.isFile());
  for (const {parentPath, name} of sources) hash.update(readFileSync(join(parentPath, name)));
  hash.update(readFileSync(process.env.FACEOFF ?? join(top, 'build/release/cli/faceoff')));
  return hash.digest('hex');
}

async function result(name, prove, key) {
  const file = join(results, `${name.replace(/\W+/g, '-')}.json`);
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (before.key === key && before.passed) return before;
  const started = Date.now();
  const made = {key, passed: true};
  try {
    made.said = await prove(tarball);
  } catch (error) {
    Object.assign(made, {passed: false, said: String(error.stack ?? error)});
  }
  made.seconds = Math.round((Date.now() - started) / 1000);
  writeFileSync(file, JSON.stringify(made));
  return made;
}

mkdirSync(results, {recursive: true});
const key = fingerprint();
const rows = [];
let failed = 0;
for (const [name, names, prove] of proofs) {
  if (wanted.length && !wanted.some((each) => name.startsWith(each))) continue;
  const {passed, said, seconds} = await result(name, prove, key);
  failed += passed ? 0 : 1;
  const row = [name.padEnd(27), versions(names).padEnd(48), passed ? 'passed' : 'FAILED', `${seconds} s`.padStart(6)].join(' ');
  rows.push(`${row}  ${passed ? said : ''}`.trimEnd());
  console.log(rows.at(-1));
  if (!passed) console.log(said);
}
await closeBrowser();
if (!wanted.length) writeFileSync(join(top, 'build/bundlers.txt'), `${rows.join('\n')}\n`);
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exit(failed || !rows.length ? 1 : 0);
