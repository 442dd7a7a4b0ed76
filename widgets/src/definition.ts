// Defines the elements and the one global, once a page, and looks for places to fill. Where another copy has been
// first, of this version or another, this one keeps out of its way.
import {version} from 'stamps';
import './view/style.js'; // first: among the code the sheet is 40 bytes of brotli more
import {bare} from './page/bare.js';
import {FaceOffBadgeElement, FaceOffElement, FaceOffVoteElement, scan} from './element.js';
import {whenParsed} from './page/loading.js';
import {softly} from './view/telling.js';

declare global {
  var Faceoff: {scan(node?: ParentNode): void; version: string} | undefined;
}

export function defineElements(): void {
  if (!customElements.get('face-off')) {
    customElements.define('face-off', FaceOffElement);
    customElements.define('face-off-vote', FaceOffVoteElement);
    customElements.define('face-off-badge', FaceOffBadgeElement);
    Object.defineProperty(globalThis, 'Faceoff', bare({value: Object.freeze({scan, version})}));
    void softly(() => whenParsed(null).then(() => scan()));
  } else if (globalThis.Faceoff?.version !== version) {
    console.warn(`face-off: another version was here first, ${version} does nothing`);
  }
}
