// The quick rows of the fault table; tests/faults has all of them.
import {rows} from '../faults/rows.mjs';
import {runTable} from '../faults/table.mjs';

runTable('chromium', rows.filter(({quick}) => quick));
