// Writes cldr_plurals.hpp, the table of CLDR's cardinal plural rules that message_plural.cpp holds the evaluator to.
//
//   node tests/core/cldr_plurals.mjs
import {writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {cldr, version} from '../../core/messages/cldr.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const languages = cldr('cldr-core', 'supplemental/plurals.json').supplemental['plurals-type-cardinal'];

// Languages with the same rules share rows. Samples in compact notation (1c6) are no plain integers.
const groups = new Map();
for (const [language, rules] of Object.entries(languages)) {
  const rows = Object.entries(rules).map(([key, whole]) => {
    const samples = /@integer ([^@]*)/.exec(whole)?.[1] ?? '';
    const plain = samples.split(',').map((each) => each.trim()).filter((each) => /^[0-9~]+$/.test(each));
    return [key.replace('pluralRule-count-', ''), whole.split('@')[0].trim(), plain.join(' ')];
  });
  const known = JSON.stringify(rows);
  groups.set(known, [...(groups.get(known) ?? []), language]);
}

const lines = [...groups].flatMap(([rows, names]) =>
  JSON.parse(rows).map(([category, rule, samples]) =>
    `    {"${names[0]}", "${category}", "${rule}",\n     "${samples}"},`));
writeFileSync(join(here, 'cldr_plurals.hpp'), `// Written by cldr_plurals.mjs from cldr-core ${version} (CLDR 48, Unicode License V3): one language for each set
// of cardinal rules, with the whole numbers CLDR gives as samples ("2~16" is a range).
#pragma once

#include <string_view>

struct cldr_plural {
  std::string_view language, category, rule, samples;
};

// clang-format off
inline constexpr cldr_plural cldr_plurals[] = {
${lines.join('\n')}
};
// clang-format on
`);
