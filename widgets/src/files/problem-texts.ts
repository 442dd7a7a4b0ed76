// What problems say: their sentences are a file of their own, loaded when there is something to tell; where it cannot
// be had a problem's code stands for its sentence.
import {problems as stamp} from 'stamps';
import {member, parsed} from '../page/json.js';
import {ownText} from './own-file.js';
import type {ErrorDetail} from '../types.js';

// A problem in words; what the core found has its own. A sentence ends where a parenthesis or a full stop follows.
export async function inWords(detail: ErrorDetail): Promise<ErrorDetail> {
  if (detail.advice) return detail;
  const {code, message: more} = detail;
  const texts = parsed(await ownText('faceoff.problems.json', stamp));
  const [sentence, advice] = (member(texts, code) ?? [code, '']) as [string, string];
  return {...detail, message: `${sentence}${more && ` (${more})`}.`, advice};
}
