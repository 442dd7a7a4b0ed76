// What can go wrong before the core has anything to show, as values with a sentence and a remedy.
import type {ErrorDetail, Finding} from './types.js';

export type ProblemCode = keyof typeof sentences;

// For publishers and consoles, in English; readers get a short sentence of words.ts as well. The first ends where a
// parenthesis or a full stop follows.
const sentences = {
  'no-source': ['There is nothing to show', 'Give the element a src, or a JSON script inside it.'],
  'bad-address': ['This address cannot be used', 'Use an http or https address.'],
  unreachable: [
    'The address does not answer',
    'Check the address, the network, cross-origin headers and the connect-src policy.',
  ],
  timeout: ['The address answers too slowly', 'Try again later, or serve it from a faster place.'],
  status: ['The address answers with an error', 'Check the address in src.'],
  'too-large': ['The address answers with more than 4 MiB', 'Point src to the document, or split the feed.'],
  'not-json': ['The address answers with a web page, not with JSON', 'Point src to the .faceoff.json file itself.'],
  'newer-format': ['The document is written for a newer version', 'Update faceoff.js.'],
  'wasm-policy': [
    "The page's content security policy forbids WebAssembly",
    "Add 'wasm-unsafe-eval' to its script-src directive.",
  ],
  'wasm-missing': ['faceoff.wasm could not be loaded', 'Put it beside faceoff.js, both of one version.'],
  'trusted-types': [
    "The page's content security policy forbids the policy named faceoff",
    'Add faceoff to its trusted-types directive.',
  ],
  storage: ['This browser stores nothing for this page', 'The vote counts, but is forgotten when the page closes.'],
  internal: ['The comparison core stopped', 'Please report this with the document.'],
} as const;

export class Problem extends Error {
  constructor(readonly detail: ErrorDetail) {
    super(detail.message);
  }
}

const withMore = (sentence: string, more: string) => (more ? `${sentence} (${more})` : sentence);

export function problem(code: ProblemCode, url = '', more = ''): Problem {
  const [sentence, advice] = sentences[code];
  return new Problem({code, message: `${withMore(sentence, more)}.`, advice, url, findings: []});
}

// The first error the core found, with its place.
export function foundProblem(findings: Finding[], url: string): Problem {
  const first = findings.find((each) => each.severity === 'error') ?? findings[0];
  if (!first) return problem('internal', url);
  const {rule, line, column, pointer, sentence, advice} = first;
  const place = [line && `line ${line}, column ${column}`, pointer].filter(Boolean).join(', ');
  return new Problem({code: rule, message: withMore(sentence, place), advice, url, findings});
}
