// The elements in Vue's templates, as of Vue 3.3: import '@face-off/widget/vue' once, anywhere.
import type {HTMLAttributes, PublicProps} from 'vue';
import type {CamelListeners, Elements, Given} from './frameworks.js';

type Component<Element> = new () => Element & {
  /** @deprecated Not there at run time: for the type checker. */
  $props: HTMLAttributes & PublicProps & Given & CamelListeners;
};

declare module 'vue' {
  interface GlobalComponents {
    'face-off': Component<Elements['face-off']>;
    'face-off-vote': Component<Elements['face-off-vote']>;
    'face-off-badge': Component<Elements['face-off-badge']>;
  }
}
