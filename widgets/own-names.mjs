// Names of members that only our TypeScript knows, which the script for pages therefore has short.
//
// None may be the platform's, of a text (JSON, HTML, a report, options) or public: the build stops at one that
// TypeScript's libraries declare, that stands quoted or as a data attribute in any source, or that is used no more.
import {readdir, readFile} from 'node:fs/promises';
import {top} from './bundle.mjs';

const names = [
  'asked', 'ballotsUrl', 'beside', 'choice', 'choose', 'dropped', 'fetched', 'final', 'firstId', 'hold', 'isEmpty',
  'kept', 'later', 'leave', 'listen', 'post', 'retryAfterMs', 'snapshot', 'stopgap', 'stored', 'sync', 'takeOver',
  'tooEarly', 'users', 'wake', 'wasPressed', 'withhold',
];
const folders = ['core/include', 'core/src', 'schema', 'web', 'widgets/src'];
const declaration = /^\s+(?:readonly |[gs]et )*(\w+)\??[(:<]/gm;

async function textsIn(folder, pattern) {
  const files = (await readdir(top + folder, {recursive: true})).filter((name) => pattern.test(name));
  return (await Promise.all(files.map((name) => readFile(`${top}${folder}/${name}`, 'utf8')))).join('\n');
}

// Those that `pattern` finds.
const found = (text, pattern) => new Set(Array.from(text.matchAll(pattern), ([, name]) => name));

export async function ownNames() {
  const platform = await textsIn('node_modules/typescript/lib', /^lib\.(dom|es\w+)\b.*\.d\.ts$/);
  const declared = found(platform, declaration);
  const sources = (await Promise.all(folders.map((each) => textsIn(each, /\.(cpp|hpp|json|ts)$/)))).join('\n');
  const spelt = found(sources, /['"`](?:data-)?(\w+)\\?['"`]/g);
  const used = found(sources.replace(/\/\/.*/g, ''), /(?:\.|[{,]\s*)(\w+)/g);
  for (const name of names) {
    if (declared.has(name)) throw new Error(`own-names: ${name} is the platform's too`);
    if (spelt.has(name)) throw new Error(`own-names: ${name} is in a text too`);
    if (!used.has(name)) throw new Error(`own-names: nothing uses ${name}`);
  }
  return new RegExp(`^(?:${names.join('|')})$`);
}
