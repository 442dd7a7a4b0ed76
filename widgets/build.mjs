// Builds what a page loads: build/widget/faceoff.js (a classic script) and build/widget/faceoff.wasm.
//
// In: build/wasm/web/faceoff_wasm.wasm and the TypeScript sources. Out: the two files, and widget.json with the
// hashes a snippet needs. The module is loaded once here, so a build that could not run in a browser fails now.
import {createHash} from 'node:crypto';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import * as esbuild from 'esbuild';
import {minify} from 'terser';
import {catalogList} from './catalog-list.mjs';
import {inOneSegment} from './one-segment.mjs';
import {ruleTexts} from './rule-texts.mjs';

const top = fileURLToPath(new URL('..', import.meta.url));
const out = `${top}build/widget/`;
const wasm = inOneSegment(await readFile(`${top}build/wasm/web/faceoff_wasm.wasm`));

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
      // Blanks in custom properties are part of their values, so esbuild leaves them; ours mean nothing.
      const tight = code.replace(/--[\w-]+: [^;]+/g, (token) => token.replace(/([:,]) /g, '$1'));
      return {contents: tight.trim(), loader: 'text'};
    });
  },
};

// What the script asks its own files for with, as a module of its own: stamps.d.ts says what it exports.
const stampsModule = (stamps) => ({
  name: 'stamps',
  setup(build) {
    build.onResolve({filter: /^stamps$/}, () => ({path: 'stamps', namespace: 'stamps'}));
    build.onLoad({filter: /./, namespace: 'stamps'}, () => ({contents: JSON.stringify(stamps), loader: 'json'}));
  },
});

// nanomorph is CommonJS, which costs a wrapper per file: here its files are modules like ours. Left out is what the
// widget has no use for: assertions about its arguments, whose types are checked, and the copying of event handlers,
// which the core's HTML cannot have.
const nanomorphAsModules = {
  name: 'nanomorph-as-modules',
  setup(build) {
    build.onLoad({filter: /node_modules.nanomorph.lib.events\.js$/}, () => ({contents: 'export default []'}));
    build.onLoad({filter: /node_modules.nanomorph.*\.js$/}, async ({path}) => {
      const text = await readFile(path, 'utf8');
      const imports = text.replace(/^var (\w+) = require\((.+)\);?$/gm, 'import $1 from $2');
      return {contents: imports.replace(/^module\.exports = /m, 'export default ')};
    });
    build.onLoad({filter: /node_modules.nanoassert.*\.js$/}, () => {
      return {contents: 'const nothing = () => {}; export default {equal: nothing, notEqual: nothing}'};
    });
  },
};

// esbuild bundles and makes names and syntax short, terser then finds what esbuild does not look for.
const shorter = {ecma: 2020, toplevel: true, compress: {passes: 3, hoist_funs: true}, format: {ascii_only: true}};

await mkdir(out, {recursive: true});

// English is in the core; the others are files of their own, loaded by those who read them.
const catalogs = {};
for (const name of (await readdir(`${top}core/messages`)).sort()) {
  const language = name.replace(/\.json$/, '');
  const text = JSON.stringify(catalogList(JSON.parse(await readFile(`${top}core/messages/${name}`, 'utf8'))));
  catalogs[language] = stamp(text);
  await writeFile(`${out}faceoff.${language}.json`, text);
}

// What findings say, by rule: loaded when there is one.
const rules = ruleTexts();
await writeFile(`${out}faceoff.rules.json`, rules);

const widget = await esbuild.build({
  ...common,
  entryPoints: ['widgets/src/define.ts'],
  outfile: `${out}faceoff.js`,
  format: 'iife',
  target: 'es2022',
  minify: true,
  plugins: [cssAsText, stampsModule({wasm: {hash, integrity}, rules: stamp(rules), catalogs}), nanomorphAsModules],
  metafile: true,
  write: false,
});
await writeFile(`${out}faceoff.js`, (await minify(widget.outputFiles[0].text, shorter)).code);
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
