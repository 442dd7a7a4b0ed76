// Bundles the *.test.ts of a folder, all or one by its name, and runs them with node's own test runner:
// node widgets/test/run.mjs [FOLDER [NAME]]
import {spawnSync} from 'node:child_process';
import {readdirSync, rmSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import * as esbuild from 'esbuild';

const top = fileURLToPath(new URL('../..', import.meta.url));
const folder = process.argv[2] ?? 'widgets/test';
const only = process.argv[3] ?? '';
const tests = readdirSync(`${top}${folder}`).filter((name) => name.endsWith('.test.ts') && name.startsWith(only));
const outdir = `${top}build/test/${folder}${only && `-${only}-${process.pid}`}`;
rmSync(outdir, {recursive: true, force: true});
await esbuild.build({
  absWorkingDir: top,
  entryPoints: tests.map((name) => `${folder}/${name}`),
  outdir,
  outExtension: {'.js': '.mjs'},
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  loader: {'.css': 'text'},
  alias: {stamps: './widgets/test/stamps.ts'},
  sourcemap: 'inline',
  logLevel: 'warning',
});
const {status} = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', ...tests.map((name) => `${outdir}/${name.replace(/\.ts$/, '.mjs')}`)],
  {stdio: 'inherit', cwd: top},
);
process.exit(status ?? 1);
