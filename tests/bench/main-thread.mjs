// What the main thread of a page did, from Chromium's own trace: a page's clocks are coarse and see nothing of compiling,
// layout and paint.
//
// Times in ms: `cpu` is what the thread itself took, `wall` also what the machine gave to others meanwhile. The category
// devtools.timeline is left out, as it parses a script again for the place of each function that it names.
import {openBrowser} from '../e2e/reader.mjs';

const categories = [
  'blink',
  'blink.user_timing',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.compile',
  'toplevel',
  'v8',
  'v8.wasm',
];

// All later times are those of a device that is `slow` times slower.
export async function slowDown(page, slow) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', {rate: slow});
}

// The trace's events on the page's main thread while `run` runs, in order: name, args, and start, end and wall of what
// lasted; clock: the thread's own time at the start.
export async function traced(page, run) {
  const browser = await openBrowser();
  await browser.startTracing(page, {categories});
  await page.evaluate(() => performance.mark('bench'));
  await run();
  const {traceEvents} = JSON.parse(await browser.stopTracing());
  const mark = traceEvents.find(({name, cat}) => name === 'bench' && cat.includes('user_timing'));
  if (!mark) throw new Error('the trace does not have the page');
  return traceEvents
    .filter((each) => each.pid === mark.pid && each.tid === mark.tid)
    .map(({name, ph, ts, tts = 0, dur = 0, tdur = 0, args}) => {
      const times = {start: ts, end: ts + dur, wall: dur, cpu: tdur, clock: tts}; // microseconds
      const inMs = Object.fromEntries(Object.entries(times).map(([key, time]) => [key, time / 1000]));
      return {name, lasts: ph === 'X', args, ...inMs};
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

export const within = (outer) => (each) => each.start >= outer.start && each.end <= outer.end;

// The part at q of 0..1: 0.5 is the median, 0.95 what one in twenty is above.
export function quantile(numbers, q) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}
