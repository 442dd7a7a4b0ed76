// <face-off-badge contender="...">: one contender's standing, inline in a line of text.
import {ComparisonElement} from './comparison-element.js';

export class FaceOffBadgeElement extends ComparisonElement {
  static override readonly view = 'badge';
}
