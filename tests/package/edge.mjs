// The core in an edge runtime: workerd, which Cloudflare runs, without its cloud.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {cpSync, mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {comparison} from '../e2e/site.mjs';
import {Project, tool, tools} from './projects.mjs';

// Told by the runtime itself, a line of JSON for each socket.
function listening(child) {
  return new Promise((done, fail) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const port = /"event":"listen".*"port":(\d+)/.exec(said)?.[1];
      if (port) done(port);
    });
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('exit', (code) => fail(new Error(`workerd ended with ${code}: ${said}`)));
  });
}

export async function edge(tarball) {
  const project = new Project('edge', 'edge', tarball);
  const document = JSON.stringify(comparison('a'));
  project.write('a.faceoff.json', document);
  mkdirSync(project.path('dist'));
  cpSync(join(project.package, 'faceoff-core.wasm'), project.path('dist/faceoff-core.wasm'));
  const {build} = await tool('esbuild');
  const alias = {'@face-off/widget/faceoff-core.wasm': './faceoff-core.wasm'};
  const options = {entryPoints: ['worker.js'], outdir: 'dist', bundle: true, format: 'esm', external: ['*.wasm'], alias};
  await build({...options, absWorkingDir: project.folder, logLevel: 'warning'});
  const wanted = project.run(process.execPath, 'render.js');
  const workerd = join(tools, 'node_modules/@cloudflare/workerd-linux-64/bin/workerd');
  const child = spawn(workerd, ['serve', 'config.capnp', '--control-fd=1'], {cwd: project.folder});
  try {
    const answer = await fetch(`http://127.0.0.1:${await listening(child)}/`, {method: 'POST', body: document});
    assert.equal(await answer.text(), wanted);
  } finally {
    child.kill();
  }
  return 'the bytes that Node gives';
}
