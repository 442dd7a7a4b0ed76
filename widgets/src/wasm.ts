// Gets the core's module: once a page, from beside the script, checked against the hash it was built with.
//
// In: the script's own address. Out: the core, or a Problem. A copy that does not match is asked for once more past
// the cache (an old file under a new script); a second mismatch is an error.
import {makeCore, type Core} from '../../web/core.js';
import {Problem, problem} from './problem.js';

// Set by the build.
declare const WASM_HASH: string;
declare const WASM_INTEGRITY: string;

// Only while the script runs does the document know it.
const ownAddress = (document.currentScript as HTMLScriptElement | null)?.src || document.baseURI;

export const scriptFolder = new URL('.', ownAddress);

function allowed(): boolean {
  try {
    // The shortest module there is. Asked before anything is fetched: a policy would refuse the real one too.
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return true;
  } catch {
    return false;
  }
}

async function compile(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(String(response.status));
  // A server without the media type costs the streaming, nothing else.
  return response.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

async function load(): Promise<Core> {
  if (typeof WebAssembly !== 'object' || !allowed()) throw problem('wasm-policy');
  const url = new URL(`faceoff.wasm?h=${WASM_HASH}`, scriptFolder).href;
  const ask = (cache: RequestCache) =>
    fetch(url, {__proto__: null, integrity: WASM_INTEGRITY, cache} as RequestInit).then(compile);
  try {
    return await makeCore(await ask('default').catch(() => ask('reload')));
  } catch (failed) {
    throw failed instanceof Problem ? failed : problem('wasm-missing', url, (failed as Error).message);
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
