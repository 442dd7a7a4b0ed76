// What the script tag runs: defines the elements and the one global, once a page; then looks for places to fill.
import {bare} from './bare.js';
import {FaceOffElement} from './face-off.js';
import {whenParsed} from './parsed-page.js';
import {placeAt, scan} from './scan.js';

if (!customElements.get('face-off')) {
  customElements.define('face-off', FaceOffElement);
  Object.defineProperty(globalThis, 'Faceoff', bare({value: Object.freeze({scan})}));
  whenParsed(scan);
}
placeAt(document.currentScript);
