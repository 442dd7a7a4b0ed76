// The comparison core without a page: in Node, in edge runtimes, in a worker.
//
// In: a document as text, bytes or parsed JSON. Out: the same findings, report and HTML as the faceoff command and the
// widget give. No network, no clock: what day it is, is an option.
import {makeCore} from '../../web/core.js';
import type {Finding} from '../src/types.js';
import type {Report} from './report.js';

export type {Finding};
export type * from './report.js';
export type Source = string | Uint8Array | object;

export interface ParseOptions {
  item?: string; // of a feed: the comparison's id
  base?: string; // the document's own address: what relative ones in it mean
}

export interface CompareOptions extends ParseOptions {
  tally?: Source; // a tally, or the votes feed
  page?: string; // the page the verdict links back to, from a feed
  votes?: string; // the votes feed, if not the document's
  language?: string; // of our own words, if not the document's
  today?: string; // 2026-11-25; without it nothing is dated
  dealBreakers?: string[]; // limit codes
  heading?: number; // level of the title, 1 to 6
  differences?: boolean; // leave out facts that are the same of all
  remembers?: boolean; // with purpose widget: offer to forget what this device keeps
  view?: 'verdict' | 'vote' | 'badge';
  contender?: string; // of a badge: its id; else the answer's
  purpose?: 'fallback' | 'feed' | 'widget'; // fallback: what stands in <face-off> until it is there
}

export interface Comparison {
  usable: boolean; // report and html hold a comparison
  newerFormat: boolean; // written for a newer version of this package
  findings: Finding[]; // errors first come from the document, then from the tally
  attachment: string; // "" or the address of the document that a feed's item points to: fetch and compare that
  report: Report | null;
  html: string;
}

export interface FaceoffCore {
  readonly version: string;
  // What the document is and says, computed; without HTML.
  parse(document: Source, options?: ParseOptions): Omit<Comparison, 'html'>;
  // valid: no errors; with `strict` no warnings either.
  validate(document: Source, options?: ParseOptions & {strict?: boolean}): {valid: boolean; findings: Finding[]};
  compare(document: Source, options?: CompareOptions): Comparison;
  // The HTML that stands inside the element; throws an UnusableDocument where there is none.
  render(document: Source, options?: CompareOptions): string;
}

export class UnusableDocument extends Error {
  override readonly name = 'UnusableDocument';

  constructor(readonly comparison: Comparison) {
    const {findings, attachment} = comparison;
    const first = findings.find((each) => each.severity === 'error');
    const place = first?.line ? `line ${first.line}, column ${first.column}: ` : '';
    super(first ? place + first.sentence : attachment ? `the comparison is in ${attachment}` : 'no comparison');
  }
}

const textOf = (source: Source): string | Uint8Array =>
  typeof source === 'string' || source instanceof Uint8Array ? source : JSON.stringify(source);

// The module: compiled where a runtime compiles nothing from bytes (import it from ./faceoff-core.wasm), as bytes, or
// left out: then the copy inside this package is compiled.
export async function loadCore(wasm?: WebAssembly.Module | BufferSource): Promise<FaceoffCore> {
  const given = wasm ?? (await import('carried/core.wasm')).default;
  const core = await makeCore(given instanceof WebAssembly.Module ? given : await WebAssembly.compile(given));

  function compare(document: Source, given: CompareOptions = {}): Comparison {
    const {tally = '', dealBreakers, purpose = 'fallback', ...rest} = given;
    const options = JSON.stringify({...rest, purpose, deal_breakers: dealBreakers});
    const {findings, report, ...made} = core.compare(textOf(document), textOf(tally), '', options);
    return {...made, findings: JSON.parse(findings), report: report ? JSON.parse(report) : null};
  }
  function render(document: Source, options?: CompareOptions): string {
    const comparison = compare(document, options);
    if (!comparison.usable) throw new UnusableDocument(comparison);
    return comparison.html;
  }
  function parse(document: Source, {item, base}: ParseOptions = {}): Omit<Comparison, 'html'> {
    const {html, ...parsed} = compare(document, {item, base});
    return parsed;
  }
  function validate(document: Source, {strict, ...options}: ParseOptions & {strict?: boolean} = {}) {
    const {findings} = parse(document, options);
    return {valid: !findings.some((each) => strict || each.severity === 'error'), findings};
  }
  return {version: core.version(), parse, validate, compare, render};
}
