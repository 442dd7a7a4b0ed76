// What a reader's page and device may be like. open: with every fold open.
import {ground} from '../sheet/scene.mjs';

const wide = {width: 1100, height: 900};
const narrow = {width: 320, height: 700};

export const conditions = [
  {name: 'light', theme: 'light', viewport: wide},
  {name: 'light, folds open', theme: 'light', viewport: wide, open: true},
  {name: 'dark', theme: 'dark', viewport: wide, open: true},
  {name: '320 px', theme: 'light', viewport: narrow},
  {name: '320 px, folds open', theme: 'dark', viewport: narrow, open: true},
  {name: 'forced colours', theme: 'light', viewport: wide, open: true, forcedColors: 'active'},
  {name: 'more contrast', theme: 'light', viewport: wide, open: true, contrast: 'more'},
  {name: 'Arabic', language: 'ar', theme: 'light', viewport: wide, open: true},
  {name: 'Arabic, 320 px', language: 'ar', theme: 'dark', viewport: narrow, open: true},
].map((each) => ({language: 'en', forcedColors: 'none', contrast: 'no-preference', open: false, ...each}));

// Changes a page into the condition; the language is the page's own.
export async function bring(page, {theme, viewport, open, forcedColors, contrast}) {
  await page.emulateMedia({forcedColors, contrast});
  await page.setViewportSize(viewport);
  await page.evaluate(([theme, ground, open]) => {
    for (const each of document.querySelectorAll('face-off, face-off-vote, face-off-badge')) each.setAttribute('theme', theme);
    // The publisher's own part of the page.
    Object.assign(document.documentElement.style, {background: ground, color: theme === 'dark' ? '#fff' : '#000', colorScheme: theme});
    const all = (root) => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
    for (const each of all(document)) if (each.localName === 'details') each.open = open;
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, [theme, ground[theme], open]);
}
