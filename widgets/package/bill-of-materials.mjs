// bom.json (CycloneDX): everything in the package that others wrote, and THIRD-PARTY.txt with their licences.
//
// What esbuild took into the scripts is found by CycloneDX's own tool from esbuild's account; what the compiler linked
// into the modules, and whose data the catalogs are, no tool sees: compiled-in.json says it. Refused: a licence that is
// not on the list below, and a component without its licence's text.
import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {top} from '../bundle.mjs';

// Of what may be in the package: permissive, their notice in a file is all they ask for.
const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Unicode-3.0', 'Apache-2.0 WITH LLVM-exception'];

const tool = join(
  dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-esbuild')),
  '../bin/cyclonedx-esbuild-cli.js',
);

// The tool's bill for all scripts at once.
async function billOf(metafiles) {
  const folder = await mkdtemp(join(tmpdir(), 'faceoff-bill-'));
  const outputs = Object.assign({}, ...metafiles.map((metafile) => metafile.outputs));
  await writeFile(join(folder, 'meta.json'), JSON.stringify({inputs: {}, outputs}));
  const options = ['--output-reproducible', '--gather-license-texts', '--mc-type', 'library', '--bwd', top];
  const given = [tool, ...options, '-o', '-', join(folder, 'meta.json')];
  const {status, stdout, stderr} = spawnSync(process.execPath, given, {encoding: 'utf8'});
  await rm(folder, {recursive: true});
  if (status !== 0) throw new Error(`bill of materials: ${stderr}`);
  return JSON.parse(stdout);
}

export const licenceOf = ({licenses}) =>
  licenses?.map((each) => each.expression ?? each.license.id ?? each.license.name).join(' AND ') ?? 'none';

const textsOf = ({evidence}) =>
  (evidence?.licenses ?? []).map(({license}) =>
    license.text.encoding === 'base64' ? Buffer.from(license.text.content, 'base64').toString() : license.text.content,
  );

// Why a bill may not be shipped.
export function refusedIn({components}) {
  return components.flatMap((component) => {
    const licence = licenceOf(component);
    const about = `${component.name} ${component.version}`;
    if (!allowed.includes(licence)) return [`${about}: ${licence} is not an allowed licence`];
    return textsOf(component).length ? [] : [`${about}: the text of its licence is missing`];
  });
}

const textOf = (notice) => readFile(new URL(notice, import.meta.url), 'utf8');

// Those of compiled-in.json in the tool's words.
async function compiledIn() {
  const list = JSON.parse(await textOf('compiled-in.json'));
  return Promise.all(
    list.map(async ({name, version, licence, description, url, notice}) => ({
      type: 'library',
      name,
      version,
      'bom-ref': `${name}@${version}`,
      description,
      scope: 'required',
      licenses: [licence.includes(' ') ? {expression: licence} : {license: {id: licence}}],
      externalReferences: [{type: 'website', url}],
      evidence: {licenses: [{license: {name: `file: ${notice}`, text: {content: await textOf(notice)}}}]},
    })),
  );
}

// The package in place of the workspace it is built in.
function ofPackage(bill, {name, version, description}) {
  const own = bill.metadata.component;
  const [group, short] = name.split('/');
  const ref = `${name}@${version}`;
  bill.metadata.component = {
    type: 'library', group, name: short, version, 'bom-ref': ref, description, licenses: own.licenses,
    purl: `pkg:npm/${encodeURIComponent(group)}/${short}@${version}`,
  };
  bill.components = bill.components.filter(({purl, scope}) => purl && scope === 'required');
  delete bill.dependencies;
  return bill;
}

const ruled = '-'.repeat(78);
const thirdParty = ({components}) =>
  components
    .map((each) => `${ruled}\n${each.name} ${each.version} (${licenceOf(each)})\n${ruled}\n${textsOf(each).join('\n')}`)
    .join('\n');

export async function writeBillOfMaterials(out, metafiles) {
  const about = JSON.parse(await readFile(`${out}package.json`, 'utf8'));
  const bill = ofPackage(await billOf(metafiles), about);
  bill.components.push(...(await compiledIn()));
  const refused = refusedIn(bill);
  if (refused.length) throw new Error(`bill of materials: ${refused.join('; ')}`);
  await writeFile(`${out}bom.json`, `${JSON.stringify(bill, null, 2)}\n`);
  await writeFile(`${out}THIRD-PARTY.txt`, `What others wrote of what is in this package.\n\n${thirdParty(bill)}`);
}
