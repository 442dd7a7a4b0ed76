// Breaks of what talks to the feed: when it is asked again, what is taken for an answer, what is shown meanwhile.
//
// A break: its name; change: [source, what stands there, what shall]; fails: by suite the tests that have to fail; holds:
// those that have to pass all the same, where another break could be mistaken for this one.
const cut = ['truncated at 8 offsets', 'truncated at 200 offsets'];
const ways = ['the feed is away', 'the network is away'];
const eachWay = (...steps) => ways.flatMap((way) => steps.map((step) => `${way}: ${step}`));
const redirects = [302, 307, 308].map((code) => `${code} to elsewhere`);

// A feed that answers something else, or nothing, when the page comes and when the reader votes.
const troubles = [
  '500', '502 by a proxy that knows nothing of cross-origin headers', '503 with a web page', 'connection reset',
  'an empty answer with 200', 'a web page with 200', 'JSON that is something else', 'the counts of another comparison',
  ...redirects,
];
const plain = 'right answers of a wrong media type';

export const breaks = [
  {
    name: 'the last good view goes when the feed does',
    change: [['poll.ts', '...this.sync.view(), offline', "...this.sync.view(), ...(this.#offline && {snapshot: null}), offline"]],
    fails: {faults: [...troubles, ...eachWay('after the answer, then the vote is changed')]},
    holds: {faults: [plain]},
  },
  {
    name: 'the ballot is given up when the feed does not take it at once',
    change: [['sync.ts', 'this.#calm = true;\n    this.#pace.later(retryAfterMs);', 'this.#calm = true;']],
    fails: {
      faults: [
        ...troubles, ...cut, '429 with Retry-After: 2', '429 with Retry-After: a date', 'silence', 'one byte a second',
        '500 for nine seconds: one request a step', 'storage wiped by the page while a vote waits',
      ],
    },
    holds: {faults: [plain]},
  },
  {
    name: 'no vote that waits is ever sent again',
    change: [['sync.ts', 'if (this.#own.pending && !this.#sent) this.#send();\n  }\n\n  #send', '}\n\n  #send']],
    fails: {
      faults: [
        ...eachWay('before the click', 'between click and answer, the vote not counted', 'between click and answer, the vote counted'),
        ...eachWay('after the answer, then the vote is changed'),
        'the feed is away: when the page comes, and when it is loaded again with a vote that waits',
      ],
      engines: ['offline, back'],
    },
    holds: {faults: [plain]},
  },
  {
    name: 'Retry-After is not looked at',
    change: [['transport.ts', "const after = told('Retry-After');", "const after = '';"]],
    fails: {faults: ['429 with Retry-After: 2', '429 with Retry-After: a date', 'clock ten years slow, and 429 with Retry-After as a date']},
    holds: {faults: ['500']},
  },
  {
    name: 'Retry-After is taken for seconds alone',
    change: [['transport.ts', ': Math.max(0, Date.parse(after) - now) || 0', ': 0']],
    fails: {faults: ['429 with Retry-After: a date']},
    holds: {faults: ['429 with Retry-After: 2']},
  },
  {
    name: 'Retry-After as a date is told by the reader\u2019s clock alone',
    change: [['transport.ts', "Date.parse(told('Date')) || Date.now()", 'Date.now()']],
    fails: {faults: ['clock ten years slow, the feed\u2019s own time readable, and 429 with Retry-After as a date']},
    holds: {faults: ['clock ten years slow, and 429 with Retry-After as a date']},
  },
  {
    name: 'Retry-After as a date that has passed is waited for all the same',
    change: [['transport.ts', 'Math.max(0, Date.parse(after) - now)', 'Math.abs(Date.parse(after) - now)']],
    fails: {faults: ['clock ten years fast, and 429 with Retry-After as a date']},
    holds: {faults: ['429 with Retry-After: a date']},
  },
  {
    name: '"Try again" waits for what the feed asked',
    change: [['sync.ts', '&& !this.#sent) {\n      this.#sendNow();', '&& !this.#sent) {\n      this.wake();']],
    fails: {faults: ['clock ten years slow, and 429 with Retry-After as a date']},
    holds: {faults: ['clock ten years fast, and 429 with Retry-After as a date']},
  },
  {
    name: 'the back-off is nothing',
    change: [[
      'pace.ts', 'return Math.round(100 + random * Math.min(cap, lateCapMs, baseMs * 2 ** attempt));',
      'return 0 * cap * random;',
    ]],
    fails: {faults: ['500', '500 for nine seconds: one request a step', 'connection reset', ...redirects]},
    holds: {faults: ['429 with Retry-After: 2']},
  },
  {
    name: 'the back-off does not grow',
    change: [['pace.ts', 'backOffMs(this.failed++,', 'backOffMs(0,']],
    fails: {faults: ['500 for nine seconds: one request a step']},
    holds: {faults: ['500']},
  },
  {
    name: 'whatever wakes the page sends at once',
    change: [['pace.ts', 'if (early > 0) this.#after(early);\n    else this.#run();', 'this.#run();']],
    fails: {
      faults: [
        '429 with Retry-After: 2', '429 with Retry-After: a date',
        '500, and a page told 60 times in three seconds that it is online again',
      ],
    },
    holds: {faults: [plain]},
  },
  {
    name: 'a number that was too low is raised without end',
    change: [['sync.ts', 'if (this.#pace.failed++ || this.#pace.tooEarly()) return this.#later(0);', '']],
    fails: {faults: ['a feed that calls every ballot superseded']},
    holds: {faults: ['storage that gives garbage back, whatever was stored']},
  },
  {
    name: 'each attempt is a ballot with a number of its own',
    change: [['sync.ts', 'this.#sent = this.#last = sent;', 'sent.rev++;\n    this.#save();\n    this.#sent = this.#last = sent;']],
    fails: {faults: ['500', 'connection reset', ...redirects]},
    holds: {faults: [plain]},
  },
  {
    name: 'each attempt is another voter\u2019s',
    change: [['shelf.ts', 'if (!text) {\n      text = hexOf(draw());', '{\n      text = hexOf(draw());']],
    fails: {
      faults: [
        'answers lost after the commit, and counts that hold the vote', ...cut, ...eachWay('between click and answer, the vote counted'),
        'the tab killed between click and answer, the vote counted',
      ],
      engines: ['change, undo'],
    },
    holds: {faults: [plain]},
  },
  {
    name: 'counts that may hold a vote under way are shown, and it on top of them',
    change: [['sync.ts', 'if (own.pending && !(own.base.epoch === epoch && revision <= own.base.revision)) return false;', '']],
    fails: {faults: ['answers lost after the commit, and counts that hold the vote']},
    holds: {faults: [plain]},
  },
  {
    name: 'a ballot is stored only when it is counted',
    change: [
      ['sync.ts', 'this.#own.pending = ballot;\n    this.#save();', 'this.#own.pending = ballot;'],
      [
        'sync.ts', '#reread(): void {\n    this.#own = this.#around.store.read();',
        '#reread(): void {\n    if (!this.#own.pending) this.#own = this.#around.store.read();',
      ],
    ],
    fails: {
      faults: [
        'the feed is away: when the page comes, and when it is loaded again with a vote that waits',
        'the tab killed between click and answer, the vote not counted', 'the tab killed between click and answer, the vote counted',
      ],
    },
    holds: {faults: [plain, '500']},
  },
  {
    name: 'what the feed refused for good is sent again',
    change: [['transport.ts', 'final: code !== undefined', 'final: false']],
    fails: {
      faults: ['404 to a vote', '410 to a vote', '422 to a vote', 'a poll that asks something else now (a new definition)'],
    },
    holds: {faults: ['500']},
  },
  {
    name: 'why a vote was refused is not told',
    change: [['poll.ts', '...this.sync.view(), offline', "...this.sync.view(), refusal: '', offline"]],
    fails: {faults: ['404 to a vote', '410 to a vote', 'a poll that asks something else now (a new definition)']},
    holds: {faults: [plain]},
  },
  {
    name: 'a document that is old is not read again',
    change: [['comparison-element.ts', "this.#notice = 'other_definition';\n      this.reload();", '']],
    fails: {faults: ['a poll that asks something else now (a new definition)']},
    holds: {faults: ['422 to a vote']},
  },
  {
    name: 'nothing is sent again to a feed that lost its votes',
    change: [['sync.ts', 'else if (this.#own.epoch !== fresh.epoch) this.#castAgain(fresh);', '']],
    fails: {faults: ['a feed that lost its votes (a new epoch)']},
    holds: {faults: [plain]},
  },
  {
    name: 'a redirect is followed',
    change: [['transport.ts', "redirect: 'error'", "redirect: 'follow'"]],
    fails: {faults: ['307 to elsewhere', '308 to elsewhere']},
    holds: {faults: ['302 to elsewhere']}, // the ballot does not go with it
  },
  {
    name: 'only answers that say they are JSON are read',
    change: [[
      'fetch-bytes.ts', 'const bytes = await readAtMost(response, url);',
      "if (!/json/.test(response.headers.get('Content-Type')!)) throw 0;\n    const bytes = await readAtMost(response, url);",
    ]],
    fails: {faults: [plain]},
    holds: {faults: ['storage that is null']},
  },
  {
    name: 'counts are believed without a look at whose they are',
    change: [['transport.ts', "!id || member(each, 'comparison') === id", 'true']],
    fails: {faults: ['the counts of another comparison']},
    holds: {faults: ['JSON that is something else']},
  },
  {
    name: 'whatever came with 200 is taken for counts',
    change: [
      ['transport.ts', 'if (!definition || !epoch || revision === undefined) return null;', ''],
      ['fetch-bytes.ts', '/^\\s*</.test(decoded(bytes.subarray(0, 64)))', 'false'],
    ],
    fails: {faults: ['an empty answer with 200', 'a web page with 200', 'JSON that is something else']},
    holds: {faults: ['500']},
  },
  {
    name: 'an answer that cannot be read is taken for a yes',
    change: [['transport.ts', ': unanswered;\n  } catch', ": {kind: 'problem', code: '', final: true, retryAfterMs: 0};\n  } catch"]],
    fails: {faults: ['truncated at 8 offsets', 'truncated at 200 offsets', 'an empty answer with 200', 'a web page with 200']},
    holds: {faults: ['500']},
  },
  {
    name: 'nothing is ever given up',
    change: [
      ['fetch-bytes.ts', 'const late = AbortSignal.timeout(documentMs);', 'const late = new AbortController().signal;'],
      ['transport.ts', 'signal: AbortSignal.timeout(ballotMs),', ''],
    ],
    fails: {
      faults: [
        'silence', 'one byte a second',
      ],
    },
    holds: {faults: ['500']},
  },
  {
    name: 'what another tab does is not heard',
    change: [['poll.ts', 'tellStored(key, newValue);\n  });', '});']],
    fails: {
      faults: ['two tabs vote at once, 200 times, where there are Web Locks', 'two tabs vote at once, 200 times, without Web Locks'],
      engines: ['two tabs, two readers'],
    },
    holds: {faults: [plain]},
  },
  {
    name: 'tabs do not wait for one secret',
    change: [['poll.ts', 'const secretMs = 500;', 'const secretMs = 0;'], ['shelf.ts', 'await drawn;\n    text = secretOf(shelf);', '']],
    fails: {
      faults: ['two tabs vote at once, 200 times, where there are Web Locks', 'two tabs vote at once, 200 times, without Web Locks'],
    },
    holds: {faults: [plain]},
  },
  {
    name: 'what only pages of https have is taken for granted',
    change: [['poll.ts', 'crypto.getRandomValues(new Uint8Array(32))', 'new Uint8Array(32).fill(parseInt(crypto.randomUUID(), 16))']],
    fails: {
      faults: ['a page over plain http, votes at its own origin'],
      situations: ['a plain-http page: no Web Locks, no crypto.subtle'],
    },
    holds: {faults: [plain]},
  },
];
