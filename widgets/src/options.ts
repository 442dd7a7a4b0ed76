// What an element's attributes ask the core for: a part of compare_texts' options.
import {votesAddress} from './address.js';
import type {ComparisonElement} from './comparison-element.js';

export const codes = (list: string): Set<string> => new Set(list.split(/[\s,]+/).filter(Boolean));

export function optionsOf(element: ComparisonElement): object {
  const {item, votes, lang, contender, headingLevel} = element;
  return {
    item,
    votes: votes && votesAddress(votes, element.baseURI),
    language: lang,
    today: new Date().toLocaleDateString('sv'), // as ISO 8601 writes it
    heading: Number(headingLevel) || 2,
    contender,
    view: (element.constructor as typeof ComparisonElement).view,
  };
}
