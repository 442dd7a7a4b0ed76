// Each public header compiles as the only include of a file.
//
// node headers_alone.mjs COMPILER [FLAGS...] -- [ROOT]
import {spawnSync} from 'node:child_process';
import {resolve} from 'node:path';
import {files, top} from './sources.mjs';

const [compiler, ...rest] = process.argv.slice(2);
const end = rest.indexOf('--');
const root = resolve(rest[end + 1] ?? top);
const flags = ['-std=c++20', '-fsyntax-only', '-Wall', '-Wextra', '-Werror', ...rest.slice(0, end)];
const includes = ['-I', `${root}/core/include`, '-I', `${root}/server/include`];
const headers = files(root, /^(core|server)\/include\/.*\.hpp$/);
let failed = 0;
for (const header of headers) {
  const input = `#include "${header.replace(/^(core|server)\/include\//, '')}"\n`;
  const run = spawnSync(compiler, [...flags, ...includes, '-x', 'c++', '-'], {input, encoding: 'utf8'});
  if (run.status === 0) continue;
  ++failed;
  console.log(`${header}:1: does not compile alone\n${run.error ?? run.stderr}`);
}
console.log(`${headers.length} headers, ${failed} findings`);
process.exit(failed || !headers.length ? 1 : 0);
