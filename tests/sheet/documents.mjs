// The comparisons on the contact sheet, in three languages: what is shown differs only in the language and in the state.
import {readFileSync} from 'node:fs';
import {comparison, top} from '../e2e/site.mjs';

const golden = (name) => JSON.parse(readFileSync(`${top}tests/golden/cases/${name}/document.json`, 'utf8'));
const base = {en: comparison('en'), de: golden('german'), ar: golden('arabic')};

export const languages = Object.keys(base);
const verdicts = {mode: 'verdicts', votes: '/votes'};
const yesterday = `${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`;

// With as many contenders; the added ones are judged as the first two are.
function withContenders(document, count) {
  const [first, second] = document.contenders;
  const contenders = [...document.contenders];
  const reviews = [...document.reviews];
  for (let i = 2; i < count; i++) {
    const like = i % 2 ? second : first;
    contenders.push({...like, id: `c${i}`, name: `${like.name} ${i + 1}`});
    reviews.push(...document.reviews.filter((each) => each.contender === like.id).map((each) => ({...each, contender: `c${i}`})));
  }
  return {...document, contenders, reviews};
}

const kinds = {
  poll: {poll: verdicts},
  early: {poll: verdicts},
  full: {poll: verdicts},
  closed: {poll: {...verdicts, closes: yesterday}},
  off: {poll: undefined},
  local: {poll: {mode: 'verdicts', local: true}},
  pick: {poll: {mode: 'pick', votes: '/votes'}},
  three: {poll: verdicts, count: 3},
  five: {poll: verdicts, count: 5},
  eight: {poll: verdicts, count: 8},
};

// id to document: "full-de".
export const documents = Object.fromEntries(
  languages.flatMap((language) =>
    Object.entries(kinds).map(([kind, {count = 2, ...more}]) => {
      const id = `${kind}-${language}`;
      return [id, {...withContenders(base[language], count), ...more, id}];
    }),
  ),
);
