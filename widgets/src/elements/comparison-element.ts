// What all elements share: attributes in, events out, everything else in an open shadow root.
//
// From a document to a view: the source is read, a fallback that says the same is taken over, the core compares, the
// poll that the document names is listened to, and each change is drawn again. What differs between the elements is
// the view they ask the core for.
import type {Compared, Core} from '../../../web/core.js';
import {votesAddress} from '../page/address.js';
import {fallbackOf, matches} from '../view/adoption.js';
import {attributes, reflect, upgradeProperties, type AttributeProperties} from './attributes.js';
import {bare} from '../page/bare.js';
import {chosenLanguage, loadCatalog} from '../files/catalogs.js';
import {Drawing} from '../view/drawing.js';
import {forgetAll, remembers} from '../votes/forget.js';
import {followHash, isOurs} from './hash-link.js';
import {HostElement} from './host-element.js';
import {word, written} from '../page/json.js';
import {intentOrIdle, near, pause, whenParsed} from '../page/loading.js';
import {parseMarkup} from '../view/markup.js';
import {codes, optionsOf} from './options.js';
import {consentView, forgetfulView, loadingView, problemView} from '../view/placeholder.js';
import {pollFor, type Ballots} from '../votes/poll.js';
import {foundProblem, problem} from '../page/problem.js';
import {documentIn, Reader, type Source} from '../source/source.js';
import {styleSheet} from '../view/style.js';
import {detailOf, softly, tell, warn} from '../view/telling.js';
import {followTheme} from './theme-from.js';
import type {Choice, Finding, Report, VoteDetail} from '../types.js';
import {chosen, pressOf, showChosen, voteOf, type Press} from './voting.js';
import {checkPolicy, loadCore, loadWholeCore} from '../files/wasm.js';
import {wordsIn, type Words} from '../files/words.js';

type Forgetting = 'forgetting' | 'forgotten' | 'not_forgotten';

export interface ComparisonElement extends AttributeProperties {}

export abstract class ComparisonElement extends HostElement {
  static readonly observedAttributes: readonly string[] = attributes.filter((name) => name !== 'theme');
  static readonly view: 'verdict' | 'vote' | 'badge'; // what the core writes

  #root!: ShadowRoot;
  #drawing!: Drawing; // neither is there where the page is in the way
  readonly #reader = new Reader();
  #running: AbortController | null = null; // everything that is under way; null: not in a page
  #allowed = false; // to load: it was near, or the reader said so
  #again = false;
  #turn = 0; // of those who draw
  #data: string | null = null;
  #core: Core | null = null;
  #source: Source | null = null;
  #report: Report | null = null;
  #catalog = '';
  #poll: Ballots | null = null;
  #stopListening = () => {};
  #presses: Press[] = []; // before there was a core to answer them
  #limits = new Set<string>(); // that matter to the reader: at first those of the attribute
  #differences = false;
  #notice = ''; // a refusal that outlived its poll
  #forget: Forgetting | '' = '';
  #saidForgetful = false;

  static {
    reflect(this.prototype);
  }

  constructor() {
    super();
    void softly(() => {
      const sheet = styleSheet(); // first: an older browser, and a page that broke it, keep the fallback
      this.#drawing = new Drawing(this);
      this.#root = this.shadowRoot!;
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.addEventListener('click', (event) => this.#softly(() => this.#clicked(event as MouseEvent)));
    });
  }

  // The document itself, as its text or parsed; null: what src or the JSON inside the element says.
  get data(): unknown {
    return this.#data && JSON.parse(this.#data);
  }
  set data(given: unknown) {
    const text = typeof given === 'string' ? given : given ? written(given) : null;
    if (text === this.#data) return;
    this.#data = text;
    this.attributeChangedCallback('data');
  }

  connectedCallback(): void {
    this.#softly(() => {
      upgradeProperties(this);
      this.#running ?? this.#schedule(); // else it was moved
    });
  }

  disconnectedCallback(): void {
    // Moved within the document it comes back at once and nothing has to stop.
    queueMicrotask(() => this.#softly(() => this.isConnected || this.#stop()));
  }

  attributeChangedCallback(name: string): void {
    if (name === 'deal-breakers') this.#limits = codes(this.dealBreakers);
    // Out of the page for a moment, it would come back as if it had only been moved.
    this.#softly(() => (this.isConnected ? this.#schedule() : this.#stop()));
  }

  // Reads the source again: for pages that changed the JSON inside the element.
  reload(): void {
    this.#again = true;
    this.#schedule();
  }

  #schedule(): void {
    this.#running?.abort();
    const {signal} = (this.#running = new AbortController());
    void this.#begin(signal);
  }

  #stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.#rest()();
  }

