// What crosses the borders of the widget: the core's report, ballots and what a device keeps, events.

export type Call = 'ship' | 'skip';

export interface ContenderCall {
  contender: string;
  call: Call;
}

// What a reader chose: calls in a verdicts poll, a pick in a pick poll; neither takes the vote back.
export interface Choice {
  calls: ContenderCall[];
  pick: string | null;
}

// A ballot as posted, without the device's key.
export interface Ballot extends Choice {
  faceoff: 1;
  rev: number;
  definition: string;
}

// A ballot and the revision of the first snapshot that holds it.
export interface CountedBallot {
  revision: number;
  ballot: Ballot;
}

// The own vote in the form of the core's write_own_vote: what one store counted, oldest first, at most the last
// eight; and the ballot under way. The core corrects a snapshot of any revision by it.
export interface OwnVote {
  epoch: string;
  counted: CountedBallot[];
  pending: Ballot | null;
}

// A snapshot of the counts, as far as the widget has to understand it; the core reads the text itself.
export interface Snapshot {
  text: string;
  definition: string;
  epoch: string;
  revision: number;
  ballotsUrl: string | null;
}

export type SyncState = 'not_voted' | 'sending' | 'counted' | 'waiting' | 'refused';

// The report of the module that pages load: the part of the core's whole report (compare.hpp) that the widget acts on.
// face-off-load carries it; the whole one is what the package's ./core entry gives.
export interface Report {
  id: string;
  first_id: string;
  language: string;
  poll: {
    mode: 'verdicts' | 'pick';
    definition: string;
    votes: string | null; // as written, or the attribute
    local: boolean;
    state: string;
  } | null;
  contenders: {id: string; name: string}[];
  answer: {
    outcome: 'no_panel' | 'different_jobs' | 'neither' | 'too_close' | 'lean' | 'conditional' | 'pick';
    contender: string | null; // its id, with lean, conditional and pick
  };
}

export interface Finding {
  rule: string;
  severity: 'error' | 'warning';
  pointer: string;
  line: number;
  column: number;
  subject: string;
  expected: string;
  sentence: string;
  advice: string;
}

// A document was read and compared; before the verdict is shown: cancelable.
export interface LoadDetail {
  report: Report;
}

// Before a vote is taken: cancelable.
export interface VoteDetail {
  comparison: string;
  contender: string;
  call: Call | 'pick' | null; // null: taken back
}

// Something went wrong; what was shown before stays.
export interface ErrorDetail {
  code: string; // a code of problem.ts, or a rule id of the core
  message: string;
  advice: string;
  url: string; // what was asked for; "" for an inline document
  findings: Finding[];
}

declare global {
  interface HTMLElementEventMap {
    'face-off-load': CustomEvent<LoadDetail>;
    'face-off-vote': CustomEvent<VoteDetail>;
    'face-off-error': CustomEvent<ErrorDetail>;
  }
}
