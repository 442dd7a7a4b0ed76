// The few words a reader may need before the core is there; all others come from the core's catalogs.

const catalogs = {
  en: {loading: 'Loading the comparison\u2026', failed: 'This comparison cannot be shown.', retry: 'Try again'},
  de: {
    loading: 'Der Vergleich wird geladen\u2026',
    failed: 'Dieser Vergleich kann nicht gezeigt werden.',
    retry: 'Noch einmal versuchen',
  },
};

export function wordsFor(element: Element) {
  const wanted = element.closest('[lang]')?.getAttribute('lang') ?? '';
  const language = /^de\b/i.test(wanted) ? 'de' : 'en';
  return {language, ...catalogs[language]};
}
