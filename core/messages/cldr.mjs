// Unicode's CLDR as npm has it, of one version: a package is fetched once into build/cldr and never installed.
//
//   node core/messages/cldr.mjs      fetches what all users of this file want, so that they need no network
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

export const version = '48.2.0';
// As the registry states them: what is fetched is what was looked at.
const integrity = {
  'cldr-core':
    'sha512-zfmLothncSwfv2jlevoSrgI2VGgH8SDGHXst6jUEotHA8nq9Igeg9jzdJDFtBso9pgJuG89DK16TzrmZDdo2Bg==',
  'cldr-numbers-full':
    'sha512-0EQ+UkVDsyXOlxnWnL1RIENVZFqCnb04D1Yrku0obnOyttbuZz8tHmUd5c5AEvhGS/Gg2zI4fTaCm51LSGITog==',
  'cldr-dates-full':
    'sha512-zMrKvjMO414HDftLr6vKH1fNQHakFNe+F1h4S0eg+zmL4WRi9pI41fxB3UrTJDY42MEM87jCuAw/qlqCgYKcAQ==',
};
// CLDR's names of the locales whose catalogs there are; "pt" is Brazil's Portuguese, "zh" is simplified.
export const languages = ['ar', 'de', 'es', 'fr', 'hi', 'it', 'ja', 'pl', 'pt', 'ru', 'zh'];
// What is read here, of 140 MB.
const main = (file) => languages.map((locale) => `package/main/${locale}/${file}.json`);
const wanted = {
  'cldr-core': ['package/supplemental/plurals.json'],
  'cldr-numbers-full': [...main('numbers'), ...main('currencies')],
  'cldr-dates-full': main('ca-gregorian'),
};
const top = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${top}build/cldr/${version}/`;

function fetched(name) {
  const to = `${folder}${name}/`;
  if (wanted[name].every((path) => existsSync(to + path))) return to;
  const part = `${to}.part/`;
  rmSync(part, {recursive: true, force: true});
  mkdirSync(part, {recursive: true});
  const pack = ['pack', '--silent', '--prefer-offline', `${name}@${version}`];
  const archive = part + execFileSync('npm', pack, {cwd: part, encoding: 'utf8'}).trim();
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrity[name]) throw new Error(`${name}@${version} is not what it was: ${found}`);
  execFileSync('tar', ['xzf', archive, ...wanted[name]], {cwd: part});
  rmSync(archive);
  for (const each of readdirSync(part)) {
    rmSync(to + each, {recursive: true, force: true});
    renameSync(part + each, to + each);
  }
  rmSync(part, {recursive: true});
  return to;
}

export const cldr = (name, path) => JSON.parse(readFileSync(`${fetched(name)}package/${path}`, 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const name of Object.keys(wanted)) fetched(name);
