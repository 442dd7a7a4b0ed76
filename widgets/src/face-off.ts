// <face-off>: the full verdict. Attributes in, events out, everything else in an open shadow root.
//
// What it shows, in this order of preference: the newest verdict, the last good one, the element's own children
// (the publisher's fallback), a loading or problem view. It never builds verdict markup: that is the core's.
import type {Compared, Core} from '../../web/core.js';
import {usableUrl, votesAddress} from './address.js';
import {bare} from './bare.js';
import {askedLanguage, chosenLanguage, languageOf, loadCatalog} from './catalogs.js';
import {holdDocument, releaseDocument, type Held} from './documents.js';
import {parseMarkup, updateMarkup} from './markup.js';
import {loadingView, problemView} from './placeholder.js';
import {whenParsed} from './parsed-page.js';
import {pollFor, type Ballots} from './poll.js';
import {foundProblem, Problem, problem} from './problem.js';
import {worded} from './rules.js';
import {styleSheet} from './style.js';
import type {Call, Choice, Report} from './types.js';
import {loadCore} from './wasm.js';
import {wordsIn, type Words} from './words.js';

interface Source {
  text: string | Uint8Array;
  base: string; // what relative addresses in it mean
}

const quietMs = 10_000; // between two moves of the view for other people's votes
const told = new Set<string>(); // one console line per trouble and page

function today(): string {
  const now = new Date();
  now.setMinutes(now.getMinutes() - now.getTimezoneOffset());
  return now.toISOString().slice(0, 10);
}

export class FaceOffElement extends HTMLElement {
  static readonly observedAttributes = ['src', 'item', 'votes', 'lang', 'deal-breakers'];

  readonly #root: ShadowRoot;
  #shown: Element | null = null; // the verdict, once there is one
  #run = 0; // a newer one makes everything older stop
  #fetchAgain = false;
  #held: Held[] = [];
  #core: Core | null = null;
  #source: Source | null = null;
  #report: Report | null = null;
  #catalog = '';
  #poll: Ballots | null = null;
  #stopListening = () => {};
  #notice = ''; // a refusal that outlived its poll
  #saidForgetful = false;
  #drawn = -Infinity;
  #redraw = 0; // timer

  constructor() {
    super();
    this.#root = this.attachShadow(bare({mode: 'open'}));
    this.#root.adoptedStyleSheets = [styleSheet];
    this.#root.append(document.createElement('slot'));
    this.#root.addEventListener('click', (event) => this.#clicked(event));
    this.#root.addEventListener('focusout', () => this.#redraw && this.#drawLater());
  }

  connectedCallback(): void {
    this.#schedule();
  }

  disconnectedCallback(): void {
    // Moved within the document it comes back at once and nothing has to stop.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#schedule();
  }

  // Reads the source again: for pages that changed the JSON inside the element.
  reload(): void {
    this.#fetchAgain = true;
    this.#schedule();
  }

  #schedule(): void {
    const run = ++this.#run;
    const go = () => void (run === this.#run && this.isConnected && this.#start());
    if (this.hasAttribute('src')) queueMicrotask(go);
    else whenParsed(go); // the document is among its children
  }

  #stop(): void {
    this.#run++;
    clearTimeout(this.#redraw);
    this.#redraw = 0;
    this.#stopListening();
    this.#held.splice(0).forEach(releaseDocument);
  }

