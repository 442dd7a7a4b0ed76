// Every golden page is valid, accessible HTML by html-validate's rules for documents and for accessibility.
//
//   node tests/golden/valid.mjs [CASES]     exit 1 and a line for each thing found
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {HtmlValidate} from 'html-validate';

const cases = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), 'cases');
const rules = (level) => ({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // The widget's root is an article in somebody's page, which has the h1, the doctype and the head.
    'heading-level': ['error', {minInitialRank: `h${level}`}],
    'missing-doctype': 'off',
    'require-sri': 'off',
    // A table whose parts are styled as grids keeps its roles only if they are written out.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // Written without line breaks, and with the spaces that the text needs.
    'no-inline-style': 'error',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
  },
});

// Every row has the header it is read out by: contenders above, a question, reviewer or fact before its cells. Only
// the fold under a reviewer, one cell wide, is not a row of cells.
function rowsWithoutHeader(html) {
  const bodies = html.split('<thead').map((part) => part.replace(/^[^]*?<\/thead>/, ''));
  return bodies.flatMap((body) => body.match(/<tr[^>]*>(?!<th scope="row"|<td[^>]* colspan=)/g) ?? []);
}

let pages = 0;
let found = 0;
for (const name of readdirSync(cases).sort()) {
  const file = join(cases, name, 'expected/page.html');
  const html = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (!html) continue;
  pages++;
  for (const row of rowsWithoutHeader(html)) {
    found++;
    console.log(`${name}: ${row} does not start with its header`);
  }
  const {heading = 2} = JSON.parse(readFileSync(join(cases, name, 'options.json'), 'utf8'));
  const report = await new HtmlValidate(rules(heading)).validateString(html);
  for (const {messages} of report.results) {
    for (const {ruleId, message, column} of messages) {
      found++;
      console.log(`${name}: ${ruleId}: ${message} at "${html.slice(column - 20, column + 50)}"`);
    }
  }
}
console.log(`${pages} pages, ${found} findings`);
process.exitCode = found || !pages ? 1 : 0;
