// How soon a reader sees the verdict, cold, on loopback: the widget beside the same page as static HTML, in turns in
// one run. node tests/bench/visible.mjs [RUNS]
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {closeBrowser, Reader} from '../e2e/reader.mjs';
import {comparison, pageOf, Site, snippet, top} from '../e2e/site.mjs';
import {quantile} from './main-thread.mjs';

const runs = Number(process.argv[2] ?? 15);
const document = `${top}build/visible.faceoff.json`;
writeFileSync(document, JSON.stringify(comparison('a')));
const program = process.env.FACEOFF ?? `${top}build/release/cli/faceoff`;
const fragment = execFileSync(program, ['render', document, '--to', 'fragment'], {encoding: 'utf8'});
const preload = '<link rel="preload" href="/a.faceoff.json" as="fetch" crossorigin>'; // serve itself announces the module
const site = await Site.make({
  'a.faceoff.json': comparison('a'),
  'widget.html': pageOf('<face-off src="/a.faceoff.json"></face-off>', preload + snippet),
  'static.html': pageOf(fragment, ''),
});

// From the start of the navigation to the frame after the verdict is in the document.
async function visible(path) {
  const reader = await Reader.arrive();
  await reader.page.addInitScript(() => {
    const there = () =>
      document.querySelector('face-off')?.shadowRoot?.querySelector('h2, .says') || document.querySelector('body h2');
    const look = () => {
      if (!there()) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => (window.seen = performance.now())));
    };
    look();
  });
  await reader.page.goto(`${site.url}/${path}`);
  const time = await (await reader.page.waitForFunction(() => window.seen)).jsonValue();
  await reader.leave();
  return time;
}

const times = {'widget.html': [], 'static.html': []};
for (let run = 0; run <= runs; run++) {
  for (const path of Object.keys(times)) {
    const time = await visible(path);
    if (run) times[path].push(time); // the first one warms up the browser itself
  }
}
for (const [path, all] of Object.entries(times)) {
  const [least, median, most] = [0, 0.5, 1].map((q) => quantile(all, q).toFixed(0));
  console.log(`${path.padEnd(12)} median ${median} ms, from ${least} to ${most} (${runs} runs)`);
}
await closeBrowser();
await site.remove();
