// The classes and their types, for those who define elements themselves. Importing this does nothing.
import type {FaceOffElement} from './face-off.js';
import type {FaceOffBadgeElement} from './face-off-badge.js';
import type {FaceOffVoteElement} from './face-off-vote.js';

export {FaceOffElement} from './face-off.js';
export {FaceOffBadgeElement} from './face-off-badge.js';
export {FaceOffVoteElement} from './face-off-vote.js';
export {ownFilesBeside} from './own-file.js';
export {scan} from './scan.js';
export type * from './types.js';

declare global {
  interface HTMLElementTagNameMap {
    'face-off': FaceOffElement;
    'face-off-vote': FaceOffVoteElement;
    'face-off-badge': FaceOffBadgeElement;
  }
}
