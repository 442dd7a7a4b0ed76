// The classes and their types, for those who define elements themselves. Importing this does nothing.
import type {FaceOffElement} from './elements/face-off.js';
import type {FaceOffBadgeElement} from './elements/face-off-badge.js';
import type {FaceOffVoteElement} from './elements/face-off-vote.js';

export {FaceOffElement} from './elements/face-off.js';
export {FaceOffBadgeElement} from './elements/face-off-badge.js';
export {FaceOffVoteElement} from './elements/face-off-vote.js';
export {ownFilesBeside} from './files/own-file.js';
export {scan} from './elements/scan.js';
export type * from './types.js';

declare global {
  interface HTMLElementTagNameMap {
    'face-off': FaceOffElement;
    'face-off-vote': FaceOffVoteElement;
    'face-off-badge': FaceOffBadgeElement;
  }
}
