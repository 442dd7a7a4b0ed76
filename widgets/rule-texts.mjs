// The sentences of findings and problems as the browser loads them: {"rule": ["sentence", "advice"]}, from the core's
// one list and the widget's.
import {readFileSync} from 'node:fs';

const problems = new URL('src/problems.json', import.meta.url);
const list = new URL('../core/include/faceoff/error_rules.hpp', import.meta.url);
// A string literal of C++; those of the list are JSON's as well.
const literal = String.raw`("(?:[^"\\]|\\.)*")`;
const line = new RegExp(String.raw`^ {2}X\(\w+, ${literal}, ${literal}, ${literal}\)`, 'gm');

export function ruleTexts() {
  const header = readFileSync(list, 'utf8');
  const rules = Array.from(header.matchAll(line), ([, ...texts]) => texts.map((text) => JSON.parse(text)));
  if (rules.length !== header.match(/^ {2}X\(/gm).length) throw new Error('rule-texts: a rule cannot be read');
  return JSON.stringify({
    ...JSON.parse(readFileSync(problems, 'utf8')),
    ...Object.fromEntries(rules.map(([id, ...texts]) => [id, texts])),
  });
}
