// Every fault, with what the reader sees, what is asked and what is counted: node --test tests/faults/*.test.mjs
// Chromium alone; FAULTS_ENGINE=firefox runs the rows that make sense there. The table is kept in build/faults.txt.
import {runTable} from './table.mjs';
import {rows} from './rows.mjs';

const engine = process.env.FAULTS_ENGINE ?? 'chromium';
runTable(engine, rows.filter(({engines}) => engines === 'all' || engines === engine), 'faults.txt');
