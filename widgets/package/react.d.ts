// The elements in React's JSX, as of React 19: import '@face-off/widget/react' once, anywhere.
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {Elements, Given, Listeners} from './frameworks.js';

type Props<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element> & Given & Listeners;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'face-off': Props<Elements['face-off']>;
      'face-off-vote': Props<Elements['face-off-vote']>;
      'face-off-badge': Props<Elements['face-off-badge']>;
    }
  }
}
