// What stands in the shadow root while there is no verdict: loading, or what went wrong.
import type {ErrorDetail} from './types.js';
import type {wordsFor} from './words.js';

type Words = ReturnType<typeof wordsFor>;

function make(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

function root(words: Words, inner: HTMLElement): HTMLElement {
  const box = make('div', 'root');
  box.lang = words.language;
  box.dir = 'ltr';
  box.append(inner);
  return box;
}

export function loadingView(words: Words): HTMLElement {
  const line = make('p', 'loading', words.loading);
  line.setAttribute('role', 'status');
  return root(words, line);
}

// For the reader one sentence and a button; for the publisher what is wrong, where, and what to do.
export function problemView(words: Words, found: ErrorDetail): HTMLElement {
  const box = make('div', 'problem');
  box.setAttribute('role', 'alert');
  const detail = make('p', 'detail', `${found.message} ${found.advice}`);
  detail.lang = 'en';
  const again = make('button', '', words.retry);
  again.setAttribute('type', 'button');
  again.dataset.action = 'reload';
  box.append(make('p', '', words.failed), detail, again);
  return root(words, box);
}
