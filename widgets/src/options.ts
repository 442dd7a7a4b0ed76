// What the core is asked for: compare_texts' options, from the element's attributes and the state of its poll.
import {votesAddress} from './address.js';
import type {ComparisonElement} from './comparison-element.js';
import type {View} from './sync.js';

export interface State {
  base: string; // of the document
  catalog: string;
  notice: string; // a refusal that outlived its poll
  poll: (View & {offline: boolean}) | undefined;
}

function today(): string {
  const now = new Date();
  now.setMinutes(now.getMinutes() - now.getTimezoneOffset());
  return now.toISOString().slice(0, 10);
}

export function optionsOf(element: ComparisonElement, {base, catalog, notice, poll}: State): object {
  const {item, votes, lang, dealBreakers} = element;
  return {
    item,
    base,
    votes: (votes && votesAddress(votes, element.baseURI)) ?? '',
    language: lang,
    catalog,
    today: today(),
    deal_breakers: dealBreakers.split(/[\s,]+/).filter(Boolean),
    state: notice ? 'refused' : poll?.state ?? 'not_voted',
    refusal: notice || poll?.refusal,
    offline: poll?.offline,
    view: (element.constructor as typeof ComparisonElement).view,
  };
}
