// When to try again what failed: a ballot, or a look at the counts.
//
// In: how often it failed, what the other side asked for, chances to come back early. Out: calls to `run`, at most one
// a step: never before what was asked for, and a second apart however often a chance is told.

export interface Clock {
  now(): number; // milliseconds; only differences are used
  after(ms: number, run: () => void): () => void; // returns what cancels it
  random(): number; // 0 <= x < 1
}

const baseMs = 1000;
// While a reader may still be looking a feed that comes back is used within seconds; later it is left in peace.
const earlyAttempts = 30;
const earlyCapMs = 8000;
const lateCapMs = 300_000;
const longestRetryAfterMs = 3_600_000;

// Full jitter: anywhere between nothing and the cap, so that readers of one page do not come back in step.
export function backOffMs(attempt: number, random: number): number {
  const cap = earlyCapMs * 2 ** Math.max(0, attempt - earlyAttempts);
  return Math.round(100 + random * Math.min(cap, lateCapMs, baseMs * 2 ** attempt));
}

export class Pace {
  readonly #clock: Clock;
  readonly #run: () => void;
  failed = 0; // attempts
  #notBefore = 0;
  #cancel = () => {};

  constructor(clock: Clock, run: () => void) {
    this.#clock = clock;
    this.#run = run;
  }

  // An attempt failed, or may not be made now. retryAfterMs 0: nothing was asked for, but what was before still holds.
  later(retryAfterMs: number): void {
    this.hold(retryAfterMs);
    const asked = this.tooEarly();
    const wait = asked + backOffMs(this.failed++, this.#clock.random());
    this.#notBefore = this.#clock.now() + (asked ? wait : Math.min(wait, baseMs));
    this.#after(wait);
  }

  // Asked for in answer to something nobody waits for any more: it holds for what is sent next.
  hold(retryAfterMs: number): void {
    const until = this.#clock.now() + Math.min(retryAfterMs, longestRetryAfterMs);
    this.#notBefore = Math.max(this.#notBefore, until);
  }

  // A chance: now, or as soon as it may be.
  wake(): void {
    const early = this.tooEarly();
    if (early > 0) this.#after(early);
    else this.#run();
  }

  // How much too early now would be; up to a second of it nobody asked for.
  tooEarly(): number {
    return Math.max(0, this.#notBefore - this.#clock.now());
  }

  // An attempt is made, or none is needed any more.
  stop(): void {
    this.#cancel();
  }

  // As if nothing had failed.
  reset(): void {
    this.#cancel();
    this.failed = this.#notBefore = 0;
  }

  #after(ms: number): void {
    this.#cancel();
    this.#cancel = this.#clock.after(ms, () => this.wake());
  }
}
