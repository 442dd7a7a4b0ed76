// What problems say: their sentences are a file of their own, loaded when there is something to tell; where it cannot
// be had a problem's code stands for its sentence.
import {problems as stamp} from 'stamps';
import {ownOr} from './own-file.js';
import type {ErrorDetail} from './types.js';

type Texts = Record<string, [sentence: string, advice: string]>;

// A problem in words; what the core found has its own. A sentence ends where a parenthesis or a full stop follows.
export async function inWords(detail: ErrorDetail): Promise<ErrorDetail> {
  const {code, message: more, findings} = detail;
  const found = findings.find((each) => each.rule === code);
  const [sentence, advice] = found
    ? [found.sentence, found.advice]
    : (await ownOr<Texts>({}, 'faceoff.problems.json', stamp, (from) => from.json()))[code] ?? [code, ''];
  return {...detail, message: `${sentence}${more && ` (${more})`}${found ? '' : '.'}`, advice};
}
