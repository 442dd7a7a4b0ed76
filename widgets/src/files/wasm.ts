// Gets the core: once a page. Out: the core, or a Problem.
import {makeCore, type Core} from '../../../web/core.js';
import {wasm, wholeWasm} from 'stamps';
import {own} from './own-file.js';
import {problem} from '../page/problem.js';

// Not streamed: a module this small is compiled in a millisecond or two, whatever its media type.
const made = async (response: Response): Promise<Core> =>
  makeCore(await WebAssembly.compile(await response.arrayBuffer()));

// The shortest module there is. Asked before anything is fetched: a policy would refuse the real one too. Some browsers
// (WebKit) compile what they are not allowed to run.
export function checkPolicy(): void {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    throw problem('wasm-policy');
  }
}

export async function loadCore(): Promise<Core> {
  checkPolicy();
  return own('faceoff.wasm', wasm, made, ({message}, url) => {
    throw problem('wasm-missing', url, message);
  });
}

// The core that tells what is wrong with a document, and where; null where it cannot be had. A page's own only tells
// that something is: readers of sound documents do not pay for the difference, which is as much again.
export const loadWholeCore = async (): Promise<Core | null> =>
  wholeWasm ? own<Core | null>('faceoff-core.wasm', wholeWasm, made, () => null) : null;
