// Gets the core: once a page. Out: the core, or a Problem.
import {makeCore, type Core} from '../../web/core.js';
import {wasm, wholeWasm} from 'stamps';
import {fetchOwn, ownOr, ownUrl} from './own-file.js';
import {problem} from './problem.js';

// A server without the media type costs the streaming, nothing else.
const compile = async (response: Response): Promise<WebAssembly.Module> =>
  response.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());

// The shortest module there is. Asked before anything is fetched: a policy would refuse the real one too. Some browsers
// (WebKit) compile what they are not allowed to run.
export function checkPolicy(): void {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    throw problem('wasm-policy');
  }
}

async function load(): Promise<Core> {
  checkPolicy();
  const url = ownUrl('faceoff.wasm', wasm);
  try {
    return await makeCore(await fetchOwn(url, wasm, compile));
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

const whole = async (response: Response): Promise<Core | null> => makeCore(await compile(response));

// The core that tells what is wrong with a document, and where; null where it cannot be had. A page's own only tells
// that something is: readers of sound documents do not pay for the difference, which is as much again.
export const loadWholeCore = async (): Promise<Core | null> =>
  wholeWasm ? ownOr(null, 'faceoff-core.wasm', wholeWasm, whole) : null;
