// Shows that tests fail on what is broken: of every break each test it names under `fails` fails, and each under `holds`
// passes, where a break could be taken for another.
//
// A break: name; fails, holds: suite to names of tests; and what `run` needs to make it.
import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {top} from '../../widgets/bundle.mjs';

const reporter = `${top}tests/breaks/reporter.mjs`;
const literally = (text) => text.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&');
const atOnce = 3;

// What the tests of these names say: {results: [{name, passed, why}], said}.
export function runTests(file, names, env) {
  const pattern = `^(${names.map(literally).join('|')})$`;
  const options = [`--test-name-pattern=${pattern}`, `--test-reporter=${reporter}`, '--test-reporter-destination=stdout'];
  const child = spawn(process.execPath, ['--test', ...options, file], {env: {...process.env, ...env}, cwd: top});
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((done) => {
    child.on('close', () => {
      const lines = said.split('\n').filter((line) => line.startsWith('{"name":'));
      done({results: lines.map((line) => JSON.parse(line)), said});
    });
  });
}

function judged(results, name, passes) {
  const found = results.filter((each) => each.name === name);
  const failed = found.find(({passed}) => !passed);
  const why = failed && (failed.why.replace(/\s+/g, ' ').slice(0, 140) || 'without a word');
  if (!found.length || /did not finish before its parent/.test(why)) return {right: false, says: 'did not run'};
  // Of tests with one name in several places one that fails is enough.
  return {right: passes ? !why : Boolean(why), says: why ? `fails: ${why}` : 'passes'};
}

async function prove(each, run) {
  const {name, fails, holds = {}} = each;
  const row = {name, lines: [], failed: 0, held: 0, wrong: 0};
  for (const suite of new Set([...Object.keys(fails), ...Object.keys(holds)])) {
    const [toFail, toPass] = [fails[suite] ?? [], holds[suite] ?? []];
    const {results, said} = await run(suite, [...toFail, ...toPass], each);
    for (const test of [...toFail, ...toPass]) {
      const {right, says} = judged(results, test, toPass.includes(test));
      row[!right ? 'wrong' : toPass.includes(test) ? 'held' : 'failed']++;
      row.lines.push(`  ${right ? '' : 'WRONG '}${suite}: ${test}`, `      ${says}`);
      if (says === 'did not run') row.lines.push(said.slice(-1000));
    }
  }
  return row;
}

// run(suite, names, break) gives what runTests does. Words of the command line choose breaks by their names; the table of
// all is kept in build/ under this name. The exit code.
export async function proveAll(breaks, run, table) {
  const wanted = process.argv.slice(2);
  const chosen = breaks.filter(({name}) => !wanted.length || wanted.some((word) => name.includes(word)));
  const rows = new Map(chosen.map((each) => [each, null]));
  const waiting = [...chosen];
  const work = async () => {
    for (let each; (each = waiting.shift()); ) {
      const failed = ({message}) => ({name: each.name, lines: [`  WRONG ${message}`], failed: 0, held: 0, wrong: 1});
      const row = await prove(each, run).catch(failed);
      rows.set(each, row);
      console.log([row.name, ...row.lines].join('\n'));
    }
  };
  await Promise.all(Array.from({length: atOnce}, work));
  const all = [...rows.values()];
  const sum = (key) => all.reduce((total, row) => total + row[key], 0);
  const named = chosen.flatMap(({fails}) => Object.entries(fails).flatMap(([suite, names]) => names.map((each) => suite + each)));
  const told = `${new Set(named).size} tests, ${sum('failed')} failures as wanted`;
  const end = `${all.length} breaks: ${told}; ${sum('held')} passed as wanted; ${sum('wrong')} not as wanted`;
  console.log(end);
  const text = [...all.flatMap(({name, lines}) => [name, ...lines]), end, ''].join('\n');
  if (!wanted.length) writeFileSync(`${top}build/${table}`, text);
  return sum('wrong') || !all.length ? 1 : 0;
}
