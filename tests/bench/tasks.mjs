// Which tasks of ours hold a page up for more than 50 ms on a device that is four times slower: while the widget loads,
// while it takes a rendered fallback over, while votes come in. node tests/bench/tasks.mjs [RUNS]
//
// The page has no other script, so a task is ours when script runs in it that is not the harness's, in what it has the
// browser do at once too. What it spent on compiling is told apart: script once, the module's functions when first called.
// `frame`: what style, layout and paint of one frame took, beside the same article without any script ("static"): that is
// the browser's work on the text, the first time with its fonts. Exits 1 when a task of ours is too long.
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {closeBrowser, Reader} from '../e2e/reader.mjs';
import {pageOf, program, Site, top} from '../e2e/site.mjs';
import {documents} from './documents.mjs';
import {quantile, slowDown, traced} from './main-thread.mjs';

const runs = Number(process.argv[2] ?? 5);
const slow = 4;
const longMs = 50;

function fallbackOf(id) {
  const path = `${top}build/tasks.faceoff.json`;
  writeFileSync(path, JSON.stringify(documents[id]));
  return execFileSync(program, ['render', path, '--to', 'fragment'], {encoding: 'utf8'});
}

const element = (id, inside) => `<face-off loading="eager" src="/${id}.faceoff.json">${inside}</face-off>`;
const styles = '<link rel="stylesheet" href="/faceoff.css">';
const script = '<script async src="/faceoff.js"></script>';
const files = Object.entries(documents).flatMap(([id, document]) => [
  [`${id}.faceoff.json`, document],
  [`${id}-static.html`, pageOf(fallbackOf(id), styles)],
  [`${id}-load.html`, pageOf(element(id, ''), script)],
  [`${id}-adopt.html`, pageOf(element(id, `\n${fallbackOf(id)}\n`), styles + script)],
]);
const site = await Site.make(Object.fromEntries(files));

const isCompile = ({name}) => /^V8\.(Compile|Collect|Parse)|^v8\.compile|^wasm\.Compile/.test(name);
const isScript = ({name}) => /^v8\.(run|callFunction|callAsConstructor|newInstance)$|PerformMicrotaskCheckpoint/.test(name);
const isHarness = ({name, args}) => name === 'EvaluateScript' || /DevToolsSession|playwright/.test(JSON.stringify(args));
const isFrame = ({name}) => name === 'WebFrameWidgetImpl::UpdateLifecycle';
const isWidget = ({name, args}) => name === 'v8.run' && /faceoff\.js/.test(JSON.stringify(args));

const sum = (list) => list.reduce((all, {cpu}) => all + cpu, 0);

// Those that are in no other one of the list, which is in order.
function outermost(list) {
  let end = -Infinity;
  return list.filter((each) => each.start >= end && ((end = each.end), true));
}

// The thread's tasks, each with what was in it.
function* tasksOf(events) {
  const spans = events.filter(({lasts}) => lasts);
  for (const [i, task] of spans.entries()) {
    if (task.name !== 'RunTask') continue;
    let next = i + 1;
    while (next < spans.length && spans[next].start < task.end) next++;
    yield {task, inside: spans.slice(i + 1, next)};
  }
}

// running: the widget's script has run before.
function measured(events, running) {
  const found = {tasks: [], frames: []};
  for (const {task, inside} of tasksOf(events)) {
    const frames = sum(outermost(inside.filter(isFrame)));
    if (frames) found.frames.push(frames);
    running ||= inside.some(isWidget);
    if (!running || inside.some(isHarness)) continue;
    const scripts = outermost(inside.filter(isScript));
    const compile = sum(outermost(inside.filter(isCompile)));
    found.tasks.push({ours: Math.max(0, sum(scripts) - compile), compile});
  }
  return found;
}

async function press(reader, call) {
  await reader.page.evaluate((call) => document.querySelector('face-off').shadowRoot.querySelector(`[data-call=${call}]`).click(), call);
  await reader.state('counted', 60_000);
}

// What happens to a page, each on the one before unless it opens another one.
const scenes = {
  async static(reader, id) {
    await reader.page.goto(`${site.url}/${id}-static.html`);
    await reader.settle();
  },
  async load(reader, id) {
    await reader.page.goto(`${site.url}/${id}-load.html`);
    await reader.state('not_voted', 60_000);
  },
  async adopt(reader, id) {
    await reader.page.goto(`${site.url}/${id}-adopt.html`);
    await reader.page.locator('face-off .state[data-state=not_voted]:not([hidden])').waitFor({timeout: 60_000});
    await reader.page.waitForFunction(() => window.heard.some(({name}) => name === 'face-off-load'), null, {timeout: 60_000});
    await reader.settle();
  },
  async votes(reader, id) {
    await scenes.load(reader, id);
    await slowDown(reader.page, slow);
    return traced(reader.page, async () => {
      for (const call of ['ship', 'skip', 'ship']) await press(reader, call);
    });
  },
};

// A device of its own each time.
async function seen(scene, id) {
  const reader = await Reader.arrive({viewport: {width: 1100, height: 4000}});
  let events;
  if (scene === 'votes') {
    events = await scenes.votes(reader, id);
  } else {
    await slowDown(reader.page, slow);
    events = await traced(reader.page, () => scenes[scene](reader, id));
  }
  await reader.leave();
  return measured(events, scene === 'votes');
}

const worst = (numbers) => Math.max(0, ...numbers);
const middle = (numbers) => quantile(numbers, 0.5).toFixed(0).padStart(7);
let wrong = false;
for (const id of Object.keys(documents)) {
  console.log(`${id}, ${slow} times slower, ${runs} runs; ms of CPU, the median of the longest in each run`);
  console.log(`            ours  compiling  frame   tasks of ours over ${longMs} ms`);
  for (const scene of Object.keys(scenes)) {
    const all = [];
    for (let run = 0; run < runs; run++) all.push(await seen(scene, id));
    const long = all.flatMap(({tasks}) => tasks.filter(({ours}) => ours > longMs));
    const [ours, compile] = ['ours', 'compile'].map((of) => all.map(({tasks}) => worst(tasks.map((each) => each[of]))));
    const frames = all.map((each) => worst(each.frames));
    const told = long.map((each) => each.ours.toFixed(0)).join(', ');
    console.log(`  ${scene.padEnd(7)}${middle(ours)}    ${middle(compile)}${middle(frames)}   ${told || 'none'}`);
    wrong ||= long.length > 0;
  }
}
await closeBrowser();
await site.remove();
process.exitCode = wrong ? 1 : 0;
