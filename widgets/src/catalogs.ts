// The core's words in other languages than English, each a file that only its readers load.
import {catalogs as stamps} from 'stamps';
import {carried, member, parsed, word} from './json.js';
import {ownOr} from './own-file.js';
import {languageFor} from './words.js';

// "" for English, for a language there is none for, and when it cannot be had: then the core speaks English.
export async function loadCatalog(language: string): Promise<string> {
  if (!Object.hasOwn(stamps, language)) return '';
  const stamp = stamps[language]!;
  return ownOr('', `faceoff.${language}.json`, stamp, async (from) => {
    const bytes = await from.arrayBuffer();
    const digest = await crypto.subtle?.digest('SHA-256', bytes);
    if (digest && !btoa(String.fromCharCode(...new Uint8Array(digest))).startsWith(stamp)) throw new Error(language);
    return new TextDecoder().decode(bytes);
  });
}

// What our own words around an element are in.
export const chosenLanguage = (element: Element, ofDocument: string): string =>
  languageFor(element, ofDocument, stamps);

// What language a document, or a feed's item, says it is written in. Read here since the core can only speak a
// language once it has been given its catalog.
export function languageOf(source: string | Uint8Array, id: string): string {
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const documents = carried(parsed(text), 'comparison');
  return word(documents.find((each) => member(each, 'id') === id) ?? documents[0], 'language');
}
