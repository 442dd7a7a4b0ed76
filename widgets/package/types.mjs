// The package's .d.ts files: tsc's for the entries, those for frameworks as they are, and whatever these name.
import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join, relative} from 'node:path';
import ts from 'typescript';
import {top} from '../bundle.mjs';

const project = join(top, 'widgets/package');
const host = {getCanonicalFileName: (path) => path, getNewLine: () => '\n', getCurrentDirectory: () => top};
const entries = ['index', 'element', 'external', 'core'];
const frameworks = ['react', 'vue', 'svelte'];
const folder = 'widgets/package';

// By path from the top of the tree, what tsc makes of all sources.
function declarations() {
  const read = ts.getParsedCommandLineOfConfigFile(join(project, 'tsconfig.json'), {}, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (found) => {
      throw new Error(ts.flattenDiagnosticMessageText(found.messageText, '\n'));
    },
  });
  const program = ts.createProgram(read.fileNames, {...read.options, outDir: top, declarationDir: top});
  const made = new Map();
  const {diagnostics} = program.emit(undefined, (path, text) => made.set(relative(top, path), text));
  const wrong = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (wrong.length) throw new Error(ts.formatDiagnostics(wrong, host));
  return made;
}

// What a declaration file names, as paths like its own.
function named(path, text) {
  const {importedFiles} = ts.preProcessFile(text, true, true);
  return importedFiles
    .filter(({fileName}) => fileName.startsWith('.'))
    .map(({fileName}) => join(dirname(path), fileName).replace(/\.js$/, '.d.ts'));
}

async function write(path, text) {
  await mkdir(dirname(path), {recursive: true});
  await writeFile(path, text);
}

// Beside each entry lies a file that points to its types, where resolvers old and new look for it.
export async function writeTypes(out) {
  const all = declarations();
  const wanted = [...entries, 'frameworks'].map((name) => `${folder}/${name}.d.ts`);
  for (const path of wanted) {
    const text = all.get(path);
    if (text === undefined) throw new Error(`types: ${path} is named and not there`);
    for (const other of named(path, text)) if (!wanted.includes(other)) wanted.push(other);
    await write(join(out, 'types', path), text);
  }
  for (const name of entries) await write(join(out, `${name}.d.ts`), `export * from './types/${folder}/${name}.js';\n`);
  for (const name of frameworks) {
    await cp(join(project, `${name}.d.ts`), join(out, `types/${folder}/${name}.d.ts`));
    await write(join(out, `${name}.d.ts`), `import './types/${folder}/${name}.js';\n`);
    await write(join(out, `${name}.js`), 'export {};\n'); // what the import finds at run time
  }
}
