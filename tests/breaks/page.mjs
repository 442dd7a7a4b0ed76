// Breaks of what a reader sees and uses, in each engine.
const box = 'boxes of 280 to 1,200 px';
const pages = ['strictest policy', 'Trusted Types: our policy allowed'];
const adopted = ['the fallback is taken over', 'a declarative shadow root is taken over'];
const sameLook = ['same text and style: full-counted', 'same text and style: eight'];
const answer = '.answer { margin-top: 10px; }';

export const breaks = [
  {
    name: 'a pressed button cannot be taken back',
    change: [['voting.ts', 'call: wasPressed ? null : (call as', 'call: (call as']],
    fails: {engines: ['change, undo', 'keyboard alone']},
    holds: {engines: ['vote, reload']},
  },
  {
    name: 'the focus cannot be seen',
    change: [['face-off.css', ':focus-visible { outline: 2px solid', ':focus-visible { outline: 0 solid']],
    fails: {engines: ['keyboard alone']},
    holds: {engines: ['change, undo']},
  },
  {
    name: 'each update is built anew',
    change: [['markup.ts', 'nanomorph(shown, fresh);', 'shown.replaceChildren(...fresh.childNodes);']],
    fails: {engines: ['keyboard alone']},
    holds: {engines: ['change, undo']},
  },
  {
    name: 'a box that will not be narrow',
    change: [['face-off.css', answer, '.answer { margin-top: 10px; min-width: 300px; }']],
    fails: {engines: [box]},
    holds: {engines: ['change, undo']},
  },
  {
    name: 'the container is not one',
    change: [['face-off.css', ' container-type: inline-size;', '']],
    fails: {engines: [box]},
    holds: {engines: ['change, undo']},
  },
  {
    name: 'foreign text stands at its own side',
    change: [['face-off.css', 'text-align: match-parent;\n  text-align: -webkit-match-parent;', 'text-align: start;']],
    fails: {engines: ['right to left']},
    holds: {engines: [box]},
  },
  {
    name: 'the columns go from the left, whatever the language',
    change: [['face-off.css', 'tbody { position: relative; }', 'tbody { position: relative; direction: ltr; }']],
    fails: {engines: ['right to left']},
    holds: {engines: [box]},
  },
  {
    name: 'what is pressed is not told in forced colours',
    change: [['face-off.css', '    background: Highlight !important;\n    color: HighlightText !important;\n', '']],
    fails: {engines: ['forced colours']},
    holds: {engines: ['vote, reload']},
  },
  {
    name: 'nothing is drawn',
    change: [['face-off.css', '  all: initial;\n', '  all: initial;\n  opacity: 0;\n']],
    fails: {engines: ['pictures at 360 and 1,100 px']},
    holds: {engines: ['vote, reload']},
  },
  {
    name: 'Firefox draws it otherwise',
    engine: 'firefox',
    change: [['face-off.css', answer, `${answer}\n@supports (-moz-orient: inline) { .answer .says { margin: 1px; } }`]],
    fails: {engines: sameLook},
    holds: {engines: [box]},
  },
  {
    name: 'WebKit draws it otherwise',
    engine: 'webkit',
    change: [['face-off.css', answer, `${answer}\n@supports (-webkit-nbsp-mode: space) { .answer .says { margin: 1px; } }`]],
    fails: {engines: sameLook},
    holds: {engines: [box]},
  },
  {
    name: 'Firefox makes it higher',
    engine: 'firefox',
    change: [['face-off.css', answer, `${answer}\n@supports (-moz-orient: inline) { .answer { min-height: 400px; } }`]],
    fails: {engines: sameLook},
    holds: {engines: ['vote, reload']},
  },
  {
    name: 'no fallback is taken for the verdict',
    change: [['adoption.ts', 'return isOfThis && document', 'return false && document']],
    fails: {engines: adopted, badge: ['of the contender that is asked for is taken over']},
    holds: {engines: ['vote, reload']},
  },
  {
    name: 'a fallback of anybody is taken for the verdict',
    change: [['adoption.ts', 'contender === host.contender && ', '']],
    fails: {badge: ['of another one is not: the right one takes its place']},
    holds: {badge: ['of the contender that is asked for is taken over']},
  },
  {
    name: 'the widget is higher than its fallback',
    change: [['face-off.css', 'section, footer { margin-top: 20px; }', 'section, footer { margin-top: 21px; }']],
    fails: {engines: adopted.slice(0, 1)},
    holds: {engines: ['vote, reload']},
  },
  {
    name: 'a style in an attribute',
    change: [['drawing.ts', 'this.stop();\n    withSlots(fresh);', "this.stop();\n    fresh.setAttribute('style', 'color: red');\n    withSlots(fresh);"]],
    fails: {engines: pages},
    holds: {engines: ['vote, reload']},
  },
  {
    name: 'markup without a policy for it',
    change: [['markup.ts', 'parseFromString(trusted(html)', 'parseFromString((trusted, html)']],
    fails: {engines: [...pages, 'Trusted Types: only others allowed']},
    holds: {engines: ['storage refused: sandboxed']},
  },
  {
    name: 'Trusted Types are taken for granted',
    engine: 'firefox',
    change: [['markup.ts', 'if (!factory) return html;', ''], ['markup.ts', 'policy ??= factory.create', 'policy ??= factory!.create']],
    fails: {engines: ['no Trusted Types at all']},
    holds: {engines: ['Trusted Types: our policy allowed']},
  },
  {
    name: 'whether WebAssembly may run is found out by loading it',
    change: [['wasm.ts', 'try {\n    new WebAssembly.Instance', 'try {\n    return;\n    new WebAssembly.Instance']],
    fails: {engines: ["policy without 'wasm-unsafe-eval'", 'no WebAssembly at all']},
    holds: {engines: ['strictest policy']},
  },
  {
    name: 'an own file is asked for otherwise than its preload',
    change: [['own-file.ts', 'bare({integrity, cache})', "bare({integrity, cache, credentials: 'omit'})"]],
    fails: {'ways-in': ['asks for one core and one document however many show it, and each preload is used']},
    holds: {'ways-in': ['asks for nothing from anybody else']},
  },
  {
    name: 'the document is asked for otherwise than its preload',
    change: [['documents.ts', 'fetchBytes(url, {cache}', "fetchBytes(url, {cache, credentials: 'omit'}"]],
    fails: {'ways-in': ['asks for one core and one document however many show it, and each preload is used']},
    holds: {'ways-in': ['asks for nothing from anybody else']},
  },
  {
    name: 'words for what went wrong are fetched before consent',
    change: [['comparison-element.ts', 'if (byClick && !this.#allowed) throw failed;', '']],
    fails: {loading: ['click asks for nothing before consent when something is wrong either']},
    holds: {loading: ['click that fails says so below the fallback']},
  },
  {
    name: 'an element that has gone goes on watching the page',
    change: [['theme-from.ts', "signal.addEventListener('abort', () => observer.disconnect());", '']],
    fails: {life: ['leave the heap as it was, no node of ours, no listener']},
    holds: {life: ['that was removed and comes back is a verdict again, and follows the page again']},
  },
  {
    name: 'an element that has gone goes on listening to its poll',
    change: [['comparison-element.ts', '    this.#stopListening();\n', '']],
    fails: {life: ['leave the heap as it was, no node of ours, no listener']},
    holds: {life: ['that was removed and comes back is a verdict again, and follows the page again']},
  },
  {
    name: 'each element leaves a list behind',
    change: [[
      'comparison-element.ts', '      upgradeProperties(this);\n',
      '      upgradeProperties(this);\n      ((globalThis as any).hoard ??= []).push(Array.from({length: 500}, Math.random));\n',
    ]],
    fails: {life: ['leave the heap as it was, no node of ours, no listener']},
    holds: {life: ['that was removed and comes back is a verdict again, and follows the page again']},
  },
];
