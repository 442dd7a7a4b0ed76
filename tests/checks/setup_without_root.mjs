// script/setup without root, where something is missing: it names every missing package and the whole command,
// exits 2 and installs nothing. It runs as a user without rights (setpriv where this test is root) in a folder
// with nothing but the script; dpkg-query and apt-get are stand-ins, so any machine can run this.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {top} from './sources.mjs';

const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups', '--'];

// What setup says and leaves in its folder; `absent`: names that dpkg-query does not know.
function setup(absent) {
  const folder = mkdtempSync(join(tmpdir(), 'faceoff-setup-'));
  const tools = join(folder, 'tools');
  for (const inside of ['script', 'tools']) mkdirSync(join(folder, inside));
  copyFileSync(join(top, 'script/setup'), join(folder, 'script/setup'));
  const tool = (name, text) => writeFileSync(join(tools, name), `#!/bin/bash\n${text}\n`, {mode: 0o755});
  tool('dpkg-query', `case " ${absent.join(' ')} " in *" \${@: -1} "*) exit 1;; esac; echo installed`);
  tool('apt-get', 'touch "$(dirname "$0")/../apt-was-run"; exit 100');
  chmodSync(folder, 0o777);
  const env = {...process.env, PATH: `${tools}:${process.env.PATH}`};
  const command = [join(folder, 'script/setup')];
  if (process.getuid() === 0) command.unshift('setpriv', ...nobody);
  const run = spawnSync(command[0], command.slice(1), {env, encoding: 'utf8'});
  const left = readdirSync(folder).filter((name) => name !== 'script' && name !== 'tools');
  rmSync(folder, {recursive: true});
  return {code: run.status, said: run.stdout + run.stderr, left};
}

const missing = setup(['emscripten', 'doctest-dev']);
assert.equal(missing.said, `setup: missing Debian packages: emscripten doctest-dev
setup: not root. Run this, then script/setup again:
  sudo apt-get update && sudo apt-get install -y --no-install-recommends emscripten doctest-dev
`);
assert.equal(missing.code, 2);
assert.deepEqual(missing.left, []);

// Every package is there, but Boost's headers cannot be had: a system with newer ones never asks.
const boost = setup([]);
if (boost.left.includes('apt-was-run')) {
  assert.match(boost.said, /libboost1\.81-dev cannot be downloaded[^]*\n {2}sudo apt-get update\n$/);
  assert.equal(boost.code, 2);
}
console.log('2 machines without root: told what to install');
