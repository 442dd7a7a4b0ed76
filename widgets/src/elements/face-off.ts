// <face-off>: the full verdict.
import {ComparisonElement} from './comparison-element.js';

export class FaceOffElement extends ComparisonElement {
  static override readonly view = 'verdict';
}
