// Every row of the contact sheet in every condition, looked through by axe: build/access.txt.
//
// Usage: node tests/access/matrix.mjs [ROW...]; a row is chosen by a part of its name. Needs script/build. Exit 1: a
// violation, something neither measured nor judged, or a state that was not reached.
import {mkdirSync, writeFileSync} from 'node:fs';
import {closeBrowser} from '../e2e/reader.mjs';
import {top} from '../e2e/site.mjs';
import {Scene} from '../sheet/scene.mjs';
import {rows} from '../sheet/states.mjs';
import {audit} from './axe.mjs';
import {bring, conditions} from './conditions.mjs';
import {publishersPage} from './page.mjs';

const wanted = process.argv.slice(2);
const chosen = rows.filter(({name}) => !wanted.length || wanted.some((part) => name.includes(part)));
const languages = [...new Set(conditions.map(({language}) => language))];
const table = [];
const findings = [];
let settled = 0;

async function look(scene, row, language) {
  const page = await scene.arrive(row, language, {bypassCSP: true});
  for (const condition of conditions.filter((each) => each.language === language)) {
    await bring(page, condition);
    const found = await audit(page);
    settled += found.settled;
    const bad = [...found.violations.map((each) => ({kind: 'violation', ...each})), ...found.open.map((each) => ({kind: 'open', ...each}))];
    findings.push(...bad.map((each) => ({where: `${row.name}, ${condition.name}`, ...each})));
    table.push({row: row.name, condition: condition.name, violations: found.violations.length, open: found.open.length, passes: found.passes});
  }
  await page.context().close();
}

function written() {
  const lines = ['state                          ' + conditions.map((each, at) => `${at + 1}`.padStart(4)).join(''), ''];
  for (const {name} of chosen) {
    const cells = conditions.map((condition) => {
      const cell = table.find((each) => each.row === name && each.condition === condition.name);
      return (cell ? `${cell.violations}${cell.open ? `+${cell.open}` : ''}` : '?').padStart(4);
    });
    lines.push(name.padEnd(31) + cells.join(''));
  }
  const sum = (key) => table.reduce((all, each) => all + each[key], 0);
  lines.push('', ...conditions.map(({name}, at) => `${at + 1}  ${name}`), '');
  lines.push(`${chosen.length} states, ${table.length} pages looked at, ${sum('passes')} rules passed, ${settled} left open by axe and settled, ${sum('violations')} violations, ${sum('open')} open`);
  for (const {where, kind, rule, why, target, html} of findings) lines.push('', `${kind} of ${rule}: ${where}`, `  ${why}`, `  ${target}`, `  ${html}`);
  return lines.join('\n');
}

const scene = await Scene.of(chosen, languages, publishersPage);
try {
  for (const row of chosen) {
    for (const language of languages) {
      await look(scene, row, language).catch((failed) => findings.push({where: `${row.name}, ${language}`, kind: 'failure', rule: 'reaching it', why: String(failed)}));
    }
    console.log(`access: ${row.name}`);
  }
} finally {
  await closeBrowser();
  await scene.remove();
}
mkdirSync(`${top}build`, {recursive: true});
writeFileSync(`${top}build/access.txt`, `${written()}\n`);
console.log(written());
process.exitCode = findings.length || table.length !== chosen.length * conditions.length ? 1 : 0;
