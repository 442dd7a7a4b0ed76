// Numbers, percentages, prices and days in every language, as the core says them and as Node's Intl does. Intl has
// CLDR too, of the version its Node was built with: where the two are known to differ stands here by name.
//
//   node tests/message/intl.mjs SAY      SAY: the program of say.cpp
import {spawnSync} from 'node:child_process';
import {languages} from '../../core/messages/cldr.mjs';

const currencies = ['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'INR', 'KRW', 'BRL', 'CAD', 'AUD', 'PLN', 'RUB', 'CHF', 'SEK'];
const amounts = ['0', '5', '9.99', '0.002', '999', '1000', '1234.5', '9999.99', '12345', '123456', '1234567.89'];

// [language, kind, what is asked for] -> why it is said otherwise here.
const accepted = [
  [/^en money .* (CNY|INR|KRW|BRL|CAD|AUD)$/, 'English has the signs of four currencies only, the module being for all'],
];

function* numbers() {
  for (let n = 0; n <= 1100; n++) yield n;
  for (let power = 1e3; power <= 1e15; power *= 10) yield* [power - 1, power, power + 1, power * 2.5];
  let n = 1;
  for (let i = 0; i < 1000; i++) yield (n = (n * 48271) % 2147483647) * (i % 4096);
  yield Number.MAX_SAFE_INTEGER;
}

function* days() {
  for (let day = 0; day < 366; day++) yield new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(0, 10);
  yield* ['1999-12-31', '2000-02-29', '2026-03-09'];
}

// What is asked for, and what Intl says to it.
function* questions(language) {
  const of = (options) => new Intl.NumberFormat(language, options);
  const plain = of();
  for (const n of numbers()) yield [`number\t${n}`, plain.format(n)];
  for (const digits of [0, 1]) {
    const percent = of({style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits});
    for (let tenths = 0; tenths <= 1000; tenths += digits ? 1 : 10) {
      yield [`percent\t${tenths}\t${digits}`, percent.format(`${tenths}e-3`)];
    }
  }
  for (const currency of currencies) {
    for (const amount of amounts) {
      const digits = amount.split('.')[1]?.length ?? 0;
      const exact = {minimumFractionDigits: digits, maximumFractionDigits: digits};
      yield [`money\t${amount}\t${currency}`, of({style: 'currency', currency, ...exact}).format(amount)];
    }
  }
  // English has the order it has everywhere but in America.
  const inOrder = language === 'en' ? 'en-GB' : language;
  const long = new Intl.DateTimeFormat(inOrder, {dateStyle: 'long', timeZone: 'UTC'});
  for (const day of days()) yield [`day\t${day}`, long.format(new Date(`${day}T00:00:00Z`))];
}

const asked = ['en', ...languages].flatMap((language) =>
  [...questions(language)].map(([question, wanted]) => ({line: `${language}\t${question}`, wanted})));
const {stdout, status} = spawnSync(process.argv[2], {
  input: asked.map(({line}) => line).join('\n') + '\n',
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (status !== 0) throw new Error(`${process.argv[2]} ended with ${status}`);
const said = stdout.split('\n');
const met = new Set();
let wrong = 0;
for (const [at, {line, wanted}] of asked.entries()) {
  // V8 writes a plain space in days where CLDR has a narrow one that does not break; from-cldr.mjs has a mark after
  // Arabic's signs.
  const plain = /\tday\t/.test(line) ? said[at].replaceAll('\u202f', ' ') : said[at];
  const ours = /^ar\tmoney/.test(line) ? plain.replace(/\u200e$/, '') : plain;
  if (ours === wanted) continue;
  const known = accepted.find(([pattern]) => pattern.test(line.replaceAll('\t', ' ')));
  if (known) met.add(known);
  else if (++wrong <= 40) console.log(`${line}: ${JSON.stringify(said[at])}, Intl: ${JSON.stringify(wanted)}`);
}
for (const each of accepted) {
  if (met.has(each)) continue;
  wrong++;
  console.log(`no longer different: ${each[0]}`);
}
console.log(`${asked.length} values in ${languages.length + 1} languages, CLDR ${process.versions.cldr}: ${wrong} wrong`);
process.exit(wrong || asked.length < 10_000 ? 1 : 0);
