// The core's words in other languages than English, each a file that only its readers load.
import {catalogs as stamps} from 'stamps';
import {ownText} from './own-file.js';
import {languageFor} from './words.js';

// "" for English, for a language there is none for, and when it cannot be had: then the core speaks English.
export const loadCatalog = async (language: string): Promise<string> =>
  Object.hasOwn(stamps, language) ? ownText(`faceoff.${language}.json`, stamps[language]!) : '';

// What our own words around an element are in.
export const chosenLanguage = (element: Element, ofDocument: string): string =>
  languageFor(element, ofDocument, stamps);
