// Files stay readable: 500 lines and 120 columns (C++ is wrapped at 110 by clang-format; what it leaves alone, a table
// or a raw string, may be wider), no trailing blanks. The Embind file stays under 80 lines: what grows there is slow.
import {lines, main} from './sources.mjs';

const most = (path) => (path === 'web/bindings.cpp' ? 79 : 500);
const columns = 120;
// Tables of cases are wider than prose.
const inTests = /(^|\/)tests?\//;

function* findings(path, text) {
  const all = lines(text);
  const count = all.length - (all.at(-1) === '' ? 1 : 0);
  if (count > most(path)) yield [count, `${count} lines; at most ${most(path)} here`];
  if (count && all.at(-1) !== '') yield [count, 'no newline at the end'];
  let table = false;
  for (const [index, line] of all.entries()) {
    if (/clang-format (on|off)$/.test(line)) table = line.endsWith('off');
    const width = inTests.test(path) || table || line.includes('R"(') ? 0 : [...line].length;
    if (width > columns) yield [index + 1, `${width} columns; at most ${columns}`];
    if (/[ \t\r]$/.test(line)) yield [index + 1, 'blank at the end of the line'];
  }
}

main(/\.([ch]pp|ts|mjs|css|cmake|sh)$|CMakeLists\.txt$|^script\/|^\.ci\//, findings);
