// Each message catalog says everything, in the forms its language has and with the same placeholders as English, and
// writes quotation marks, lists and percentages as the language does. What CLDR's packages state is held by
// core/messages/from-cldr.mjs --check; what is asked of Node's Intl here needs no package.
import {readFileSync} from 'node:fs';
import {lines, main, top} from './sources.mjs';

const read = (path) => readFileSync(`${top}/${path}`, 'utf8');

// The English patterns: [key, the form for one or undefined, the other].
const header = read('core/include/faceoff/message_keys.hpp');
const literal = (text) => JSON.parse(text);
const english = new Map(
  Array.from(
    header.matchAll(/^ {2}(?:TEXT|COUNT)\((\w+), ("[^"]*"),?\s*\\?\s*("[^"]*")?\)/gm),
    ([, key, first, second]) => [key, {one: second && literal(first), other: literal(second ?? first)}],
  ),
);
const widgetWords = Array.from(
  /const english = {([^}]*)}/.exec(read('widgets/src/files/words.ts'))[1].matchAll(/^ {2}(\w+):/gm),
  ([, key]) => key,
).filter((key) => key !== 'language' && key !== 'direction');
if (english.size < 200 || widgetWords.length < 4) throw new Error('catalogs: English is not where it was');

// The categories a whole number can be in.
function categoriesOf(language) {
  const rules = new Intl.PluralRules(language);
  const found = new Set([...Array(1000).keys(), 1_000_000].map((number) => rules.select(number)));
  return ['zero', 'one', 'two', 'few', 'many', 'other'].filter((category) => found.has(category));
}

const placeholders = (pattern) => (pattern.match(/{[^}]*}/g) ?? []).sort().join(' ');

function* differences(what, have, want) {
  for (const key of want) if (!have.includes(key)) yield [key, `${what} "${key}" is missing`];
  for (const key of have) if (!want.includes(key)) yield [key, `no such ${what}: "${key}"`];
}

function* forms(key, said, categories) {
  if (typeof said === 'string') return;
  if (!english.get(key).other.includes('{n}') && !english.get(key).one) yield `"${key}" depends on no number`;
  const have = Object.keys(said);
  if (have.join() === categories.join()) return;
  yield `"${key}" has the forms ${have.join(', ')}, not ${categories.join(', ')}`;
}

// A form for an exact number may leave it out ("no votes", "one vote", "two votes").
function* slots(key, category, pattern) {
  const inEnglish = english.get(key).other;
  const want = placeholders(inEnglish);
  const exact = ['zero', 'one', 'two'].includes(category) ? placeholders(inEnglish.replace('{n}', '')) : want;
  const have = placeholders(pattern);
  if (have !== want && have !== exact) yield `"${key}" has the placeholders ${have || 'none'}, not ${want || 'none'}`;
}

function* spelling(where, text, {percent}) {
  if (/[<>&]/.test(text)) yield `${where} holds markup`;
  if (/["']|\.\.\./.test(text)) yield `${where} has a typewriter's quotation mark, apostrophe or dots`;
  for (const [said] of text.matchAll(/[\p{Cf}]*\d+[\s\p{Cf}]*%[\p{Cf}]*/gu)) {
    if (said === percent.replace('{n}', /\d+/.exec(said)[0])) continue;
    yield `${where} writes a percentage otherwise than ${JSON.stringify(percent)}`;
  }
}

// Where we write lists otherwise than CLDR, and why.
const otherLists = {
  ar: 'CLDR repeats the word for "and"; the comma also parts figures here, where that word would add them up',
};

function* ofLanguage({language, direction, messages}) {
  const locale = new Intl.Locale(language);
  const natural = (locale.getTextInfo?.() ?? locale.textInfo).direction;
  if (natural !== direction) yield ['direction', `its direction is ${natural}`];
  const listed = new Intl.ListFormat(language).format(['A', 'B', 'C']);
  const ours = `A${messages.list_comma}B${messages.list_and}C`;
  if (ours !== listed && !otherLists[language]) yield ['list_and', `lists are written ${JSON.stringify(listed)}`];
}

// By form; "" where there is but one.
const patternsOf = (said) => Object.entries(typeof said === 'string' ? {'': said} : said);

function* findings(catalog) {
  const {language, messages, widget} = catalog;
  const categories = categoriesOf(language);
  yield* differences('message', Object.keys(messages), [...english.keys()]);
  yield* differences('word of the widget', Object.keys(widget), widgetWords);
  yield* ofLanguage(catalog);
  for (const [key, said] of [...Object.entries(messages), ...Object.entries(widget)]) {
    for (const [category, pattern] of patternsOf(said)) {
      const where = category ? `"${key}" (${category})` : `"${key}"`;
      if (!pattern.trim()) yield [key, `${where} is empty`];
      for (const wrong of spelling(where, pattern, catalog)) yield [key, wrong];
    }
  }
  for (const [key, said] of Object.entries(messages).filter(([key]) => english.has(key))) {
    for (const wrong of forms(key, said, categories)) yield [key, wrong];
    for (const [category, pattern] of patternsOf(said)) {
      for (const wrong of slots(key, category, pattern)) yield [key, wrong];
    }
  }
}

function* check(path, text) {
  const all = lines(text);
  for (const [index, line] of all.entries()) {
    const hidden = /[\u007f-\u00a0\u00ad\u061c\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufeff]/.exec(line);
    if (!hidden) continue;
    const code = hidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    yield [index + 1, `U+${code} is written as an escape, so that it is seen`];
  }
  for (const [key, wrong] of findings(JSON.parse(text))) {
    yield [all.findIndex((line) => line.trimStart().startsWith(`"${key}":`)) + 1, wrong];
  }
}

main(/^core\/messages\/[^/]*\.json$/, check);
