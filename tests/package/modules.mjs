// The WebAssembly modules, compiled once more in another folder, without any cache: the same bytes.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {top} from './packing.mjs';

const needed = ['CMakeLists.txt', 'CMakePresets.json', 'cmake', 'core', 'web', 'package.json', 'schema'];

export function modulesElsewhere() {
  const folder = mkdtempSync(join(tmpdir(), 'faceoff-elsewhere-'));
  try {
    for (const path of needed) cpSync(join(top, path), join(folder, path), {recursive: true});
    const {CMAKE_CXX_COMPILER_LAUNCHER: _, ...env} = process.env;
    for (const given of [['--preset', 'wasm'], ['--build', '--preset', 'wasm']]) {
      execFileSync('nice', ['cmake', ...given], {cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe']});
    }
    const names = readdirSync(join(top, 'build/wasm/web')).filter((name) => name.endsWith('.wasm'));
    assert.equal(names.length, 2);
    for (const name of names) {
      const [here, there] = [top, folder].map((tree) => readFileSync(join(tree, 'build/wasm/web', name)));
      assert.ok(here.equals(there), `${name} differs`);
    }
    return `${names.join(', ')}: the same bytes`;
  } finally {
    rmSync(folder, {recursive: true});
  }
}
