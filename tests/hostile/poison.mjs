// What scripts of a page do to the ground that others stand on.
//
// Each has a script; `works`: the widget has to work all the same. The others it may fail under, softly: the fallback
// stays, one line is written to the console, and nothing goes uncaught.

const define = (on, name, what) => `Object.defineProperty(${on}, ${JSON.stringify(name)}, {__proto__: null, configurable: true, ${what}});`;

const members = ['method', 'mode', 'cache', 'integrity', 'body', 'headers', 'signal', 'credentials', 'redirect', 'keepalive',
  'passive', 'once', 'capture', 'bubbles', 'composed', 'cancelable', 'detail', 'fatal', 'ignoreBOM', 'stream', 'type', 'endings',
  'delegatesFocus', 'slotAssignment', 'serializable', 'clonable', 'extends', 'is', 'timeout', 'root', 'rootMargin', 'threshold',
  'value', 'get', 'set', 'writable', 'enumerable', 'configurable', 'comparison', 'tally', 'pending', 'counted', 'code', 'call',
  'contender', 'calls', 'pick', 'url', 'items', '_faceoff', 'language', 'en', 'de', 'toJSON', 'then', 'length', 'name', 'message',
  'hash', 'src', 'item', 'votes', 'lang', 'theme', 'data', 'open', 'hidden', 'disabled', 'scan', 'Faceoff', 'widget', 'priority',
  'referrer', 'referrerPolicy', 'duplex', 'window', 'mimeType', 'important', 'baseURL', 'disabled', 'media', 'imports', 'env'];

const junk = (value) => members.filter((each) => !['get', 'set'].includes(each) || value === 'undefined')
  .map((each) => define('Object.prototype', each, `value: ${value}, writable: true, enumerable: true`)).join('');

// Array.prototype.toJSON is what Prototype 1.6 brings, and it makes every list in a ballot a text.
export const pollution = [
  {name: 'members of Object.prototype that are texts', script: junk('"evil"'), works: true},
  {name: 'members of Object.prototype that are numbers', script: junk('7'), works: true},
  {name: 'members of Object.prototype that are objects', script: junk('({evil: 1})'), works: true},
  {name: 'members of Object.prototype that are undefined', script: junk('undefined'), works: true},
  {name: 'getters on Object.prototype', script: members.filter((each) => !['get', 'set', 'value', 'writable', 'then', 'length'].includes(each))
    .map((each) => define('Object.prototype', each, 'get() { return "evil"; }')).join(''), works: true},
  {name: 'enumerable functions on Object, Array, String and Function', works: true,
    script: `for (const each of [Object, Array, String, Function, Number, RegExp, Map, Set, Promise]) {
      for (const name of ['extend', 'each', 'clone', 'evil', 'first', 'last', 'contains', 'inject']) each.prototype[name] = function () { return this; };
    }`},
  {name: 'toJSON of Prototype 1.6', works: true,
    script: `Array.prototype.toJSON = function () { return '[' + this.map((each) => JSON.stringify(each)).join(', ') + ']'; };
      String.prototype.toJSON = function () { return '"' + this + '"'; }; Number.prototype.toJSON = function () { return this; };
      Object.prototype.toJSON = undefined;`},
  {name: 'toJSON on every object', works: true, script: define('Object.prototype', 'toJSON', 'value() { return "evil"; }, writable: true')},
  {name: 'frozen built-ins', works: true,
    script: `for (const each of [Object, Array, String, Function, Number, RegExp, Map, Set, Promise, Error, Date]) {
      Object.freeze(each); Object.freeze(each.prototype);
    }`},
  {name: 'frozen document model', works: true, script: 'for (const each of [Node, Element, HTMLElement, EventTarget, Document]) Object.freeze(each.prototype);'},
  {name: 'a then on Object.prototype that never answers', script: define('Object.prototype', 'then', 'value() {}'), silent: true},
  {name: 'a then on Object.prototype that throws', script: define('Object.prototype', 'then', 'value() { throw new Error("evil"); }')},
  {name: 'for-in over lists finds more', works: true, script: 'Array.prototype.evil = 1; NodeList.prototype.evil = 1; NamedNodeMap.prototype.evil = 1; DOMStringMap.prototype.evil = 1;'},
  {name: 'globals of our names', works: true, script: 'window.Faceoff = {scan: 1}; window.core = window.wasm = window.module = window.exports = 1; window.define = Object.assign(() => { throw 1; }, {amd: {}}); window.require = () => { throw 1; }; window.process = {env: {}}; window.global = {}; window.name = "evil"; window.status = "x"; window.origin = "null"; window.top_ = 1;'},
  {name: 'elements with our ids and names', works: true,
    body: '<form id="fetch" name="JSON"><input name="location"><input id="customElements"><input name="localStorage"></form>' +
      '<img name="baseURI"><img name="readyState">' +
      '<a id="Faceoff" name="Faceoff"></a><i id="fo-a-title"></i><i id="crypto"></i><form id="trustedTypes"><input name="createPolicy"></form>'},
  {name: 'fetch wrapped, as by monitoring', works: true,
    script: 'const real = fetch; window.fetch = function (...given) { return real.apply(this, given).then((answer) => { answer.clone().text().catch(() => {}); return answer; }); };'},
  {name: 'Promise replaced by a subclass', works: true, script: 'window.Promise = class Promise extends window.Promise {};'},
  {name: 'customElements patched, as by a scoped registry', works: true,
    script: 'const real = customElements.define; customElements.define = function (name, made, options) { return real.call(this, name, made, options); };'},
  {name: 'setTimeout and events wrapped, as by zones', works: true,
    script: `const add = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (type, run, options) {
        return add.call(this, type, typeof run === 'function' ? function (...given) { return run.apply(this, given); } : run, options); };
      const later = setTimeout; window.setTimeout = (run, ...more) => later(() => run(), ...more);`},
  {name: 'storage that is not there', works: true, says: 1, script: define('window', 'localStorage', 'get() { throw new DOMException("no", "SecurityError"); }')},
  {name: 'storage that is null', works: true, says: 1, script: define('window', 'localStorage', 'value: null')},
  {name: 'storage that answers junk', works: true, script: 'Storage.prototype.getItem = () => ({}); Storage.prototype.setItem = () => 7;'},
];

