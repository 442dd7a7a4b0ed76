// Pictures of golden cases, to be looked at: each expected/page.html in a shadow root with the widget's styles,
// narrow and wide, light and dark. Also measures where the vote buttons end, which WIDGET.md limits.
//
//   node tests/golden/look.mjs OUT [CASE_FOLDER...]     default: every golden case
import {mkdirSync, readFileSync, readdirSync, existsSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const [out, ...given] = process.argv.slice(2);
const folders = given.length ? given : readdirSync(join(here, 'cases')).map((name) => join(here, 'cases', name));
const css = readFileSync(join(here, '../../widgets/src/view/face-off.css'), 'utf8');
const views = [
  {name: 'phone', width: 360, height: 740, theme: 'light'},
  {name: 'tablet', width: 768, height: 1024, theme: 'light'},
  {name: 'wide', width: 1100, height: 760, theme: 'dark'},
];

function page(html, theme) {
  return `<!doctype html><meta charset=utf-8><body style="margin:0"><face-off theme="${theme}">
    <template shadowrootmode=open><style>${css}</style>${html}</template></face-off>`;
}

mkdirSync(out, {recursive: true});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const folder of folders) {
  const file = join(folder, 'expected/page.html');
  if (!existsSync(file)) continue;
  for (const {name, width, height, theme} of views) {
    const tab = await browser.newPage({viewport: {width, height}});
    await tab.setContent(page(readFileSync(file, 'utf8'), theme));
    const measured = await tab.evaluate(() => {
      const root = document.querySelector('face-off').shadowRoot;
      const bottom = (selector) =>
        Math.max(0, ...[...root.querySelectorAll(selector)].map((each) => each.getBoundingClientRect().bottom));
      return {
        grid: Math.round(bottom('.grid')),
        votes: Math.round(bottom('.vote')),
        whole: Math.round(bottom('.root')),
        overflow: document.documentElement.scrollWidth - innerWidth,
      };
    });
    console.log(basename(folder), name, JSON.stringify(measured));
    await tab.screenshot({path: join(out, `${basename(folder)}-${name}.png`), fullPage: true});
    await tab.close();
  }
}
await browser.close();
