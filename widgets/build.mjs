// Builds what a page loads: build/widget/faceoff.js (a classic script) and build/widget/faceoff.wasm.
//
// In: build/wasm/web/faceoff_wasm.wasm and the TypeScript sources. Out: the two files, and widget.json with the
// hashes a snippet needs. The module is loaded once here, so a build that could not run in a browser fails now.
import {createHash} from 'node:crypto';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import * as esbuild from 'esbuild';

const top = fileURLToPath(new URL('..', import.meta.url));
const out = `${top}build/widget/`;
const wasm = await readFile(`${top}build/wasm/web/faceoff_wasm.wasm`);

// What a file is asked for with, and checked against.
function stamp(bytes) {
  const digest = createHash('sha256').update(bytes).digest();
  return {hash: digest.toString('hex').slice(0, 16), integrity: `sha256-${digest.toString('base64')}`};
}
const {hash, integrity} = stamp(wasm);

const common = {absWorkingDir: top, bundle: true, charset: 'ascii', logLevel: 'warning', legalComments: 'none'};

// The style sheet is a string in the script: one request less, and a constructed sheet needs no style-src.
const cssAsText = {
  name: 'css-as-text',
  setup(build) {
    build.onLoad({filter: /\.css$/}, async ({path}) => {
      const {code} = await esbuild.transform(await readFile(path, 'utf8'), {loader: 'css', minify: true});
      return {contents: code.trim(), loader: 'text'};
    });
  },
};

await mkdir(out, {recursive: true});

// English is in the core; the others are files of their own, loaded by those who read them.
const catalogs = {};
for (const name of (await readdir(`${top}core/messages`)).sort()) {
  const language = name.replace(/\.json$/, '');
  const text = JSON.stringify(JSON.parse(await readFile(`${top}core/messages/${name}`, 'utf8')));
  catalogs[language] = stamp(text);
  await writeFile(`${out}faceoff.${language}.json`, text);
}

const widget = await esbuild.build({
  ...common,
  entryPoints: ['widgets/src/define.ts'],
  outfile: `${out}faceoff.js`,
  format: 'iife',
  target: 'es2022',
  minify: true,
  define: {WASM_STAMP: JSON.stringify({hash, integrity}), CATALOG_STAMPS: JSON.stringify(catalogs)},
  plugins: [cssAsText],
  metafile: true,
});
// Which source takes how many bytes, for tests/checks/size.mjs.
await writeFile(`${out}faceoff.meta.json`, JSON.stringify(widget.metafile));
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
const {version} = JSON.parse(await readFile(`${top}package.json`, 'utf8'));
if (core.version() !== version) throw new Error(`faceoff_wasm says ${core.version()}, package.json ${version}`);
console.log(`build/widget: faceoff.js, faceoff.wasm?h=${hash}`);
