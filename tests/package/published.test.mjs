// The npm package as it would be published: what is in the tarball, how it is found, that it is the same each time.
// Needs build/package: run `node widgets/package/build.mjs` first.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core';
import * as CycloneDX from '@cyclonedx/cyclonedx-library';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {asAscii} from '../../widgets/package/ascii-bytes.mjs';
import {refusedIn} from '../../widgets/package/bill-of-materials.mjs';
import {wrongIn} from '../../widgets/package/manifest.mjs';
import {builtAndPacked, copyOfTree, packed, top, unpacked} from './packing.mjs';

let tarball, folder, project;
const read = (name) => readFileSync(join(folder, name), 'utf8');
const parsed = (name) => JSON.parse(read(name));

before(() => {
  tarball = packed(top);
  folder = unpacked(tarball);
  project = mkdtempSync(join(tmpdir(), 'faceoff-project-'));
  mkdirSync(join(project, 'node_modules/@face-off'), {recursive: true});
  execFileSync('cp', ['-r', folder, join(project, 'node_modules/@face-off/widget')]);
});
after(() => [join(folder, '..'), project].forEach((path) => rmSync(path, {recursive: true})));

// A program of another project that has the package installed.
function inNode(program) {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: project,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

describe('the package', () => {
  test('holds what its package.json names, and depends on nothing', () => {
    const about = parsed('package.json');
    assert.equal(about.version, JSON.parse(readFileSync(join(top, 'package.json'))).version);
    assert.equal(about.dependencies, undefined);
    const files = new Set(readdirSync(folder, {recursive: true}));
    const named = Object.values(about.exports).flatMap((to) => (typeof to === 'string' ? [to] : Object.values(to)));
    for (const path of [...named.filter((each) => !each.includes('*')), ...about.sideEffects, './LICENSE', './README.md']) {
      assert.ok(files.has(path.slice(2)), `${path} is missing`);
    }
    for (const to of Object.values(about.exports).filter((each) => typeof each === 'object')) {
      assert.equal(Object.keys(to)[0], 'types', 'types come first');
    }
  });

  test('has nothing that publint objects to', async () => {
    const {messages, pkg} = await publint({pkgDir: folder, pack: false, strict: true});
    assert.deepEqual(messages.map((each) => formatMessage(each, pkg, {color: false})), []);
  });

  test('has types that every kind of module resolution finds', async () => {
    const entrypoints = ['.', './element', './external', './core', './react', './vue', './svelte'];
    const {problems} = await checkPackage(createPackageFromTarballData(readFileSync(tarball)), {entrypoints});
    // Modules only: from CommonJS they are required as such, by Node 20.19 and later.
    assert.deepEqual(problems.filter(({kind}) => kind !== 'CJSResolvesToESM'), []);
  });

  test('says of each file that a page may load what its integrity is', () => {
    const stated = parsed('sri.json');
    const loaded = readdirSync(folder, {recursive: true}).filter((name) => /\.(js|wasm|css)$/.test(name) && !/\.d\.ts$/.test(name));
    assert.deepEqual(loaded.filter((name) => !stated[name]), []);
    for (const [name, integrity] of Object.entries(stated)) {
      const digest = createHash('sha384').update(readFileSync(join(folder, name))).digest('base64');
      assert.equal(integrity, `sha384-${digest}`, name);
    }
  });

  test('is the same whatever folder it is built in', () => {
    const elsewhere = copyOfTree();
    const other = builtAndPacked(elsewhere);
    const theirs = unpacked(other);
    const names = readdirSync(folder, {recursive: true}).sort();
    assert.deepEqual(readdirSync(theirs, {recursive: true}).sort(), names);
    for (const name of names.filter((each) => /\.\w+$|LICENSE/.test(each))) {
      assert.ok(readFileSync(join(theirs, name)).equals(readFileSync(join(folder, name))), `${name} differs`);
    }
    assert.ok(readFileSync(other).equals(readFileSync(tarball)), 'the tarballs differ');
    [join(theirs, '..'), elsewhere].forEach((path) => rmSync(path, {recursive: true}));
  });
});

describe('in Node, without a page,', () => {
  test('every entry can be imported, and required, without awaiting anything at its top', () => {
    const entries = ['', '/element', '/external', '/core', '/react', '/vue', '/svelte'].map((end) => `@face-off/widget${end}`);
    const said = inNode(`
      import {createRequire} from 'node:module';
      const require = createRequire(process.cwd() + '/index.js');
      for (const name of ${JSON.stringify(entries)}) {
        const imported = await import(name);
        if (require(name) !== imported) throw new Error(name);
      }
      const {FaceOffElement} = await import('@face-off/widget');
      console.log(FaceOffElement === (await import('@face-off/widget/element')).FaceOffElement, typeof globalThis.Faceoff);
    `);
    assert.equal(said.trim(), 'true undefined');
  });

  test('the core renders what the command renders, byte for byte, and finds what it finds', () => {
    const document = join(top, 'examples/blog/quillmoor-vs-tarnpad.faceoff.json');
    const command = process.env.FACEOFF ?? join(top, 'build/release/cli/faceoff');
    // A day on which it reads otherwise than without one.
    const options = ['--today', '2031-01-01', '--base', 'https://blog.example/'];
    const wanted = execFileSync(command, ['render', document, '--to', 'fragment', ...options], {encoding: 'utf8'});
    const broken = '{"faceoff": 1, "id": "a", "contenders": [{"id": "a"}]}';
    const checked = spawnSync(command, ['check', '-', '--format', 'json'], {input: broken, encoding: 'utf8'});
    const said = JSON.parse(inNode(`
      import {readFileSync} from 'node:fs';
      import {loadCore, UnusableDocument} from '@face-off/widget/core';
      const core = await loadCore();
      const text = readFileSync(${JSON.stringify(document)}, 'utf8');
      const options = {today: '2031-01-01', base: 'https://blog.example/'};
      const html = core.render(text, options);
      const {findings, valid} = core.validate(${JSON.stringify(broken)});
      let refused;
      try { core.render(${JSON.stringify(broken)}); } catch (error) { refused = error instanceof UnusableDocument && error.message; }
      const given = await WebAssembly.compile(readFileSync('node_modules/@face-off/widget/faceoff-core.wasm'));
      const same = (await loadCore(given)).compare(JSON.parse(text), options);
      const {id} = core.parse(text).report;
      console.log(JSON.stringify({html, findings, valid, refused, id, same: same.html === html && !!same.report.answer}));
    `));
    assert.equal(said.html.trimEnd(), wanted.trimEnd());
    assert.equal(said.valid, false);
    assert.match(checked.stdout, new RegExp(said.findings[0].rule.replaceAll('.', '\\.')));
    assert.ok(said.findings[0].sentence && said.refused.includes(said.findings[0].sentence), said.refused);
    assert.equal(said.id, 'quillmoor-vs-tarnpad');
    assert.ok(said.same, 'a given module, and a parsed document, give the same');
  });
});

describe('the core', () => {
  test('leaves out equal facts, and offers to forget, where it is asked to', () => {
    const document = join(top, 'examples/blog/quillmoor-vs-tarnpad.faceoff.json');
    const [all, different, forgetful] = JSON.parse(inNode(`
      import {readFileSync} from 'node:fs';
      import {loadCore} from '@face-off/widget/core';
      const core = await loadCore();
      const render = (options) => core.render(readFileSync(${JSON.stringify(document)}, 'utf8'), {purpose: 'widget', ...options});
      console.log(JSON.stringify([render({}), render({differences: true}), render({remembers: true})]));
    `));
    const count = (html, text) => html.split(text).length - 1;
    assert.ok(count(all, 'data-same') > 0 && count(different, 'data-same') === 0);
    assert.deepEqual([all, forgetful].map((html) => count(html, 'data-action="forget"')), [0, 1]);
    const [path] = readdirSync(folder, {recursive: true}).filter((name) => /^types\/.*package\/core\.d\.ts$/.test(name));
    const types = read(path);
    assert.match(types, /differences\?: boolean/);
    assert.match(types, /remembers\?: boolean/);
  });
});

describe('what is told about the package', () => {
  test('the manifest of custom elements names the elements, and a broken one would be refused', () => {
    const manifest = parsed('custom-elements.json');
    assert.deepEqual(wrongIn(manifest), []);
    const [{declarations}, ...defining] = manifest.modules;
    assert.deepEqual(declarations.map(({tagName}) => tagName), ['face-off', 'face-off-vote', 'face-off-badge']);
    assert.equal(defining.length, 2);
    const broken = structuredClone(manifest);
    broken.modules[0].declarations[0].members[0].kind = 'thing';
    assert.notDeepEqual(wrongIn(broken), []);
    const empty = structuredClone(manifest);
    empty.modules[0].declarations[1].events = [];
    assert.deepEqual(wrongIn(empty), ['FaceOffVoteElement has no events']);
  });

  test('the bill of materials keeps to its schema, names what is inside, and refuses other licences', async () => {
    const bill = parsed('bom.json');
    const {JsonStrictValidator} = CycloneDX.Validation;
    assert.equal(await new JsonStrictValidator(CycloneDX.Spec.Version.v1dot6).validate(read('bom.json')), null);
    const names = bill.components.map(({name}) => name);
    assert.deepEqual(names, ['nanomorph', 'emscripten', 'musl', 'llvm-runtimes', 'cldr']);
    for (const name of names) assert.match(read('THIRD-PARTY.txt'), new RegExp(`^${name} `, 'm'));
    const copyleft = structuredClone(bill);
    copyleft.components[0].licenses = [{license: {id: 'GPL-3.0-only'}}];
    copyleft.components[1].evidence.licenses = [];
    assert.deepEqual(refusedIn(copyleft), [
      'nanomorph 5.4.3: GPL-3.0-only is not an allowed licence',
      'emscripten 3.1.6: the text of its licence is missing',
    ]);
  });
});

test('bytes written as text come back, whatever they are', async () => {
  const {outputFiles} = await (await import('esbuild')).build({
    entryPoints: [join(top, 'widgets/package/ascii-bytes.ts')], format: 'esm', write: false, logLevel: 'warning',
  });
  const {bytesOf} = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const rare = Buffer.from(Array.from({length: 4096}, (_, at) => (at * at * 31 + (at >> 3)) & 255));
  for (const bytes of [readFileSync(join(folder, 'faceoff.wasm')), rare, Buffer.alloc(0), Buffer.alloc(9, 255)]) {
    const {alphabet, table, text} = asAscii(bytes);
    assert.match(text, /^[^"'`\\$<\x00-\x1f\x7f-\uffff]*$/);
    assert.ok(bytes.equals(bytesOf(alphabet, table, text)));
  }
});
