// axe-core in the page, shadow roots and frames and all: WCAG 2.2 A and AA, best practices, and target-size, which is
// off by default. No rule is off. What axe leaves to a person is settled here where it can be measured: the contrast
// of text on a ground that axe cannot compute, from the pixels.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {top} from '../e2e/site.mjs';
import {measured} from './contrast.mjs';

// The one that is pinned there; Lighthouse brings another.
const source = readFileSync(createRequire(`${top}package.json`).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Left to a person by axe, and what a person says.
const judged = [
  {rule: 'label-content-name-mismatch', html: /class="anchor"[^>]*>#</, reason: '"#" is a sign, not the words of a label'},
];

async function run(tags) {
  const found = await window.axe.run(document, {
    runOnly: {type: 'tag', values: tags},
    rules: {'target-size': {enabled: true}},
    resultTypes: ['violations', 'incomplete'],
    elementRef: true,
  });
  // The lines of an element's text on the whole page; a first letter with a style of its own is part of its line.
  const placesOf = (element) => {
    const range = document.createRange();
    const lines = new Map();
    for (const text of element.childNodes) {
      if (text.nodeType !== Node.TEXT_NODE || !text.data.trim()) continue;
      range.selectNodeContents(text);
      for (const {left, right, top, height} of range.getClientRects()) {
        const line = lines.get(top) ?? {left, right, top, height};
        lines.set(top, {...line, left: Math.min(left, line.left), right: Math.max(right, line.right)});
      }
    }
    return [...lines.values()].map(({left, right, top, height}) => ({x: left + scrollX, y: top + scrollY, width: right - left, height}));
  };
  const plain = (results) =>
    results.flatMap(({id, nodes}) =>
      nodes.map(({target, any, all, none, html, element}) => {
        const [check] = [...any, ...all, ...none];
        const text = id === 'color-contrast' && element ? {places: placesOf(element), colour: getComputedStyle(element).color} : null;
        return {rule: id, target: target.flat().join(' '), why: check?.message ?? '', html: html.slice(0, 200), text};
      }),
    );
  return {violations: plain(found.violations), incomplete: plain(found.incomplete), passes: found.passes.length};
}

// {violations, open, settled, passes}: lists of {rule, target, why, html}, and counts. open: neither measured nor judged.
export async function audit(page) {
  for (const frame of page.frames()) await frame.evaluate(source);
  const {violations, incomplete, passes} = await page.evaluate(run, tags);
  const texts = incomplete.filter(({text}) => text);
  const low = await measured(page, texts);
  const rest = incomplete.filter(({text, rule, html}) => !text && !judged.some((each) => each.rule === rule && each.html.test(html)));
  return {violations: [...violations, ...low], open: rest, settled: incomplete.length - rest.length - low.length, passes};
}
