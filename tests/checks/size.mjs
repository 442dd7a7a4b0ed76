// What a page loads, against size.json: a table by part, the script alone and all of it, and each language beside
// English, which is one file more for its readers. Needs script/build. Other budgets to try: size.mjs [ALL [SCRIPT]].
//
// A part of the script is given by its share of the minified bytes: parts compress together, so a part has no
// compressed size of its own. Exit 1 when over the budget or not built.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {brotliCompressSync, constants} from 'node:zlib';
import {top} from './sources.mjs';

const given = JSON.parse(readFileSync(`${top}/tests/checks/size.json`, 'utf8'));
const {files, language_budget: languageBudget, meta, parts, floor} = given;
const [limit, scriptLimit] = [given.budget, given.script_budget].map((own, i) => Number(process.argv[2 + i] ?? own));
const row = (name, raw, sent) => console.log(`${name.padEnd(24)}${String(raw).padStart(9)}${String(sent).padStart(9)}`);

function sizes(path) {
  const bytes = readFileSync(`${top}/${path}`);
  const quality = {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length};
  return {raw: bytes.length, sent: brotliCompressSync(bytes, {params: quality}).length};
}

function printParts(script) {
  const [output] = Object.values(JSON.parse(readFileSync(`${top}/${meta}`, 'utf8')).outputs);
  const sums = new Map([...parts.map(([name]) => [name, 0]), ['other', 0]]);
  for (const [path, {bytesInOutput}] of Object.entries(output.inputs)) {
    const name = parts.find(([, pattern]) => new RegExp(pattern).test(path))?.[0] ?? 'other';
    sums.set(name, sums.get(name) + bytesInOutput);
  }
  for (const [name, raw] of sums) if (raw) row(`  ${name}`, raw, `~${Math.round((raw * script.sent) / script.raw)}`);
}

const missing = [...Object.values(files), meta].filter((path) => !existsSync(`${top}/${path}`));
if (missing.length) {
  console.log(`not built: ${missing.join(', ')}; run script/build`);
  process.exit(1);
}
row('', 'bytes', 'brotli');
let total = 0;
const heavy = []; // what is over its budget
for (const [name, path] of Object.entries(files)) {
  const size = sizes(path);
  total += size.sent;
  row(name, size.raw, size.sent);
  if (name !== 'script') continue;
  printParts(size);
  row('  budget of the script', '', scriptLimit);
  if (size.sent > scriptLimit) heavy.push(`script: over budget by ${size.sent - scriptLimit} bytes`);
}
row('in all', '', total);
row('budget', '', limit);
const last = floor.at(-1);
row('floor (empty binding)', '', last.wasm + last.script);
if (total > limit) heavy.push(`in all: over budget by ${total - limit} bytes`);

// Letters are UTF-8: an escape is six bytes, and brotli knows letters. What one does not see may be escaped.
function* tooHeavy(name) {
  const size = sizes(`build/widget/${name}`);
  row(name, size.raw, size.sent);
  if (size.sent > languageBudget) yield `${name}: over budget by ${size.sent - languageBudget} bytes`;
  const letter = /\\u(?!00[8-9a]|061c|20[0-6]|feff)/.exec(readFileSync(`${top}/build/widget/${name}`, 'utf8'));
  if (letter) yield `${name}: a letter is escaped`;
}

const languages = readdirSync(`${top}/build/widget`).filter((name) => /^faceoff\.[a-z]{2}\.json$/.test(name));
heavy.push(...languages.flatMap((name) => [...tooHeavy(name)]));
row('budget of each', '', languageBudget);
if (languages.length === 0) heavy.push('no language is built');
for (const line of heavy) console.log(line);
process.exit(heavy.length > 0 ? 1 : 0);
