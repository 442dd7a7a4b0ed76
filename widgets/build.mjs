// Builds what a page loads: build/widget/faceoff.js (a classic script) and build/widget/faceoff.wasm.
//
// In: build/wasm/web/faceoff_wasm.wasm and the TypeScript sources. Out: the two files, catalogs and problems.json,
// widget.json with the hashes a snippet needs, stamps.json with all of them. The module is loaded once here, so a
// build that could not run in a browser fails now.
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import * as esbuild from 'esbuild';
import {classicScript, common, cssAsText, nanomorphAsModules, stamp, stampsModule, tightCss, top} from './bundle.mjs';
import {catalogList} from './catalog-list.mjs';
import {buildEmbed} from './embed/build.mjs';
import {lightDomSheet} from './light-dom-sheet.mjs';
import {inOneSegment} from './one-segment.mjs';
import {ownNames} from './own-names.mjs';

const out = `${top}build/widget/`;
const wasm = inOneSegment(await readFile(`${top}build/wasm/web/faceoff_wasm.wasm`));
const {hash, integrity} = stamp(wasm);
const {version} = JSON.parse(await readFile(`${top}package.json`, 'utf8'));

await mkdir(out, {recursive: true});

// English is in the core; the others are files of their own, loaded by those who read them.
const catalogs = {};
for (const name of (await readdir(`${top}core/messages`)).filter((name) => /\.json$/.test(name)).sort()) {
  const language = name.replace(/\.json$/, '');
  const text = JSON.stringify(catalogList(JSON.parse(await readFile(`${top}core/messages/${name}`, 'utf8'))));
  catalogs[language] = stamp(text).hash;
  await writeFile(`${out}faceoff.${language}.json`, text);
}

// What problems say: loaded when there is one.
const problems = JSON.stringify(JSON.parse(await readFile(`${top}widgets/src/page/problems.json`, 'utf8')));
await writeFile(`${out}faceoff.problems.json`, problems);

// The whole core, which a page loads when a document is broken: it says what and where. For programs in JavaScript it
// has the report in full and all catalogs too.
const wholeWasm = await readFile(`${top}build/wasm/web/faceoff_core_wasm.wasm`);
await writeFile(`${out}faceoff-core.wasm`, wholeWasm);

// The same look for the page's own HTML: what stands there before, and without, the script.
const sheets = ['host', 'face-off'].map((name) => readFile(`${top}widgets/src/view/${name}.css`, 'utf8'));
const [host, look] = await Promise.all(sheets);
await writeFile(`${out}faceoff.css`, `${await tightCss(lightDomSheet(host, look))}\n`);

const whole = stamp(wholeWasm);
const stamps = {
  version,
  wasm: `${hash} ${integrity}`,
  wholeWasm: `${whole.hash} ${whole.integrity}`,
  problems: stamp(problems).hash,
  catalogs,
};
await writeFile(`${out}stamps.json`, JSON.stringify(stamps));

const widget = await esbuild.build({
  ...common,
  entryPoints: ['widgets/src/define.ts'],
  outfile: `${out}faceoff.js`,
  format: 'iife',
  target: 'es2022',
  minify: true,
  mangleProps: await ownNames(),
  plugins: [cssAsText, stampsModule(stamps), nanomorphAsModules],
  metafile: true,
  write: false,
});
await writeFile(`${out}faceoff.js`, await classicScript(widget.outputFiles[0].text));
// Which source takes how many bytes, for tests/checks/size.mjs.
await writeFile(`${out}faceoff.meta.json`, JSON.stringify(widget.metafile));
await buildEmbed(out);
// The same core for node: golden cases and this build's own proof that it runs.
await esbuild.build({
  ...common,
  entryPoints: ['web/core.ts'],
  outfile: `${out}core.mjs`,
  format: 'esm',
  platform: 'neutral',
});
await writeFile(`${out}faceoff.wasm`, wasm);
await writeFile(`${out}widget.json`, `${JSON.stringify({hash, integrity}, null, 2)}\n`);

const {makeCore} = await import(`${out}core.mjs?${hash}`);
const core = await makeCore(await WebAssembly.compile(wasm));
if (core.version() !== version) throw new Error(`faceoff_wasm says ${core.version()}, package.json ${version}`);
console.log(`build/widget: faceoff.js, faceoff.wasm?h=${hash}`);
