// Which language our own words are in, and where they come from.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {languageAsked, languageFor, ourLanguage, wordsIn} from '../src/files/words.js';

const have = {de: 0, pt: 0, zh: 0};

// As much of an element as the question needs: its lang attribute, its parent, the host of its shadow tree.
interface Place {
  lang?: string;
  parent?: Place;
  host?: Place;
}
function element({lang, parent, host}: Place): Element {
  const root = {host: host && element(host)};
  const self = {
    closest: () => (lang === undefined ? (parent ? element(parent).closest('[lang]') : null) : self),
    getAttribute: () => lang,
    getRootNode: () => (parent ? element(parent).getRootNode() : root),
  };
  return self as unknown as Element;
}

function withBrowser(languages: string[], run: () => void): void {
  const was = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', {value: {languages}, configurable: true});
  try {
    run();
  } finally {
    if (was) Object.defineProperty(globalThis, 'navigator', was);
    else delete (globalThis as {navigator?: unknown}).navigator;
  }
}

test('a tag asks for its language, whatever the country; traditional Chinese is none of ours', () => {
  const wanted = {
    de: 'de', 'de-AT': 'de', DE: 'de', 'de-Latn-CH-1996': 'de', pt: 'pt', 'pt-PT': 'pt', 'pt-BR': 'pt',
    en: 'en', 'en-GB': 'en', zh: 'zh', 'zh-CN': 'zh', 'zh-SG': 'zh', 'zh-Hans': 'zh', 'zh-Hans-TW': 'zh',
    'zh-Hant': '', 'zh-hant-CN': '', 'zh-TW': '', 'zh-HK': '', 'zh-MO': '', 'ZH-tw': '', nl: '', '': '', '-': '',
    deu: '', constructor: '', 'toString-x': '',
  };
  for (const [tag, language] of Object.entries(wanted)) assert.equal(ourLanguage(tag, have), language, tag);
});

test('the nearest lang counts, through shadow trees, and only a language there is', () => {
  assert.equal(languageAsked(element({lang: 'de'}), have), 'de');
  assert.equal(languageAsked(element({parent: {lang: 'pt-PT', parent: {lang: 'de'}}}), have), 'pt');
  assert.equal(languageAsked(element({host: {host: {lang: 'zh'}}}), have), 'zh');
  assert.equal(languageAsked(element({lang: 'nl', parent: {lang: 'de'}}), have), '');
  assert.equal(languageAsked(element({}), have), '');
});

test('page, then document, then browser, then English', () => {
  withBrowser(['nl', 'zh-TW', 'pt-BR', 'zh'], () => {
    assert.equal(languageFor(element({lang: 'en'}), 'de', have), 'en');
    assert.equal(languageFor(element({}), 'de-CH', have), 'de');
    assert.equal(languageFor(element({lang: 'nl'}), 'zh-Hant', have), 'pt');
  });
  withBrowser(['nl'], () => assert.equal(languageFor(element({}), '', have), 'en'));
});

test('words are the catalog\'s, in English what it lacks', () => {
  const words = wordsIn(JSON.stringify({widget: {language: 'ar', direction: 'rtl', loading: 'L'}}));
  assert.deepEqual(words, {...wordsIn(''), language: 'ar', direction: 'rtl', loading: 'L'});
  assert.deepEqual([wordsIn('').language, wordsIn('').direction, wordsIn('').retry], ['en', 'ltr', 'Try again']);
});
