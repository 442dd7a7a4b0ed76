// The tree is the data flow: a file of the core may include only stages to the left of its own, the core
// knows no other folder, the server knows the core, the command line knows both.
import {lines, main} from './sources.mjs';

const stages = [
  'version', 'list', 'string', 'result', 'error', 'limits', 'digest', 'unicode', 'url', 'json', 'model', 'feed', 'ballot',
  'tally', 'statistics', 'verdict', 'message', 'html', 'compare',
];
// Standard headers the core may use. Missing on purpose: everything with I/O, clocks, locales, threads,
// exceptions, unordered containers or std::function behind it: the core is also a small WebAssembly file.
const standard = new Set([
  'algorithm', 'array', 'bit', 'charconv', 'cmath', 'compare', 'concepts', 'cstddef', 'cstdint', 'cstdlib',
  'cstring', 'initializer_list', 'iterator', 'limits', 'memory', 'new', 'numeric', 'optional', 'span', 'string', 'string_view',
  'tuple', 'type_traits', 'utility', 'variant', 'vector',
]);
const ofTheCore = /^faceoff\/[a-z_]+\.hpp$/;
// A private header of another stage is named "../stage/file.hpp".
const withinCore = /^(faceoff\/[a-z_]+|\.\.\/[a-z]+\/[a-z_]+)\.hpp$/;
const layers = {core: withinCore, server: /^faceoff\//, cli: /./, web: ofTheCore};

// "error_rules.hpp" belongs to the stage "error".
const stageOf = (name) => stages.findLastIndex((stage) => name === stage || name.startsWith(`${stage}_`));

function ownStage(path) {
  const inside = /^core\/(?:include\/faceoff|src)\/([a-z0-9_]+)/.exec(path);
  return inside ? stageOf(inside[1]) : stages.length;
}

function* findings(path, text) {
  const folder = path.split('/')[0];
  const own = ownStage(path);
  if (own < 0) yield [1, `no stage of the core is called so: one of ${stages.join(' ')}`];
  for (const [index, line] of lines(text).entries()) {
    const [, open, name] = /^\s*#\s*include\s*([<"])([^>"]+)/.exec(line) ?? [];
    if (!name) continue;
    const at = index + 1;
    if (open === '<') {
      if (folder === 'core' && !standard.has(name)) yield [at, `<${name}> is not for the core`];
      continue;
    }
    if (!name.includes('/')) continue;
    if (!layers[folder].test(name)) yield [at, `${folder}/ may not include "${name}"`];
    if (folder !== 'core') continue;
    const theirs = stageOf(/^[^/]+\/([a-z0-9_]*)/.exec(name)?.[1] ?? '');
    if (theirs > own) yield [at, `"${name}" stands to the right of this stage`];
    if (theirs < 0) yield [at, `"${name}" belongs to no stage`];
  }
}

main(/^(core|server|cli|web)\/.*\.[ch]pp$/, findings);
