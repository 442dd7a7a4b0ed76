// What an element's attributes ask the core for: a part of compare_texts' options.
import {votesAddress} from '../page/address.js';
import type {ComparisonElement} from './comparison-element.js';

export const codes = (list: string): Set<string> => new Set(list.split(/[\s,]+/).filter(Boolean));

export function optionsOf(element: ComparisonElement): object {
  const {item, votes, lang, contender, headingLevel} = element;
  return {
    item,
    votes: votes && votesAddress(votes, element.baseURI),
    language: lang,
    // In UTC, as the command line has it. A locale that writes dates so takes a browser 10 ms to find.
    today: new Date().toISOString().slice(0, 10),
    heading: Number(headingLevel) || 2,
    contender,
    view: (element.constructor as typeof ComparisonElement).view,
  };
}
