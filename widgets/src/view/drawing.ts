// What stands in an element's shadow root, and when others' votes may move it.
//
// In order of preference: the newest verdict, the last good one, the publisher's fallback (a declarative shadow
// root, or the element's own children), a loading or problem view. It builds no verdict markup: that is the core's.
// Focus that is inside stays inside.
import {enable} from './adoption.js';
import {bare} from '../page/bare.js';
import {updateMarkup} from './markup.js';
import {slot} from './placeholder.js';
import {swallows} from './swallowed.js';
import {softly, warnOfEnd} from './telling.js';

const quietMs = 10_000; // between two moves of the view for other people's votes

// Children that a reader sees while there is no verdict.
const hasFallback = (host: Element): boolean =>
  [...host.childNodes].some((node) =>
    node instanceof Element ? !node.matches('script,template,style,link,[slot]') : /\S/.test(node.nodeValue!),
  );

// Where the page's own parts go: before the footer, and at its end.
function withSlots(view: HTMLElement): HTMLElement {
  const footer = view.querySelector('footer');
  footer?.before(slot('newsletter'));
  footer?.append(slot('footer'));
  return view;
}

export class Drawing {
  readonly #root: ShadowRoot;
  readonly #declared: boolean;
  withhold = () => {}; // there is nothing behind the controls of what was adopted
  #shown: HTMLElement | null = null; // the verdict, once there is one
  #beside: HTMLElement | null = null;
  #drawn = -Infinity;
  #timer = 0;
  #run = () => {};

  constructor(host: Element) {
    // First: a shadow root without them would hide what the page wrote.
    const slots = [slot(''), slot('newsletter'), slot('footer')];
    const root = host.shadowRoot ?? host.attachShadow(bare({mode: 'open'}));
    this.#root = root;
    this.#declared = root.hasChildNodes();
    void softly(() => {
      if (!this.#declared) root.append(...slots);
      root.addEventListener('focusout', () => this.#timer && this.later(this.#run));
    });
  }

  get isEmpty(): boolean {
    return !this.#shown;
  }

  // In place of nothing else.
  stopgap(view: HTMLElement): void {
    if (!this.#shown && !this.#declared && !hasFallback(this.#root.host)) this.#replaceAll(view);
  }

  // Below what there is, until the next verdict: an answer to the reader. Null: nothing any more.
  beside(view: HTMLElement | null): void {
    const before = this.#beside;
    this.#beside = view;
    if (view) this.#root.append(view);
    if (before?.contains(this.#root.activeElement)) this.#focus(view ?? this.#shown);
    before?.remove();
  }

  // The publisher's fallback becomes the verdict. What it stands in already is not touched.
  takeOver(fallback: HTMLElement): void {
    const focused = document.activeElement as HTMLElement;
    this.withhold = enable(withSlots(fallback));
    this.#shown = fallback;
    if (fallback.getRootNode() === this.#root) return;
    const inside = fallback.contains(focused);
    this.#replaceAll(fallback);
    if (inside) focused.focus({preventScroll: true});
  }

  show(fresh: HTMLElement): void {
    this.stop();
    withSlots(fresh);
    if (this.#shown) {
      const focused = this.#root.activeElement;
      if (this.#shown.hasAttribute('tabindex')) fresh.tabIndex = -1;
      updateMarkup(this.#shown, fresh);
      if (focused && !this.#root.activeElement) this.#focus(this.#shown); // its button is gone
    } else {
      this.#replaceAll((this.#shown = fresh));
    }
    this.beside(null);
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

  #replaceAll(view: HTMLElement): void {
    const focused = this.#root.activeElement;
    this.#root.replaceChildren(view, ...this.#rest());
    if (focused) this.#focus(view);
  }

  // What the page shows below it: children that are more than a fallback.
  #rest(): Element[] {
    if (!swallows(this.#root.host)) return [];
    warnOfEnd();
    return [slot('')];
  }

  #focus(view: HTMLElement | null): void {
    if (!view) return;
    view.tabIndex = -1;
    view.focus({preventScroll: true});
  }
}
