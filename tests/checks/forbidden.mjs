// Words that must not appear in code: those that turn text into code or markup in a page, and in the core
// those that throw, print, stop the program, or give other bytes on another machine.
import {lines, main, withoutComments} from './sources.mjs';

const page = [
  [/\beval\s*\(/, 'eval'],
  [/\bnew\s+Function\b|\bFunction\s*\(/, 'new Function'],
  [/\b(inner|outer)HTML\b|\binsertAdjacentHTML\b/, 'foreign HTML enters by the one policy only'],
  [/\bdocument\.write/, 'document.write'],
  [/\bset(Timeout|Interval)\s*\(\s*['"`]/, 'a timer of a string'],
];
const core = [
  [/\bthrow\b|\btry\b|\bcatch\s*\(/, 'exceptions: errors are values here'],
  [/\b(abort|exit|terminate|assert)\s*\(/, 'the core never stops the program'],
  [/\b[sf]?n?printf\b|\bputs\b|\bstd::(cout|cerr|format)\b/, 'the core never prints'],
  [/\bdynamic_cast\b|\btypeid\b/, 'no RTTI'],
  [/\bunordered_(map|set)\b/, 'order must not depend on a hash'],
  [/\bstd::(map|set|function|regex|any)\b/, 'too heavy for WebAssembly: a sorted vector, a template'],
  [/\bstd::(exp|log|log1p|pow|tanh|sinh|cosh|[lt]gamma|erf)\b/, 'differs between C libraries: use our own'],
  [/\bstd::(rand|time|clock|chrono|getenv|setlocale|stod|strtod)\b/, 'no clock, locale or chance'],
  [/\bfloat\b|\blong double\b/, 'double only'],
];
const everywhere = [[/\busing namespace std;/, 'using namespace std']];

const rulesFor = (path) => [
  ...everywhere,
  // Out of memory, and nothing else, ends the program: there.
  ...(/^core\/.*pp$/.test(path) && path !== 'core/src/list/list.cpp' ? core : []),
  ...(/^(web|widgets|examples)\//.test(path) ? page : []),
];

function* findings(path, text) {
  const rules = rulesFor(path);
  for (const [index, line] of lines(withoutComments(text)).entries()) {
    for (const [word, why] of rules) if (word.test(line)) yield [index + 1, why];
  }
}

main(/^(core|server|cli|web|widgets|examples)\/.*\.([ch]pp|ts|mjs|js|html)$/, findings);
