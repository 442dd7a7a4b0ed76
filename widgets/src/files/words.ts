// Our own words outside the core: which language they are in, and the few a reader may need before the core is there.
//
// In: an element, a document's language, a catalog's text. Out: one of our languages, and words. Only English stands
// here; the other languages' catalogs hold these words too, beside those of the core.

const english = {
  language: 'en',
  direction: 'ltr',
  loading: 'Loading the comparison\u2026',
  failed: 'This comparison cannot be shown.',
  retry: 'Try again',
  storage: 'This browser keeps nothing for this page: a vote counts, but is forgotten when the page closes.',
};

export type Words = typeof english;

// "": English. A catalog is one of our own files, checked against its hash; what it lacks is said in English.
export const wordsIn = (catalog: string): Words => ({...english, ...(catalog && JSON.parse(catalog).widget)});

// The one of `languages` that a BCP 47 tag asks for, or English; else "". Traditional Chinese is not read by everybody
// who reads simplified: it is another language here. The core's catalog::compiled_in() decides the same.
export function ourLanguage(tag: string, languages: object): string {
  const [language = ''] = tag.toLowerCase().split('-');
  const traditional = /^zh-(?!hans).*(hant|tw|hk|mo)\b/i.test(tag);
  return language === 'en' || (Object.hasOwn(languages, language) && !traditional) ? language : '';
}

// What the page asks for by the nearest lang attribute, outside of shadow trees too; else "".
export function languageAsked(element: Element, languages: object): string {
  const found = element.closest('[lang]');
  if (found) return ourLanguage(found.getAttribute('lang')!, languages);
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return host ? languageAsked(host, languages) : '';
}

// The page's language, else the document's, else the first of the browser's that is ours, else English.
export function languageFor(element: Element, ofDocument: string, languages: object): string {
  const wishes = [ofDocument, ...navigator.languages].map((tag) => ourLanguage(tag, languages));
  return languageAsked(element, languages) || wishes.find(Boolean) || 'en';
}
