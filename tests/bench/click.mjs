// What a vote's click costs, in Chromium with the real server and module, beside a button whose handler is empty: in one
// page, in turns. node tests/bench/click.mjs [CLICKS] [READERS]
//
// `script`: from the first listener of the page to the last one, and what they have done at once: our script, the module,
// parsing, the reading of layout. From marks in Chromium's trace, which know the thread's own time; Event Timing rounds to
// 8 ms. `to the picture`: from the finger to the end of the next frame. `next frame`: how many of the votes stood in the
// document when that frame was made. A reader's first vote is told apart: its code has not run before. Exits 1 when the
// median of a vote's own time is above what is allowed, or a vote missed its frame.
import {closeBrowser, Reader} from '../e2e/reader.mjs';
import {pageOf, Site} from '../e2e/site.mjs';
import {documents} from './documents.mjs';
import {quantile, slowDown, traced} from './main-thread.mjs';

const [clicks, readers] = [Number(process.argv[2] ?? 20), Number(process.argv[3] ?? 5)];
const allowed = {1: 4, 4: 20}; // ms of script, by how many times slower the device is

const body = (id) =>
  `<p><button type="button" id="empty">Nothing</button></p><face-off loading="eager" src="/${id}.faceoff.json"></face-off>`;
const files = Object.entries(documents).flatMap(([id, document]) => [
  [`${id}.faceoff.json`, document],
  [`${id}.html`, pageOf(body(id))],
]);
const site = await Site.make(Object.fromEntries(files));

// In the page: marks around all other listeners, and what the next frame has to show.
function watch() {
  window.frames_ = [];
  document.querySelector('#empty').addEventListener('click', () => {});
  const {shadowRoot} = document.querySelector('face-off');
  const pressed = () => [...shadowRoot.querySelectorAll('[data-call]')].map((each) => each.getAttribute('aria-pressed')).join();
  let before;
  addEventListener(
    'click',
    ({timeStamp}) => {
      before = pressed();
      requestAnimationFrame(() => {
        const shown = pressed() !== before;
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => window.frames_.push({shown, ms: performance.now() - timeStamp});
        port2.postMessage(null);
      });
      performance.mark('click');
    },
    true,
  );
  addEventListener('click', () => performance.mark('clicked'));
}

async function click(page, selector) {
  const {x, y, width, height} = await page.locator(selector).first().boundingBox();
  const before = await page.evaluate(() => window.frames_.length);
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.waitForFunction((before) => window.frames_.length > before, before);
}

// One reader's clicks, in turns: the empty button, a vote, the empty button, another vote.
async function clicksOf(id, slow) {
  const reader = await Reader.arrive({viewport: {width: 1100, height: 4000}}); // nothing has to be scrolled to
  const {page} = reader;
  await page.goto(`${site.url}/${id}.html`);
  await reader.state('not_voted');
  await page.evaluate(watch);
  await slowDown(page, slow);
  const events = await traced(page, async () => {
    for (let i = 0; i < clicks; i++) {
      await click(page, '#empty');
      await click(page, `[data-call=${i % 2 ? 'skip' : 'ship'}]`);
      await reader.state('counted', 60_000);
    }
  });
  const frames = await page.evaluate(() => window.frames_);
  await reader.leave();
  const [starts, ends] = ['click', 'clicked'].map((mark) => events.filter(({name}) => name === mark));
  if (starts.length !== 2 * clicks || frames.length !== 2 * clicks) throw new Error(`${starts.length} clicks, ${frames.length} frames`);
  return starts.map(({start, clock}, i) => {
    return {kind: i % 2 ? (i === 1 ? 'first' : 'vote') : 'empty', cpu: ends[i].clock - clock, wall: ends[i].start - start, ...frames[i]};
  });
}

const both = (numbers) => [0.5, 0.95].map((q) => quantile(numbers, q).toFixed(2).padStart(7)).join('');

function tell(name, all) {
  const [cpu, wall, ms] = ['cpu', 'wall', 'ms'].map((of) => all.map((each) => each[of]));
  const shown = all[0].kind === 'empty' ? '' : `${all.filter((each) => each.shown).length} of ${all.length}`;
  console.log(`  ${name.padEnd(16)}${both(cpu)}  ${both(wall)}  ${both(ms)}   ${shown}`);
  return quantile(cpu, 0.5);
}

let wrong = false;
for (const id of Object.keys(documents)) {
  for (const slow of Object.keys(allowed).map(Number)) {
    const all = [];
    for (let i = 0; i < readers; i++) all.push(...(await clicksOf(id, slow)));
    const of = (kind) => all.filter((each) => each.kind === kind);
    console.log(`${id}, ${slow === 1 ? 'as fast as this machine' : `${slow} times slower`} (${readers} readers, ${clicks} clicks each)`);
    console.log('  ms               script: cpu     script: wall    to the picture  next frame');
    console.log('                   median    p95   median    p95   median    p95');
    tell('empty button', of('empty'));
    const median = tell('a vote', of('vote'));
    tell('the first vote', of('first'));
    const late = all.some(({kind, shown}) => kind !== 'empty' && !shown);
    if (median > allowed[slow]) console.log(`  above ${allowed[slow]} ms`);
    if (late) console.log('  not in the next frame');
    wrong ||= late || median > allowed[slow];
  }
}
await closeBrowser();
await site.remove();
process.exitCode = wrong ? 1 : 0;
