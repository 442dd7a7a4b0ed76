// Breaks of the npm package and of what is handed out beside it: files changed in a copy of this tree, in which the same
// tests run. Like run.mjs: node tests/breaks/package.mjs [WORD...]
//
// A break: change(tree): what is done to it. The suite "bundlers" is tests/package/bundlers.mjs with the tools that
// `script/prove package` has installed.
import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {top} from '../../widgets/bundle.mjs';
import {replaced} from './broken.mjs';
import {proveAll, runTests} from './proving.mjs';

const copied = [
  'tests/e2e', 'tests/package', 'tests/golden/cases', 'widgets', 'web', 'schema', 'cmake', 'core/messages', 'core/include', 'core/src/html',
  'examples/blog', 'package.json', 'tsconfig.json', 'LICENSE', 'build/widget', 'build/package', 'build/wasm/web',
];

class Tree {
  folder = mkdtempSync(join(tmpdir(), 'faceoff-broken-'));

  constructor() {
    for (const path of copied) cpSync(join(top, path), this.path(path), {recursive: true});
    mkdirSync(this.path('node_modules'));
    for (const name of readdirSync(join(top, 'node_modules'))) {
      const [from, to] = [join(top, 'node_modules', name), this.path(`node_modules/${name}`)];
      if (name === 'nanomorph') cpSync(from, to, {recursive: true});
      else symlinkSync(from, to);
    }
  }

  path(name) {
    return join(this.folder, name);
  }
  add(name, text) {
    mkdirSync(dirname(this.path(name)), {recursive: true});
    writeFileSync(this.path(name), text);
  }
  remove(name) {
    rmSync(this.path(name));
  }
  replace(name, ...change) {
    this.add(name, replaced(name, readFileSync(this.path(name), 'utf8'), change));
  }
  json(name, change) {
    const value = JSON.parse(readFileSync(this.path(name), 'utf8'));
    change(value);
    this.add(name, JSON.stringify(value));
  }
}

const packed = (name) => `build/package/${name}`;
const suites = Object.fromEntries(['complete', 'published', 'single'].map((name) => [name, `tests/package/${name}.test.mjs`]));
const tells = 'tells by itself that something is wrong with a document';

// The integrity of what is there now.
function restate(tree) {
  tree.json(packed('sri.json'), (sri) => {
    for (const name of Object.keys(sri)) {
      sri[name] = `sha384-${createHash('sha384').update(readFileSync(tree.path(packed(name)))).digest('base64')}`;
    }
  });
}

