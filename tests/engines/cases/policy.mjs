// What a page, a profile or a browser may forbid: the widget works without it, or the fallback stays and says why.
import assert from 'node:assert/strict';
import {heard, hears, pressed, shows, state, visible} from '../widget.mjs';

const strict =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; connect-src 'self'; img-src 'self'";
const types = `${strict}; require-trusted-types-for 'script'`;

async function arrive(world, policy, options) {
  const id = world.comparison();
  const page = await world.open(options);
  const body = `<face-off src="${id}.faceoff.json"><p>The fallback</p></face-off>`;
  const headers = policy ? {'Content-Security-Policy': policy} : {};
  await page.goto(world.front.page(`${id}.html`, body, {headers}));
  return {page, id};
}

async function votes(world, {page, id}) {
  await shows(page);
  assert.ok(!(await visible(page, 'The fallback')));
  await page.click('button', 'Ship Tindle');
  await state(page, 'counted');
  assert.deepEqual(await pressed(page), ['Ship Tindle']);
  assert.equal(await world.counts(id), '0 0, 1 0');
}

async function keepsFallback({page}, code, remedy) {
  const error = await hears(page, 'face-off-error');
  assert.equal(error.code, code);
  assert.match(error.advice, remedy);
  assert.ok(await visible(page, 'The fallback'));
  const ours = (await page.said()).filter((line) => line.startsWith('warning: face-off:'));
  assert.equal(ours.length, 1, ours.join('\n'));
}

const noModule = /'wasm-unsafe-eval'.*script-src/;
const has = (page, what) => page.evaluate((what) => window.recorder.has[what], what);

export const cases = [
  {
    name: 'strictest policy',
    async run(world) {
      const visit = await arrive(world, types);
      await votes(world, visit);
      assert.deepEqual(await heard(visit.page, 'violation'), []);
      assert.deepEqual(await visit.page.said(), []);
    },
  },
  {
    name: "policy without 'wasm-unsafe-eval'",
    async run(world) {
      const visit = await arrive(world, types.replace(" 'wasm-unsafe-eval'", ''));
      assert.equal(await has(visit.page, 'wasm'), false);
      await keepsFallback(visit, 'wasm-policy', noModule);
      assert.ok(!world.front.asked.some((each) => each.includes('.wasm')), 'what may not run is not fetched');
    },
  },
  {
    name: 'no WebAssembly at all',
    async run(world) {
      const visit = await arrive(world, '', {wasm: false});
      assert.equal(await has(visit.page, 'wasm'), false);
      await keepsFallback(visit, 'wasm-policy', noModule);
    },
  },
  {
    name: 'storage refused: sandboxed',
    async run(world) {
      const visit = await arrive(world, 'sandbox allow-scripts');
      assert.equal(await has(visit.page, 'storage'), false);
      await votes(world, visit);
      assert.deepEqual((await heard(visit.page, 'face-off-error')).map(({code}) => code), ['storage']);
    },
  },
  {
    name: 'storage refused: by the profile',
    async run(world) {
      const visit = await arrive(world, '', {storage: false});
      assert.equal(await has(visit.page, 'storage'), false);
      await votes(world, visit);
      assert.deepEqual((await heard(visit.page, 'face-off-error')).map(({code}) => code), ['storage']);
    },
  },
  {
    name: 'Trusted Types: our policy allowed',
    async run(world) {
      const visit = await arrive(world, `${types}; trusted-types faceoff`);
      assert.ok(await has(visit.page, 'trustedTypes'));
      await votes(world, visit);
      assert.deepEqual(await heard(visit.page, 'violation'), []);
    },
  },
  {
    name: 'Trusted Types: only others allowed',
    async run(world) {
      await keepsFallback(await arrive(world, `${types}; trusted-types other`), 'trusted-types', /faceoff.*trusted-types/);
    },
  },
  {
    name: 'no Trusted Types at all',
    async run(world) {
      if (world.engine.lacks.trustedTypes) return world.engine.lacks.trustedTypes;
      const visit = await arrive(world, `${types}; trusted-types other`, {trustedTypes: false});
      assert.equal(await has(visit.page, 'trustedTypes'), false);
      await votes(world, visit);
    },
  },
];
