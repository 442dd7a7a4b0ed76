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

// What the script asks its own files for with, as a module of its own: stamps.d.ts says what it exports.
export const stampsModule = (stamps) => ({
  name: 'stamps',
  setup(build) {
    build.onResolve({filter: /^stamps$/}, () => ({path: 'stamps', namespace: 'stamps'}));
    build.onLoad({filter: /./, namespace: 'stamps'}, () => ({contents: JSON.stringify(stamps), loader: 'json'}));
  },
});

// nanomorph is CommonJS, which costs a wrapper per file: here its files are modules like ours. It finds which nodes
// stay; how one is made like the other is written here, since the core's HTML has no form controls, no namespaced
// attributes and no event handlers. Its assertions about its arguments, whose types are checked, are left out, and
// what it does for other callers. Elements that say the same are to be the same one, whatever they are: it neither
// looks into them nor pairs them. And it comes to an end where the page made a method of nodes do nothing.
const likeness = `
  export default (fresh, shown) => {
    if (shown.nodeValue !== fresh.nodeValue) shown.nodeValue = fresh.nodeValue;
    for (const {name, value} of fresh.attributes ?? []) {
      if (shown.attributes[name]?.value !== value) shown.setAttribute(name, value);
    }
    for (const {name} of [...shown.attributes ?? []]) fresh.attributes[name] ?? shown.removeAttribute(name);
  };
`;

const changes = [
  [/\n  if \(options [^]*?\n  }\n/, ''],
  [' || getComponentId(newNode) !== getComponentId(oldNode)', ''],
  ['newNode.isSameNode && newNode.isSameNode', 'newNode.isEqualNode'],
  ['if (a.isSameNode) return a.isSameNode(b)', 'return a.isEqualNode(b)'],
  ['for (var i = 0; ;', 'for (var i = 0, left = 9999; left--;'],
];

function changed(text, [part, instead]) {
  const after = text.replace(part, instead);
  if (after === text) throw new Error(`nanomorph is another one: it has no ${part}`);
  return after;
}

function asModule(text) {
  const imports = changes.reduce(changed, text).replace(/^var (\w+) = require\((.+)\);?$/gm, 'import $1 from $2');
  // By its members, so that calls of what does nothing go.
  return imports.replace(/^import (?=assert )/m, 'import * as ').replace(/^module\.exports = /m, 'export default ');
}

export const nanomorphAsModules = {
  name: 'nanomorph-as-modules',
  setup(build) {
    build.onLoad({filter: /node_modules.nanomorph.lib.morph\.js$/}, () => ({contents: likeness}));
    build.onLoad({filter: /node_modules.nanomorph.index\.js$/}, async ({path}) => {
      return {contents: asModule(await readFile(path, 'utf8'))};
    });
    build.onResolve({filter: /^nanoassert$/}, () => ({path: 'nanoassert', namespace: 'left-out'}));
    build.onLoad({filter: /./, namespace: 'left-out'}, () => {
      return {contents: 'export function equal() {} export function notEqual() {}'};
    });
  },
};

// esbuild bundles and makes names and syntax short, terser then finds what esbuild does not look for. Nothing of ours
// that is no class is called with `new`, so functions may become arrows. Put where they are called they compress
// worse.
export const shorter = {
  ecma: 2020,
  toplevel: true,
  compress: {passes: 3, inline: 0, unsafe_arrows: true},
  format: {ascii_only: true},
};

// What a script tag loads, of the widget bundled for one. A page that is in the way of the script itself gets one line,
// not an error.
export async function classicScript(bundled) {
  const told = "console.warn(`face-off: This page's scripts are in the way (${failed}).`)";
  return (await minify(`"use strict"; try { ${bundled} } catch (failed) { ${told}; }`, shorter)).code;
}
