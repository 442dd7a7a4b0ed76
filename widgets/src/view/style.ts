// The one style sheet all widgets of a page adopt, made with the first of them.
import look from './face-off.css';
import host from './host.css';

let sheet: CSSStyleSheet | undefined;

export function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(host + look);
  }
  return sheet;
}
