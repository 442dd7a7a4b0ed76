// What an element tells the page: events, and one console line per trouble.
import {bare} from '../page/bare.js';
import {Problem, problem} from '../page/problem.js';
import {inWords} from '../files/problem-texts.js';
import type {ErrorDetail} from '../types.js';

const told: Record<string, boolean> = Object.create(null);
let inTheWay = false;

// False when the page forbids what would follow.
export const tell = (element: Element, name: keyof HTMLElementEventMap, detail: unknown): boolean =>
  element.dispatchEvent(new CustomEvent(name, bare({detail, bubbles: true, composed: true, cancelable: true})));

// What went wrong, in one shape; url: what was asked for.
export const detailOf = (failed: unknown, url: string): Promise<ErrorDetail> =>
  inWords((failed instanceof Problem ? failed : problem('internal', url, String(failed))).detail);

function say(line: string): void {
  if (!inTheWay && !told[line]) console.warn(`face-off: ${line}`);
  told[line] = true;
}

export const warn = ({message, advice, url}: ErrorDetail): void => say(`${message} ${advice}${url && ` ${url}`}`);
// Whatever else is told then follows from it.
export function warnOfPage(failed: unknown): void {
  say(`This page's scripts are in the way (${failed}).`);
  inTheWay = true;
}
export const warnOfEnd = (): void => say('What follows an element became its content: write its end tag.');

// Whatever the page did to the platform: nothing of ours goes uncaught, it is told.
export async function softly(run: () => unknown, otherwise: (failed: unknown) => void = warnOfPage): Promise<void> {
  try {
    await run();
  } catch (failed) {
    otherwise(failed);
  }
}
