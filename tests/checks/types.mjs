// tsc --strict has nothing to say: node types.mjs [PROJECT]
import {spawnSync} from 'node:child_process';
import {top} from './sources.mjs';

const project = process.argv[2] ?? `${top}/tsconfig.json`;
const tsc = `${top}/node_modules/typescript/bin/tsc`;
const run = spawnSync(process.execPath, [tsc, '--noEmit', '--strict', '--project', project], {stdio: 'inherit'});
process.exit(run.status ?? 1);
