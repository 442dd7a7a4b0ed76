// Breaks of what stands its ground on pages of others: their style sheets, scripts, routers and Markdown.
const bare = [
  'members of Object.prototype that are texts', 'members of Object.prototype that are numbers',
  'members of Object.prototype that are objects', 'members of Object.prototype that are undefined', 'getters on Object.prototype',
];
const guarded = ['customElements.get throws', 'customElements.define throws'];

// Sheets that say something of elements, which the shadow tree has too.
const ofElements = [
  'bootstrap.css of bootstrap 5.3.9', 'bootstrap-reboot.css of bootstrap 5.3.9', 'reset.css of the-new-css-reset 1.11.3',
  'pico.css of @picocss/pico 2.1.1', 'pico.classless.css of @picocss/pico 2.1.1', 'water.css of water.css 2.1.1',
  'normalize.css of normalize.css 8.0.1', 'modern-normalize.css of modern-normalize 3.0.1', 'sanitize.css of sanitize.css 13.0.0',
  'reset.css of reset-css 5.0.2', 'bulma.css of bulma 1.0.4', 'preflight.css of tailwindcss 4.3.5',
  'milligram.css of milligram 1.4.1', 'sakura.css of sakura.css 1.5.1', 'simple.css of simpledotcss 2.3.7',
  'new.css of @exampledev/new.css 1.1.3', 'mvp.css of mvp.css 1.18.0', 'pure.css of purecss 3.1.0',
  'spectre.css of spectre.css 0.5.9', 'skeleton.css of skeleton-css 2.0.4', 'tachyons.css of tachyons 4.12.0',
  'materialize.css of materialize-css 1.0.0', 'foundation.css of foundation-sites 6.9.0', 'everything unset',
  'everything initial, pseudo-elements too', 'everything transitions', 'border boxes', 'content boxes, padded',
  'outlines for debugging', 'every tag of ours', 'every class of ours', 'layers and scopes', 'container and counters',
];
// Those whose say is inherited.
const inherited = [
  'github-markdown.css of github-markdown-css 5.9.0', 'not visible', 'right to left by a sheet', 'upper case, spaced out',
  'white-space pre', 'white-space nowrap, no breaks', 'vertical, with a width', 'nothing selectable, no pointer',
  'caret, accents, quotes, lists', 'painting', 'fonts', 'in a table cell', 'in a link, a label and a legend',
  'in a multi-column text',
];

const mistakes = [
  'an element closed in its own tag leaves the article', 'an element closed in its own tag, before the last paragraph',
  'two of them',
];
const blocks = 'a fallback of several blocks in an element that is closed stays hidden';

