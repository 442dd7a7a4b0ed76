// A fresh project for each tool: a folder with the tool's sources, the packed package installed by npm, and nothing else.
// The tools themselves are in a folder above, from their own lock file, where Node looks for what a project lacks.
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {comparison} from '../e2e/site.mjs';
import {top} from './packing.mjs';

export const tools = join(top, 'build/bundlers');
const sources = join(top, 'tests/package/projects');

const require = createRequire(join(tools, 'tools.js'));
// A tool as a module. By its file: what an entry of package.json hides is not asked for.
export const tool = (name) => import(require.resolve(name));
export const versionOf = (name) => JSON.parse(readFileSync(join(tools, 'node_modules', name, 'package.json'), 'utf8')).version;

export class Project {
  constructor(name, from, tarball) {
    this.folder = join(tools, 'projects', name);
    rmSync(this.folder, {recursive: true, force: true});
    mkdirSync(this.folder, {recursive: true});
    cpSync(join(sources, from), this.folder, {recursive: true});
    this.write('package.json', JSON.stringify({name: `try-${name}`, private: true, type: 'module'}));
    this.write('b.json', JSON.stringify(comparison('b', {poll: undefined, title: 'By property'})));
    const quiet = ['--offline', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
    this.run('npm', 'install', ...quiet, tarball);
    this.package = this.path('node_modules/@face-off/widget');
  }

  path(name) {
    return join(this.folder, name);
  }

  read(name) {
    return readFileSync(this.path(name), 'utf8');
  }

  write(name, text) {
    writeFileSync(this.path(name), text);
  }

  replace(name, word, by) {
    this.write(name, this.read(name).replaceAll(word, by));
  }

  // What it prints; an error where it fails, with what it printed.
  run(command, ...given) {
    try {
      return execFileSync(command, given, {cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
    } catch (error) {
      throw new Error(`${command} ${given.join(' ')}\n${error.stdout}${error.stderr}`);
    }
  }

  // A program of one of the tools.
  runTool(name, bin, ...given) {
    return this.run(process.execPath, join(tools, 'node_modules', name, bin), ...given);
  }

  // A folder's files by path, for a site to serve.
  files(folder) {
    const all = readdirSync(this.path(folder), {recursive: true, withFileTypes: true}).filter((each) => each.isFile());
    const from = this.path(folder);
    return Object.fromEntries(
      all.map(({name, parentPath}) => [join(parentPath, name).slice(from.length + 1), readFileSync(join(parentPath, name))]),
    );
  }
}
