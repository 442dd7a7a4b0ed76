// Each check can fail: every broken input below is written into a folder of its own, and the check in question
// must refuse it with the finding named, and must accept the same folder once the input is repaired.
//
// node each_fails.mjs COMPILER CLANG_FORMAT CLANG_TIDY
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {top} from './sources.mjs';

const [compiler, clangFormat, clangTidy] = process.argv.slice(2);
const long = 'x'.repeat(120);

// A real catalog with one thing changed in it.
const catalog = (language) => readFileSync(join(top, `core/messages/${language}.json`), 'utf8');
const spoilt = (language, from, to, finding) => {
  const text = catalog(language);
  const broken = text.replace(from, to);
  if (broken === text) throw new Error(`each_fails: nothing to spoil in ${language}: ${from}`);
  return ['catalogs', `core/messages/${language}.json`, broken, text, finding];
};

// check, file, broken text, repaired text, what the finding says
const cases = [
  ['include_order', 'core/src/model/a.cpp', '#include "faceoff/html.hpp"\n', '#include "faceoff/error.hpp"\n',
    'core/src/model/a.cpp:1: "faceoff/html.hpp" stands to the right'],
  ['include_order', 'core/src/model/a.cpp', '#include <iostream>\n', '#include <string>\n', 'not for the core'],
  ['include_order', 'core/src/model/a.cpp', '#include "faceoff/server/polls.hpp"\n', '\n', 'core/ may not include'],
  ['include_order', 'server/src/a.cpp', '#include "cli/b.hpp"\n', '#include "faceoff/html.hpp"\n', 'server/ may not'],
  ['include_order', 'core/src/ballot/a.cpp', '#include "../tally/b.hpp"\n', '#include "../digest/b.hpp"\n',
    '"../tally/b.hpp" stands to the right'],
  ['include_order', 'core/src/helpers/a.cpp', '\n', null, 'no stage of the core'],
  ['ascii', 'core/src/a.cpp', '// caf\u00e9\n', '// caf\\u00e9\n', 'core/src/a.cpp:1: U+00E9'],
  ['ascii', 'widgets/src/a.ts', 'a\nb\u202e\n', 'a\n', 'widgets/src/a.ts:2: U+202E'],
  ['file_size', 'web/bindings.cpp', '\n'.repeat(80), '\n'.repeat(79), '80 lines; at most 79'],
  ['file_size', 'core/src/a.cpp', '\n'.repeat(501), '\n'.repeat(500), '501 lines'],
  ['file_size', 'core/src/a.cpp', `// ${long}\n`, '//\n', '123 columns'],
  ['file_size', 'core/src/a.cpp', 'int a; \n', 'int a;\n', 'blank at the end'],
  ['file_size', 'core/src/a.cpp', 'int a;', 'int a;\n', 'no newline'],
  ['forbidden', 'widgets/src/a.ts', 'box.innerHTML = text;\n', '// box.innerHTML = text;\n', 'a.ts:1: foreign HTML'],
  ['forbidden', 'widgets/src/a.ts', 'eval(text);\n', 'medieval(text);\n', 'eval'],
  ['forbidden', 'web/a.ts', 'new Function(text);\n', 'aFunction(text);\n', 'new Function'],
  ['forbidden', 'widgets/src/a.ts', "setTimeout('go()', 1);\n", 'setTimeout(go, 1);\n', 'timer of a string'],
  ['forbidden', 'core/src/a.cpp', 'throw 1;\n', 'int thrown = 1;\n', 'exceptions'],
  ['forbidden', 'core/src/a.cpp', 'std::printf("");\n', 'sprint();\n', 'never prints'],
  ['forbidden', 'core/src/a.cpp', 'std::unordered_map<int, int> a;\n', '\n', 'depend on a hash'],
  ['forbidden', 'core/src/a.cpp', 'auto a = std::exp(1.0);\n', 'auto a = faceoff::exp(1.0);\n', 'C libraries'],
  ['headers_alone', 'core/include/faceoff/a.hpp', 'std::size_t a();\n', '#include <cstddef>\nstd::size_t a();\n',
    'a.hpp:1: does not compile alone'],
  ['format', 'core/src/a.cpp', 'int  a;\n', 'int a;\n', 'clang-formatted'],
  ['tidy', 'core/src/a.cpp', 'int BadName() { return 0; }\n', 'int good_name() { return 0; }\n', 'identifier-naming'],
  ['tidy', 'core/src/a.cpp', `int a(int b) {\n${'  ++b;\n'.repeat(61)}  return b;\n}\n`, 'int a() { return 0; }\n',
    'function-size'],
  ['tidy', 'core/src/a.cpp', 'int a(int, int, int, int, int) { return 0; }\n', 'int a(int, int, int, int) { return 0; }\n',
    'function-size'],
  spoilt('de', /^ {4}"panel": .*\n/m, '', 'message "panel" is missing'),
  spoilt('de', '"panel":', '"panels":', 'no such message: "panels"'),
  spoilt('de', /^ {4}"loading": .*\n/m, '', 'word of the widget "loading" is missing'),
  spoilt('de', '"one": "{n} Mensch"', '"few": "{n} Mensch"', '"humans" has the forms few, other, not one, other'),
  spoilt('pl', /"few": "{n} osoby", /, '', '"humans" has the forms one, many, not one, few, many'),
  spoilt('ar', '"panel": "', '"panel": {"other": "x"}, "x": "', '"panel" depends on no number'),
  spoilt('fr', '"{n} sur {of}"', '"{n} sur {n}"', '"count_of" has the placeholders {n} {n}, not {n} {of}'),
  spoilt('fr', '\u2019', "'", "a typewriter's"),
  spoilt('de', /"panel": ".*"/, '"panel": ""', '"panel" is empty'),
  spoilt('de', /"panel": ".*"/, '"panel": "<b>"', '"panel" holds markup'),
  spoilt('fr', '\\u00a0;', '\u00a0;', 'U+00A0 is written as an escape'),
  spoilt('fr', '95\\u00a0%', '95%', '"interval" (one) writes a percentage otherwise'),
  spoilt('ar', '"direction": "rtl"', '"direction": "ltr"', 'its direction is rtl'),
  spoilt('de', '" und "', '", und "', 'lists are written "A, B und C"'),
  ['types', 'a.ts', 'const a: string = null;\nexport {a};\n', 'const a = null;\nexport {a};\n', 'TS2322'],
];

