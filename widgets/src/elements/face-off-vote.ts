// <face-off-vote>: the poll alone.
import {ComparisonElement} from './comparison-element.js';

export class FaceOffVoteElement extends ComparisonElement {
  static override readonly view = 'vote';
}
