// clang-tidy, with the checks of .clang-tidy, over what a build compiled; one process per core.
//
// node tidy.mjs CLANG_TIDY BUILD [FILTER]; needs BUILD/compile_commands.json.
import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {relative} from 'node:path';
import {top} from './sources.mjs';

const [tool, build, filter = '^(core|server|cli)/'] = process.argv.slice(2);
const commands = JSON.parse(readFileSync(`${build}/compile_commands.json`, 'utf8'));
const paths = new Set(commands.map(({file}) => relative(top, file)));
const queue = [...paths].filter((path) => new RegExp(filter).test(path)).sort();

function tidy(path) {
  return new Promise((done) => {
    const run = spawn(tool, ['--quiet', '-p', build, path], {cwd: top});
    let said = '';
    for (const stream of [run.stdout, run.stderr]) stream.on('data', (data) => (said += data));
    run.on('error', (error) => done({path, failed: true, said: String(error)}));
    run.on('close', (code) => done({path, failed: code !== 0, said}));
  });
}

let failed = 0;
async function worker() {
  for (let path = queue.shift(); path; path = queue.shift()) {
    const done = await tidy(path);
    if (done.failed) {
      ++failed;
      console.log(`${done.path}:\n${done.said}`);
    }
  }
}
const count = queue.length;
await Promise.all(Array.from({length: availableParallelism()}, worker));
console.log(`${count} files, ${failed} with findings`);
process.exit(failed || !count ? 1 : 0);