  // Nothing moves the view; what is returned gives up what was read.
  #rest(): () => void {
    this.#drawing.stop();
    this.#stopListening();
    return this.#reader.release();
  }

  async #begin(signal: AbortSignal): Promise<void> {
    try {
      await whenParsed(this); // fallback and document may be among its children
      if (signal.aborted) return;
      followTheme(this, this.themeFrom, signal);
      addEventListener('hashchange', () => followHash(this.#root), bare({signal}));
      const {loading} = this;
      if (!this.#allowed) {
        if (loading === 'click') return this.#standIn(consentView, true);
        if (loading !== 'eager' && !isOurs()) await near(this, signal);
      }
      this.#allowed = true;
      await this.#load(signal);
    } catch (failed) {
      if (!signal?.aborted) this.#fail(failed);
    }
  }

  async #load(signal: AbortSignal): Promise<void> {
    const releaseBefore = this.#rest();
    const fallback =
      this.#drawing.isEmpty && fallbackOf(this.#root, (this.constructor as typeof ComparisonElement).view);
    if (!fallback) this.#standIn(loadingView, false);
    const early = fallback ? null : loadCore();
    early?.catch(() => {}); // told below
    const again = this.#again;
    this.#again = false;
    this.#source = await this.#reader.read(this, this.#data, again).finally(releaseBefore);
    this.#turn++;
    if (fallback && (await matches(fallback, this, this.#source)) && !signal.aborted) {
      checkPolicy();
      this.#drawing.takeOver(fallback);
      followHash(this.#root);
      await intentOrIdle(this, signal);
    }
    this.#core = await (early ?? loadCore());
    if (!signal.aborted) await this.#open(signal);
  }

  // From a source to the first view. A feed's item may only point to its document.
  async #open(signal: AbortSignal): Promise<void> {
    let compared = this.#compare();
    if (compared.attachment) {
      const source = await this.#reader.fetch(compared.attachment, this.#source!.base);
      if (signal.aborted) return;
      this.#source = source;
      compared = this.#compare();
    }
    if (compared.newerFormat) throw problem('newer-format', this.src);
    if (!compared.usable) throw foundProblem(await this.#findings(), this.src);
    const report = JSON.parse(compared.report) as Report;
    // Read here since the core can only speak a language once it has been given its catalog.
    const language = word(documentIn(this.#source!, report.id), 'language');
    this.#catalog = await loadCatalog(chosenLanguage(this, language));
    await pause(() => !signal.aborted);
    this.#report = report;
    this.#bind();
    if (tell(this, 'face-off-load', {report})) this.#draw();
    this.#presses.splice(0).forEach((press) => this.#act(press));
  }

  // What is wrong with the document.
  async #findings(): Promise<Finding[]> {
    const whole = await loadWholeCore();
    return whole ? (JSON.parse(this.#compare(whole).findings) as Finding[]) : [];
  }

  // The poll this document and the attribute name together, if any.
  #bind(): void {
    const {poll, id, first_id} = this.#report!;
    this.#poll = null;
    if (!poll) return;
    const votes = poll.votes ? votesAddress(poll.votes, this.#source!.base) : '';
    if (!votes && (poll.votes || !poll.local)) return;
    this.#poll = pollFor(this.#core!, {votes, id, firstId: first_id, definition: poll.definition});
    this.#stopListening = this.#poll.listen((byReader) => this.#softly(() => this.#changed(byReader)));
  }

  #compare(core = this.#core!): Compared {
    const poll = this.#poll?.view();
    const {bytes, base} = this.#source!;
    const options = {
      ...optionsOf(this),
      base,
      catalog: this.#catalog,
      deal_breakers: [...this.#limits],
      differences: this.#differences,
      state: this.#forget || (this.#notice ? 'refused' : poll?.state),
      refusal: this.#notice || poll?.refusal,
      offline: poll?.offline,
      remembers: remembers(this.#poll),
    };
    try {
      const own = poll ? written(poll.own) : '';
      return core.compare(bytes, poll?.snapshot?.text ?? '', own, written(options));
    } catch {
      throw problem('internal', this.src);
    }
  }

  // Soon. What changes before it is shown is drawn instead.
  #draw(): void {
    const turn = ++this.#turn;
    const isNewest = () => this.#running && turn === this.#turn;
    this.#softly(async () => {
      await pause(isNewest);
      const {html} = this.#compare();
      await pause(isNewest);
      const view = parseMarkup(html);
      if (!view) return; // what an attribute names meanwhile is not there
      const isFirst = this.#drawing.isEmpty;
      this.#drawing.show(view);
      if (isFirst) followHash(this.#root);
      if (this.#poll?.view().kept !== false) return;
      this.#standIn(forgetfulView, true);
      if (!this.#saidForgetful) this.#fail(problem('storage'));
      this.#saidForgetful = true;
    });
  }

  #changed(byReader: boolean): void {
    // The next frame has the buttons as they are to be, however many views there are to draw.
    if (byReader) {
      showChosen(this.#root, this.#poll!.sync.choice());
      this.#draw();
    } else this.#drawing.later(() => this.#draw());
    const {refusal} = this.#poll!.view();
    if (refusal === 'other_definition' && !this.#notice) {
      // The poll asks something else now: read the document again, and say so until the next vote.
      this.#notice = 'other_definition';
      this.reload();
    }
  }

  #clicked(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLElement>('button,a.anchor');
    if (button instanceof HTMLAnchorElement) return this.#followed(button, event);
    if (!button) return;
    const press = pressOf(button);
    if (this.#report || this.#drawing.isEmpty || press.action === 'reload') return this.#act(press);
    this.#presses.push(press);
    const none: Choice = {calls: [], pick: null};
    showChosen(this.#root, this.#presses.reduce((before, each) => chosen(before, voteOf(each, '')), none));
  }

  // As the browser would, but on pages with a <base> too, and again for the same fragment.
  #followed({hash}: HTMLAnchorElement, event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.hash = hash;
    followHash(this.#root);
  }

  #act(press: Press): void {
    const {action, limit, call} = press;
    if (action === 'reload') this.reload();
    if (action === 'show') {
      this.#allowed = true;
      this.#schedule();
    }
    if (action === 'retry') {
      this.#notice = '';
      this.#poll?.retry();
    }
    if (action === 'differences') {
      this.#differences = !press.wasPressed;
      this.#draw();
    }
    if (action === 'forget') void this.#forgetVotes();
    if (limit) this.#toggleLimit(limit);
    if (call && this.#poll) this.#vote(this.#poll, voteOf(press, this.#report!.id));
  }

  // What matters to this reader, here and until the page goes.
  #toggleLimit(limit: string): void {
    if (!this.#limits.delete(limit)) this.#limits.add(limit);
    this.#draw();
  }

  // Every vote of this device on this site; both ends are told.
  async #forgetVotes(): Promise<void> {
    if (this.#forget === 'forgetting') return;
    this.#forget = 'forgetting';
    this.#draw();
    this.#forget = (await forgetAll(this.#core!).catch(() => false)) ? 'forgotten' : 'not_forgotten';
    this.#draw();
  }

  #vote(poll: Ballots, vote: VoteDetail): void {
    if (!tell(this, 'face-off-vote', vote)) return;
    this.#notice = this.#forget = '';
    poll.sync.choose(chosen(poll.sync.choice(), vote));
  }

  #softly(run: () => unknown): void {
    void softly(run, (failed) => this.#fail(failed));
  }

  #fail(failed: unknown): void {
    void softly(async () => {
      const {signal} = this.#running!;
      const byClick = this.loading === 'click';
      if (byClick && !this.#allowed) throw failed; // before consent nothing is fetched, no words for it either
      // Without a core there is nothing behind the controls; a reader who used one is told.
      const asked = this.#presses.splice(0).length > 0 || (byClick && this.#drawing.isEmpty);
      if (!this.#core) this.#drawing.withhold();
      const detail = await detailOf(failed, this.src);
      if (signal.aborted) return;
      if (!tell(this, 'face-off-error', detail)) return;
      warn(detail);
      this.#standIn((words) => problemView(words, detail), asked);
    });
  }

  // Beside or instead of a fallback, in the reader's language as soon as its catalog may be fetched.
  #standIn(view: (words: Words) => HTMLElement, beside: boolean): void {
    void softly(async () => {
      const {signal} = this.#running!;
      const words = wordsIn(this.#allowed ? await loadCatalog(chosenLanguage(this, '')) : '');
      if (signal.aborted) return;
      if (beside) this.#drawing.beside(view(words));
      else this.#drawing.stopgap(view(words));
    });
  }
}
