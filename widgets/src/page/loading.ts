// When an element may begin, and when the core is worth loading.
//
// In: the element, and a signal that ends the waiting. Out: a promise, which is never settled where it was ended.
import {bare} from './bare.js';

const until = (wait: (go: () => void) => void): Promise<void> => new Promise(wait);

// At most a screen away from what the reader sees.
export const near = (element: Element, signal: AbortSignal): Promise<void> =>
  until((go) => {
    const seen = (entries: IntersectionObserverEntry[]) => entries.some((each) => each.isIntersecting) && go();
    const observer = new IntersectionObserver(seen, bare({rootMargin: '100%'}));
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
  });

// A task of its own for what follows, so that none is long on a slow device.
export const pause = (goesOn: () => unknown): Promise<void> =>
  until((go) => {
    setTimeout(() => goesOn() && go());
  });

// The reader turns to the element, or the page has nothing else to do.
export const intentOrIdle = (element: Element, signal: AbortSignal): Promise<void> =>
  until((go) => {
    const once = bare({once: true, signal});
    for (const name of ['pointerenter', 'focusin', 'click']) element.addEventListener(name, () => go(), once);
    // Safari has no requestIdleCallback.
    const idle = () => void (window.requestIdleCallback ?? setTimeout)(() => go());
    if (document.readyState === 'complete') idle();
    else addEventListener('load', idle, once);
  });

// Whether the parser is done with an element's children.
const isClosed = (element: Node | null): boolean =>
  Boolean(element?.nextSibling || (element && isClosed(element.parentNode)));

// They are there; null: the whole page is.
export const whenParsed = (element: Node | null): Promise<void> =>
  until((go) => {
    if (document.readyState !== 'loading' || isClosed(element)) go();
    else document.addEventListener('DOMContentLoaded', () => go(), bare({once: true}));
  });
