// Builds the npm package @face-off/widget as it would be published, in build/package; `npm pack` makes a tarball of it.
//
// In: build/widget (run `npm run build` first) and the sources. Out: scripts for pages, modules for bundlers and node,
// types, custom-elements.json, bom.json, sri.json. The same sources give the same bytes in whatever folder they lie.
import {cp, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import * as esbuild from 'esbuild';
import {classicScript, common, cssAsText, nanomorphAsModules, stampsModule, top} from '../bundle.mjs';
import {writeBillOfMaterials} from './bill-of-materials.mjs';
import {carriedModule} from './carried.mjs';
import {writeIntegrity} from './integrity.mjs';
import {writeManifest} from './manifest.mjs';
import {writeTypes} from './types.mjs';

const widget = `${top}build/widget/`;
const sources = `${top}widgets/package/`;
const out = `${top}build/package/`;

const stamps = JSON.parse(await readFile(`${widget}stamps.json`, 'utf8'));
const {version} = stamps;
// What the widget asks for at run time.
const texts = ['faceoff.problems.json', ...Object.keys(stamps.catalogs).map((language) => `faceoff.${language}.json`)];
const core = 'faceoff-core.wasm';
const own = ['faceoff.wasm', ...texts];

const notice = `/*! @face-off/widget ${version} | MIT | also in it: see THIRD-PARTY.txt */`;
const inputs = []; // esbuild's account of what went into which script, for the bill of materials

async function bundle(options, carried, asked = stamps) {
  const made = await esbuild.build({
    ...common,
    target: 'es2022',
    plugins: [cssAsText, stampsModule(asked), carriedModule({folder: widget, ...carried}), nanomorphAsModules],
    metafile: true,
    ...options,
  });
  inputs.push(made.metafile);
  return made;
}

// Modules stay readable, since whoever bundles them makes them short. Parts are loaded when they are needed; those that
// several entries share are one file, so that a class is one class whichever entry it comes from.
const modules = (entries, carried) =>
  bundle(
    {
      entryPoints: entries.map((name) => `widgets/package/${name}.ts`),
      outdir: out,
      format: 'esm',
      splitting: true,
      charset: 'utf8',
      chunkNames: 'parts/[name]-[hash]',
      banner: {js: notice},
    },
    carried,
  );

// One classic script with the module in it. Other languages than English are still files beside it.
async function single() {
  const inside = ['faceoff.wasm', 'faceoff.problems.json']; // not the whole core: it would be more than all the rest
  const entryPoints = ['widgets/src/define.ts'];
  const {outputFiles} = await bundle(
    {entryPoints, outfile: 'single.js', format: 'iife', minify: true, write: false},
    {inside},
    {...stamps, wholeWasm: null},
  );
  await writeFile(`${out}embed.single.js`, await classicScript(outputFiles[0].text));
}

// The page for frames, with the script under its name here.
async function embedPage() {
  const page = await readFile(`${widget}embed.html`, 'utf8');
  const ours = page.replace('src="faceoff.js"', 'src="embed.js"');
  if (ours === page) throw new Error('embed.html does not load faceoff.js');
  return ours;
}

async function copies() {
  await cp(`${widget}faceoff.js`, `${out}embed.js`);
  inputs.push(JSON.parse(await readFile(`${widget}faceoff.meta.json`, 'utf8')));
  await writeFile(`${out}embed.html`, await embedPage());
  for (const name of [...own, core, 'faceoff.css', 'faceoff.frame.js']) await cp(`${widget}${name}`, `${out}${name}`);
  await cp(`${top}schema/faceoff-1.schema.json`, `${out}schema.json`);
  await cp(`${top}LICENSE`, `${out}LICENSE`);
  await cp(`${sources}README.md`, `${out}README.md`);
}

async function packageJson() {
  const about = JSON.parse(await readFile(`${sources}package.in.json`, 'utf8'));
  await writeFile(`${out}package.json`, `${JSON.stringify({...about, version}, null, 2)}\n`);
}

await rm(out, {recursive: true, force: true});
await mkdir(out, {recursive: true});
await copies();
await packageJson();
await modules(['index', 'element', 'core'], {inside: [...own, core]});
await modules(['external'], {inside: texts, asFiles: ['faceoff.wasm', core]});
await single();
await writeTypes(out);
await writeManifest(out);
await writeBillOfMaterials(out, inputs);
await writeIntegrity(out);
console.log(`build/package: @face-off/widget ${version}`);
