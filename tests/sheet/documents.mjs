// The comparisons on the contact sheet, in three languages: what is shown differs only in the language and in the state.
// Nothing in them depends on the day.
import {readFileSync} from 'node:fs';
import {comparison, top} from '../e2e/site.mjs';

const golden = (name) => JSON.parse(readFileSync(`${top}tests/golden/cases/${name}/document.json`, 'utf8'));
const base = {en: comparison('en'), de: golden('german'), ar: golden('arabic')};

export const languages = Object.keys(base);
const verdicts = {mode: 'verdicts', votes: '/votes'};

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

// Everything a document can say of two; days that never grow old differently.
function withEverything(document) {
  const [first, second] = document.contenders;
  const both = (one, other) => [{contender: first.id, text: one}, {contender: second.id, text: other}];
  return {
    ...document,
    summary: 'Two tools, one garden, a wet spring. Both were bought in a shop.',
    publisher: {name: 'The Shed', url: '/'},
    authors: [{name: 'Ada'}],
    methodology_url: '/method.html',
    corrections_url: '/corrections.html',
    date_published: '2020-03-01',
    date_modified: '2020-04-01',
    related: [{title: 'Rakes, compared', url: '/rakes.html'}, {title: 'Hoes, compared', url: '/hoes.html'}],
    contenders: [
      {
        ...first,
        category: 'Spade',
        tagline: 'Light, for beds',
        description: 'An ash handle and a pressed blade.\n\nThe `mk2` is shorter.',
        pros: ['Light'],
        cons: ['Bends'],
        best_for: ['Beds'],
        url: 'https://plovra.example/',
        links: [{label: 'The shop', url: 'https://plovra.example/shop', kind: 'affiliate'}, {label: 'Repairs', url: 'https://plovra.example/repairs', kind: 'official'}],
        relationship: 'affiliate',
        price: {kind: 'one_time', amount: '39', currency: 'EUR', checked_on: '2020-02-01', source_url: 'https://plovra.example/buy'},
      },
      {
        ...second,
        former_names: ['Tindle Iron'],
        description: 'Forged in one piece.',
        license: {name: 'Garden licence'},
        limits: ['non_commercial'],
        status: {value: 'released', source_url: 'https://tindle.example/'},
      },
    ],
    criteria: [
      {id: 'handle', name: 'Handle', values: both('Ash', 'Ash')},
      {id: 'weight', name: 'Weight', values: both('1.1 kg', '1.9 kg')},
    ],
    responses: [{contender: first.id, by: 'The makers of Plovra', date: '2020-03-10', text: 'Ours is meant for beds.', url: 'https://plovra.example/reply'}],
    history: [{date: '2020-04-01', text: 'The reply was added.'}],
  };
}

const kinds = {
  poll: {poll: verdicts},
  early: {poll: verdicts},
  full: {poll: verdicts},
  closed: {poll: {...verdicts, closes: '2020-01-01T00:00:00Z'}},
  off: {poll: undefined},
  local: {poll: {mode: 'verdicts', local: true}},
  pick: {poll: {mode: 'pick', votes: '/votes'}},
  rich: {poll: verdicts, make: withEverything},
  foreign: {poll: verdicts, make: withEverything, from: 'en'},
  later: {poll: {...verdicts, opens: '2999-01-01T00:00:00Z'}},
  secret: {poll: {...verdicts, reveal: 'after_vote'}},
  three: {poll: verdicts, count: 3},
  four: {poll: verdicts, count: 4},
  five: {poll: verdicts, count: 5},
  eight: {poll: verdicts, count: 8},
};

// The document of a kind in a language; undefined: no such kind, so no such document.
export function documentOf(kind, language, id) {
  if (!kinds[kind]) return undefined;
  const {count = 2, make = (document) => document, from = language, ...more} = kinds[kind];
  return {...make(withContenders(base[from], count)), ...more, id};
}