const breaks = [
  {
    name: 'a file that only the build knows is gone',
    change: (tree) => tree.remove('build/widget/widget.json'),
    fails: {complete: ['is known: what else build/widget holds is named here']},
    holds: {complete: ['is installed, and nothing else is']},
  },
  {
    name: 'a new file for pages, and nobody hands it out',
    change: (tree) => tree.add('build/widget/faceoff.part.js', ''),
    fails: {
      complete: [
        'is installed, and nothing else is', 'is in the package, can be imported from it, and has its integrity there',
        'is the same there, but for the name of the script in embed.html', 'is served by `faceoff serve`',
      ],
    },
    holds: {complete: ['is known: what else build/widget holds is named here']},
  },
  {
    name: 'a pattern of the installation is wrong',
    change: (tree) => tree.replace('cmake/install.cmake', 'PATTERN "faceoff-core.wasm"', 'PATTERN "faceoff_core.wasm"'),
    fails: {complete: ['is installed, and nothing else is']},
    holds: {complete: ['is served by `faceoff serve`']},
  },
  {
    name: 'a sheet that cannot be imported',
    change: (tree) => tree.json(packed('package.json'), ({exports}) => delete exports['./faceoff.css']),
    fails: {complete: ['is in the package, can be imported from it, and has its integrity there']},
    holds: {published: ['holds what its package.json names, and depends on nothing']},
  },
  {
    name: 'a file without its integrity',
    change: (tree) => tree.json(packed('sri.json'), (all) => delete all['faceoff.frame.js']),
    fails: {
      complete: ['is in the package, can be imported from it, and has its integrity there'],
      published: ['says of each file that a page may load what its integrity is'],
    },
    holds: {complete: ['is the same there, but for the name of the script in embed.html']},
  },
  {
    name: 'one byte more in a module',
    change(tree) {
      const path = packed('faceoff.wasm');
      tree.add(path, Buffer.concat([readFileSync(tree.path(path)), Buffer.of(0)]));
    },
    fails: {
      complete: ['is the same there, but for the name of the script in embed.html'],
      published: ['says of each file that a page may load what its integrity is', 'is the same whatever folder it is built in'],
    },
    holds: {complete: ['is installed, and nothing else is']},
  },
  {
    name: 'the page for frames loads a script that is not there',
    change: (tree) => tree.replace(packed('embed.html'), '"embed.js"', '"faceoff.js"'),
    fails: {complete: ['is the same there, but for the name of the script in embed.html']},
    holds: {complete: ['is installed, and nothing else is']},
  },
  {
    name: 'a dependency',
    change: (tree) => tree.json(packed('package.json'), (about) => (about.dependencies = {nanomorph: '5.4.3'})),
    fails: {published: ['holds what its package.json names, and depends on nothing']},
    holds: {published: ['has nothing that publint objects to']},
  },
  {
    name: 'types that come last',
    change: (tree) => tree.json(packed('package.json'), ({exports}) => {
      const {types, ...rest} = exports['./core'];
      exports['./core'] = {...rest, types};
    }),
    fails: {published: ['holds what its package.json names, and depends on nothing', 'has nothing that publint objects to']},
    holds: {published: ['every entry can be imported, and required, without awaiting anything at its top']},
  },
  {
    name: 'types that are nowhere',
    change: (tree) => tree.json(packed('package.json'), ({exports}) => (exports['./core'].types = './nowhere.d.ts')),
    fails: {
      published: ['holds what its package.json names, and depends on nothing', 'has types that every kind of module resolution finds'],
    },
    holds: {published: ['says of each file that a page may load what its integrity is']},
  },
  {
    name: 'a module that awaits at its top',
    change: (tree) => tree.add(packed('element.js'), `${readFileSync(tree.path(packed('element.js')))}\nawait 0;\n`),
    fails: {published: ['every entry can be imported, and required, without awaiting anything at its top']},
    holds: {published: ['the core renders what the command renders, byte for byte, and finds what it finds']},
  },
  {
    name: 'a module that wants a page',
    change: (tree) => tree.add(packed('index.js'), `${readFileSync(tree.path(packed('index.js')))}\ndocument.title;\n`),
    fails: {published: ['every entry can be imported, and required, without awaiting anything at its top']},
    holds: {published: ['the core renders what the command renders, byte for byte, and finds what it finds']},
  },
  {
    name: './core does not pass on what is to be left out',
    change: (tree) => tree.replace(packed('core.js'), '{ ...rest, purpose,', '{ ...rest, differences: undefined, purpose,'),
    fails: {published: ['leaves out equal facts, and offers to forget, where it is asked to']},
    holds: {published: ['the core renders what the command renders, byte for byte, and finds what it finds']},
  },
  {
    name: './core does not pass on what a device remembers',
    change: (tree) => tree.replace(packed('core.js'), '{ ...rest, purpose,', '{ ...rest, remembers: undefined, purpose,'),
    fails: {published: ['leaves out equal facts, and offers to forget, where it is asked to']},
    holds: {published: ['the core renders what the command renders, byte for byte, and finds what it finds']},
  },
  {
    name: './core does not pass on the day',
    change: (tree) => tree.replace(packed('core.js'), '{ ...rest, purpose,', '{ ...rest, today: undefined, purpose,'),
    fails: {published: ['the core renders what the command renders, byte for byte, and finds what it finds']},
    holds: {published: ['leaves out equal facts, and offers to forget, where it is asked to']},
  },
  {
    name: 'an option of ./core that its types do not know',
    change(tree) {
      const types = readdirSync(tree.path(packed('types')), {recursive: true}).find((name) => name.endsWith('package/core.d.ts'));
      tree.replace(packed(`types/${types}`), 'remembers?: boolean', 'forgets?: boolean');
    },
    fails: {published: ['leaves out equal facts, and offers to forget, where it is asked to']},
    holds: {published: ['the core renders what the command renders, byte for byte, and finds what it finds']},
  },
  {
    name: 'the manifest lacks an element',
    change: (tree) => tree.json(packed('custom-elements.json'), ({modules: [{declarations}]}) => declarations.pop()),
    fails: {published: ['the manifest of custom elements names the elements, and a broken one would be refused']},
    holds: {published: ['holds what its package.json names, and depends on nothing']},
  },
  {
    name: 'the bill of materials lacks what is inside',
    change: (tree) => tree.json(packed('bom.json'), ({components}) => components.pop()),
    fails: {published: ['the bill of materials keeps to its schema, names what is inside, and refuses other licences']},
    holds: {published: ['the manifest of custom elements names the elements, and a broken one would be refused']},
  },
  {
    name: 'bytes that come back otherwise',
    change(tree) {
      const head = 'export function asAscii(bytes) {\n';
      tree.replace('widgets/package/ascii-bytes.mjs', head, `${head}  bytes = bytes.map((each) => each & 127);\n`);
    },
    fails: {published: ['bytes written as text come back, whatever they are']},
    holds: {published: ['holds what its package.json names, and depends on nothing']},
  },
  {
    name: 'scripts that vote in a way no feed knows',
    change(tree) {
      for (const name of readdirSync(tree.path('build/package'), {recursive: true}).filter((each) => each.endsWith('.js'))) {
        const text = readFileSync(tree.path(packed(name)), 'utf8');
        tree.add(packed(name), text.replace(/method: ?"POST"/, 'method:"PUT"'));
      }
      restate(tree);
    },
    fails: {
      single: ['shows a verdict and takes a vote; nothing else is asked for, nothing is forbidden to it'],
      bundlers: [
        'esbuild, one script', 'esbuild, parts', 'webpack', 'webpack, ./external', 'Vite', 'Vite, ./external', 'Vite, development',
        '<script integrity>', '<script integrity>, single', '<script type=module>', 'React', 'Vue', 'Svelte',
        'Node, rendered there',
      ],
    },
    holds: {single: [tells], bundlers: ['workerd, rendered there', 'TypeScript']},
  },
  {
    name: 'a single script without the words for what is wrong',
    change(tree) {
      tree.replace(packed('embed.single.js'), '"faceoff.problems.json":', '"faceoff.problem.json":');
      restate(tree);
    },
    fails: {single: [tells]},
    holds: {single: ['speaks English where the catalog of another language cannot be had']},
  },
  {
    name: 'a module that is compiled where nothing may be',
    change: (tree) => tree.replace(packed('core.js'), 'const given = wasm ?? (', 'const given = ('),
    fails: {bundlers: ['workerd, rendered there']},
    holds: {bundlers: ['TypeScript']},
  },
  {
    name: 'a report whose type lacks something',
    change(tree) {
      const types = readdirSync(tree.path(packed('types')), {recursive: true}).find((name) => name.endsWith('package/report.d.ts'));
      tree.replace(packed(`types/${types}`), '    answer: Answer;\n', '');
    },
    fails: {bundlers: ['TypeScript']},
    holds: {published: ['holds what its package.json names, and depends on nothing']},
  },
];

