// Builds and packs the npm package, of this tree or of a copy of it in another folder.
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const top = fileURLToPath(new URL('../..', import.meta.url));

const run = (command, given, cwd) => execFileSync(command, given, {cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']});

// What the package is made of: sources, and the compiled modules.
const needed = ['widgets', 'web', 'schema', 'core/messages', 'core/include', 'core/src/html', 'package.json', 'tsconfig.json', 'LICENSE'];
const modules = 'build/wasm/web';

export function copyOfTree() {
  const folder = mkdtempSync(join(tmpdir(), 'faceoff-elsewhere-'));
  for (const path of needed) cpSync(join(top, path), join(folder, path), {recursive: true});
  for (const name of readdirSync(join(top, modules)).filter((each) => each.endsWith('.wasm'))) {
    cpSync(join(top, modules, name), join(folder, modules, name));
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(top, 'node_modules'))) {
    const [from, to] = [top, folder].map((tree) => join(tree, 'node_modules', name));
    // What goes into the package lies there, the tools are linked.
    if (name === 'nanomorph') cpSync(from, to, {recursive: true});
    else symlinkSync(from, to);
  }
  return folder;
}

// The path of the tarball of what is built in build/package.
export function packed(tree) {
  const given = ['pack', '--json', '--ignore-scripts', '--pack-destination', '..'];
  const [{filename}] = JSON.parse(run('npm', given, join(tree, 'build/package')));
  return join(tree, 'build', filename);
}

// The same of sources and modules alone.
export function builtAndPacked(tree) {
  for (const script of ['widgets/build.mjs', 'widgets/package/build.mjs']) run(process.execPath, [script], tree);
  return packed(tree);
}

// A tarball's files in a folder of their own.
export function unpacked(tarball) {
  const folder = mkdtempSync(join(tmpdir(), 'faceoff-package-'));
  run('tar', ['-xzf', tarball, '-C', folder], dirname(tarball));
  return join(folder, 'package');
}
