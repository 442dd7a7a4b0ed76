// `script/demo --check`: starts the demo's server on a free port and asks for what a reader's browser would.
//
// Usage: node tests/cli/demo_check.mjs BINARY serve DIR --port
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {startServe, temporaryFolder} from './process.mjs';

const [binary, ...args] = process.argv.slice(2);
const folder = temporaryFolder();
let server;
try {
  server = await startServe(binary, [...args, '0', '--votes', join(folder.path, 'votes.db')]);
  const get = async (path) => {
    const answer = await fetch(new URL(path, server.url));
    assert.equal(answer.status, 200, `${path} answers ${answer.status}`);
    console.log(`demo: ${path} answers ${answer.headers.get('content-type')}`);
    return answer;
  };
  const page = await (await get('/')).text();
  assert.match(page, /<face-off src="quillmoor-vs-tarnpad\.faceoff\.json">/);
  assert.match(page, /Tarnpad/);
  for (const name of ['photo-servers.html', 'next-review.html', 'static-feed.html', 'strict-csp.html', 'newspaper.html', 'blog.css', 'faceoff.css']) {
    await get(`/${name}`);
  }
  assert.equal((await (await get('/quillmoor-vs-tarnpad.faceoff.json')).json()).id, 'quillmoor-vs-tarnpad');
  assert.equal((await (await get('/feed.json')).json()).items.length, 3);
  assert.match(await (await get('/faceoff.js')).text(), /face-off/);
  const wasm = new Uint8Array(await (await get('/faceoff.wasm')).arrayBuffer());
  assert.deepEqual([...wasm.slice(0, 4)], [0, 0x61, 0x73, 0x6d]);
  for (const id of ['quillmoor-vs-tarnpad', 'four-photo-servers', 'ferrybook-vs-wharfside']) {
    const tally = await (await get(`/votes/${id}`)).json();
    assert.ok(JSON.stringify(tally).includes('"ballots":0'), `${id} starts without votes`);
  }
  await get('/readyz');
  assert.equal(await server.stop(), 0, 'it ends with 0');
  console.log(`demo: serves ${server.url} and stops cleanly`);
} catch (failed) {
  console.error(`demo: ${failed.message}`);
  if (server) console.error(server.err);
  process.exitCode = 1;
} finally {
  server?.child.kill();
  folder.remove();
}
