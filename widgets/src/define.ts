// What the script tag runs: defines the elements and the one global, once a page; then looks for places to fill.
// Where another copy has been first, of this version or another, this one keeps out of its way.
import {version} from 'stamps';
import {bare} from './bare.js';
import {FaceOffBadgeElement, FaceOffElement, FaceOffVoteElement, ownFilesBeside, scan} from './element.js';
import {whenParsed} from './parsed-page.js';
import {placeAt} from './scan.js';

declare global {
  var Faceoff: {scan(node?: ParentNode): void; version: string} | undefined;
}

const script = document.currentScript as HTMLScriptElement | null;
if (!customElements.get('face-off')) {
  ownFilesBeside(script?.src);
  customElements.define('face-off', FaceOffElement);
  customElements.define('face-off-vote', FaceOffVoteElement);
  customElements.define('face-off-badge', FaceOffBadgeElement);
  Object.defineProperty(globalThis, 'Faceoff', bare({value: Object.freeze({scan, version})}));
  whenParsed(scan);
} else if (globalThis.Faceoff?.version !== version) {
  console.warn(`face-off: another version was here first, ${version} does nothing`);
}
placeAt(script);
