// The elements in Svelte's markup, as of Svelte 5: import '@face-off/widget/svelte' once, anywhere.
import type {HTMLAttributes} from 'svelte/elements';
import type {Elements, Given, Listeners} from './frameworks.js';

type Props<Element extends HTMLElement> = HTMLAttributes<Element> & Given & Listeners;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'face-off': Props<Elements['face-off']>;
    'face-off-vote': Props<Elements['face-off-vote']>;
    'face-off-badge': Props<Elements['face-off-badge']>;
  }
}
