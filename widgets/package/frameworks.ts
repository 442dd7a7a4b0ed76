// For TypeScript: what the elements take and tell, in the shapes that frameworks' templates are typed with.
import type {attributes} from '../src/elements/attributes.js';
import type {FaceOffBadgeElement, FaceOffElement, FaceOffVoteElement} from '../src/element.js';

export interface Elements {
  'face-off': FaceOffElement;
  'face-off-vote': FaceOffVoteElement;
  'face-off-badge': FaceOffBadgeElement;
}

// `lang` is every element's.
type Attribute = Exclude<(typeof attributes)[number], 'lang'>;
type EventName = 'face-off-load' | 'face-off-vote' | 'face-off-error';

// Attributes by name, and the one property that is no attribute: the document itself.
export type Given = {[Name in Attribute]?: string} & {data?: unknown};

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;
type Heard<Name extends EventName> = (event: HTMLElementEventMap[Name]) => void;

// on and the event's name (React, Svelte), and in one word (Vue).
export type Listeners = {[Name in EventName as `on${Name}`]?: Heard<Name>};
export type CamelListeners = {[Name in EventName as `on${Pascal<Name>}`]?: Heard<Name>};
