// Every case in every engine: node --test tests/engines/engines.test.mjs. ENGINES=firefox,webkit chooses engines,
// --test-name-pattern cases. The table at the end is kept in build/engines.md.
import {mkdirSync, writeFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {tables} from '../e2e/site.mjs';
import {engineNames} from './engine.mjs';
import {worldOf} from './world.mjs';
import {cases as adopt} from './cases/adopt.mjs';
import {cases as keyboard} from './cases/keyboard.mjs';
import {cases as look} from './cases/look.mjs';
import {cases as markup} from './cases/markup.mjs';
import {cases as policy} from './cases/policy.mjs';
import {cases as vote} from './cases/vote.mjs';

const cases = [...vote, ...keyboard, ...look, ...adopt, ...policy, ...markup];
const chosen = process.env.ENGINES?.split(',') ?? engineNames;
const results = new Map(cases.map(({name}) => [name, {}]));
const versions = {};

for (const name of chosen) {
  describe(name, () => {
    let world;
    let leave;
    before(async () => {
      ({world, leave} = await worldOf(name, 2 * cases.length));
      versions[name] = world.engine.version;
    });
    after(() => leave?.());
    for (const each of cases) {
      test(each.name, {timeout: 90_000}, async () => {
        results.get(each.name)[name] = 'FAILED';
        try {
          results.get(each.name)[name] = (await each.run(world)) ?? 'ok';
        } finally {
          await world.clear();
        }
      });
    }
  });
}

after(() => {
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  const head = line(['case', ...chosen.map((name) => `${name} ${versions[name] ?? ''}`)]);
  const rule = line(['---', ...chosen.map(() => '---')]);
  const rows = [...results].map(([name, by]) => line([name, ...chosen.map((engine) => by[engine] ?? 'not run')]));
  const table = head + rule + rows.join('');
  mkdirSync(tables, {recursive: true});
  writeFileSync(`${tables}engines.md`, table);
  console.log(table);
});
