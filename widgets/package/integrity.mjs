// sri.json: for each file that a page may load, what stands in the integrity attribute of the tag that loads it; for
// embed.html, which no tag loads with one, what a copy of it can be compared with.
import {createHash} from 'node:crypto';
import {readdir, readFile, writeFile} from 'node:fs/promises';

const loaded = /\.(js|wasm|css|json|html)$/;
const notForPages = /^(package|sri|bom|custom-elements)\.json$|^types\//;

export async function writeIntegrity(folder) {
  const names = (await readdir(folder, {recursive: true})).map((name) => name.replaceAll('\\', '/'));
  const files = {};
  for (const name of names.filter((each) => loaded.test(each) && !notForPages.test(each)).sort()) {
    files[name] = `sha384-${createHash('sha384').update(await readFile(`${folder}${name}`)).digest('base64')}`;
  }
  await writeFile(`${folder}sri.json`, `${JSON.stringify(files, null, 2)}\n`);
}
