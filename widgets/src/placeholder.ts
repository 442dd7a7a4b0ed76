// What stands in the shadow root while there is no verdict: loading, what went wrong, or the question whether to load.
import type {ErrorDetail} from './types.js';
import type {Words} from './words.js';

function make(tag: string, attributes: Record<string, string>, ...inside: (string | Element)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

const root = ({language, direction}: Words, inside: Element) =>
  make('div', {class: 'root', lang: language, dir: direction}, inside);

export const loadingView = (words: Words): HTMLElement =>
  root(words, make('p', {class: 'loading', role: 'status'}, words.loading));

// For the reader one sentence and a button; for the publisher what is wrong, where, and what to do.
export function problemView(words: Words, found: ErrorDetail): HTMLElement {
  const detail = make('p', {class: 'detail', lang: 'en', dir: 'ltr'}, `${found.message} ${found.advice}`);
  const again = make('button', {type: 'button', 'data-action': 'reload'}, words.retry);
  return root(words, make('div', {class: 'problem', role: 'alert'}, make('p', {}, words.failed), detail, again));
}

// Beside a verdict whose votes this browser does not keep.
export const forgetfulView = (words: Words): HTMLElement => root(words, make('p', {class: 'loading'}, words.storage));

export const consentView = (words: Words): HTMLElement =>
  root(words, make('p', {class: 'consent'}, make('button', {type: 'button', 'data-action': 'show'}, words.show)));