// As runTests does, of the rows of bundlers.mjs.
function runBundlers(tree, names) {
  mkdirSync(tree.path('build/bundlers'));
  symlinkSync(join(top, 'build/bundlers/node_modules'), tree.path('build/bundlers/node_modules'));
  const program = `
    import {packed} from './tests/package/packing.mjs';
    process.argv.splice(1, 0, 'bundlers.mjs', packed(process.cwd()));
    await import('./tests/package/bundlers.mjs');`;
  const given = ['--input-type=module', '-e', program, '--', ...names];
  const child = spawn(process.execPath, given, {cwd: tree.folder, env: {...process.env, FACEOFF: faceoff}});
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((done) => {
    child.on('close', () => {
      const lines = said.split('\n');
      const results = names.flatMap((name) => {
        const at = lines.findIndex((line) => line.startsWith(name.padEnd(27)));
        return at < 0 ? [] : [{name, passed: / passed /.test(lines[at]), why: lines.slice(at + 1, at + 4).join(' ')}];
      });
      done({results, said});
    });
  });
}

const faceoff = process.env.FACEOFF ?? join(top, 'build/release/cli/faceoff');

async function run(suite, names, {change}) {
  const tree = new Tree();
  try {
    change(tree);
    if (suite === 'bundlers') return await runBundlers(tree, names);
    return await runTests(tree.path(suites[suite]), names, {FACEOFF: faceoff});
  } finally {
    rmSync(tree.folder, {recursive: true});
  }
}

process.exit(await proveAll(breaks, run, 'breaks-package.txt'));