  async #start(): Promise<void> {
    const before = this.#held.splice(0);
    this.#stop();
    const run = this.#run;
    void this.#standIn(loadingView, askedLanguage(this));
    try {
      const [core, source] = await Promise.all([loadCore(), this.#read()]);
      if (run !== this.#run) return;
      this.#core = core;
      this.#source = source;
      await this.#open(run);
    } catch (failed) {
      if (run === this.#run) this.#fail(failed);
    } finally {
      before.forEach(releaseDocument);
    }
  }

  async #read(): Promise<Source> {
    const base = document.baseURI;
    if (this.hasAttribute('src')) return this.#fetch(this.#given('src'), base);
    const inline = this.querySelector('script[type="application/json"]');
    if (!inline) throw problem('no-source');
    return {text: inline.textContent!, base};
  }

  // An attribute; "" where there is none.
  #given(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  async #fetch(reference: string, base: string): Promise<Source> {
    const url = usableUrl(reference, base);
    if (!url) throw problem('bad-address', reference);
    const held = holdDocument(url.href, this.#fetchAgain);
    this.#fetchAgain = false;
    this.#held.push(held);
    const {bytes, url: final} = await held.fetched;
    return {text: bytes, base: final};
  }

  // From a source to the first view. A feed's item may only point to its document.
  async #open(run: number): Promise<void> {
    let compared = this.#compare();
    if (!compared.usable && compared.attachment) {
      const source = await this.#fetch(compared.attachment, this.#source!.base);
      if (run !== this.#run) return;
      this.#source = source;
      compared = this.#compare();
    }
    const findings = await worded(JSON.parse(compared.findings));
    if (run !== this.#run) return;
    if (compared.newerFormat) throw problem('newer-format', this.#given('src'));
    if (!compared.usable) throw foundProblem(findings, this.#given('src'));
    this.#report = JSON.parse(compared.report) as Report;
    const ofDocument = languageOf(this.#source!.text, this.#report.id);
    this.#catalog = await loadCatalog(chosenLanguage(this, ofDocument));
    if (run !== this.#run) return;
    this.#bind();
    this.#draw();
    this.#tell('face-off-load', {report: this.#report, findings});
  }

  // The poll this document and the attribute name together, if any.
  #bind(): void {
    const {poll, id, first_id} = this.#report!;
    this.#poll = null;
    if (!poll) return;
    const votes = poll.votes ? votesAddress(poll.votes, this.#source!.base) : '';
    if (votes === null || (!votes && !poll.local)) return;
    this.#poll = pollFor(this.#core!, {votes, id, firstId: first_id, definition: poll.definition});
    this.#stopListening = this.#poll.listen((byReader) => this.#changed(byReader));
  }

  #compare(): Compared {
    const view = this.#poll?.view();
    const votes = this.#given('votes');
    const options = {
      item: this.#given('item'),
      base: this.#source!.base,
      votes: (votes && votesAddress(votes, document.baseURI)) ?? '',
      language: this.#given('lang'),
      catalog: this.#catalog,
      today: today(),
      deal_breakers: this.#given('deal-breakers').split(/[\s,]+/).filter(Boolean),
      state: this.#notice ? 'refused' : view?.state ?? 'not_voted',
      refusal: this.#notice || view?.refusal,
      offline: view?.offline,
    };
    try {
      const own = view ? JSON.stringify(view.own) : '';
      return this.#core!.compare(this.#source!.text, view?.snapshot?.text ?? '', own, JSON.stringify(options));
    } catch {
      throw problem('internal', this.#given('src'));
    }
  }

  #draw(): void {
    clearTimeout(this.#redraw);
    this.#redraw = 0;
    const {html} = this.#compare();
    if (!html) return;
    const fresh = parseMarkup(html);
    if (this.#shown) updateMarkup(this.#shown, fresh);
    else this.#place((this.#shown = fresh));
    this.#drawn = performance.now();
  }

  #changed(byReader: boolean): void {
    if (byReader) this.#draw();
    else this.#drawLater();
    const {refusal, kept} = this.#poll!.view();
    if (!kept && !this.#saidForgetful) {
      this.#saidForgetful = true;
      this.#fail(problem('storage'));
    }
    if (refusal === 'other_definition' && !this.#notice) {
      // The poll asks something else now: read the document again, and say so until the next vote.
      this.#notice = 'other_definition';
      this.reload();
    }
  }

  // For other people's votes: not too often, and never under the reader's hands.
  #drawLater(): void {
    clearTimeout(this.#redraw);
    const wait = Math.max(0, this.#drawn + quietMs - performance.now());
    this.#redraw = window.setTimeout(() => {
      if (!this.#root.activeElement) this.#draw();
    }, wait);
  }

  #clicked(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>('button[data-call],button[data-action]');
    if (!button) return;
    const {contender, call, action} = button.dataset;
    if (action === 'reload') {
      this.reload();
    } else if (action === 'retry') {
      this.#notice = '';
      this.#poll?.retry();
    } else if (this.#poll && contender) {
      this.#vote(this.#poll, contender, call as Call | 'pick', button.getAttribute('aria-pressed') === 'true');
    }
  }

  #vote(poll: Ballots, contender: string, call: Call | 'pick', pressed: boolean): void {
    const detail = {comparison: this.#report!.id, contender, call: pressed ? null : call};
    if (!this.#tell('face-off-vote', detail)) return;
    this.#notice = '';
    const choice: Choice = {calls: [], pick: null};
    if (call === 'pick') {
      choice.pick = pressed ? null : contender;
    } else {
      choice.calls = poll.choice().calls.filter((each) => each.contender !== contender);
      if (!pressed) choice.calls.push({contender, call});
      choice.calls.sort((a, b) => (a.contender < b.contender ? -1 : 1));
    }
    poll.choose(choice);
  }

  #fail(failed: unknown): void {
    const {detail} = failed instanceof Problem ? failed : problem('internal', this.#given('src'), String(failed));
    const line = `face-off: ${detail.message} ${detail.advice}${detail.url && ` ${detail.url}`}`;
    if (!told.has(line)) console.warn(line);
    told.add(line);
    void this.#standIn((words) => problemView(words, detail), chosenLanguage(this, ''));
    this.#tell('face-off-error', detail);
  }

  #tell(name: string, detail: unknown): boolean {
    return this.dispatchEvent(
      new CustomEvent(name, bare({detail, bubbles: true, composed: true, cancelable: true})),
    );
  }

  #hasFallback(): boolean {
    return [...this.childNodes].some((node) =>
      node instanceof Element ? !node.matches('script,template,style,link') : /\S/.test(node.nodeValue!),
    );
  }

  // Instead of a verdict and of a fallback, in the reader's language: its catalog comes first.
  async #standIn(view: (words: Words) => Element, language: string): Promise<void> {
    const run = this.#run;
    const words = wordsIn(await loadCatalog(language));
    if (run === this.#run && !this.#shown && !this.#hasFallback()) this.#place(view(words));
  }

  #place(view: Element): void {
    this.#root.replaceChildren(view);
  }
}
