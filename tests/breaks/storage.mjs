// Breaks of what a device remembers.
const plain = 'right answers of a wrong media type';
const throwing = ['throws when touched', 'is null', 'throws on every read', 'throws on every write', 'throws on every read, write and removal'];
const full = 'storage that is full to the last byte';
const wiped = ['wiped by the page between two votes', 'whose secret was overwritten with garbage between two votes'];
const storages = (names) => names.map((name) => `storage ${name}`);
const refused = ['storage refused: sandboxed', 'storage refused: by the profile'];

const examples = ['index', 'newspaper', 'next-review', 'photo-servers', 'static-feed', 'strict-csp'];
const quiet = examples.map((name) => `${name}.html: quiet before the first vote`);

export const breaks = [
  {
    name: 'a storage that throws is not expected',
    change: [['shelf.ts', 'try {\n      return what(open());\n    } catch {\n      return null;\n    }', 'return what(open());']],
    fails: {
      faults: [...storages(throwing.map((each) => `that ${each}`)), full],
      engines: refused,
      builtins: ['storage that is not there', 'storage that is null'],
      situations: ['a sandboxed frame without storage'],
    },
    holds: {faults: [plain], builtins: ['storage that answers junk']},
  },
  {
    name: 'what the storage does not take is forgotten at once',
    change: [['shelf.ts', 'memory.set(key, text);\n', '']],
    fails: {
      faults: [
        ...storages(throwing.map((each) => `that ${each}`)), full, ...storages(wiped),
        'storage that gives garbage back, whatever was stored', 'storage that takes everything and keeps nothing',
        'storage wiped by the page while a vote waits',
      ],
      engines: refused,
      builtins: ['storage that answers junk'],
      situations: ['a sandboxed frame without storage'],
    },
    holds: {faults: [plain]},
  },
  {
    name: 'nobody is told that votes are not kept',
    change: [['comparison-element.ts', "if (!this.#saidForgetful) this.#fail(problem('storage'));", '']],
    fails: {faults: [full], engines: refused, builtins: ['storage that is not there', 'storage that is null']},
    holds: {faults: [plain]},
  },
  {
    name: 'what the storage answers is believed',
    change: [
      ['shelf.ts', 'text && form.test(text)', 'text'],
      ['store.ts', 'return rev && definition ?', 'return from ?'],
      ['json.ts', 'return Array.isArray(items) ? items.map(read).filter((item) => item !== null) : [];', 'return items ? (items as any).map(read) : [];'],
    ],
    fails: {
      faults: [
        'storage that holds garbage under our keys',
        'storage whose secret was overwritten with garbage between two votes',
      ],
    },
    holds: {faults: [plain]},
  },
  {
    name: 'a number that was too low is left so',
    change: [['sync.ts', 'return this.#castAbove(sent, reply.rev);', "return this.#refuse('');"]],
    fails: {
      faults: [
        'storage that gives garbage back, whatever was stored',
      ],
    },
    holds: {faults: [plain]},
  },
  {
    name: 'JSON that is none is not expected',
    change: [['json.ts', 'try {\n    return JSON.parse(text);\n  } catch {\n    return undefined;\n  }', 'return text && JSON.parse(text);']],
    fails: {
      faults: [
        'storage that gives garbage back, whatever was stored',
        'storage whose records were overwritten with garbage between two votes',
      ],
    },
    holds: {faults: [plain]},
  },
  {
    name: 'what a reader clears is kept elsewhere',
    change: [[
      'shelf.ts', 'const memory = new Map<string, string>();',
      'const memory = new (class extends Map<string, string> {\n' +
        'override get(key: string) { return sessionStorage.getItem(key) ?? undefined; }\n' +
        'override set(key: string, text: string) { sessionStorage.setItem(key, text); return this; } })();',
    ]],
    fails: {faults: ['storage wiped, the page left and opened again: another voter, as anybody who clears a browser']},
    holds: {faults: ['storage wiped by the page while a vote waits']},
  },
  {
    name: 'nothing is stored',
    change: [['shelf.ts', '(storage.setItem(key, text), true)', 'Boolean(storage)']],
    fails: {
      faults: [
        'the feed is away: when the page comes, and when it is loaded again with a vote that waits',
        'storage wiped by the page while a vote waits',
      ],
      engines: ['vote, reload', 'two tabs, two readers'],
      situations: ['a plain-http page: no Web Locks, no crypto.subtle'],
    },
    holds: {faults: [plain]},
  },
  {
    name: 'something is stored before the first vote',
    change: [['poll.ts', 'this.#store = deviceStore(shelf, asked);', 'this.#store = deviceStore(shelf, asked);\n    this.#store.write(this.#store.read());']],
    fails: {quiet},
    holds: {faults: [plain]},
  },
  {
    name: 'something that is not ours is read before the first vote',
    change: [['poll.ts', 'this.#store = deviceStore(shelf, asked);', "this.#store = deviceStore(shelf, asked);\n    sessionStorage.getItem('theirs');"]],
    fails: {quiet},
    holds: {faults: [plain]},
  },
  {
    name: 'somebody else is told before the first vote',
    change: [['definition.ts', 'void softly(() => whenParsed(null)', "void fetch('https://counter.invalid/').catch(() => {});\n    void softly(() => whenParsed(null)"]],
    fails: {quiet: quiet.filter((name) => !name.startsWith('strict-csp'))}, // whose policy forbids it
    holds: {faults: [plain]},
  },
];
