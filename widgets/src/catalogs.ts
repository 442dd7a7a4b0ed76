// The core's words in other languages than English, each a file that only its readers load.
import {field} from './transport.js';
import {fetchOwn, ownUrl, type Stamp} from './own-file.js';

// Set by the build: language tag to stamp.
declare const CATALOG_STAMPS: Record<string, Stamp>;

const catalogs = new Map<string, Promise<string>>();

// "" for English, for a language there is none for, and when it cannot be had: then the core speaks English.
export function loadCatalog(tag: string): Promise<string> {
  const language = tag.toLowerCase().split('-')[0]!;
  if (!Object.hasOwn(CATALOG_STAMPS, language)) return Promise.resolve('');
  let catalog = catalogs.get(language);
  if (!catalog) {
    const stamp = CATALOG_STAMPS[language]!;
    catalog = fetchOwn(ownUrl(`faceoff.${language}.json`, stamp), stamp, (from) => from.text()).catch(() => {
      catalogs.delete(language);
      return '';
    });
    catalogs.set(language, catalog);
  }
  return catalog;
}

// What language a document, or a feed's item, says it is written in. Read here since the core can only speak a
// language once it has been given its catalog.
export function languageOf(source: string | Uint8Array, id: string): string {
  const whole: unknown = JSON.parse(typeof source === 'string' ? source : new TextDecoder().decode(source));
  const items = field(whole, 'items');
  const documents = Array.isArray(items) ? items.map((item) => field(field(item, '_faceoff'), 'comparison')) : [whole];
  const language = field(documents.find((each) => field(each, 'id') === id) ?? documents[0], 'language');
  return typeof language === 'string' ? language : '';
}