// What a check is given: the folder, and the tools it runs.
function command(check, folder, path) {
  const script = join(top, 'tests/checks', `${check}.mjs`);
  if (check === 'headers_alone') return [script, compiler, '--', folder];
  if (check === 'format') return [script, clangFormat, folder];
  if (check === 'types') {
    writeFileSync(join(folder, 'tsconfig.json'), '{"files": ["a.ts"], "compilerOptions": {"types": []}}');
    return [script, join(folder, 'tsconfig.json')];
  }
  if (check === 'tidy') {
    const file = join(folder, path);
    writeFileSync(join(folder, '.clang-tidy'), `InheritParentConfig: true\n`);
    const entry = {directory: folder, file, command: `c++ -std=c++20 -c ${file}`};
    writeFileSync(join(folder, 'compile_commands.json'), JSON.stringify([entry]));
    return [script, clangTidy, folder, 'core/src'];
  }
  return [script, folder];
}

function run(check, path, text) {
  // Below build/, so that clang-tidy finds the project's own configuration above.
  mkdirSync(join(top, 'build'), {recursive: true});
  const folder = mkdtempSync(join(check === 'tidy' ? join(top, 'build') : tmpdir(), 'faceoff-check-'));
  mkdirSync(dirname(join(folder, path)), {recursive: true});
  writeFileSync(join(folder, path), text);
  const said = spawnSync(process.execPath, command(check, folder, path), {encoding: 'utf8'});
  rmSync(folder, {recursive: true});
  return {code: said.status, text: said.stdout + said.stderr};
}

let failed = 0;
for (const [check, path, broken, repaired, finding] of cases) {
  const bad = run(check, path, broken);
  const good = repaired === null ? {code: 0, text: ''} : run(check, path, repaired);
  if (bad.code !== 0 && bad.text.includes(finding) && good.code === 0) continue;
  ++failed;
  console.log(`${check} on ${JSON.stringify(broken.slice(0, 60))}: exit ${bad.code}\n${bad.text}`);
  console.log(`repaired: exit ${good.code}\n${good.text}`);
}
console.log(`${cases.length} broken inputs, ${failed} not refused as they should be`);
process.exit(failed ? 1 : 0);
