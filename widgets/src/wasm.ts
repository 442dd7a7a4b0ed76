// Gets the core: once a page. Out: the core, or a Problem.
import {makeCore, type Core} from '../../web/core.js';
import {fetchOwn, ownUrl, type Stamp} from './own-file.js';
import {problem} from './problem.js';

// Set by the build.
declare const WASM_STAMP: Stamp;

function allowed(): boolean {
  try {
    // The shortest module there is. Asked before anything is fetched: a policy would refuse the real one too.
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return true;
  } catch {
    return false;
  }
}

// A server without the media type costs the streaming, nothing else.
const compile = async (response: Response): Promise<WebAssembly.Module> =>
  response.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());

async function load(): Promise<Core> {
  if (!allowed()) throw problem('wasm-policy');
  const url = ownUrl('faceoff.wasm', WASM_STAMP);
  try {
    return await makeCore(await fetchOwn(url, WASM_STAMP, compile));
  } catch (failed) {
    throw problem('wasm-missing', url, (failed as Error).message);
  }
}

let core: Promise<Core> | undefined;

export function loadCore(): Promise<Core> {
  core ??= load().catch((failed) => {
    core = undefined; // the next one tries again
    throw failed;
  });
  return core;
}
