// Sources are ASCII: other characters are written as escapes, so that no editor, diff or compiler can differ
// over them and none can hide (a bidirectional override in a source reads other than it runs).
import {lines, main} from './sources.mjs';

function* findings(_path, text) {
  for (const [index, line] of lines(text).entries()) {
    const at = line.search(/[^\t\x20-\x7e]/);
    if (at >= 0) yield [index + 1, `U+${line.codePointAt(at).toString(16).toUpperCase().padStart(4, '0')}`];
  }
}

main(/\.([ch]pp|ts|mjs|js|css|cmake|sh|yml|yaml)$|CMakeLists\.txt$|^script\/|^\.ci\//, findings);
