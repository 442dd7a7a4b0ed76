// Style sheets a page may have, each with one thing that reaches into what does not defend itself.
//
// html, wrap, quirks: a page of its own, which has the sheet before the script comes.
// drawn: the page itself is to be drawn otherwise (enlarged, turned grey): then styles are compared, pictures are not.

const everything =
  'animation: none; backdrop-filter: none; border: 7px dashed red; border-radius: 40px; box-shadow: 0 0 9px red; ' +
  'color: red; background: yellow; font: italic 900 31px/3 cursive; letter-spacing: 9px; word-spacing: 30px; ' +
  'text-align: right; text-indent: 90px; text-shadow: 3px 3px red; text-transform: uppercase; text-decoration: line-through; ' +
  'margin: 31px; padding: 17px; position: relative; left: 13px; float: right; display: inline-flex; min-width: 300px; ' +
  'max-width: 900px; overflow: hidden; list-style: square; vertical-align: top; white-space: pre; z-index: 9';

const tags = ['article', 'section', 'header', 'footer', 'h1', 'h2', 'h3', 'h4', 'p', 'ul', 'li', 'a', 'table', 'thead', 'tbody',
  'tr', 'th', 'td', 'button', 'details', 'summary', 'blockquote', 'svg', 'rect', 'path', 'span', 'div', 'small', 'strong', 'bdi',
  'code', 'time'];

// Classes of ours that others have too.
const classes = ['root', 'box', 'label', 'answer', 'summary', 'vote', 'votes', 'chip', 'ship', 'skip', 'mixed', 'tag', 'fig',
  'num', 'name', 'view', 'bar', 'wide', 'narrow', 'state', 'link', 'card', 'fold', 'line', 'two', 'few', 'many', 'list', 'q',
  'who', 'none', 'lead', 'says', 'ask', 'of', 'more', 'about', 'big', 'full', 'fulls', 'mark', 'none', 'hidden'];

const tokens = ['ink', 'soft', 'line', 'edge', 'paper', 'tint', 'ship', 'mixed', 'skip'];

const inherited = (text) => `html, body, main, #stage, face-off { ${text.replaceAll(';', ' !important;')} }`;

