// Where the WebAssembly module's bytes are: code by stage, and the largest functions. For looking, not a check.
//
// node size_by_stage.mjs [COUNT]: links the wasm preset's objects once more, with names and nothing inlined (needs
// script/build). A function counts for the stage whose object defines it; instances of templates stand apart.
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {top} from './sources.mjs';

const folder = `${top}/build/wasm`;
const run = (tool, args) => execFileSync(tool, args, {cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28});

// The module before wasm-opt, then as web/CMakeLists.txt optimizes it, but with nothing inlined and with names.
function named() {
  const commands = run('ninja', ['-t', 'commands', 'faceoff_wasm']).trim().split('\n').at(-1).split(' && ');
  const link = commands.find((command) => / -o \S+\.wasm /.test(command));
  const optimize = commands.find((command) => /wasm-opt/.test(command));
  const linkNamed = link.replace(/ -o \S+/, ' --profiling-funcs -o named.wasm');
  const optimizeNamed = optimize
    .replace(/--strip-debug|--one-caller\S+|--always-inline\S+/g, '')
    .replace(/\S+ -o \S+$/, '-g --one-caller-inline-max-function-size=1 named.wasm -o named.wasm');
  for (const command of [linkNamed, optimizeNamed]) execFileSync('bash', ['-c', command], {cwd: folder});
  return readFileSync(`${folder}/named.wasm`);
}

function functions(bytes) {
  let at = 8;
  let imports = 0;
  const sizes = [];
  const names = new Map();
  const number = () => {
    let value = 0;
    for (let shift = 0, byte = 128; byte & 128; shift += 7) value += ((byte = bytes[at++]) & 127) * 2 ** shift;
    return value;
  };
  const text = () => {
    const length = number();
    return bytes.toString('utf8', at, (at += length));
  };
  const readers = {
    2: () => {
      for (let left = number(); left; --left) {
        text(), text();
        ++at;
        number();
        ++imports;
      }
    },
    10: () => {
      for (let left = number(); left; --left) {
        const size = number();
        sizes.push(size);
        at += size;
      }
    },
    0: (end) => {
      if (text() !== 'name') return;
      while (at < end) {
        const kind = bytes[at++];
        const until = number() + at;
        for (let left = kind === 1 ? number() : 0; left; --left) names.set(number(), text());
        at = until;
      }
    },
  };
  while (at < bytes.length) {
    const section = bytes[at++];
    const end = number() + at;
    readers[section]?.(end);
    at = end;
  }
  return sizes.map((size, index) => ({size, name: names.get(index + imports) ?? String(index)}));
}

// Symbol to stage, from the archive's members: "string_reader.cpp.o:" then "-------- T _ZN...".
function stages() {
  const of = new Map();
  const sources = JSON.parse(readFileSync(`${folder}/compile_commands.json`, 'utf8')).map(({file}) => file);
  let stage = '';
  for (const line of run('llvm-nm-14', ['-C', 'core/libfaceoff_page_core.a']).split('\n')) {
    const member = /^(.*)\.o:$/.exec(line)?.[1];
    if (member) stage = /core\/src\/([a-z]+)/.exec(sources.find((path) => path.endsWith(`/${member}`)) ?? '')?.[1] ?? '?';
    const symbol = /^\S+ [Tt] (.+)/.exec(line)?.[1];
    if (symbol) of.set(symbol, stage);
  }
  return of;
}

const all = functions(named()).sort((one, other) => other.size - one.size);
const of = stages();
const sums = new Map();
for (const {size, name} of all) {
  const stage = of.get(name) ?? (name.includes('std::') ? 'templates' : 'libc, malloc, Embind');
  sums.set(stage, (sums.get(stage) ?? 0) + size);
}
for (const [stage, size] of [...sums].sort((one, other) => other[1] - one[1])) console.log(`${stage.padEnd(24)}${size}`);
const most = all.slice(0, Number(process.argv[2] ?? 30));
for (const {size, name} of most) console.log(`${String(size).padStart(8)}  ${name.slice(0, 110)}`);
