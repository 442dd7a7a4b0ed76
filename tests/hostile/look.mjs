// What the widget looks like in a page that may do anything to it: the computed style of every kind of element in its
// shadow tree, compared property by property with that on a bare page.
import {pageOf, snippet} from '../e2e/site.mjs';

// The stage keeps its own box whatever the page's sheet says, and passes on all that is inherited.
const stage = [
  'display: block', 'position: absolute', 'inset: 0 auto auto 0', 'width: 800px', 'height: auto', 'min-width: 0',
  'max-width: none', 'min-height: 0', 'max-height: none', 'margin: 0', 'padding: 0', 'border: 0', 'float: none',
  'box-sizing: content-box', 'overflow: visible', 'background: none', 'content-visibility: visible',
];

export const plain = '<face-off src="a.faceoff.json" lang="en"></face-off>';

// Text follows the style so that a sheet may be put in later.
export function pageUnder({css = '', head = '', wrap = (inner) => inner, quirks = false, html = 'lang="en"'}) {
  const box = `<div id="stage" style="${stage.map((each) => `${each} !important`).join('; ')}">\n${wrap(plain)}\n</div>`;
  const page = pageOf(`<main>${box}</main>`, `${head}<style id="sheet">${css}</style>${snippet}`);
  return page.replace('lang="en"', html).replace(quirks ? '<!doctype html>' : '', '');
}

// Until nothing more will move: the counts are there, fonts are loaded, two frames have passed.
export async function shown(reader) {
  await reader.state('not_voted');
  await reader.page.waitForFunction(() => /No votes yet/.test(document.querySelector('face-off').shadowRoot.textContent));
  await reader.page.evaluate(() => document.fonts.ready.then(() => {}));
  await reader.settle();
}

// In the page. Kind of element ("td.q"; the first of each kind) to its computed style. All is measured at one width of
// the widget, for the box of the host is the page's to choose.
function stylesHere(wanted) {
  const root = document.querySelector('face-off').shadowRoot.querySelector('.root');
  const box = document.querySelector('#stage');
  for (let turn = 0; turn < 3 && root.offsetWidth !== wanted; turn++) {
    box.style.setProperty('width', `${box.clientWidth + wanted - root.offsetWidth}px`, 'important');
  }
  const out = {};
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const kind = [element.localName, ...element.classList].join('.');
    if (out[kind]) continue;
    const style = getComputedStyle(element);
    out[kind] = {};
    for (let at = 0; at < style.length; at++) out[kind][style.item(at)] = style.getPropertyValue(style.item(at));
  }
  return out;
}

export const stylesOf = (page, width = 800) => page.evaluate(stylesHere, width);

// In the page. "td.q line-height: 20px, bare 21.75px".
//
// What may differ: the colour scheme, inherited on purpose where the element has no theme; custom properties of the
// page's own; that a line runs through text around (it stops inside .root, at .box). On an enlarged page lengths are
// rounded at another size.
function differencesHere({bare, enlarged}) {
  const measured = /(size|width|height|origin|rows|columns|margin-(left|right|inline-start|inline-end))$/;
  const may = (kind, name) =>
    name === 'color-scheme' ||
    (name.startsWith('--') && bare[kind]?.[name] === undefined) ||
    (name === '-webkit-text-decorations-in-effect' && kind.endsWith('.root')) ||
    (enlarged && measured.test(name));
  const styles = stylesHere(800);
  const out = [];
  for (const kind of new Set([...Object.keys(bare), ...Object.keys(styles)])) {
    const [here, there] = [styles[kind] ?? {}, bare[kind] ?? {}];
    for (const name of new Set([...Object.keys(here), ...Object.keys(there)])) {
      if (here[name] !== there[name] && !may(kind, name)) out.push(`${kind} ${name}: ${here[name]}, bare ${there[name]}`);
    }
  }
  return out;
}

// bare: what stylesOf said of the bare page.
export async function differences(page, bare, enlarged = false) {
  await page.evaluate(`globalThis.differencesHere ??= (() => { ${stylesHere}; ${differencesHere}; return differencesHere; })()`);
  if (!(await page.evaluate(() => 'bareStyles' in globalThis))) await page.evaluate((each) => (globalThis.bareStyles = each) && 0, bare);
  return page.evaluate((each) => globalThis.differencesHere({bare: globalThis.bareStyles, enlarged: each}), enlarged);
}
