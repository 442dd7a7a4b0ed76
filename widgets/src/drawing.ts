// What stands in an element's shadow root, and when others' votes may move it.
//
// In order of preference: the newest verdict, the last good one, the element's own children (the publisher's
// fallback), a loading or problem view. It builds no verdict markup: that is the core's.
import {parseMarkup, updateMarkup} from './markup.js';

const quietMs = 10_000; // between two moves of the view for other people's votes

// Children that a reader sees while there is no verdict.
const hasFallback = (host: Element): boolean =>
  [...host.childNodes].some((node) =>
    node instanceof Element ? !node.matches('script,template,style,link') : /\S/.test(node.nodeValue!),
  );

export class Drawing {
  readonly #root: ShadowRoot;
  #shown: Element | null = null; // the verdict, once there is one
  #drawn = -Infinity;
  #timer = 0;
  #run = () => {};

  constructor(root: ShadowRoot) {
    this.#root = root;
    root.append(document.createElement('slot'));
    root.addEventListener('focusout', () => this.#timer && this.later(this.#run));
  }

  // In place of nothing else.
  stopgap(view: () => Element): void {
    if (!this.#shown && !hasFallback(this.#root.host)) this.#root.replaceChildren(view());
  }

  show(html: string): void {
    this.stop();
    if (!html) return;
    const fresh = parseMarkup(html);
    if (this.#shown) updateMarkup(this.#shown, fresh);
    else this.#root.replaceChildren((this.#shown = fresh));
    this.#drawn = performance.now();
  }

  // For other people's votes: not too often, and never under the reader's hands.
  later(run: () => void): void {
    this.stop();
    this.#run = run;
    const wait = Math.max(0, this.#drawn + quietMs - performance.now());
    this.#timer = window.setTimeout(() => this.#root.activeElement || run(), wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }
}
