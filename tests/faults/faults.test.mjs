// Every fault, with what the reader sees, what is asked and what is counted: node --test tests/faults/*.test.mjs
// In Chromium; FAULTS_ENGINE=firefox runs the rows that make sense there. The table is kept in build/faults.txt, that
// of another engine in build/faults-ENGINE.txt.
import {runTable} from './table.mjs';
import {rows} from './rows.mjs';

const engine = process.env.FAULTS_ENGINE ?? 'chromium';
const fit = rows.filter(({engines}) => engines === 'all' || engines === engine);
runTable(engine, fit, engine === 'chromium' ? 'faults.txt' : `faults-${engine}.txt`);
