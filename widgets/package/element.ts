// The classes alone, for those who define elements under their own conditions. Importing this does nothing.
export {FaceOffBadgeElement, FaceOffElement, FaceOffVoteElement, scan} from '../src/element.js';
export type * from '../src/types.js';
