// What the core computes about a comparison, for ./core: compare.hpp says how.
// Contenders and reviewers are named by their ids. A code that this list does not name may come of a newer version.

export type Id = string;
export type Verdict = 'ship' | 'skip' | 'mixed' | 'abstain';
export type Label = 'ship' | 'mixed' | 'skip';
export type Outcome = 'no_panel' | 'different_jobs' | 'neither' | 'too_close' | 'lean' | 'conditional' | 'pick';

// percent as shown in English, "50%" or "50.4%"; null where there is none to show.
export interface PanelShare {
  label: Label | null;
  ship: number;
  n: number; // ship and skip
  percent: string | null;
  mixed: number;
  abstain: number;
  not_reviewed: number;
}

// low and high: ends of the 95% interval, 0 to 1.
export interface CommunityShare {
  state: 'none' | 'counts_only' | 'early' | 'full';
  label: Label | null;
  ship: number;
  n: number;
  percent: string | null;
  low: number | null;
  high: number | null;
}

export interface ReportContender {
  id: Id;
  name: string;
  panel: PanelShare;
  community: CommunityShare | null; // null: no tally was given
  price: {
    entry: 'unknown' | 'free' | 'free_limited' | 'from' | 'contact';
    checked_days: number | null; // before today
    out_of_date: boolean;
  };
  own: 'ship' | 'skip' | 'pick' | null; // the reader's vote
}

export interface PricePair {
  a: Id;
  b: Id;
  order: 'unknown' | 'not_comparable' | 'same' | 'cheaper';
  cheaper: Id | null;
  reason: string | null;
  only_a_limits: string[];
  only_b_limits: string[];
}

// In the order of contenders.
export interface ContenderSplit {
  kind: 'none' | 'single' | 'unanimous' | 'majority' | 'tied';
  most: number;
  least: number;
  most_ship: boolean;
}

export interface PairSplit {
  a: Id;
  b: Id;
  prefer_a: Id[];
  prefer_b: Id[];
  same: Id[];
  leader: Id | null;
  dominant: boolean; // nobody prefers the other
  survives: boolean; // the lead, leaving out any one reviewer
}

export interface Answer {
  outcome: Outcome;
  contender: Id | null;
  condition: string | null; // of a conditional pick: the limit that must not matter
  otherwise: Id | null; // who is picked where it does
  reasons: {reason: string; contender: Id | null; other: Id | null; limit: string | null; count: number; of: number}[];
  caveats: {caveat: string; contender: Id | null; limit: string | null}[];
  changes: {
    change: string;
    contender: Id | null;
    reviewer: Id | null;
    limit: string | null;
    verdict: Verdict | null;
    then: Outcome;
    then_contender: Id | null;
  }[];
  differs_from_our_pick: boolean;
}

export interface Report {
  faceoff: number;
  id: Id;
  first_id: Id;
  title: string;
  question: string | null;
  language: string;
  direction: 'ltr' | 'rtl';
  digest: string; // SHA-256 of the document
  poll: {
    mode: 'verdicts' | 'pick';
    definition: string;
    votes: string | null; // as written, or the option
    local: boolean;
    reveal: 'always' | 'after_vote';
    state: string;
  } | null;
  contenders: ReportContender[];
  panel: {humans: number; ai_personas: number; labs: number; crowds: number; undeclared: number};
  prices: PricePair[];
  split: {contenders: ContenderSplit[]; pairs: PairSplit[]};
  answer: Answer;
  tally: {epoch: string; revision: number; ballots: number; counted_on: string | null} | null;
}
