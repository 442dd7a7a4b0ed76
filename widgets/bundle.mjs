// How sources become scripts, for the widget (build.mjs) and the npm package (package/build.mjs) alike.
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import * as esbuild from 'esbuild';
import {minify} from 'terser';

export const top = fileURLToPath(new URL('..', import.meta.url));

// What a file is asked for with, and checked against.
export function stamp(bytes) {
  const digest = createHash('sha256').update(bytes).digest();
  return {hash: digest.toString('hex').slice(0, 16), integrity: `sha256-${digest.toString('base64')}`};
}

export const common = {absWorkingDir: top, bundle: true, charset: 'ascii', logLevel: 'warning', legalComments: 'none'};

export async function tightCss(text) {
  const {code} = await esbuild.transform(text, {loader: 'css', minify: true});
  // Blanks in custom properties are part of their values, so esbuild leaves them; ours mean nothing.
  return code.replace(/--[\w-]+: [^;]+/g, (token) => token.replace(/([:,]) /g, '$1')).trim();
}

// The style sheet is a string in the script: one request less, and a constructed sheet needs no style-src.
export const cssAsText = {
  name: 'css-as-text',
  setup(build) {
    build.onLoad({filter: /\.css$/}, async ({path}) => {
      return {contents: await tightCss(await readFile(path, 'utf8')), loader: 'text'};
    });
  },
};

// What the script asks its own files for with, as a module of its own: stamps.d.ts says what it exports. The hashes are
// the one part of the script that cannot be compressed, so they are in it once and in base64.
const asHash = (name, value) => (value?.integrity ? value.integrity.replace('sha256-', '') : value);

export const stampsModule = (stamps) => ({
  name: 'stamps',
  setup(build) {
    build.onResolve({filter: /^stamps$/}, () => ({path: 'stamps', namespace: 'stamps'}));
    const contents = JSON.stringify(stamps, asHash);
    build.onLoad({filter: /./, namespace: 'stamps'}, () => ({contents, loader: 'json'}));
  },
});

// nanomorph is CommonJS, which costs a wrapper per file: here its files are modules like ours. Left out is what the
// widget has no use for: assertions about its arguments, whose types are checked, and the copying of event handlers,
// which the core's HTML cannot have.
export const nanomorphAsModules = {
  name: 'nanomorph-as-modules',
  setup(build) {
    build.onLoad({filter: /node_modules.nanomorph.lib.events\.js$/}, () => ({contents: 'export default []'}));
    build.onLoad({filter: /node_modules.nanomorph.*\.js$/}, async ({path}) => {
      const text = await readFile(path, 'utf8');
      const imports = text.replace(/^var (\w+) = require\((.+)\);?$/gm, 'import $1 from $2');
      return {contents: imports.replace(/^module\.exports = /m, 'export default ')};
    });
    build.onResolve({filter: /^nanoassert$/}, () => ({path: 'nanoassert', namespace: 'left-out'}));
    build.onLoad({filter: /./, namespace: 'left-out'}, () => {
      return {contents: 'const nothing = () => {}; export default {equal: nothing, notEqual: nothing}'};
    });
  },
};

// esbuild bundles and makes names and syntax short, terser then finds what esbuild does not look for.
export const shorter = {
  ecma: 2020,
  toplevel: true,
  compress: {passes: 3, hoist_funs: true},
  format: {ascii_only: true},
};

// What a script tag loads, of the widget bundled for one. A page that is in the way of the script itself gets one line,
// not an error.
export async function classicScript(bundled) {
  const told = "console.warn(`face-off: This page's scripts are in the way (${failed}).`)";
  return (await minify(`"use strict"; try { ${bundled} } catch (failed) { ${told}; }`, shorter)).code;
}
