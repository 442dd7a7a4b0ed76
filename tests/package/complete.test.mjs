// What a page loads is in every place that hands it out: the installed folder, the npm package, its sri.json, the server.
// Needs script/build and build/package.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {Site} from '../e2e/site.mjs';
import {top} from './packing.mjs';

// Of the build alone: what the checks and the package are made from.
const notForPages = ['core.mjs', 'faceoff.meta.json', 'stamps.json', 'widget.json'];
const built = readdirSync(join(top, 'build/widget')).sort();
const forPages = built.filter((name) => !notForPages.includes(name));

// The script has another name in the package.
const inPackage = forPages.map((name) => (name === 'faceoff.js' ? 'embed.js' : name)).sort();

// CMake's patterns have * and ? alone.
const matcher = (pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('?', '.').replaceAll('*', '.*')}$`);

describe('each file that a page loads', () => {
  test('is known: what else build/widget holds is named here', () => {
    for (const name of notForPages) assert.ok(built.includes(name), `${name} is not built any more`);
    for (const name of ['faceoff.js', 'faceoff.wasm', 'embed.html']) assert.ok(forPages.includes(name), name);
  });

  test('is installed, and nothing else is', () => {
    const list = readFileSync(join(top, 'cmake/install.cmake'), 'utf8');
    const [, widget] = /build\/widget\/"([^)]*)\)/.exec(list);
    const patterns = [...widget.matchAll(/PATTERN "([^"]+)"/g)].map(([, pattern]) => pattern);
    const installed = built.filter((name) => patterns.some((pattern) => matcher(pattern).test(name)));
    assert.deepEqual(installed, forPages);
    for (const pattern of patterns) assert.ok(built.some((name) => matcher(pattern).test(name)), `nothing is called ${pattern}`);
  });

  test('is in the package, can be imported from it, and has its integrity there', () => {
    const folder = join(top, 'build/package');
    const packed = readdirSync(folder);
    assert.deepEqual(inPackage.filter((name) => !packed.includes(name)), []);
    const {exports} = JSON.parse(readFileSync(join(folder, 'package.json')));
    const paths = Object.values(exports).filter((to) => typeof to === 'string');
    const exported = (name) => paths.some((path) => matcher(path.slice(2)).test(name));
    assert.deepEqual(inPackage.filter((name) => !exported(name)), []);
    const stated = JSON.parse(readFileSync(join(folder, 'sri.json')));
    assert.deepEqual(inPackage.filter((name) => !stated[name]), []);
  });

  test('is the same there, but for the name of the script in embed.html', () => {
    for (const name of forPages) {
      const [from, to] = ['widget', 'package'].map((folder) => {
        const path = folder === 'package' && name === 'faceoff.js' ? 'embed.js' : name;
        return readFileSync(join(top, 'build', folder, path));
      });
      const wanted = name === 'embed.html' ? Buffer.from(String(from).replace('"faceoff.js"', '"embed.js"')) : from;
      assert.ok(wanted.equals(to), name);
      if (name === 'embed.html') for (const [, src] of String(to).matchAll(/src="([^"]+)"/g)) assert.ok(inPackage.includes(src), src);
    }
  });

  test('is served by `faceoff serve`', async () => {
    const site = await Site.make({'index.html': 'A page'});
    const answers = await Promise.all(forPages.map(async (name) => [name, (await fetch(`${site.url}/${name}`)).status]));
    const others = await Promise.all(notForPages.map(async (name) => [name, (await fetch(`${site.url}/${name}`)).status]));
    await site.remove();
    assert.deepEqual(answers.filter(([, status]) => status !== 200), []);
    assert.deepEqual(others.filter(([, status]) => status !== 404), []);
  });
});
