// All rows of the fault table. A row: its name; engines, "all" or "chromium" (what needs a hand on the browser itself,
// or minutes); quick: also in script/test; slow: may take minutes; run(row), which ends with row.finish.
import {rows as answers} from './answers.mjs';
import {rows as places} from './places.mjs';
import {rows as storage} from './storage.mjs';

export const rows = [...answers, ...storage, ...places];
