// The hostile table: a row a page, kept by the tests and printed at the end by `node tests/hostile/table.mjs`.
import {appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {tables} from '../e2e/site.mjs';

const rows = `${tables}hostile.jsonl`;

// styles: computed-style differences. pixels: share of pixels that differ. errors: uncaught ones. ends: what came of it.
export function keepRow(row) {
  mkdirSync(tables, {recursive: true});
  appendFileSync(rows, `${JSON.stringify(row)}\n`);
}

const line = ([page, styles, pixels, errors, ends]) =>
  `${page.padEnd(62)} ${String(styles).padStart(7)} ${String(pixels).padStart(8)} ${String(errors).padStart(7)}  ${ends}`;

export function table() {
  const all = existsSync(rows) ? readFileSync(rows, 'utf8').trim().split('\n').map((each) => JSON.parse(each)) : [];
  const percent = (share) => (share === undefined ? '-' : `${(share * 100).toFixed(2)}%`);
  const body = all.map(({page, styles = '-', pixels, errors = '-', ends = ''}) => [page, styles, percent(pixels), errors, ends]);
  return [['page', 'styles', 'pixels', 'errors', 'ends'], ...body].map(line).join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${tables}hostile.txt`, `${table()}\n`);
  console.log(table());
}
