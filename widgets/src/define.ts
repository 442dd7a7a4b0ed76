// What the script tag runs: defines the elements and the one global, once a page; then looks for places to fill.
import {FaceOffElement} from './face-off.js';
import {placeAt, scan} from './scan.js';

if (!customElements.get('face-off')) {
  customElements.define('face-off', FaceOffElement);
  Object.defineProperty(globalThis, 'Faceoff', {__proto__: null, value: Object.freeze({scan})} as PropertyDescriptor);
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => scan());
  } else {
    scan();
  }
}
placeAt(document.currentScript);
