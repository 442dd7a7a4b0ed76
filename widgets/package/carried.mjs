// The module 'carried' of carried.d.ts: own files of the widget inside its scripts, each loaded when first asked for.
//
// A dynamic import is what every bundler understands: it becomes a file of its own, or a part of the one file there is.
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {asAscii} from './ascii-bytes.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const types = {wasm: 'application/wasm', json: 'application/json'};
const extension = (name) => name.replace(/^.*\./, '');
// A part is named after its file.
const partOf = (name) => name.replace(/^faceoff[.-]|\.json$/g, '');

// A module whose default export is the file: text as it is, bytes as ascii-bytes.mjs writes them.
async function asModule(path) {
  if (extension(path) !== 'wasm') return `export default ${JSON.stringify(await readFile(path, 'utf8'))};`;
  const {alphabet, table, text} = asAscii(await readFile(path));
  return `import {bytesOf} from './ascii-bytes.js';\nexport default bytesOf('${alphabet}', '${table}', '${text}');`;
}

const held = (name) =>
  `'${name}': holding(() => import('carried/${partOf(name)}'), '${types[extension(name)]}')`;
const beside = (name) => `'${name}': (options) => fetch(new URL('./${name}', import.meta.url), options)`;

// folder: where the files are; inside: names of those to carry; asFiles: of those that stay files of the package,
// found in the way that bundlers look for.
export const carriedModule = ({folder, inside, asFiles = []}) => ({
  name: 'carried',
  setup(build) {
    const parts = new Map(inside.map((name) => [partOf(name), `${folder}${name}`]));
    build.onResolve({filter: /^\.\/own-request\.js$/}, () => ({path: `${here}own-request.ts`}));
    build.onResolve({filter: /^carried($|\/)/}, ({path}) => ({path, namespace: 'carried'}));
    build.onLoad({filter: /^carried$/, namespace: 'carried'}, () => ({
      contents:
        `import {holding} from './carry.js';\n` +
        `export const carried = {${[...inside.map(held), ...asFiles.map(beside)].join(',\n')}};`,
      resolveDir: here,
    }));
    build.onLoad({filter: /\//, namespace: 'carried'}, async ({path}) => ({
      contents: await asModule(parts.get(path.slice('carried/'.length))),
      resolveDir: here,
    }));
  },
});