export const breaks = [
  {
    name: 'the sheets of the page reach into the widget',
    change: [[
      'style.ts', 'sheet.replaceSync(host + look);',
      "const page = document.querySelector('#sheet');\n" +
        "const take = () => sheet!.replaceSync(host + look + (page?.textContent ?? ''));\n" +
        'if (page) new MutationObserver(take).observe(page, {childList: true});\ntake();',
    ]],
    fails: {sheets: ofElements},
    holds: {sheets: ['forced dark by colour', 'quirks mode, bare']},
  },
  {
    name: 'what is inherited comes in',
    change: [['face-off.css', '  all: initial;\n', '']],
    fails: {sheets: inherited},
    holds: {sheets: ['our tokens taken', 'quirks mode, bare']},
  },
  {
    name: 'lines, colour and direction are left to the page',
    change: [[
      'face-off.css', '  overflow-wrap: anywhere;\n}',
      '  overflow-wrap: anywhere;\n  line-height: inherit;\n  color: inherit;\n  direction: inherit;\n}',
    ]],
    fails: {sheets: ['tiny lines', 'huge lines', 'forced dark by colour', 'right to left by the page', 'quirks mode']},
    holds: {sheets: ['62.5% root']},
  },
  {
    name: 'sizes go by the page\u2019s root',
    change: [['face-off.css', '--fo-size: var(--face-off-size, 15px)', '--fo-size: var(--face-off-size, 0.9375rem)']],
    fails: {sheets: ['62.5% root', 'huge root']},
    holds: {sheets: ['tiny lines']},
  },
  {
    name: 'the page decides whether the element is there',
    change: [['host.css', 'display: block !important; ', '']],
    fails: {sheets: ['everything hidden by name', 'children of everything hidden']},
    holds: {sheets: ['everything unset']},
  },
  {
    name: 'an element is defined when it is seen',
    change: [[
      'definition.ts', "customElements.define('face-off', FaceOffElement);",
      'void whenParsed(null).then(() => {\n' +
        'const observer = new IntersectionObserver((seen) => {\n' +
        'if (!seen.some((each) => each.isIntersecting)) return;\n' +
        "observer.disconnect();\ncustomElements.define('face-off', FaceOffElement);\n});\n" +
        "observer.observe(document.querySelector('face-off')!);\n});",
    ]],
    fails: {sheets: ['undefined elements hidden']},
    holds: {sheets: ['tiny lines']},
  },
  {
    name: 'a colour has a name that pages use',
    change: [['face-off.css', '  color: var(--fo-ink);\n  font: var', '  color: var(--ink, var(--fo-ink));\n  font: var']],
    fails: {sheets: ['our tokens taken', 'our tokens registered as lengths']},
    holds: {sheets: ['forced dark by colour']},
  },
  {
    name: 'no float that ends drop caps; a theme that is no scheme; tables as in quirks mode',
    change: [
      ['face-off.css', 'float: inline-start; width: 100%', 'width: 100%'],
      ['host.css', ':host([theme="light"]) .root { color-scheme: light; }', ''],
      ['face-off.css', 'table { color: inherit; font: inherit; }', ''],
    ],
    fails: {sheets: ['drop caps', 'colour scheme dark, theme light', 'quirks mode', 'quirks mode, bare']},
    holds: {sheets: ['tiny lines']},
  },
  {
    name: 'options of the platform have the page\u2019s prototype',
    change: [['bare.ts', '({__proto__: null, ...options})', '({...options}) as T']],
    fails: {builtins: bare},
    holds: {builtins: ['toJSON of Prototype 1.6', 'frozen built-ins']},
  },
  {
    name: 'JSON is written as the page\u2019s toJSON likes it',
    change: [[
      'json.ts', 'JSON.stringify(value, function (this: Record<string, unknown>, name) {\n    return this[name];\n  });',
      'JSON.stringify(value);',
    ]],
    fails: {builtins: ['toJSON of Prototype 1.6', 'toJSON on every object']},
    holds: {builtins: ['frozen built-ins']},
  },
  {
    name: 'the script\u2019s own first steps go uncaught',
    change: [],
    unguarded: true,
    fails: {builtins: guarded},
    holds: {builtins: ['JSON.parse throws', 'frozen built-ins']},
  },
  {
    name: 'what fails goes uncaught',
    change: [['telling.ts', '  } catch (failed) {\n    otherwise(failed);', '  } catch (failed) {\n    throw failed;']],
    fails: {
      builtins: [
        ...['window.DOMParser', 'window.CustomEvent', 'Element.prototype.append'].flatMap((name) =>
          [`${name} throws`, `${name} answers nothing`],
        ),
        'a then on Object.prototype that throws',
      ],
    },
    holds: {builtins: ['frozen built-ins']},
  },
  {
    name: 'a fallback has no place until there is a verdict',
    change: [['drawing.ts', "const slots = [slot(''), slot('newsletter')", "const slots = [slot('newsletter')"]],
    fails: {builtins: ['a then on Object.prototype that never answers', 'a then on Object.prototype that throws']},
    holds: {builtins: ['frozen built-ins']},
  },
  {
    name: 'a method of the platform is written over',
    change: [[
      'comparison-element.ts', '    super();\n',
      '    super();\n    this.contains = this.contains;\n    const list: any = [];\n    list.map = list.map;\n',
    ]],
    fails: {builtins: ['frozen built-ins', 'frozen document model']},
    holds: {builtins: ['globals of our names']},
  },
  {
    name: 'only an untouched platform is used',
    change: [[
      'definition.ts', "customElements.define('face-off', FaceOffElement);",
      'for (const each of [fetch, Promise, customElements.define, setTimeout])\n' +
        "if (!/native/.test(String(each))) throw new Error('touched');\n    customElements.define('face-off', FaceOffElement);",
    ]],
    fails: {
      builtins: [
        'fetch wrapped, as by monitoring', 'Promise replaced by a subclass', 'customElements patched, as by a scoped registry',
        'setTimeout and events wrapped, as by zones',
      ],
    },
    holds: {builtins: ['globals of our names']},
  },
  {
    name: 'the one global stands for the elements; a list is gone through by its names',
    change: [
      ['definition.ts', "if (!customElements.get('face-off'))", 'if (!globalThis.Faceoff)'],
      ['attributes.ts', 'for (const name of attributes) {', 'for (const each in attributes) attributes[each as any]!.at(0);\n  for (const name of attributes) {'],
    ],
    fails: {builtins: ['globals of our names', 'for-in over lists finds more', 'enumerable functions on Object, Array, String and Function']},
    holds: {builtins: ['frozen document model']},
  },
  {
    name: 'where a document is, its own members say',
    change: [['source.ts', 'const base = element.baseURI;', 'const base = document.baseURI;']],
    fails: {builtins: ['elements with our ids and names']},
    holds: {builtins: ['globals of our names']},
  },
  {
    name: 'another copy of the script defines again',
    change: [['definition.ts', "if (!customElements.get('face-off'))", "if (customElements.get('face-off') !== FaceOffElement)"]],
    fails: {situations: ['the same script three times']},
    holds: {situations: ['50 widgets of 5 documents']},
  },
  {
    name: 'nobody is told of another version',
    change: [['definition.ts', 'console.warn(`face-off: another version was here first, ${version} does nothing`);', '']],
    fails: {situations: ['two versions of the script']},
    holds: {situations: ['the same script three times']},
  },
  {
    name: 'a module is taken whatever it is',
    change: [['own-file.ts', 'bare({integrity, cache})', 'bare({integrity: integrity && undefined, cache})']],
    fails: {situations: ['an old script with a new module']},
    holds: {situations: ['the same script three times']},
  },
  {
    name: 'each element asks for its own document',
    change: [['documents.ts', '(!again && documents.get(url)) || start', 'start']],
    fails: {situations: ['50 widgets of 5 documents']},
    holds: {situations: ['the same script three times']},
  },
  {
    name: 'an element that was in a page once is served no more',
    change: [['comparison-element.ts', '    this.#running?.abort();\n    this.#running = null;', '    this.#running?.abort();']],
    fails: {situations: ['moved 20 times, removed and put back']},
    holds: {situations: ['htmx puts it into a page']},
  },
  {
    name: 'what was asked for before is drawn too',
    change: [['comparison-element.ts', '    this.#running?.abort();\n    const {signal}', '    const {signal}']],
    fails: {situations: ['removed while it loads, and put back']},
    holds: {situations: ['50 widgets of 5 documents']},
  },
  {
    name: 'what comes after the page is left alone',
    change: [
      ['comparison-element.ts', '      upgradeProperties(this);\n', "      upgradeProperties(this);\n      if (document.readyState === 'complete') return;\n"],
      ['comparison-element.ts', "    if (name === 'deal-breakers')", "    if (!this.#running) return;\n    if (name === 'deal-breakers')"],
    ],
    fails: {
      situations: [
        'a router that swaps content and address, with view transitions', 'Turbo: to another page and back',
        'htmx puts it into a page',
      ],
    },
    holds: {situations: ['50 widgets of 5 documents']},
  },
  {
    name: 'a listener that keeps the page out of the cache for going back',
    change: [['poll.ts', "addEventListener('pagehide', () => polls.forEach", "addEventListener('unload', () => polls.forEach"]],
    fails: {
      situations: ['back from the next page (bfcache)'],
      life: ['a page out of the back/forward cache goes on: it votes, and sees what was counted meanwhile'],
    },
    holds: {situations: ['50 widgets of 5 documents']},
  },
  {
    name: 'what became the content of an element is hidden',
    change: [['swallowed.ts', 'export function swallows(host: Element): boolean {\n', 'export function swallows(host: Element): boolean {\n  return false;\n']],
    fails: {markdown: mistakes},
    holds: {markdown: [blocks, 'the element within a paragraph']},
  },
  {
    name: 'a fallback is shown below its verdict',
    change: [['swallowed.ts', 'export function swallows(host: Element): boolean {\n', 'export function swallows(host: Element): boolean {\n  return true;\n']],
    fails: {markdown: ['the element within a paragraph', blocks, 'README.md, snippet 1', 'docs/embedding.md, snippet 1']},
    holds: {markdown: ['an element closed in its own tag leaves the article']},
  },
  {
    name: 'quotes that stand for an element are not found',
    change: [['scan.ts', 'blockquote.face-off[data-src]', 'blockquote.faceoff[data-src]']],
    fails: {markdown: ['whose system strips scripts and custom tags', 'docs/embedding.md, snippet 2']},
    holds: {markdown: ['the element within a paragraph']},
  },
  {
    name: 'a script that stands in place is not one',
    change: [['scan.ts', 'if (script?.dataset.src &&', 'if (script?.dataset.source &&']],
    fails: {markdown: ['docs/embedding.md, snippet 3']},
    holds: {markdown: ['docs/embedding.md, snippet 1']},
  },
];
