// Runs rows of the fault table as tests and prints what they found.
import {mkdirSync, writeFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {closeBrowser} from '../e2e/reader.mjs';
import {tables} from '../e2e/site.mjs';
import {launch} from '../engines/engine.mjs';
import {Scene} from './scene.mjs';

// file: what the table is kept as; none: it is not.
export function runTable(engineName, rows, file) {
  let engine;
  let scene;
  const results = [];
  before(async () => {
    engine = await launch(engineName);
    scene = await Scene.make(engine, rows.length);
  });
  after(async () => {
    await scene?.leave();
    await engine?.close();
    await closeBrowser(); // the rows that kill a tab have one of their own
    const text = written(results, `${engineName} ${engine?.version ?? ''}`);
    console.log(text);
    if (!file) return;
    mkdirSync(tables, {recursive: true});
    writeFileSync(tables + file, text);
  });
  for (const each of rows) {
    test(each.name, {timeout: each.slow ? 900_000 : 120_000}, async () => {
      const row = scene.row();
      const result = {name: each.name, sees: ['FAILED']};
      results.push(result);
      try {
        Object.assign(result, await each.run(row));
      } catch (failed) {
        failed.message += ` (after ${row.proxy.told()})`;
        throw failed;
      } finally {
        await row.clear();
      }
    });
  }
}

function written(results, engine) {
  const lines = [`Faults, ${engine}: what the reader sees in the state line, one after another`, ''];
  for (const {name, sees, also, requests, counted} of results) {
    lines.push(`${name}`, ...sees.map((words) => `    ${words}`));
    if (also) lines.push(`    (${also})`);
    lines.push(`  requests: ${requests ?? '?'}; counted: ${counted ?? '?'}`, '');
  }
  return lines.join('\n');
}
