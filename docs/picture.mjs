// Draws docs/verdict.svg, the README's picture: the widget's own HTML and style sheet, in an SVG as text.
//
// Usage, after script/build: node docs/picture.mjs
// In: the core in build/widget, the example document, the saved votes, widgets/src/view/face-off.css. Out: the picture;
// the same bytes for the same input. A browser shows it in light or dark, as its reader prefers.
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const top = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => readFileSync(top + path, 'utf8');
const {makeCore} = await import(`${top}build/widget/core.mjs`);
const core = await makeCore(await WebAssembly.compile(readFileSync(`${top}build/widget/faceoff.wasm`)));

// Wide enough for the table, high enough for the answer, the summary and how the reviewers split.
const width = 880;
const height = 866;

const options = {
  base: 'https://seconddrawer.example/',
  today: '2026-11-25',
  votes: 'https://seconddrawer.example/votes',
  purpose: 'widget',
  state: 'not_voted',
};
const document = read('examples/blog/quillmoor-vs-tarnpad.faceoff.json');
// The saved votes, as a feed that takes more of them.
const ballots = '"ballots_url": "votes/quillmoor-vs-tarnpad"';
const votes = read('examples/blog/votes.json').replace('"ballots_url": null', ballots);
const done = core.compare(document, votes, '', JSON.stringify(options));
if (!done.usable) throw new Error(done.findings);

// The SVG has no shadow root, so the host becomes an element; and it is XML, so void elements and named
// characters would have to be closed and spelled out: the core writes neither.
const style = read('widgets/src/view/face-off.css')
  .replace(/\/\*[^]*?\*\//g, '')
  .replace(/:host\(([^)]*)\)/g, '.host$1')
  .replace(/:host/g, '.host')
  .replace(/\n\s*/g, '\n')
  .trim();
const body = done.html.replaceAll('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');

const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${box}>
<title>Quillmoor vs Tarnpad, as the widget shows it</title>
<style>
.host { color-scheme: light dark; height: ${height}px; overflow: hidden; border-radius: 6px; }
${style}
</style>
<foreignObject width="${width}" height="${height}">
<div xmlns="http://www.w3.org/1999/xhtml" class="host">${body}</div>
</foreignObject>
</svg>
`;
writeFileSync(`${top}docs/verdict.svg`, svg);
console.log(`docs/verdict.svg: ${svg.length} characters`);