// The platform's. Where the language's own fail (a list's push), no script runs, the page's least of all.
const places = {
  window: ['fetch', 'clearTimeout', 'queueMicrotask', 'DOMParser', 'CSSStyleSheet', 'CustomEvent', 'URL', 'AbortController',
    'TextDecoder', 'Blob', 'addEventListener', 'requestIdleCallback', 'IntersectionObserver', 'Response', 'Event',
    'matchMedia', 'MutationObserver'],
  JSON: ['parse', 'stringify'],
  customElements: ['get', 'define', 'whenDefined', 'upgrade'],
  WebAssembly: ['compile', 'compileStreaming', 'instantiate', 'Module', 'Instance'],
  crypto: ['getRandomValues', 'subtle'],
  AbortSignal: ['timeout', 'any'],
  'EventTarget.prototype': ['addEventListener', 'dispatchEvent', 'removeEventListener'],
  'Node.prototype': ['appendChild', 'insertBefore', 'removeChild', 'replaceChild', 'isEqualNode', 'isSameNode', 'getRootNode', 'cloneNode', 'contains'],
  'Element.prototype': ['attachShadow', 'setAttribute', 'getAttribute', 'hasAttribute', 'toggleAttribute', 'removeAttribute', 'closest',
    'matches', 'querySelector', 'querySelectorAll', 'append', 'replaceChildren', 'before', 'after', 'remove', 'scrollIntoView'],
  'Document.prototype': ['createElement', 'adoptNode', 'querySelectorAll', 'querySelector', 'createTextNode', 'append', 'getElementById'],
  'DocumentFragment.prototype': ['append', 'replaceChildren', 'querySelector', 'querySelectorAll', 'getElementById'],
  'Response.prototype': ['json', 'text', 'arrayBuffer', 'clone'],
  'Storage.prototype': ['getItem', 'setItem', 'removeItem'],
  'DOMTokenList.prototype': ['contains', 'add', 'remove', 'toggle'],
  CSS: ['escape'],
};

const ways = {
  throws: 'function () { throw new Error("evil"); }',
  'answers nothing': 'function () {}',
};

// One built-in at a time, in each way.
export const broken = Object.entries(places).flatMap(([place, names]) =>
  names.flatMap((name) =>
    Object.entries(ways).map(([way, text]) => ({
      name: `${place}.${name} ${way}`,
      script: define(place, name, `value: ${text}, writable: true`),
    })),
  ),
);
