// The breaks of the widget: each built once, and the tests it is about run on it, in Chromium where it names no engine.
// node tests/breaks/widget.mjs [WORD...]: those with one of the words in their names. The table: build/breaks.txt
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {top} from '../../widgets/bundle.mjs';
import {brokenWidget} from './broken.mjs';
import {breaks as feed} from './feed.mjs';
import {breaks as ground} from './ground.mjs';
import {breaks as page} from './page.mjs';
import {proveAll, runTests} from './proving.mjs';
import {breaks as storage} from './storage.mjs';

const suites = {
  faults: 'tests/faults/faults.test.mjs',
  engines: 'tests/engines/engines.test.mjs',
  sheets: 'tests/hostile/sheets.test.mjs',
  builtins: 'tests/hostile/builtins.test.mjs',
  situations: 'tests/hostile/situations.test.mjs',
  markdown: 'tests/hostile/markdown.test.mjs',
};
const breaks = [...feed, ...storage, ...page, ...ground];
const place = mkdtempSync(join(tmpdir(), 'faceoff-breaks-'));
const built = new Map();

async function run(suite, names, each) {
  const folder = join(place, String(breaks.indexOf(each)));
  if (!built.has(each)) built.set(each, brokenWidget(each, folder));
  await built.get(each);
  const {engine = 'chromium'} = each;
  const file = top + (suites[suite] ?? `tests/e2e/${suite}.test.mjs`);
  return runTests(file, names, {FACEOFF_WIDGET: folder, ENGINES: engine, FAULTS_ENGINE: engine});
}

const code = await proveAll(breaks, run, 'breaks.txt');
rmSync(place, {recursive: true});
process.exit(code);