export const synthetic = [
  {name: 'everything unset', css: '* { all: unset !important }'},
  {name: 'everything initial, pseudo-elements too', css: '*, ::before, ::after { all: initial !important }'},
  {name: 'everything hidden by name', css: '#stage * { display: none !important }'},
  {name: 'children of everything hidden', css: '#stage > * { display: none !important } #stage > * > * { display: none !important }'},
  {name: 'undefined elements hidden', css: ':not(:defined) { display: none }', html: 'lang="en"'},
  {name: 'not visible', css: inherited('visibility: hidden;')},
  {name: 'right to left by a sheet', css: inherited('direction: rtl; unicode-bidi: bidi-override; text-align: right;')},
  {name: 'right to left by the page', html: 'lang="ar" dir="rtl"'},
  {name: 'upper case, spaced out', css: inherited('text-transform: uppercase; letter-spacing: 0.4em; word-spacing: 2em; font-variant: small-caps;')},
  {name: 'white-space pre', css: inherited('white-space: pre; tab-size: 40; text-wrap: nowrap;')},
  {name: 'white-space nowrap, no breaks', css: inherited('white-space: nowrap; word-break: keep-all; overflow-wrap: normal; hyphens: auto;')},
  {name: '62.5% root', css: 'html { font-size: 62.5% } body { font-size: 1.6rem }'},
  {name: 'huge root', css: 'html { font-size: 400% } * { font-size: inherit }'},
  {name: 'tiny lines', css: inherited('line-height: 0;')},
  {name: 'huge lines', css: inherited('line-height: 9; text-indent: 8em; font-size: 60px;')},
  {name: 'everything transitions', css: '* { transition: all 1s !important; animation: spin 9s infinite !important } @keyframes spin { to { rotate: 1turn } }', drawn: true},
  {name: 'border boxes', css: '*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }'},
  {name: 'content boxes, padded', css: '* { box-sizing: content-box !important; padding: 9px !important; margin: 5px !important; border: 3px solid red !important }'},
  {name: 'outlines for debugging', css: '* { outline: 2px dashed red !important; background: rgb(0 255 0 / 10%) !important }', drawn: true},
  {name: 'every tag of ours', css: `${tags.join(', ')} { ${everything.replaceAll(';', ' !important;')} !important }`},
  {name: 'every class of ours', css: `${classes.map((each) => `.${each}`).join(', ')} { ${everything.replaceAll(';', ' !important;')} !important }`},
  {name: 'our tokens taken', css: `* { ${tokens.map((each) => `--${each}: red !important`).join('; ')} }`},
  {name: 'our tokens registered as lengths', css: tokens.map((each) => `@property --${each} { syntax: "<length>"; inherits: true; initial-value: 3px }`).join(' ')},
  {name: 'drop caps', css: '#stage::first-letter, main::first-letter, body::first-letter { font-size: 90px; float: left; color: red } body::first-line, main::first-line, #stage::first-line { color: red; font-size: 60px }'},
  {name: 'selection and markers', css: '::selection { color: transparent } ::marker { content: "x" } ::placeholder { color: red }'},
  {name: 'vertical, with a width', css: inherited('writing-mode: vertical-rl; text-orientation: upright;') + ' face-off { width: 100% }'},
  {name: 'nothing selectable, no pointer', css: inherited('user-select: none; -webkit-user-select: none; pointer-events: none; cursor: none; touch-action: none;')},
  {name: 'caret, accents, quotes, lists', css: inherited('caret-color: red; accent-color: red; quotes: "x" "y"; list-style: square inside; orphans: 9; widows: 9; border-collapse: collapse; border-spacing: 20px; caption-side: bottom; empty-cells: hide;')},
  {name: 'painting', css: inherited('fill: red; stroke: red; stroke-width: 5px; paint-order: stroke; color-interpolation: linearRGB; shape-rendering: crispEdges; image-rendering: pixelated; -webkit-text-fill-color: red; -webkit-text-stroke: 3px red; text-shadow: 2px 2px red;')},
  {name: 'fonts', css: inherited('font: italic 900 40px/2 cursive; font-stretch: condensed; font-kerning: none; font-feature-settings: "smcp"; font-variation-settings: "wght" 900; font-size-adjust: 1; font-synthesis: none; text-rendering: geometricPrecision; -webkit-font-smoothing: antialiased;')},
  {name: 'forced dark by colour', css: inherited('color: #eee; background: #111;')},
  {name: 'colour scheme dark, theme light', css: ':root { color-scheme: dark }', theme: 'light'},
  {name: 'enlarged', css: 'body { zoom: 1.5 }', drawn: true, enlarged: true},
  {name: 'grey and faint', css: 'body { filter: grayscale(1) contrast(0.8); opacity: 0.8 }', drawn: true},
  {name: 'moved and scaled', css: '#stage { transform: rotate(4deg) scale(0.8) !important; perspective: 200px !important }', drawn: true},
  {name: 'in a flex row', wrap: (inner) => `<div style="display:flex">${inner}</div>`, css: 'face-off { flex: 1 0 800px; float: left; vertical-align: top }'},
  {name: 'in a grid, aligned to the end', wrap: (inner) => `<div style="display:grid;place-items:end;grid-template-columns:1fr">${inner}</div>`, css: 'face-off { width: 100% }'},
  {name: 'in a table cell', wrap: (inner) => `<table style="width:100%;border-spacing:0;color:red;font:italic 30px serif"><tr><td align="center" style="padding:0">${inner}</table>`},
  {name: 'in a link, a label and a legend', wrap: (inner) => `<font color="red" size="7"><center><b><i><u>${inner}</u></i></b></center></font>`},
  {name: 'in a multi-column text', wrap: (inner) => `<div style="columns:1;hyphens:auto;text-align:justify;text-align-last:justify">${inner}</div>`},
  {name: 'quirks mode', quirks: true, css: 'body, table, td { font: italic 33px/2 serif; color: red; text-align: center }'},
  {name: 'quirks mode, bare', quirks: true},
  {name: 'layers and scopes', css: '@layer a, b; @layer a { * { all: revert !important } } @scope (main) { :scope * { all: unset !important } }'},
  {name: 'container and counters', css: 'body { container: page / inline-size; counter-reset: section 9 } * { counter-increment: section; contain: none !important }'},
];
