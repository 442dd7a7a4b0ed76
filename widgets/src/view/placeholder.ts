// What stands in the shadow root while there is no verdict: loading, what went wrong, or the question whether to load.
import type {ErrorDetail} from '../types.js';
import type {Words} from '../files/words.js';

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...inside: (string | Element)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  for (const each of inside) element.append(each); // a slot needs no append, which a page may have broken
  return element;
}

export const slot = (name: string, ...inside: string[]): HTMLSlotElement => make('slot', {name}, ...inside);

function button(action: string, text: string | Element): Element {
  const made = make('button', {type: 'button'}, text);
  made.dataset.action = action;
  return made;
}

const root = ({language, direction}: Words, inside: Element) =>
  make('div', {className: 'root', lang: language, dir: direction}, inside);

export const loadingView = (words: Words): HTMLElement =>
  root(words, make('p', {className: 'loading', role: 'status'}, words.loading));

// Beside a verdict whose votes this browser does not keep.
export const forgetfulView = (words: Words): HTMLElement =>
  root(words, make('p', {className: 'loading', role: 'status'}, words.storage));

// For the reader one sentence and a button; for the publisher what is wrong, where, and what to do.
export function problemView(words: Words, found: ErrorDetail): HTMLElement {
  const detail = make('p', {className: 'detail', lang: 'en', dir: 'ltr'}, `${found.message} ${found.advice}`);
  const inside = [make('p', {}, words.failed), detail, button('reload', words.retry)];
  return root(words, make('div', {className: 'problem', role: 'alert'}, ...inside));
}

// The publisher's words, else English ones: nothing is fetched before consent, so no catalog either.
export function consentView(words: Words): HTMLElement {
  const asked = button('show', slot('consent', 'Show the comparison'));
  return root(words, make('p', {className: 'consent'}, asked));
}
