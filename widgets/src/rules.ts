// What findings and problems say: they name a rule and the words concerned. The sentences are a file of their own,
// loaded when there is something to tell; where it cannot be had a rule's name stands for its sentence.
import {rules as stamp} from 'stamps';
import {ownOr} from './own-file.js';
import type {ErrorDetail, Finding} from './types.js';

type Texts = Record<string, [sentence: string, advice: string]>;

const load = () => ownOr<Texts>({}, 'faceoff.rules.json', stamp, (from) => from.json());

const filled = (pattern: string, finding: Finding) =>
  pattern.replace(/{(subject|expected)}/g, (_, which: 'subject' | 'expected') => finding[which]);

// The findings with their sentence and advice.
export async function worded(findings: Finding[]): Promise<Finding[]> {
  if (!findings.length) return findings;
  const texts = await load();
  return findings.map((each) => {
    const [sentence, advice] = texts[each.rule] ?? [`${each.rule} {subject}`, ''];
    return {...each, sentence: filled(sentence, each), advice: filled(advice, each)};
  });
}

// A problem in words. A sentence of problems.json ends where a parenthesis or a full stop follows.
export async function inWords(detail: ErrorDetail): Promise<ErrorDetail> {
  const {code, message: more, findings} = detail;
  const found = findings.find((each) => each.rule === code);
  const [sentence, advice] = found ? [found.sentence, found.advice] : (await load())[code] ?? [code, ''];
  return {...detail, message: `${sentence}${more && ` (${more})`}${found ? '' : '.'}`, advice};
}
