// Runs once the whole page is there: children of an element that is still being parsed are not.
import {bare} from './bare.js';

export function whenParsed(run: () => void): void {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => run(), bare({once: true}));
  } else {
    queueMicrotask(run);
  }
}
