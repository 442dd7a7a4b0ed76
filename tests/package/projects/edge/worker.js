// A comparison rendered where nothing may be compiled from bytes: the module is imported and handed over.
import {loadCore} from '@face-off/widget/core';
import wasm from '@face-off/widget/faceoff-core.wasm';

let core;

export default {
  async fetch(request) {
    core ??= loadCore(wasm);
    const html = (await core).render(await request.text(), {today: '2026-11-25'});
    return new Response(html, {headers: {'Content-Type': 'text/html; charset=utf-8'}});
  },
};
