// The one style sheet all widgets of a page adopt.
import text from './face-off.css';

export const styleSheet = new CSSStyleSheet();
styleSheet.replaceSync(text);
