// What an element tells the page: events, and one console line per trouble.
import {bare} from './bare.js';
import {Problem, problem} from './problem.js';
import {inWords} from './rules.js';
import type {ErrorDetail} from './types.js';

const told = new Set<string>();

// False when the page forbids what would follow.
export const tell = (element: Element, name: keyof HTMLElementEventMap, detail: unknown): boolean =>
  element.dispatchEvent(new CustomEvent(name, bare({detail, bubbles: true, composed: true, cancelable: true})));

// What went wrong, in one shape; url: what was asked for.
export const detailOf = (failed: unknown, url: string): Promise<ErrorDetail> =>
  inWords((failed instanceof Problem ? failed : problem('internal', url, String(failed))).detail);

export function warn({message, advice, url}: ErrorDetail): void {
  const line = `face-off: ${message} ${advice}${url && ` ${url}`}`;
  if (!told.has(line)) console.warn(line);
  told.add(line);
}
