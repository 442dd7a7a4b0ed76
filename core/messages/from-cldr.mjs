// Writes into the catalogs beside it what CLDR knows of their languages: plural rules, number symbols and grouping, how
// a percentage, a price and a day are written. The words are left as they are, in the order of message_keys.hpp.
//
//   node core/messages/from-cldr.mjs            writes
//   node core/messages/from-cldr.mjs --check    tells where a catalog differs from what would be written; exit 1
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {messageKeys} from '../../widgets/catalog-list.mjs';
import {cldr, languages, version} from './cldr.mjs';

// A sign or a letter is all a catalog has room for: these have one in at least one of the languages. All others are
// written by their code.
const currencies = ['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'INR', 'KRW', 'BRL', 'CAD', 'AUD', 'PLN', 'RUB'];
const nbsp = '\u00a0';
const forPositive = (pattern) => pattern.split(';')[0];
const number = /[#0,.]+/;

// The rules of the categories a whole number can be in; `other` is what is left. Samples are CLDR's own.
function plurals(language) {
  const rules = cldr('cldr-core', 'supplemental/plurals.json').supplemental['plurals-type-cardinal'][language];
  const ofWhole = Object.entries(rules).filter(([, rule]) => rule.includes('@integer'));
  const named = ofWhole.map(([name, rule]) => [name.replace('pluralRule-count-', ''), rule.split('@')[0].trim()]);
  return Object.fromEntries(named);
}

// As message.hpp says.
function grouping(format, minimum) {
  const further = {'#,##0.###': 3, '#,##,##0.###': 2}[format];
  if (!further) throw new Error(`a grouping the core cannot: ${format}`);
  return `${further}${minimum}`;
}

// "d 'de' MMMM 'de' y": the month in the form it has in a date, or as a number.
function days({dateFormats, months}) {
  const date = dateFormats.long.replace(/'([^']*)'|d|M+|y/g, (token, literal) =>
    literal ?? {d: '{day}', y: '{year}'}[token] ?? '{month}');
  const names = Object.values(months.format.wide);
  return {date, months: (/MMMM/.test(dateFormats.long) ? names : names.map((_, at) => at + 1)).join('|')};
}

function money(formats, known, direction) {
  const [sign, code] = [formats.standard, formats['standard-alphaNextToNumber']].map((pattern) =>
    forPositive(pattern).replace(number, '{text}').replace('\u00a4', '{unit}'));
  const symbols = currencies.map((code) => [code, known[code].symbol]);
  const signs = symbols.filter(([code, symbol]) => symbol && symbol !== code);
  // Before a number a sign that ends in a letter wants a space, as a code does. Among letters that run from right to
  // left the dollar of "US$" would stand before its letters, did no mark that runs from left to right come after it.
  const spaced = (symbol) => {
    if (direction === 'rtl' && /\p{L}\p{S}$/u.test(symbol)) return `${symbol}\u200e`;
    return /^{unit}{/.test(sign) && !/\p{S}$/u.test(symbol) ? symbol + nbsp : symbol;
  };
  const money_signs = signs.map(([code, symbol]) => code + spaced(symbol)).join('|');
  return {money_sign: sign, money_code: code, money_signs};
}

function fromCldr(language, direction) {
  const main = (name, file) => cldr(name, `main/${language}/${file}.json`).main[language];
  const {numbers} = main('cldr-numbers-full', 'numbers');
  const {currencies} = main('cldr-numbers-full', 'currencies').numbers;
  const {gregorian} = main('cldr-dates-full', 'ca-gregorian').dates.calendars;
  const digits = numbers.defaultNumberingSystem;
  if (digits !== 'latn') throw new Error(`${language} is written with ${digits} digits, which the core cannot`);
  const of = (what) => numbers[`${what}-numberSystem-${digits}`];
  const {decimal, group, percentSign} = of('symbols');
  const {other, ...plural} = plurals(language);
  return {
    settings: {
      decimal,
      group,
      grouping: grouping(of('decimalFormats').standard, numbers.minimumGroupingDigits),
      percent: forPositive(of('percentFormats').standard).replace(number, '{n}').replace('%', percentSign),
      plural,
    },
    messages: {...days(gregorian), ...money(of('currencyFormats'), currencies, direction)},
  };
}

// What one does not see is escaped, so that no editor, diff or reader can differ over it.
const unseen = /[\u007f-\u00a0\u00ad\u061c\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufeff]/g;
const json = (value) =>
  JSON.stringify(value).replace(unseen, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
const members = (object, each) => Object.entries(object).map(([key, value]) => `${json(key)}: ${each(value)}`);
const inline = (value) => (typeof value === 'string' ? json(value) : `{${members(value, json).join(', ')}}`);

// A member a line, as a translator reads and a diff compares.
const block = (object) => `{\n    ${members(object, inline).join(',\n    ')}\n  }`;

export function written(language, catalog) {
  const {direction, widget} = catalog;
  const {settings, messages} = fromCldr(language, direction);
  const all = {...catalog.messages, ...messages};
  const unknown = Object.keys(all).filter((key) => !messageKeys.includes(key));
  if (unknown.length > 0) throw new Error(`${language}: no such message: ${unknown.join(', ')}`);
  const ordered = Object.fromEntries(messageKeys.filter((key) => key in all).map((key) => [key, all[key]]));
  const head = members({language, direction, ...settings}, inline);
  return `{\n  ${head.join(',\n  ')},\n  "messages": ${block(ordered)},\n  "widget": ${block(widget)}\n}\n`;
}

const check = process.argv.includes('--check');
let differs = 0;
for (const language of languages) {
  const path = fileURLToPath(new URL(`${language}.json`, import.meta.url));
  const before = readFileSync(path, 'utf8');
  const after = written(language, JSON.parse(before));
  if (before === after) continue;
  differs++;
  if (!check) writeFileSync(path, after);
  const line = after.split('\n').findIndex((text, at) => text !== before.split('\n')[at]) + 1;
  const says = check ? `not as CLDR ${version} and from-cldr.mjs write it` : 'written';
  console.log(`core/messages/${language}.json:${line}: ${says}`);
}
process.exit(check && differs ? 1 : 0);
