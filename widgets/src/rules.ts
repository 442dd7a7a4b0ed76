// What a finding says: the core names a rule and the words concerned, and its sentences are a file of their own,
// loaded when there is something to tell.
import {rules as stamp} from 'stamps';
import {ownOr} from './own-file.js';
import type {Finding} from './types.js';

type Texts = Record<string, [sentence: string, advice: string]>;

const filled = (pattern: string, finding: Finding) =>
  pattern.replace(/{(subject|expected)}/g, (_, which: 'subject' | 'expected') => finding[which]);

// The findings with their sentence and advice. Where the texts cannot be had a rule's name stands for itself.
export async function worded(findings: Finding[]): Promise<Finding[]> {
  if (!findings.length) return findings;
  const texts = await ownOr<Texts>({}, 'faceoff.rules.json', stamp, (from) => from.json());
  return findings.map((each) => {
    const [sentence, advice] = texts[each.rule] ?? [`${each.rule} {subject}`, ''];
    return {...each, sentence: filled(sentence, each), advice: filled(advice, each)};
  });
}
