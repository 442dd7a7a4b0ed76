// The same in Node, which compiles the copy inside the package.
import {readFileSync} from 'node:fs';
import {loadCore} from '@face-off/widget/core';

const core = await loadCore();
process.stdout.write(core.render(readFileSync('a.faceoff.json', 'utf8'), {today: '2026-11-25'}));
