// The page inside an iframe: shows the comparison that its address names, and tells the page around how high it is.
//
// In: ?src=, and item, lang, theme, deal-breakers, view as the element's attributes; the element itself refuses what
// is neither https nor of this origin. Out: messages {type: 'face-off-height', height}, whole pixels, to the parent;
// nothing else leaves the frame. No message is listened to.
import {bare} from '../src/page/bare.js';

const asked = new URLSearchParams(location.search);
const attributes = ['src', 'item', 'lang', 'theme', 'deal-breakers'];
const quietMs = 50; // between two messages

function dress(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('body{margin:0}');
  document.adoptedStyleSheets = [sheet];
}

function place(): void {
  const made = document.createElement(asked.get('view') === 'vote' ? 'face-off-vote' : 'face-off');
  made.setAttribute('loading', 'eager'); // when a frame loads is said on the frame
  for (const name of attributes) {
    const value = asked.get(name);
    if (value !== null) made.setAttribute(name, value);
  }
  const shown = new MutationObserver(() => name(made));
  const changes = bare({childList: true, characterData: true, subtree: true});
  made.addEventListener('face-off-load', () => shown.observe(made.shadowRoot!, changes));
  document.body.append(made);
}

// What a screen reader calls the frame's document, and its language.
function name(made: Element): void {
  const root = made.shadowRoot?.querySelector('.root');
  document.title = root?.querySelector('h1,h2,h3,h4,h5,h6')?.textContent ?? document.title;
  document.documentElement.lang = root?.getAttribute('lang') ?? '';
}

function tellHeight(): void {
  let told = 0;
  let waits = false;
  const tell = () => {
    waits = false;
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // Who is around is not known, and a height is no secret.
    parent.postMessage(bare({type: 'face-off-height', height}), '*');
  };
  new ResizeObserver(() => {
    if (!waits) setTimeout(tell, told && quietMs);
    waits = true;
  }).observe(document.documentElement);
}

dress();
place();
if (parent !== window) tellHeight();
