// clang-format has nothing to change: node format.mjs CLANG_FORMAT [ROOT]. To repair: script/format.
import {spawnSync} from 'node:child_process';
import {resolve} from 'node:path';
import {files, top} from './sources.mjs';

const tool = process.argv[2];
const root = resolve(process.argv[3] ?? top);
const sources = files(root, /\.[ch]pp$/);
const run = spawnSync(tool, ['--dry-run', '-Werror', `--style=file:${top}/.clang-format`, ...sources], {
  cwd: root,
  encoding: 'utf8',
});
console.log(`${run.error ?? run.stderr}${sources.length} files`);
process.exit(run.status === 0 && sources.length ? 0 : 1);
