// What a screen reader is given in each state, kept as text in golden/STATE-LANGUAGE.txt.
//
//   node tests/access/golden.mjs accept [NAME...]     writes what there is now; a name is a file's without .txt
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {closeBrowser} from '../e2e/reader.mjs';
import {nameOf, Scene} from '../sheet/scene.mjs';
import {rows} from '../sheet/states.mjs';
import {publishersPage} from './page.mjs';
import {treeOf} from './tree.mjs';

const folder = fileURLToPath(new URL('golden/', import.meta.url));
const inMoreLanguages = {
  'everything, open': ['en', 'de', 'ar'],
  'everything, in English': ['de'],
  counted: ['en', 'de', 'ar'],
};
// The same words as in a state that is kept: what is adopted, and more contenders of the same form.
const left = ['everything', 'adopted', 'declarative shadow root', '3 contenders', '5 contenders', 'vote: 8 contenders'];

export const cases = rows
  .filter(({name}) => !left.includes(name))
  .flatMap((row) => (inMoreLanguages[row.name] ?? ['en']).map((language) => ({row, language, name: nameOf(row, language)})));

export const sceneOf = (some) => {
  const languages = [...new Set(some.map(({language}) => language))];
  return Scene.of([...new Set(some.map(({row}) => row))], languages, publishersPage);
};

export async function actual(scene, {row, language}) {
  const page = await scene.arrive(row, language, {viewport: {width: 1100, height: 900}});
  try {
    return await treeOf(page);
  } finally {
    await page.context().close();
  }
}

export function expected({name}) {
  try {
    return readFileSync(`${folder}${name}.txt`, 'utf8');
  } catch {
    return '';
  }
}

const [verb, ...names] = process.argv[1] === fileURLToPath(import.meta.url) ? process.argv.slice(2) : ['', []];
if (verb === 'accept') {
  const some = cases.filter(({name}) => !names.length || names.includes(name));
  if (some.length) mkdirSync(folder, {recursive: true});
  const scene = some.length ? await sceneOf(some) : null;
  try {
    for (const each of some) writeFileSync(`${folder}${each.name}.txt`, await actual(scene, each));
  } finally {
    await closeBrowser();
    await scene?.remove();
  }
} else if (verb) {
  console.error('usage: node tests/access/golden.mjs accept [NAME...]');
  process.exitCode = 2;
}
