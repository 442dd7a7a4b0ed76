// What the core is asked for: compare_texts' options, from the element's attributes and the state of its poll.
import {votesAddress} from './address.js';
import type {ComparisonElement} from './comparison-element.js';
import type {View} from './sync.js';

export interface State {
  base: string; // of the document
  catalog: string;
  notice: string; // a refusal that outlived its poll
  forget: '' | 'forgetting' | 'forgotten' | 'not_forgotten';
  remembers: boolean; // there are votes of this device to forget
  poll: (View & {offline: boolean}) | undefined;
  limits: ReadonlySet<string>; // that matter to the reader
  differences: boolean; // in the facts alone
}

export const codes = (list: string): Set<string> => new Set(list.split(/[\s,]+/).filter(Boolean));


function today(): string {
  const now = new Date();
  now.setMinutes(now.getMinutes() - now.getTimezoneOffset());
  return now.toISOString().slice(0, 10);
}

export function optionsOf(element: ComparisonElement, state: State): object {
  const {item, votes, lang, contender, headingLevel} = element;
  const {base, catalog, notice, forget, remembers, poll, limits, differences} = state;
  return {
    item,
    base,
    votes: (votes && votesAddress(votes, element.baseURI)) ?? '',
    language: lang,
    catalog,
    today: today(),
    deal_breakers: [...limits],
    differences,
    heading: Number(headingLevel) || 2,
    contender,
    state: forget || (notice ? 'refused' : poll?.state ?? 'not_voted'),
    remembers,
    refusal: notice || poll?.refusal,
    offline: poll?.offline,
    view: (element.constructor as typeof ComparisonElement).view,
  };
}
