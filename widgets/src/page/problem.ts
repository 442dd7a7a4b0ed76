// What can go wrong before the core has anything to show, as values. problems.json holds a sentence and a remedy for
// each, in English: for publishers and consoles; readers get a short sentence of words.ts as well.
import type problems from './problems.json';
import type {ErrorDetail, Finding} from '../types.js';

export type ProblemCode = keyof typeof problems;

// Not yet in words: its message is only what belongs in parentheses. problem-texts.ts says the rest.
export class Problem extends Error {
  constructor(
    readonly detail: ErrorDetail,
    readonly refused?: Response, // the answer that says by its status that there is nothing
  ) {
    super(detail.code);
  }
}

export const problem = (code: ProblemCode, url = '', more = '', refused?: Response): Problem =>
  new Problem({code, message: more, advice: '', url, findings: []}, refused);

// The first error the core found, with its place.
export function foundProblem(findings: Finding[], url: string): Problem {
  const first = findings.find((each) => each.severity === 'error') ?? findings[0];
  if (!first) return problem('broken', url);
  const {rule, line, column, pointer, sentence, advice} = first;
  const place = [line && `line ${line}, column ${column}`, pointer].filter(Boolean).join(', ');
  return new Problem({code: rule, message: sentence + (place && ` (${place})`), advice, url, findings});
}
