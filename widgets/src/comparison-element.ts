// What all elements share: attributes in, events out, everything else in an open shadow root.
//
// From a document to a view: the source is read, the core compares, the poll it names is listened to, and each
// change of either is drawn again. What differs between the elements is the view they ask the core for.
import type {Compared, Core} from '../../web/core.js';
import {votesAddress} from './address.js';
import {attributes, reflect, upgradeProperties, type AttributeProperties} from './attributes.js';
import {bare} from './bare.js';
import {askedLanguage, chosenLanguage, languageOf, loadCatalog} from './catalogs.js';
import {Drawing} from './drawing.js';
import {HostElement} from './host-element.js';
import {written} from './json.js';
import {optionsOf} from './options.js';
import {whenParsed} from './parsed-page.js';
import {loadingView, problemView} from './placeholder.js';
import {pollFor, type Ballots} from './poll.js';
import {foundProblem, problem} from './problem.js';
import {worded} from './rules.js';
import {Reader, type Source} from './source.js';
import {styleSheet} from './style.js';
import {detailOf, tell, warn} from './telling.js';
import type {Report, VoteDetail} from './types.js';
import {chosen, voteOf} from './voting.js';
import {loadCore} from './wasm.js';
import {wordsIn, type Words} from './words.js';

export interface ComparisonElement extends AttributeProperties {}

export abstract class ComparisonElement extends HostElement {
  static readonly observedAttributes: readonly string[] = attributes;

  static readonly view: 'verdict' | 'vote' | 'badge'; // what the core writes

  readonly #drawing: Drawing;
  readonly #reader = new Reader();
  #run = 0; // a newer one makes everything older stop
  #again = false;
  #data: string | null = null;
  #core: Core | null = null;
  #source: Source | null = null;
  #report: Report | null = null;
  #catalog = '';
  #poll: Ballots | null = null;
  #stopListening = () => {};
  #notice = ''; // a refusal that outlived its poll
  #saidForgetful = false;

  static {
    reflect(this.prototype);
  }

  constructor() {
    super();
    const root = this.attachShadow(bare({mode: 'open'}));
    root.adoptedStyleSheets = [styleSheet()];
    root.addEventListener('click', (event) => this.#clicked(event));
    this.#drawing = new Drawing(root);
  }

  // The document itself, as its text or parsed; null: what src or the JSON inside the element says.
  get data(): unknown {
    return this.#data && JSON.parse(this.#data);
  }
  set data(given: unknown) {
    const text = typeof given === 'string' ? given : given ? written(given) : null;
    if (text === this.#data) return;
    this.#data = text;
    this.attributeChangedCallback();
  }

  connectedCallback(): void {
    upgradeProperties(this);
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
    this.#again = true;
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
    this.#drawing.stop();
    this.#stopListening();
    this.#reader.release()();
  }

  async #start(): Promise<void> {
    const releaseBefore = this.#reader.release();
    this.#stop();
    const run = this.#run;
    void this.#standIn(loadingView, askedLanguage(this));
    const again = this.#again;
    this.#again = false;
    try {
      const [core, source] = await Promise.all([loadCore(), this.#reader.read(this, this.#data, again)]);
      if (run !== this.#run) return;
      this.#core = core;
      this.#source = source;
      await this.#open(run);
    } catch (failed) {
      if (run === this.#run) this.#fail(failed);
    } finally {
      releaseBefore();
    }
  }

  // From a source to the first view. A feed's item may only point to its document.
  async #open(run: number): Promise<void> {
    let compared = this.#compare();
    if (!compared.usable && compared.attachment) {
      const source = await this.#reader.fetch(compared.attachment, this.#source!.base);
      if (run !== this.#run) return;
      this.#source = source;
      compared = this.#compare();
    }
    const findings = await worded(JSON.parse(compared.findings));
    if (run !== this.#run) return;
    if (compared.newerFormat) throw problem('newer-format', this.src);
    if (!compared.usable) throw foundProblem(findings, this.src);
    this.#report = JSON.parse(compared.report) as Report;
    const ofDocument = languageOf(this.#source!.text, this.#report.id);
    this.#catalog = await loadCatalog(chosenLanguage(this, ofDocument));
    if (run !== this.#run) return;
    this.#bind();
    if (tell(this, 'face-off-load', {report: this.#report, findings})) this.#draw();
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
    const poll = this.#poll?.view();
    const {text, base} = this.#source!;
    const options = optionsOf(this, {base, catalog: this.#catalog, notice: this.#notice, poll});
    try {
      const own = poll ? written(poll.own) : '';
      return this.#core!.compare(text, poll?.snapshot?.text ?? '', own, written(options));
    } catch {
      throw problem('internal', this.src);
    }
  }

  #draw(): void {
    this.#drawing.show(this.#compare().html);
  }

  #changed(byReader: boolean): void {
    if (byReader) this.#draw();
    else this.#drawing.later(() => this.#draw());
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

  #clicked(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>('button[data-call],button[data-action]');
    const {call, action} = button?.dataset ?? {};
    if (action === 'reload') this.reload();
    if (action === 'retry') this.#retry();
    if (call && this.#poll) this.#vote(this.#poll, voteOf(button!, this.#report!.id));
  }

  #retry(): void {
    this.#notice = '';
    this.#poll?.retry();
  }

  #vote(poll: Ballots, vote: VoteDetail): void {
    if (!tell(this, 'face-off-vote', vote)) return;
    this.#notice = '';
    poll.choose(chosen(poll, vote));
  }

  #fail(failed: unknown): void {
    const detail = detailOf(failed, this.src);
    if (!tell(this, 'face-off-error', detail)) return;
    warn(detail);
    void this.#standIn((words) => problemView(words, detail), chosenLanguage(this, ''));
  }

  // Instead of a verdict and of a fallback, in the reader's language: its catalog comes first.
  async #standIn(view: (words: Words) => Element, language: string): Promise<void> {
    const run = this.#run;
    const words = wordsIn(await loadCatalog(language));
    if (run === this.#run) this.#drawing.stopgap(() => view(words));
  }
}
